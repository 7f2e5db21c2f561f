/** What a journal says of a report that was given out earlier: whether it was out of this one, and what was changed since. */
import { CrossingAtEntry } from '../crossings/crossing-at-entry.ts'
import { happenedAt } from '../crossings/crossing-line.ts'
import type { Database } from '../file/open-database.ts'
import { openToRead } from '../file/open-to-read.ts'
import type { EntryProof } from '../chain/proof.ts'
import type { CrossingRange } from '../crossings/read-crossings.ts'

/**
 * `own`: the entry of the report stands in this journal. The counts are of the report's time, since it was made. `claimed`: it
 * does not, and the report says all the same that it is of this journal's kiosk.
 */
export type SinceReport = { own: false; claimed: boolean } | { own: true; added: number; changed: number }

/**
 * Asks the journal in a folder.
 * @param range of the report
 * @param through the last entry that is in it
 * @throws JournalKeyWrong, JournalFromPast, JournalFromFuture; and where there is no journal
 */
export function sinceReport(
  folder: string,
  key: Uint8Array,
  { entry }: EntryProof,
  { from, to }: CrossingRange,
  through: number,
): SinceReport {
  const database = openToRead(folder, key)
  try {
    const hash = database.prepare<[number], string>('SELECT hash FROM entries WHERE seq = ?').pluck().get(entry.seq)
    const kiosk = database.prepare<[], string>('SELECT kiosk FROM entries ORDER BY seq DESC LIMIT 1').pluck().get()
    if (hash !== entry.hash) return { own: false, claimed: kiosk === entry.kiosk }
    return database.transaction(() => ({ own: true, ...changesSince(database, { from, to }, through) }) as const)()
  } finally {
    database.close()
  }
}

/** Entries that are looked through while somebody waits at the lane: what is older is asked of a report made anew. */
const mostSince = 100_000

/**
 * The same of a page of paper, by what its code says; null: its end of the journal is none of this one's, or too long ago to
 * be looked up beside a queue.
 * @param head the last entry that is in it, and the beginning of its hash
 */
export function sincePage(
  database: Database,
  range: CrossingRange,
  head: { seq: number; hash: string },
): { added: number; changed: number } | null {
  const hash = database.prepare<[number], string>('SELECT hash FROM entries WHERE seq = ?').pluck().get(head.seq)
  if (!hash?.startsWith(head.hash)) return null
  const last = database.prepare<[], number>('SELECT max(seq) FROM entries').pluck().get() ?? 0
  return last - head.seq > mostSince ? null : changesSince(database, range, head.seq)
}

/** Crossings of a time that are new since an entry, or were changed since: also those that were, or only are now, of that time. */
function changesSince(database: Database, range: CrossingRange, through: number): { added: number; changed: number } {
  const isOf = (at: number): boolean => at >= range.from && at < range.to
  const added = database
    .prepare<[CrossingRange & { through: number }], number>(
      'SELECT count(*) FROM crossings WHERE at >= @from AND at < @to AND seq > @through',
    )
    .pluck()
    .get({ ...range, through })
  const now = database
    .prepare<[{ seq: number; through: number }], number>(
      `SELECT c.at FROM entries e JOIN crossings c ON c.at = ${happenedAt} AND c.seq = e.seq WHERE e.seq = @seq
         AND EXISTS (SELECT 1 FROM crossing_changes h JOIN entries s ON s.seq = h.seq
           WHERE h.crossing = @seq AND h.seq > @through AND s.kind <> 'crossing.noted')`,
    )
    .pluck()
  const changed = new CrossingAtEntry(database).changedSince(through).filter(({ at, seq }) => {
    const is = now.get({ seq, through })
    return is !== undefined && (isOf(at) || isOf(is))
  })
  return { added: added ?? 0, changed: changed.length }
}
