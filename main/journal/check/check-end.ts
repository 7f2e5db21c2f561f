/** Compares where a journal ends with the mark outside its folder. */
import type { Mark } from '../end-mark.ts'
import { genesis } from '../entry.ts'
import type { Database } from '../open-database.ts'
import type { Discord } from './discord.ts'

/**
 * What does not agree; null: the journal has all entries that the mark vouches for. It may have more: the mark is behind
 * where the power was cut. Read the mark before the journal, since a kiosk may be writing both.
 */
export function checkEnd(database: Database, mark: Mark): Discord | null {
  const last = database.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM entries').pluck().get() ?? 0
  // A journal of which nothing is left but the folder is told by its mark; where that is gone too, a new one begins.
  if (mark.found === 'missing') return last === 0 ? null : { why: 'mark-missing', seq: last }
  if (mark.found === 'damaged') return { why: 'mark-damaged', seq: last }
  const { seq, hash } = mark.end
  if (last < seq) return { why: 'cut-off', seq: last + 1, vouched: mark.end }
  const there = database.prepare<[number], string>('SELECT hash FROM entries WHERE seq = ?').pluck().get(seq)
  return (seq === 0 ? genesis : there) === hash ? null : { why: 'not-as-vouched', seq, vouched: mark.end }
}
