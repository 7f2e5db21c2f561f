/** Compares an entry with the rows that are derived from it. */
import { readContent, type Projected } from '../chain/content.ts'
import { crossingColumns, type CrossingRow } from '../crossings/crossing-line.ts'
import { columnsOf, timesOf } from '../crossings/crossing-table.ts'
import type { Entry } from '../chain/entry.ts'
import type { Database } from '../file/open-database.ts'
import { scanColumns, scanRowOf, type ScanRow } from '../scans/scan-table.ts'
import type { DerivedTable, Discord, RowFault } from '../../../shared/ledger/discord.ts'
import type { Erasures } from './erasures.ts'
import { IndexedKinds } from './indexed-kinds.ts'

/** An entry's header as far as rows are derived from it. */
export type Header = Pick<Entry, 'seq' | 'at' | 'kind'>

type Crossing = Extract<Projected, { kind: 'crossing.recorded' }>['payload']['crossing']

/** Between which instants entries lie, epoch milliseconds. */
export interface Span {
  earliest: number
  latest: number
}
export const emptySpan: Span = { earliest: Infinity, latest: -Infinity }
export const widened = ({ earliest, latest }: Span, at: number): Span => ({
  earliest: Math.min(earliest, at),
  latest: Math.max(latest, at),
})

/** A change of a crossing: the entry that amended or voided it, or is a note on it. */
interface Change {
  seq: number
  at: number | null
  kind: string | null
  payload: string | null
}

/** Compares entries of one database. What else an entry needs is read by its number, so an entry can be asked alone. */
export class EntryRows {
  private readonly statements
  private readonly indexed: IndexedKinds

  constructor(database: Database) {
    this.statements = prepare(database)
    this.indexed = new IndexedKinds(database)
  }

  /** What does not agree with an entry; null: everything does. @param payload its text; null where it is gone */
  compare(entry: Header, payload: string | null, erasures: Erasures): Discord | null {
    const { seq, at, kind } = entry
    if (payload === null) return this.compareErased(entry, erasures)
    const content = readContent(kind, payload)
    if (content === 'unreadable') return { why: 'payload-unreadable', seq }
    switch (content?.kind) {
      case 'scan.verified': {
        if (erasures.took(entry)) return { why: 'payload-returned', seq }
        return differs('scans', seq, this.statements.scan.get(at, seq), scanRowOf(content.payload))
      }
      case 'crossing.recorded':
        return this.compareCrossing(entry, content.payload.crossing, erasures)
      case 'crossing.amended':
      case 'crossing.voided':
      case 'crossing.noted': {
        const { of } = content.payload
        const known = this.statements.kind.get(of) === 'crossing.recorded' && of < seq
        const changed = this.statements.change.get(of, seq) !== undefined
        if (known === changed) return null
        return { why: known ? 'row-missing' : 'row-unfounded', table: 'crossing_changes', seq }
      }
      case 'journal.erased':
      case undefined:
        if (erasures.took(entry)) return { why: 'payload-returned', seq }
        return this.indexed.has(kind, seq) ? null : missing('indices', seq)
    }
  }

  /** What does not agree with the times of the hundred entries up to `through`. */
  compareTimes(through: number, span: Span): Discord | null {
    return differs('entry_times', through, this.statements.times.get(through), span)
  }

  /** Of what is erased nothing is left, and an erasure says so. */
  private compareErased(entry: Header, erasures: Erasures): Discord | null {
    const { seq, at, kind } = entry
    if (!erasures.took(entry)) return { why: 'payload-missing', seq }
    if (kind === 'scan.verified' && this.statements.scan.get(at, seq)) return unfounded('scans', seq)
    if (kind === 'crossing.recorded' && this.statements.crossing.get(at, seq)) return unfounded('crossings', seq)
    return null
  }

  private compareCrossing(entry: Header, crossing: Crossing, erasures: Erasures): Discord | null {
    const { seq, at } = entry
    const expected: CrossingRow = {
      ...timesOf(at, crossing),
      seq,
      stateSeq: seq,
      ...columnsOf(crossing),
      state: 'recorded',
      lastSeq: seq,
      lastAt: at,
    }
    const members: Header[] = []
    for (const change of this.statements.changes.all(seq)) {
      const content = change.payload === null || change.kind === null ? null : readContent(change.kind, change.payload)
      if (!isChange(content) || content.payload.of !== seq || change.at === null)
        return unfounded('crossing_changes', change.seq)
      members.push({ seq: change.seq, at: change.at, kind: content.kind })
      if (content.kind === 'crossing.amended') {
        const is = content.payload.crossing
        Object.assign(expected, timesOf(at, is), columnsOf(is), { stateSeq: change.seq, state: 'amended' })
      } else if (content.kind === 'crossing.voided') expected.state = 'voided'
      expected.lastSeq = change.seq
      expected.lastAt = Math.max(expected.lastAt, change.at)
    }
    if (erasures.took(entry, members)) return { why: 'payload-returned', seq }
    return differs('crossings', seq, this.statements.crossing.get(expected.at, seq), expected)
  }
}

type ChangeContent = Extract<Projected, { kind: 'crossing.amended' | 'crossing.voided' | 'crossing.noted' }>

const changeKinds: readonly string[] = ['crossing.amended', 'crossing.voided', 'crossing.noted']

const isChange = (content: Projected | 'unreadable' | null): content is ChangeContent =>
  content !== null && content !== 'unreadable' && changeKinds.includes(content.kind)

const fault =
  (why: RowFault) =>
  (table: DerivedTable, seq: number): Discord => ({ why, table, seq })
const missing = fault('row-missing')
const unfounded = fault('row-unfounded')

/** Compares column by column. */
export function differs<Row extends object>(
  table: DerivedTable,
  seq: number,
  row: Row | undefined,
  expected: Row,
): Discord | null {
  if (!row) return missing(table, seq)
  for (const column in expected) if (row[column] !== expected[column]) return { why: 'row-altered', table, seq }
  return null
}

function prepare(database: Database) {
  return {
    scan: database.prepare<[number, number], ScanRow>(`SELECT ${scanColumns} FROM scans WHERE at = ? AND seq = ?`),
    crossing: database.prepare<[number, number], CrossingRow>(
      `SELECT ${crossingColumns} FROM crossings c WHERE c.at = ? AND c.seq = ?`,
    ),
    changes: database.prepare<[number], Change>(
      `SELECT h.seq, e.at, e.kind, e.payload FROM crossing_changes h LEFT JOIN entries e ON e.seq = h.seq
       WHERE h.crossing = ? ORDER BY h.seq`,
    ),
    change: database.prepare<[number, number], number>('SELECT 1 FROM crossing_changes WHERE crossing = ? AND seq = ?'),
    times: database.prepare<[number], Span>('SELECT earliest, latest FROM entry_times WHERE through = ?'),
    kind: database.prepare<[number], string>('SELECT kind FROM entries WHERE seq = ?').pluck(),
  }
}
