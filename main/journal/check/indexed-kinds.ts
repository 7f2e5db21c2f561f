/** The kinds of entries that are found by an index: their own, or that of what no table holds. */
import { entryKinds, isKind } from '../../../shared/ledger/entry-kinds.ts'
import { aboutOfficers, aboutShifts, untabled } from '../chain/index-conditions.ts'
import type { Database } from '../file/open-database.ts'

/** An index, and which entries belong in it. */
export interface KindIndex {
  name: string
  condition: string
}

/** Indices that several kinds share, by what their migrations say. */
const shared: Readonly<Record<string, string>> = {
  entries_officers: aboutOfficers,
  entries_shifts: aboutShifts,
}

const ofKinds = new Map(
  Object.entries(entryKinds).flatMap(([kind, { index }]): [string, KindIndex][] =>
    index === null ? [] : [[kind, { name: index, condition: shared[index] ?? `kind = '${kind}'` }]],
  ),
)

const ofOthers: KindIndex = { name: 'entries_untabled', condition: untabled }
const indices: readonly KindIndex[] = [...ofKinds.values(), ofOthers]

/** The index where an entry of a kind belongs; null: none. */
function indexOf(kind: string): KindIndex | null {
  const own = ofKinds.get(kind)
  if (own) return own
  return isKind(kind) && untabled.includes(`'${kind}'`) ? null : ofOthers
}

/** The indices of kinds in one database. */
export class IndexedKinds {
  /** Each once, though kinds may share one. */
  readonly all: readonly KindIndex[] = [...new Map(indices.map((index) => [index.name, index])).values()]
  readonly names: readonly string[] = this.all.map(({ name }) => name)
  private readonly database: Database

  constructor(database: Database) {
    this.database = database
  }

  /** The name of the index where an entry of a kind belongs; null: none. */
  nameOf(kind: string): string | null {
    return indexOf(kind)?.name ?? null
  }

  /** Whether an entry is in its index; one that has none is where it ought to be. */
  has(kind: string, seq: number): boolean {
    const index = indexOf(kind)
    if (!index) return true
    const sql = `SELECT 1 FROM entries INDEXED BY ${index.name} WHERE ${index.condition} AND seq = ?`
    return this.database.prepare<[number]>(sql).get(seq) !== undefined
  }

  /** How many entries up to one an index has, and the last of them; null: it has none. */
  size(index: string, through: number): { count: number; last: number | null } {
    const condition = indices.find(({ name }) => name === index)?.condition ?? 'false'
    const sized = this.database.prepare<[number], { count: number; last: number | null }>(
      `SELECT count(*) AS count, max(seq) AS last FROM entries INDEXED BY ${index} WHERE ${condition} AND seq <= ?`,
    )
    return sized.get(through) ?? { count: 0, last: null }
  }
}
