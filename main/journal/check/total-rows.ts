/**
 * Compares the rows that many entries lead to together: what is counted of erased entries, and the indices of kinds.
 */
import type { Database } from '../file/open-database.ts'
import type { DerivedTable, Discord } from '../../../shared/ledger/discord.ts'
import type { Erasures } from './erasures.ts'
import { IndexedKinds } from './indexed-kinds.ts'

/** Adds up what all entries come to. */
export class TotalRows {
  private readonly statements
  private readonly indexed: IndexedKinds
  private readonly counted: Map<string, number>

  constructor(database: Database) {
    this.statements = prepare(database)
    this.indexed = new IndexedKinds(database)
    this.counted = new Map(this.indexed.names.map((name) => [name, 0]))
  }

  /** Takes an entry of a kind in. */
  add(kind: string): void {
    const index = this.indexed.nameOf(kind)
    if (index !== null) this.counted.set(index, (this.counted.get(index) ?? 0) + 1)
  }

  /**
   * What does not agree, once every entry up to `through` was taken in; null: everything does. Within the transaction
   * in which the erasures were read, for what they leave behind is counted with the last of them.
   */
  compare(through: number, erasures: Erasures): Discord | null {
    const last = erasures.list.at(-1)?.seq ?? 0
    return (
      this.compareIndices(through) ??
      compareCounts('erased_counts', last, this.statements.counts.all(), this.erasedScans(erasures)) ??
      compareCounts('erased_crossings', last, this.statements.crossings.all(), this.erasedCrossings(erasures))
    )
  }

  /** Each entry was found in its index; so as many as there are, none else is in it. */
  private compareIndices(through: number): Discord | null {
    for (const [index, counted] of this.counted) {
      const { count, last } = this.indexed.size(index, through)
      const why = count > counted ? 'row-unfounded' : 'row-missing'
      if (count !== counted) return { why, table: 'indices', seq: last ?? 0 }
    }
    return null
  }

  private erasedScans({ list }: Erasures): Count[] {
    return list.flatMap(({ counts }) => counts.map(({ day, outcome, count }) => [`${day} ${outcome}`, count] as const))
  }

  private erasedCrossings({ list }: Erasures): Count[] {
    return list.flatMap(({ crossings }) =>
      crossings.flatMap(({ day, direction, decision, crossings: count, people }) => [
        [`${day} ${direction} ${decision}`, count] as const,
        [`${day} ${direction} ${decision} people`, people] as const,
      ]),
    )
  }
}

/** What is counted, and how many. */
type Count = readonly [what: string, count: number]

function compareCounts(
  table: DerivedTable,
  seq: number,
  rows: readonly { what: string; count: number }[],
  expected: readonly Count[],
): Discord | null {
  const sums = new Map<string, number>()
  for (const [what, count] of expected) sums.set(what, (sums.get(what) ?? 0) + count)
  for (const { what, count } of rows) {
    if (!sums.has(what)) return { why: 'row-unfounded', table, seq }
    if (sums.get(what) !== count) return { why: 'row-altered', table, seq }
    sums.delete(what)
  }
  return sums.size > 0 ? { why: 'row-missing', table, seq } : null
}

function prepare(database: Database) {
  return {
    counts: database.prepare<[], { what: string; count: number }>(
      `SELECT day || ' ' || outcome AS what, count FROM erased_counts`,
    ),
    crossings: database.prepare<[], { what: string; count: number }>(
      `SELECT day || ' ' || direction || ' ' || decision AS what, crossings AS count FROM erased_crossings
       UNION ALL SELECT day || ' ' || direction || ' ' || decision || ' people', people FROM erased_crossings`,
    ),
  }
}
