/** What is compared whenever a journal is opened. */
import { describe, expect, test } from 'vitest'
import { Journal, readEntries } from '../../../../main/journal/index.ts'
import { journalKey, secrets } from '../../../fixtures/secrets.ts'
import { accepted, hour, now } from '../../../fixtures/verdicts.ts'
import { crossingOf, recordedBy, why } from './crossing-of.ts'
import { behindIts, check, newFolder, openIn } from './journal-in.ts'

const day = 24 * hour

/** Two hundred scans of long ago, of which the opening compares a sample, and today's crossings; closed. */
async function recorded(): Promise<string> {
  const folder = newFolder()
  const journal = await openIn(folder)
  for (let count = 0; count < 200; count++) journal.recordScan(accepted, 'camera', now - 9 * day + count)
  for (let count = 0; count < 5; count++) recordedBy(journal, crossingOf(), now + count)
  journal.amendCrossing(203, crossingOf({ decision: 'refused' }), why, now + hour)
  journal.close()
  return folder
}

describe('opening a journal', () => {
  test('finds nothing where nothing is wrong, also with a clock that went back and what was erased', async () => {
    const folder = await recorded()
    const journal = await openIn(folder)
    expect(journal.doubts).toEqual([])
    journal.erase(now - 8 * day, 206, now + 2 * hour)
    recordedBy(journal, crossingOf(), now - day)
    recordedBy(journal, crossingOf(), now + 3 * hour)
    journal.close()
    const again = await openIn(folder)
    expect(again.doubts).toEqual([])
    again.close()
  })

  test.each([
    [
      'a crossing of today as it was before its amendment',
      `UPDATE crossings SET decision = 'admitted', state = 'recorded', state_seq = 203, last_seq = 203, last_at = at
         WHERE seq = 203; DELETE FROM crossing_changes`,
      { why: 'row-missing', table: 'crossing_changes', seq: 206 },
    ],
    ['a crossing of today that is gone', 'DELETE FROM crossings WHERE seq = 202', { why: 'row-missing', seq: 202 }],
    [
      'a crossing of today that nobody recorded',
      `INSERT INTO crossings SELECT at + 9, 999, state_seq, direction, on_foot, plate, trailer, people, outcome,
         decision, state, last_seq, last_at, recorded_at FROM crossings WHERE seq = 202`,
      { why: 'row-unfounded', seq: 999 },
    ],
    [
      'an entry of today that was altered',
      `UPDATE entries SET payload = replace(payload, '98A', '99A') WHERE seq = 204`,
      { why: 'payload-altered', seq: 204 },
    ],
    ['a sample of what is older', 'DELETE FROM scans', { why: 'row-missing', table: 'scans' }],
    ['times of a hundred in the sample', 'DELETE FROM entry_times', { why: 'row-missing', table: 'entry_times' }],
  ])('finds %s: it is said, an entry, and closes no lane', async (_, sql, discord) => {
    const folder = await recorded()
    behindIts(folder, sql)
    const said: string[] = []
    const journal = await Journal.open({ folder, kiosk: 'kiosk-1', secrets, log: (line) => said.push(line) })
    expect(journal.doubts).toEqual([expect.objectContaining(discord)])
    expect(said).toEqual([expect.stringContaining('journal: ')])
    journal.recordDoubts(now + day)
    expect(journal.recordScan(accepted, 'camera', now + day)).toMatchObject({ recorded: true, seq: 208 })
    const [doubt] = [...readEntries(folder, journalKey, 2)]
    expect(doubt?.entry.kind).toBe('journal.doubted')
    expect(JSON.parse(doubt?.payload ?? '')).toMatchObject(discord)
    journal.close()
  })

  test('finds no more after a rebuild', async () => {
    const folder = await recorded()
    behindIts(folder, 'DELETE FROM crossings; DELETE FROM scans; DELETE FROM entry_times')
    const journal = await openIn(folder)
    expect(journal.doubts).toHaveLength(2)
    expect(journal.rebuild()).toMatchObject({ changed: true })
    expect(journal.doubts).toEqual([])
    journal.close()
    const again = await openIn(folder)
    expect(again.doubts).toEqual([])
    again.close()
    expect(check(folder).discords).toEqual([])
  })

  test('goes on where what a cut journal has left in its tables is in the way of new entries', async () => {
    const folder = await recorded()
    behindIts(folder, 'DELETE FROM entries WHERE seq > 150')
    const journal = await openIn(folder)
    for (let count = 0; count < 60; count++)
      expect(journal.recordScan(accepted, 'camera', now - 9 * day + 150 + count)).toMatchObject({ recorded: true })
    journal.close()
  })
})
