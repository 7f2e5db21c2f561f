/** What somebody with the key can do to what is derived from entries, one row at a time: all of it is found and mended. */
import { copyFileSync, cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readEntries, type Journal } from '../../../../main/journal/index.ts'
import { covered } from '../../../../main/journal/chain/entry-times.ts'
import { openEncrypted } from '../../../../main/journal/file/open-database.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { enrolled, receiptFor } from '../../../fixtures/hub.ts'
import { accepted, hour, now, rejected } from '../../../fixtures/verdicts.ts'
import { crossingOf, recordedBy, why } from './crossing-of.ts'
import { behindIts, check, newFolder, openIn } from './journal-in.ts'

/** A journal with a row in every table, closed; all its crossings are in the search index. */
async function made(): Promise<string> {
  const folder = newFolder()
  const journal = await openIn(folder)
  journal.recordScan(accepted, 'camera', now)
  recordedBy(journal, crossingOf({ travellers: 3 }), now + 1)
  enrolled(journal, now + 2)
  journal.ledger.keepReceipt(receiptFor(folder, 2))
  journal.erase(now + 2, 2, now + 3)
  journal.recordEvent('clock.confirmed', { dismissed: null }, now + 4)
  journal.shifts.close(now + 5)
  journal.recordScan(rejected, 'scanner', now + 6)
  const first = recordedBy(journal, crossingOf(), now + 7)
  for (let count = 0; count < 503; count++) recordedBy(journal, crossingOf({ travellers: 1 }), now + 8 + count)
  journal.amendCrossing(first, crossingOf({ decision: 'refused' }), why, now + hour)
  journal.voidCrossing(first + 1, { undone: false, why }, now + hour)
  while (journal.indexSome() > 0) continue
  journal.close()
  return folder
}

/** Made once: recording hundreds of crossings is what takes the time. */
const original = made()

/** A copy of it, opened. */
async function everything(): Promise<{ folder: string; journal: Journal }> {
  const folder = newFolder()
  cpSync(await original, folder, { recursive: true })
  copyFileSync(`${await original}.end`, `${folder}.end`)
  const journal = await openIn(folder)
  onTestFinished(() => journal.close())
  return { folder, journal }
}

const forgeries = [
  ['a changed scan', `UPDATE scans SET outcome = 'accepted' WHERE seq = 7`, 'scans', 'row-altered', 7],
  ['a deleted scan', 'DELETE FROM scans WHERE seq = 7', 'scans', 'row-missing', 7],
  [
    'an added scan',
    `INSERT INTO scans SELECT at + 1, seq, source, outcome, reason, holder FROM scans WHERE seq = 7`,
    'scans',
    'row-unfounded',
    7,
  ],
  [
    'a scan that was erased and is listed again',
    `INSERT INTO scans SELECT ${now}, 1, source, outcome, reason, holder FROM scans WHERE seq = 7`,
    'scans',
    'row-unfounded',
    1,
  ],
  [
    'a crossing as it was before its amendment',
    `UPDATE crossings SET decision = 'admitted', state = 'recorded', state_seq = 8, last_seq = 8 WHERE seq = 8`,
    'crossings',
    'row-altered',
    8,
  ],
  ['a deleted crossing', 'DELETE FROM crossings WHERE seq = 20', 'crossings', 'row-missing', 20],
  [
    'an added crossing',
    `INSERT INTO crossings SELECT at + 1, seq + 9000, state_seq, direction, on_foot, plate, trailer, people, outcome,
       decision, state, last_seq, last_at, recorded_at FROM crossings WHERE seq = 20`,
    'crossings',
    'row-unfounded',
    9020,
  ],
  [
    'a void that is gone with its trace',
    `UPDATE crossings SET state = 'recorded', last_seq = 9, last_at = at WHERE seq = 9;
     DELETE FROM crossing_changes WHERE crossing = 9`,
    'crossing_changes',
    'row-missing',
    513,
  ],
  ['an added change', 'INSERT INTO crossing_changes VALUES (30, 31)', 'crossing_changes', 'row-unfounded', 31],
  [
    'a change of nothing',
    'INSERT INTO crossing_changes VALUES (9000, 9001)',
    'crossing_changes',
    'row-unfounded',
    9001,
  ],
  [
    'changed times',
    `UPDATE entry_times SET latest = 0 WHERE through = ${covered}`,
    'entry_times',
    'row-altered',
    covered,
  ],
  ['added times', 'INSERT INTO entry_times VALUES (150, 0, 0)', 'entry_times', 'row-unfounded', 150],
  ['a changed count of scans', 'UPDATE erased_counts SET count = 9', 'erased_counts', 'row-altered', 4],
  ['a deleted count of scans', 'DELETE FROM erased_counts', 'erased_counts', 'row-missing', 4],
  ['a changed count of people', 'UPDATE erased_crossings SET people = 2', 'erased_crossings', 'row-altered', 4],
  [
    'an added count of crossings',
    `INSERT INTO erased_crossings VALUES ('2020-01-01', 'in', 'admitted', 1, 1)`,
    'erased_crossings',
    'row-unfounded',
    4,
  ],
  [
    'a line that is gone from the search index',
    `UPDATE search_blocks SET terms = substr(terms, 1, length(terms) - instr(substr(terms, 2), char(10)))
     WHERE key = (SELECT min(key) FROM search_blocks)`,
    'search',
    null,
    null,
  ],
  [
    'a block that is gone from the search index',
    'DELETE FROM search_blocks WHERE key = (SELECT max(key) FROM search_blocks)',
    'search',
    'row-missing',
    null,
  ],
  [
    'a block of another beginning',
    'UPDATE search_blocks SET key = key + 4 WHERE key = (SELECT max(key) FROM search_blocks)',
    'search',
    null,
    null,
  ],
  [
    'a line twice in the search index',
    'UPDATE search_blocks SET terms = terms || terms WHERE key = (SELECT max(key) FROM search_blocks)',
    'search',
    'row-unfounded',
    null,
  ],
  [
    'a block of another day',
    'UPDATE search_blocks SET key = key + 2 * 4294967296 WHERE key = (SELECT max(key) FROM search_blocks)',
    'search',
    null,
    null,
  ],
  ['a day that searches skip', 'DELETE FROM search_spans', 'search', 'row-missing', 0],
  ['a day that has no blocks', 'INSERT INTO search_spans VALUES (2)', 'search', 'row-unfounded', 0],
  [
    'an index that goes further than it says',
    'UPDATE search_progress SET through = 9',
    'search',
    'row-unfounded',
    null,
  ],
  [
    'an index that is said to go beyond the journal',
    'UPDATE search_progress SET through = 9000',
    'search',
    'row-altered',
    0,
  ],
] as const

