/** Compares where a journal ends with the mark outside its folder. */
import type { Mark } from '../vouched/end-mark.ts'
import type { End } from '../../../shared/ledger/end.ts'
import { genesis } from '../chain/entry.ts'
import type { Database } from '../file/open-database.ts'
import type { Discord } from '../../../shared/ledger/discord.ts'

/**
 * What does not agree; null: the journal has all entries that the mark vouches for. It may have more: the mark is behind
 * where the power was cut. Read the mark before the journal, since a kiosk may be writing both.
 */
export function checkEnd(database: Database, mark: Mark): Discord | null {
  const last = lastOf(database)
  // A journal of which nothing is left but the folder is told by its mark; where that is gone too, a new one begins.
  if (mark.found === 'missing') return last === 0 ? null : { why: 'mark-missing', seq: last }
  if (mark.found === 'damaged') return { why: 'mark-damaged', seq: last }
  const why = misfitOf(database, mark.end)
  return why === null ? null : fault(database, mark.end, why)
}

/** The same of the mark far from the profile; null also where there is none: a laptop that is new, or moved to. */
export function checkFarEnd(database: Database, mark: Mark): Discord | null {
  const why = mark.found === 'end' ? misfitOf(database, mark.end) : null
  return why === null || mark.found !== 'end' ? null : fault(database, mark.end, `${why}-far`)
}

/**
 * Whether an older mark was put back, behind which an end could be cut off unseen; null: as far as can be told it was not.
 * Each signed head is written before the mark is waited for, and the far mark after that: so a power cut leaves the mark
 * behind the newest head, and never behind the head before that one, or behind the far mark.
 * @param near reads the mark: last, since a kiosk may be writing it
 */
export function checkMarkAge(database: Database, far: Mark, near: () => Mark): Discord | null {
  const before = database.prepare<[], number>('SELECT seq FROM heads ORDER BY seq DESC LIMIT 1 OFFSET 1').pluck().get()
  // Where the journal ends before it, the whole profile is the older one: see `checkFarEnd`.
  const marked = far.found === 'end' && far.end.seq <= lastOf(database) ? far.end.seq : 0
  const mark = near()
  const old = mark.found === 'end' && mark.end.seq < Math.max(before ?? 0, marked)
  return old ? { why: 'mark-old', seq: mark.end.seq } : null
}

function misfitOf(database: Database, { seq, hash }: End): 'cut-off' | 'not-as-vouched' | null {
  if (lastOf(database) < seq) return 'cut-off'
  const there = database.prepare<[number], string>('SELECT hash FROM entries WHERE seq = ?').pluck().get(seq)
  return (seq === 0 ? genesis : there) === hash ? null : 'not-as-vouched'
}

function fault(database: Database, vouched: End, why: Extract<Discord, { vouched: End }>['why']): Discord {
  const last = lastOf(database)
  return { why, seq: last < vouched.seq ? last + 1 : vouched.seq, vouched }
}

function lastOf(database: Database): number {
  return database.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM entries').pluck().get() ?? 0
}
