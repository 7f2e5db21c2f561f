/** Reads the search index: which crossings have a term, day by day from the newest, and no further than is asked for. */
import type { Database } from '../open-database.ts'
import { blocksOf, endOfDay, indexDay, postingsIn } from './block.ts'
import { kindsWanted, markOf, type Filter } from './marks.ts'
import type { SearchIndex } from './search-index.ts'
import { isWanted, type Wanted } from './wanted.ts'

/** A crossing by the time and number of the entry that recorded it. */
export interface Place {
  at: number
  seq: number
}

/** Between which instants, and of which kinds: epoch milliseconds, from … (inclusive) to … (exclusive); null: no bound. */
export interface Scope extends Filter {
  from: number | null
  to: number | null
}

/** Finds crossings of one database. */
export class Finder {
  private readonly index: SearchIndex
  private readonly statements

  constructor(database: Database, index: SearchIndex) {
    this.index = index
    this.statements = prepare(database)
  }

  /** The newest crossings that have a term that is wanted, newest first; at most `most`. */
  find(wanted: readonly Wanted[], scope: Scope, most: number): Place[] {
    const { from, to } = scope
    const marks = new Set(kindsWanted(scope).map(markOf))
    const isInScope = ({ at, mark }: { at: number; mark: number }): boolean =>
      (from === null || at >= from) && (to === null || at < to) && marks.has(mark)
    const found = new Map<number, Place>()
    for (const { at, seq } of this.waiting(wanted, isInScope)) found.set(seq, { at, seq })
    for (const day of this.days(scope)) {
      // Of those that wait some may be older: the clock may have been set back.
      const settled = [...found.values()].filter(({ at }) => at >= endOfDay(day))
      if (settled.length >= most) break
      for (const each of wanted) {
        for (const terms of this.statements.blocks.all(...blocksOf(day, each.begins))) {
          for (const posting of postingsIn(day, terms, each)) if (isInScope(posting)) found.set(posting.seq, posting)
        }
      }
    }
    return [...found.values()].toSorted((one, other) => other.at - one.at || other.seq - one.seq).slice(0, most)
  }

  /** Of several ways to ask the same, the one that has the least to look through: what is looked up for it. */
  cheapest(ways: readonly Wanted[][], scope: Scope): Wanted[] {
    const [only] = ways
    if (only && ways.length === 1) return only
    const days = this.days(scope)
    const sample = new Set([0, 0.5, 1].map((share) => days[Math.floor(share * (days.length - 1))] ?? 0))
    const sizeOn = (day: number, { begins }: Wanted): number => this.statements.size.get(...blocksOf(day, begins)) ?? 0
    const cost = (way: readonly Wanted[]): number =>
      [...sample].reduce((sum, day) => way.reduce((all, wanted) => all + sizeOn(day, wanted), sum), 0)
    return ways
      .map((way) => ({ way, cost: cost(way) }))
      .toSorted((one, other) => one.cost - other.cost)
      .slice(0, 1)
      .flatMap(({ way }) => way)
  }

  /** The days of the index that a scope touches, newest first. */
  private days({ from, to }: Scope): number[] {
    const first = from === null ? -Number.MAX_SAFE_INTEGER : indexDay(from)
    return this.statements.days.all(first, to === null ? Number.MAX_SAFE_INTEGER : indexDay(to))
  }

  /** Those that the index has not yet. */
  private waiting(wanted: readonly Wanted[], isInScope: (crossing: { at: number; mark: number }) => boolean): Place[] {
    return this.index
      .waiting()
      .filter(({ row, terms }) => {
        if (!isInScope({ at: row.at, mark: markOf(row) })) return false
        return [...terms].some((term) => wanted.some((each) => isWanted(term, each)))
      })
      .map(({ row }) => row)
  }
}

function prepare(database: Database) {
  return {
    days: database
      .prepare<[number, number], number>('SELECT day FROM search_days WHERE day BETWEEN ? AND ? ORDER BY day DESC')
      .pluck(),
    blocks: database
      .prepare<[number, number], string>('SELECT terms FROM search_blocks WHERE key BETWEEN ? AND ?')
      .pluck(),
    size: database
      .prepare<[number, number], number | null>(
        'SELECT sum(octet_length(terms)) FROM search_blocks WHERE key BETWEEN ? AND ?',
      )
      .pluck(),
  }
}
