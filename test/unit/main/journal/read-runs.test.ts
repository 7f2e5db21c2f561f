import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readRuns } from '../../../../main/journal/file/read-runs.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { accepted } from '../../../fixtures/verdicts.ts'
import { newFolder, openIn } from './journal-in.ts'

const seqs = (run: readonly { entry: { seq: number } }[]): number[] => run.map(({ entry }) => entry.seq)

test('entries come in runs, in order, up to the one that was last at first', async () => {
  const folder = newFolder()
  const journal = await openIn(folder)
  for (let at = 1; at <= 5; at++) journal.recordScan(accepted, 'camera', at)
  const runs: number[][] = []
  for (const run of readRuns(folder, journalKey, { size: 2 })) {
    runs.push(seqs(run))
    journal.recordScan(accepted, 'camera', 6)
  }
  expect(runs).toEqual([[1, 2], [3, 4], [5]])
  journal.close()
})

test('the last so many come in runs too, counted from the one that was last at first', async () => {
  const folder = newFolder()
  const journal = await openIn(folder)
  for (let at = 1; at <= 5; at++) journal.recordScan(accepted, 'camera', at)
  const runs = readRuns(folder, journalKey, { size: 2, last: 3 })
  expect(seqs(runs.next().value ?? [])).toEqual([3, 4])
  journal.recordScan(accepted, 'camera', 6)
  expect([...runs].map(seqs)).toEqual([[5]])
  journal.close()
})

test('a journal without entries has no run', async () => {
  const folder = newFolder()
  const journal = await openIn(folder)
  expect([...readRuns(folder, journalKey)]).toEqual([])
  journal.close()
})

test('however long a reader takes, the write-ahead log is emptied meanwhile', async () => {
  const folder = newFolder()
  const journal = await openIn(folder)
  const log = join(folder, 'journal.sqlite-wal')
  journal.recordScan(accepted, 'camera', 1)
  journal.recordScan(accepted, 'camera', 2)
  const reader = readRuns(folder, journalKey, { size: 1 })
  reader.next()
  // SQLite empties the log into the file at each thousand pages, if nobody holds on to an earlier state.
  for (let at = 0; at < 500; at++) journal.recordScan(accepted, 'camera', at)
  const afterTwo = statSync(log).size
  for (let at = 0; at < 500; at++) journal.recordScan(accepted, 'camera', at)
  // But for the last entry's pages: where the thousand is passed depends on how many pages the tables have.
  expect(statSync(log).size).toBeLessThan(1.05 * afterTwo)
  expect(seqs(reader.next().value ?? [])).toEqual([2])
  reader.return(undefined)
  journal.close()
})
