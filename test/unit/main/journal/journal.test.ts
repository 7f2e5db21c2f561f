import { afterEach, describe, expect, test } from 'vitest'
import { readEntries, type Journal } from '../../../../main/journal/index.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { accepted, hour, now, rejected, unreadable } from '../../../fixtures/verdicts.ts'
import { check, behindIts, latestFormat, newFolder, openIn } from './journal-in.ts'

const open: Journal[] = []
afterEach(() => {
  for (const journal of open.splice(0)) journal.close()
})

async function journalIn(folder = newFolder()): Promise<{ journal: Journal; folder: string }> {
  const journal = await openIn(folder)
  open.push(journal)
  return { journal, folder }
}

function close(journal: Journal): void {
  open.splice(open.indexOf(journal), 1)
  journal.close()
}

describe('the journal', () => {
  test('numbers scans from one, without gaps', async () => {
    const { journal } = await journalIn()
    const records = [accepted, rejected, unreadable].map((verdict) => journal.recordScan(verdict, 'camera', now))
    expect(records).toEqual([1, 2, 3].map((seq) => ({ recorded: true, seq, at: now })))
  })

  test('counts the day in Viet Nam’s calendar, whatever zone the laptop is in', async () => {
    const { journal } = await journalIn()
    const midnight = Date.parse('2021-10-05T00:00:00+07:00')
    journal.recordScan(accepted, 'camera', midnight - 1)
    journal.recordScan(rejected, 'scanner', midnight)
    journal.recordScan(unreadable, 'image', midnight + hour)
    expect(journal.day(midnight - 1)).toMatchObject({ date: '2021-10-04', total: 1, byOutcome: { accepted: 1 } })
    expect(journal.day(midnight)).toMatchObject({
      date: '2021-10-05',
      total: 2,
      byOutcome: { accepted: 0, rejected: 1, unreadable: 1 },
    })
  })

  test('lists the last ten of the day, newest first, with who and why', async () => {
    const { journal } = await journalIn()
    for (let count = 0; count < 12; count++) journal.recordScan(accepted, 'camera', now + count)
    journal.recordScan(rejected, 'scanner', now + 20)
    const { last } = journal.day(now)
    expect(last.map(({ seq }) => seq)).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4])
    expect(last[0]).toMatchObject({
      holder: 'Nguyễn Văn An',
      outcome: 'rejected',
      source: 'scanner',
      reason: { code: 'result-positive' },
    })
  })

  test('does not keep the scanned text, with which the code could be shown again', async () => {
    const { journal, folder } = await journalIn()
    journal.recordScan(accepted, 'camera', now)
    const [first] = [...readEntries(folder, journalKey)]
    expect(first?.payload).toContain('Nguyễn')
    expect(first?.payload).not.toContain(accepted.text.slice(4, 60))
  })

  test('goes on where it was after it was closed', async () => {
    const { journal, folder } = await journalIn()
    journal.recordScan(accepted, 'camera', now)
    close(journal)
    const { journal: again } = await journalIn(folder)
    expect(again.recordScan(rejected, 'camera', now)).toMatchObject({ seq: 2 })
    expect(again.day(now).total).toBe(2)
    expect(check(folder)).toMatchObject({ intact: true, entries: 2 })
  })

  test('is opened by one process at a time', async () => {
    const { folder, journal } = await journalIn()
    await expect(openIn(folder)).rejects.toMatchObject({ code: 'PROFILE_IN_USE' })
    close(journal)
    await expect(journalIn(folder)).resolves.toBeDefined()
  })

  test('that a newer version wrote is refused', async () => {
    const { folder, journal } = await journalIn()
    close(journal)
    behindIts(folder, 'PRAGMA user_version = 9999')
    await expect(openIn(folder)).rejects.toMatchObject({ code: 'JOURNAL_FROM_FUTURE' })
    behindIts(folder, `PRAGMA user_version = ${latestFormat}`)
    await expect(journalIn(folder)).resolves.toBeDefined()
  })
})

describe('a walk of the chain', () => {
  const tampering = [
    ['a changed header', 'UPDATE entries SET at = at + 1 WHERE seq = 3', 3, 'header-altered'],
    [
      'a changed payload',
      `UPDATE entries SET payload = replace(payload, 'Nguyễn', 'Nguyên') WHERE seq = 3`,
      3,
      'payload-altered',
    ],
    ['a dropped entry', 'DELETE FROM entries WHERE seq = 3', 4, 'out-of-order'],
    [
      'a dropped entry closed up',
      'DELETE FROM entries WHERE seq = 3; UPDATE entries SET seq = seq - 1 WHERE seq > 3',
      3,
      'not-chained',
    ],
    [
      'two entries swapped',
      'UPDATE entries SET seq = -1 WHERE seq = 2; UPDATE entries SET seq = 2 WHERE seq = 3; UPDATE entries SET seq = 3 WHERE seq = -1',
      2,
      'not-chained',
    ],
  ] as const

  test.each(tampering)('names %s', async (_what, sql, seq, why) => {
    const { journal, folder } = await journalIn()
    for (let count = 0; count < 5; count++) journal.recordScan(accepted, 'camera', now + count)
    close(journal)
    behindIts(folder, sql)
    expect(check(folder).discords[0]).toEqual({ seq, why })
  })

  test('is content with payloads that an entry says were erased, and names one that only vanished', async () => {
    const { journal, folder } = await journalIn()
    for (let count = 0; count < 5; count++) journal.recordScan(accepted, 'camera', now + count)
    journal.erase(now + 2, 5, now + 10)
    expect(check(folder)).toMatchObject({ intact: true, entries: 6 })
    close(journal)
    behindIts(folder, 'UPDATE entries SET payload = NULL WHERE seq = 4')
    expect(check(folder).discords).toEqual([{ seq: 4, why: 'payload-missing' }])
  })
})
