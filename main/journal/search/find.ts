/** Reads the search index: which crossings have a term, from the newest span on, and no further than is asked for. */
import { postingsIn } from './block.ts'
import type { BlockTable } from './block-table.ts'
import { kindsWanted, markOf, type Filter } from './marks.ts'
import type { SearchIndex } from './search-index.ts'
import { endOf } from './span.ts'
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
  private readonly blocks: BlockTable

  constructor(index: SearchIndex) {
    this.index = index
    this.blocks = index.blocks
  }

  /** The newest crossings that have a term that is wanted, newest first; at most `most`. */
  find(wanted: readonly Wanted[], scope: Scope, most: number): Place[] {
    const { from, to } = scope
    const marks = new Set(kindsWanted(scope).map(markOf))
    const isInScope = ({ at, mark }: { at: number; mark: number }): boolean =>
      (from === null || at >= from) && (to === null || at < to) && marks.has(mark)
    const found = new Map<number, Place>()
    for (const { at, seq } of this.waiting(wanted, isInScope)) found.set(seq, { at, seq })
    for (const span of this.blocks.spans(from, to)) {
      // Of those that wait some may be older: the clock may have been set back. So may days of a week that is whole.
      const settled = [...found.values()].filter(({ at }) => at >= endOf(span))
      if (settled.length >= most) break
      for (const each of wanted) {
        for (const terms of this.blocks.texts(span, each.begins)) {
          for (const posting of postingsIn(span, terms, each)) if (isInScope(posting)) found.set(posting.seq, posting)
        }
      }
    }
    return [...found.values()].toSorted((one, other) => other.at - one.at || other.seq - one.seq).slice(0, most)
  }

  /** Of several ways to ask the same, the one that has the least to look through: what is looked up for it. */
  cheapest(ways: readonly Wanted[][], scope: Scope): Wanted[] {
    const [only] = ways
    if (only && ways.length === 1) return only
    const spans = this.blocks.spans(scope.from, scope.to)
    const sample = new Set([0, 0.5, 1].map((share) => spans[Math.floor(share * (spans.length - 1))] ?? 0))
    const cost = (way: readonly Wanted[]): number =>
      [...sample].reduce((sum, span) => way.reduce((all, { begins }) => all + this.blocks.size(span, begins), sum), 0)
    return ways
      .map((way) => ({ way, cost: cost(way) }))
      .toSorted((one, other) => one.cost - other.cost)
      .slice(0, 1)
      .flatMap(({ way }) => way)
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