describe('a whole check', () => {
  test.each(forgeries)(
    'names %s, and a rebuild mends it',
    async (_what, sql, table, fault, seq) => {
      const { folder, journal } = await everything()
      expect(check(folder).discords).toEqual([])
      behindIts(folder, sql)
      const { discords } = check(folder)
      expect(discords).toEqual([
        { why: fault ?? expect.stringMatching(/^row-/), table, seq: seq ?? expect.any(Number) },
      ])
      expect(check(folder, { search: false }).discords).toEqual(table === 'search' ? [] : discords)
      journal.rebuild()
      expect(check(folder).discords).toEqual([])
    },
    60_000,
  )

  test('compares the indices of single kinds too, which are no tables', async () => {
    const { folder } = await everything()
    const database = openEncrypted(join(folder, 'journal.sqlite'), journalKey).unsafeMode(true)
    // An index that has lost a row, by way of a definition that leaves it out.
    const change = (from: string, to: string): string =>
      `UPDATE sqlite_schema SET sql = replace(sql, '${from}', '${to}') WHERE name = 'entries_shifts';`
    const [whole, less] = ['WHERE (', 'WHERE seq > 99 AND ('] as const
    database.exec(`PRAGMA writable_schema = ON; ${change(whole, less)} PRAGMA writable_schema = RESET;
      REINDEX entries_shifts; PRAGMA writable_schema = ON; ${change(less, whole)} PRAGMA writable_schema = RESET`)
    database.close()
    expect(check(folder).discords).toEqual([{ why: 'row-missing', table: 'indices', seq: 6 }])
  })

  test('holds while a kiosk goes on recording, changing, erasing and indexing', async () => {
    const { folder, journal } = await everything()
    for (let count = 0; count < 1000; count++) journal.recordScan(accepted, 'camera', now + count)
    let [rounds, at] = [0, now + 2 * hour]
    const answer = check(folder, {
      progress() {
        rounds++
        at += hour
        const seq = recordedBy(journal, crossingOf(), at)
        journal.amendCrossing(8, crossingOf({ decision: 'admitted' }), why, at)
        journal.voidCrossing(seq, { undone: true, why: null }, at)
        journal.erase(now + 20 + 10 * rounds, 9000, at)
        journal.indexSome()
      },
    })
    expect(rounds).toBeGreaterThan(1)
    expect(answer.discords).toEqual([])
  })
})

describe('what is done with what is derived', () => {
  test('a forged receipt erases nothing, and a whole check names it', async () => {
    const { folder, journal } = await everything()
    expect(journal.ledger.delivered('backed-up')).toBe(2)
    behindIts(folder, 'UPDATE receipts SET through = 400')
    expect(journal.ledger.delivered('backed-up')).toBe(0)
    expect(journal.retain({ personal: 14, access: 14 }, now + 30 * 24 * hour)).toEqual({ erased: 0 })
    expect(check(folder).discords).toEqual([{ why: 'receipt-forged', seq: 400 }])
  })

  test('a shift is counted from its entries, whatever the tables and indices say', async () => {
    const { folder, journal } = await everything()
    behindIts(
      folder,
      `UPDATE crossings SET decision = 'admitted', state = 'recorded'; DELETE FROM scans;
      DELETE FROM crossings WHERE seq = 30`,
    )
    expect(journal.shifts.close(now + hour)).toMatchObject({ recorded: true })
    expect(journal.shifts.last()).toMatchObject({
      from: now + 5,
      totals: {
        scans: 1,
        crossings: { total: 503, byDecision: { admitted: 502, refused: 1, referred: 0 } },
        amended: 1,
        voided: 1,
      },
    })
  })

  test('a shift whose entries do not hold is closed all the same, and an entry says so', async () => {
    const { folder, journal } = await everything()
    behindIts(folder, `UPDATE entries SET payload = replace(payload, '98A', '99A') WHERE seq = 40`)
    expect(journal.shifts.close(now + hour)).toEqual({ recorded: true, seq: 515 })
    const doubt = [...readEntries(folder, journalKey, 2)][0]
    expect(doubt).toMatchObject({ entry: { kind: 'journal.doubted' } })
    expect(JSON.parse(doubt?.payload ?? '')).toMatchObject({ why: 'payload-altered', seq: 40 })
  })
})
