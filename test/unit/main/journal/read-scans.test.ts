import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readScans } from '../../../../main/journal/index.ts'
import { openEncrypted } from '../../../../main/journal/file/open-database.ts'
import { localDay } from '../../../../shared/language/time.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { accepted, hour, now } from '../../../fixtures/verdicts.ts'
import { newFolder, openIn } from './journal-in.ts'

/** A journal with 250 scans of a day, and whoever reads them. */
async function reading() {
  const folder = newFolder()
  const journal = await openIn(folder)
  onTestFinished(() => journal.close())
  for (let count = 0; count < 250; count++) journal.recordScan(accepted, 'camera', now + count)
  const scans = readScans(folder, journalKey, localDay(now))
  onTestFinished(() => void scans.return(undefined))
  return { folder, journal, scans }
}

test('the scans of a day are those that there were when the first was asked for', async () => {
  const { journal, scans } = await reading()
  expect(scans.next().value).toMatchObject({ seq: 1 })
  for (let count = 0; count < 100; count++) journal.recordScan(accepted, 'camera', now + hour + count)
  expect([...scans].map(({ seq }) => seq)).toEqual(Array.from({ length: 249 }, (_, index) => index + 2))
})

test('what is erased while they are read has no payload from there on', async () => {
  const { journal, scans } = await reading()
  scans.next()
  journal.erase(now + hour, 250, now + hour)
  const rest = [...scans]
  expect(rest).toHaveLength(249)
  expect(rest.slice(99).every(({ payload }) => payload === null)).toBe(true)
})

test('however slowly they are taken, no read transaction is held meanwhile', async () => {
  const { folder, journal, scans } = await reading()
  scans.next()
  journal.recordScan(accepted, 'camera', now + hour)
  const other = openEncrypted(join(folder, 'journal.sqlite'), journalKey, { timeout: 0 })
  onTestFinished(() => void other.close())
  // The log can only be emptied where nobody reads an earlier state of the file.
  expect(other.pragma('wal_checkpoint(TRUNCATE)')).toMatchObject([{ busy: 0 }])
})
