/** The kinds of entries that are found by an index: each has one of its own, or stands in that of what no table holds. */
import { entryKinds, isKind } from '../../../shared/ledger/entry-kinds.ts'
import { untabled } from '../migrations/0130-ledger.ts'
import type { Database } from '../open-database.ts'

/** An index, and which entries belong in it. */
interface KindIndex {
  name: string
  condition: string
}

const ofOneKind = new Map(
  Object.entries(entryKinds).flatMap(([kind, { index }]): [string, KindIndex][] =>
    index === null ? [] : [[kind, { name: index, condition: `kind = '${kind}'` }]],
  ),
)

const ofOthers: KindIndex = { name: 'entries_untabled', condition: untabled }

/** The index where an entry of a kind belongs; null: none. */
function indexOf(kind: string): KindIndex | null {
  const own = ofOneKind.get(kind)
  if (own) return own
  return isKind(kind) && untabled.includes(`'${kind}'`) ? null : ofOthers
}

/** The indices of kinds in one database. */
export class IndexedKinds {
  readonly names: readonly string[] = [...ofOneKind.values(), ofOthers].map(({ name }) => name)
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

  /** How many entries an index has, and the last of them; null: it has none. */
  size(index: string): { count: number; last: number | null } {
    const condition = [...ofOneKind.values(), ofOthers].find(({ name }) => name === index)?.condition ?? 'false'
    const sql = `SELECT count(*) AS count, max(seq) AS last FROM entries INDEXED BY ${index} WHERE ${condition}`
    return this.database.prepare<[], { count: number; last: number | null }>(sql).get() ?? { count: 0, last: null }
  }
}
