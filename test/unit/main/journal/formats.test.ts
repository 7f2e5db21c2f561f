/** A journal of every format that ever landed opens, verifies and shows what it showed. */
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { backupNames } from '../../../../main/journal/file/backup.ts'
import { readEntries, readScans } from '../../../../main/journal/index.ts'
import { formatOf, migrations } from '../../../../main/journal/file/migrate.ts'
import { openEncrypted } from '../../../../main/journal/file/open-database.ts'
import { localDay } from '../../../../shared/language/time.ts'
import { madeFormats, madeJournal, shownBy } from '../../../fixtures/journals/made-journals.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { hour, now } from '../../../fixtures/verdicts.ts'
import { crossingOf, recordedBy } from './crossing-of.ts'
import { behindIts, check, latestFormat, openIn } from './journal-in.ts'

/** Formats that no version ever wrote by themselves: 30 landed together with 40. */
const neverAlone = [30]

test('there is a journal of every format but the newest', () => {
  const landed = migrations.map(({ version }) => version).slice(0, -1)
  expect(madeFormats).toEqual(landed.filter((version) => !neverAlone.includes(version)))
})

describe.each(madeFormats)('a journal of format %i', (format) => {
  const opened = async () => {
    const folder = madeJournal(format)
    const journal = await openIn(folder)
    onTestFinished(() => journal.close())
    return { folder, journal }
  }

  test('opens without a doubt, is whole, and comes out the same from a rebuild', async () => {
    const { folder, journal } = await opened()
    expect(journal.doubts).toEqual([])
    expect(check(folder)).toMatchObject({ intact: true })
    expect(journal.rebuild().changed).toBe(false)
    expect(check(folder).discords).toEqual([])
  })

  test('shows what it showed', async () => {
    const { journal } = await opened()
    const { found, shift, ...shown } = shownBy(format)
    const search = { text: 'nguyen van an', from: null, to: null, decision: null, direction: null }
    expect({
      day: journal.day(now),
      dayBefore: journal.day(now - 20 * hour),
      clock: shown.clock === null ? null : journal.clockEvidence(),
      draft: journal.readDraft(),
    }).toMatchObject(shown)
    if (found) expect(journal.search(search).lines).toMatchObject(found)
    if (!shift) return
    const { kiosk, from, to, seq, head, ...totals } = shift
    expect(journal.shifts.last()).toMatchObject({ kiosk, from, to, seq, head, totals })
  })

  test('has every scan of its day, the erased ones too', async () => {
    const { folder, journal } = await opened()
    expect([...readScans(folder, journalKey, localDay(now))]).toHaveLength(journal.day(now).total)
  })

  test('takes what is recorded from then on', async () => {
    const { folder, journal } = await opened()
    const { total } = journal.day(now).crossings
    recordedBy(journal, crossingOf(), now + 5 * hour)
    expect(journal.day(now).crossings.total).toBe(total + 1)
    expect(check(folder)).toMatchObject({ intact: true })
  })

  test('has keys of its own, and the heads that were signed before still hold', async () => {
    const { folder, journal } = await opened()
    journal.ledger.ensureKeys(now + 5 * hour)
    journal.recordEvent('clock.confirmed', {}, now + 5 * hour)
    expect(journal.signHead(now + 5 * hour)).toMatchObject({ key: 2 })
    expect(check(folder)).toMatchObject({ intact: true })
  })

  test('is backed up as it was before its tables change', async () => {
    const { folder } = await opened()
    const name = `format-${format}-before-${latestFormat}.sqlite`
    expect(backupNames(folder)).toContain(name)
    const kept = openEncrypted(join(folder, 'backups', name), journalKey)
    expect(formatOf(kept)).toBe(format)
    kept.close()
  })
})

test('a journal that nobody has opened since is not read as if it were up to date', () => {
  const folder = madeJournal(120)
  expect(() => [...readEntries(folder, journalKey)]).toThrow(expect.objectContaining({ code: 'JOURNAL_FROM_PAST' }))
  behindIts(folder, 'PRAGMA user_version = 9999')
  expect(() => [...readEntries(folder, journalKey)]).toThrow(expect.objectContaining({ code: 'JOURNAL_FROM_FUTURE' }))
})
