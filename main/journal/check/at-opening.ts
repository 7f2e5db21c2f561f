/**
 * What is compared whenever a journal is opened, in bounded work: where it ends, the draft, its newest day, and a sample of the
 * rest. What passes here is not proven; `chot journal verify` compares everything.
 */
import { startOfLocalDay } from '../../../shared/language/time.ts'
import type { Mark } from '../vouched/end-mark.ts'
import type { End } from '../../../shared/ledger/end.ts'
import { covered } from '../chain/entry-times.ts'
import { isReadFault, type Database } from '../file/open-database.ts'
import { entryColumns, type EntryRow } from '../chain/entry-row.ts'
import { ChainWalk } from './chain-walk.ts'
import { checkDraft } from './check-draft.ts'
import { checkKeys } from './check-own.ts'
import { checkEnd, checkFarEnd, checkMarkAge } from './check-end.ts'
import type { Discord } from '../../../shared/ledger/discord.ts'
import { emptySpan, EntryRows, widened } from './entry-rows.ts'
import { Erasures } from './erasures.ts'
import { findUnfoundedSince } from './unfounded-rows.ts'

/** Entries of the newest day that are compared, the newest first: at 40 µs each some 0.15 s, and more than most days have. */
const mostOfNewestDay = 4000

/** Hundreds of entries that are compared beside it, drawn anew each time. */
const sampled = 8

/** What does not agree, at most one thing of each: the end, the draft, the newest day, the sample. */
export function checkAtOpening(database: Database, mark: Mark, farMark: Mark): Discord[] {
  const opening = new OpeningCheck(database)
  return [
    asFound(() => checkEnd(database, mark)),
    asFound(() => checkFarEnd(database, farMark)),
    asFound(() => checkMarkAge(database, farMark, () => mark)),
    asFound(() => checkDraft(database)),
    asFound(() => checkKeys(database)),
    asFound(() => opening.newestDay()),
    asFound(() => opening.sample()),
  ].filter((each) => each !== null)
}

/** A page that cannot be read is found like anything else: it is no reason to open nothing. */
function asFound(compare: () => Discord | null): Discord | null {
  try {
    return compare()
  } catch (error) {
    if (!isReadFault(error)) throw error
    return { why: 'unreadable', seq: 0 }
  }
}

class OpeningCheck {
  private readonly database: Database
  private readonly rows: EntryRows
  private readonly statements
  private known: Erasures | null = null

  constructor(database: Database) {
    this.database = database
    this.rows = new EntryRows(database)
    this.statements = {
      last: database.prepare<[], { seq: number; at: number }>('SELECT seq, at FROM entries ORDER BY seq DESC LIMIT 1'),
      // No payload is read: this only looks how far back the day goes.
      begun: database.prepare<[number, number], { seq: number; at: number }>(
        `SELECT seq, at FROM (SELECT seq, at FROM entries ORDER BY seq DESC LIMIT ?)
         WHERE at >= ? ORDER BY seq LIMIT 1`,
      ),
      before: database.prepare<[number], End>('SELECT seq, hash FROM entries WHERE seq = ?'),
      between: database.prepare<[number, number], EntryRow>(
        `SELECT ${entryColumns} FROM entries WHERE seq > ? AND seq <= ? ORDER BY seq`,
      ),
    }
  }

  newestDay(): Discord | null {
    const last = this.statements.last.get()
    if (!last) return null
    const begin = startOfLocalDay(last.at)
    const first = this.statements.begun.get(mostOfNewestDay, begin) ?? last
    const found = this.compare(first.seq - 1, last.seq)
    // Rows of the day from before these entries are left to the sample and to a whole check.
    return found ?? findUnfoundedSince(this.database, Math.max(begin, first.at), mostOfNewestDay)
  }

  sample(): Discord | null {
    const hundreds = Math.floor((this.statements.last.get()?.seq ?? 0) / covered)
    for (let count = 0; count < Math.min(sampled, hundreds); count++) {
      const through = (1 + Math.floor(Math.random() * hundreds)) * covered
      const found = this.compare(through - covered, through) ?? this.compareTimes(through)
      if (found) return found
    }
    return null
  }

  /** Compares entries behind `after` up to `through`, as a stretch of the chain and with their rows. */
  private compare(after: number, through: number): Discord | null {
    const before = after === 0 ? undefined : this.statements.before.get(after)
    if (after > 0 && !before) return { why: 'out-of-order', seq: after }
    const chain = new ChainWalk(before)
    for (const { payload, ...entry } of this.statements.between.iterate(after, through)) {
      const why = chain.take(entry, payload)
      const found = why ? { why, seq: entry.seq } : this.rows.compare(entry, payload, this.erasures())
      if (found) return found
    }
    return chain.end.seq === through ? null : { why: 'out-of-order', seq: chain.end.seq + 1 }
  }

  private erasures(): Erasures {
    this.known ??= new Erasures(this.database)
    return this.known
  }

  private compareTimes(through: number): Discord | null {
    let span = emptySpan
    for (const { at } of this.statements.between.iterate(through - covered, through)) span = widened(span, at)
    return this.rows.compareTimes(through, span)
  }
}
