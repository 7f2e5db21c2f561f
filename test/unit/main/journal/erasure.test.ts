import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { backUp, backupNames } from '../../../../main/journal/file/backup.ts'
import { readEntries } from '../../../../main/journal/index.ts'
import { openEncrypted } from '../../../../main/journal/file/open-database.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { accepted, hour, now, rejected, unreadable } from '../../../fixtures/verdicts.ts'
import { crossingOf } from './crossing-of.ts'
import { check, behindIts, newFolder, openIn } from './journal-in.ts'

const everything = Number.MAX_SAFE_INTEGER

async function recorded() {
  const folder = newFolder()
  const journal = await openIn(folder)
  journal.recordScan(accepted, 'camera', now)
  journal.recordScan(rejected, 'camera', now + 1)
  journal.recordEvent('clock.confirmed', { dismissed: null }, now + 2)
  journal.recordScan(unreadable, 'scanner', now + 3)
  return { folder, journal }
}

describe('erasing', () => {
  test('takes what is personal from before an instant, and says so in an entry', async () => {
    const { folder, journal } = await recorded()
    expect(journal.erase(now + 3, everything, now + hour)).toEqual({ erased: 2 })
    const payloads = [...readEntries(folder, journalKey)].map(({ entry, payload }) => [entry.kind, payload !== null])
    expect(payloads).toEqual([
      ['scan.verified', false],
      ['scan.verified', false],
      ['clock.confirmed', true],
      ['scan.verified', true],
      ['journal.erased', true],
    ])
    journal.close()
  })

  test('takes a crossing that was abandoned, and a copy that is put back is found', async () => {
    const { folder, journal } = await recorded()
    journal.abandonCrossing(crossingOf(), now + 4, null)
    expect(check(folder)).toMatchObject({ intact: true, discords: [] })
    const [kept] = behindIts(folder, 'SELECT payload FROM entries WHERE seq = 5') as { payload: string }[]
    expect(journal.erase(now + 4, everything, now + hour)).toEqual({ erased: 3 })
    expect(journal.erase(now + 5, 4, now + hour)).toEqual({ erased: 0 })
    expect(journal.erase(now + 5, everything, now + hour)).toEqual({ erased: 1 })
    journal.close()
    expect(check(folder)).toMatchObject({ intact: true, discords: [] })
    behindIts(folder, `UPDATE entries SET payload = '${kept?.payload.replaceAll("'", "''") ?? ''}' WHERE seq = 5`)
    expect(check(folder).discords).toEqual([{ why: 'payload-returned', seq: 5 }])
  })

  test('leaves the chain whole, and the day’s counts', async () => {
    const { folder, journal } = await recorded()
    const { byOutcome, total } = journal.day(now)
    journal.erase(now + hour, everything, now + hour)
    expect(journal.day(now)).toMatchObject({ byOutcome, total, last: [] })
    expect(check(folder)).toMatchObject({ intact: true, entries: 5 })
    journal.close()
  })

  test('spares what nobody else has yet', async () => {
    const { journal } = await recorded()
    expect(journal.erase(now + hour, 1, now + hour)).toEqual({ erased: 1 })
    expect(journal.day(now).last.map(({ seq }) => seq)).toEqual([4, 2])
    journal.close()
  })

  test('of nothing leaves no entry', async () => {
    const { folder, journal } = await recorded()
    expect(journal.erase(now, everything, now + hour)).toEqual({ erased: 0 })
    expect([...readEntries(folder, journalKey)]).toHaveLength(4)
    journal.close()
  })

  test('leaves no name behind its back: not in the pages, the log or a backup', async () => {
    const { folder, journal } = await recorded()
    const database = openEncrypted(join(folder, 'journal.sqlite'), journalKey)
    backUp(database, folder, 'before')
    database.close()
    journal.erase(now + hour, everything, now + hour)
    expect(backupNames(folder)).toEqual([])
    expect(
      behindIts(folder, `SELECT seq FROM scans UNION SELECT seq FROM entries WHERE payload LIKE '%Nguy%'`),
    ).toEqual([])
    // The pages as they are on disk, decrypted: what was deleted was overwritten.
    const clear = openEncrypted(join(folder, 'journal.sqlite'), journalKey).serialize()
    expect([clear.includes('CREATE TABLE crossings'), clear.includes('Nguyễn')]).toEqual([true, false])
    journal.close()
  })
})
