/** What a journal says of a report that was given out earlier: whether it was out of this one, and what was changed since. */
import { openToRead } from './open-to-read.ts'
import type { EntryProof } from './proof.ts'
import type { CrossingRange } from './read-crossings.ts'

/** `own`: the entry of the report stands in this journal. The counts are of the report's time, since it was made. */
export type SinceReport = { own: false } | { own: true; added: number; changed: number }

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
    if (hash !== entry.hash) return { own: false }
    const counted = database
      .prepare<[CrossingRange & { through: number }], { added: number; changed: number }>(
        `SELECT coalesce(sum(seq > @through), 0) AS added,
           coalesce(sum(seq <= @through AND EXISTS (
             SELECT 1 FROM crossing_changes h JOIN entries e ON e.seq = h.seq
             WHERE h.crossing = c.seq AND h.seq > @through AND e.kind <> 'crossing.noted')), 0) AS changed
         FROM crossings c WHERE at >= @from AND at < @to AND last_seq > @through`,
      )
      .get({ from, to, through })
    return { own: true, added: counted?.added ?? 0, changed: counted?.changed ?? 0 }
  } finally {
    database.close()
  }
}
