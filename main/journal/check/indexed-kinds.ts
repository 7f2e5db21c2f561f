/** The kinds of entries that have an index of their own, by which they are looked up. */
import type { Database } from '../open-database.ts'

const indices = {
  'crossing.abandoned': 'entries_abandoned',
  'clock.confirmed': 'entries_confirmed',
  'journal.erased': 'entries_erasures',
  'shift.closed': 'entries_shifts',
  'trust.believed': 'entries_beliefs',
} as const

type IndexedKind = keyof typeof indices

const isIndexed = (kind: string): kind is IndexedKind => Object.hasOwn(indices, kind)

/** The indices of single kinds in one database. */
export class IndexedKinds {
  readonly kinds: readonly string[] = Object.keys(indices)
  private readonly database: Database

  constructor(database: Database) {
    this.database = database
  }

  /** Whether an entry of such a kind is in its index; of any other kind it is where it ought to be. */
  has(kind: string, seq: number): boolean {
    if (!isIndexed(kind)) return true
    const sql = `SELECT 1 FROM entries INDEXED BY ${indices[kind]} WHERE kind = '${kind}' AND seq = ?`
    return this.database.prepare<[number]>(sql).get(seq) !== undefined
  }

  /** How many entries an index has, and the last of them; null: it has none. */
  size(kind: string): { count: number; last: number | null } {
    if (!isIndexed(kind)) return { count: 0, last: null }
    const sql = `SELECT count(*) AS count, max(seq) AS last FROM entries INDEXED BY ${indices[kind]} WHERE kind = '${kind}'`
    return this.database.prepare<[], { count: number; last: number | null }>(sql).get() ?? { count: 0, last: null }
  }
}
