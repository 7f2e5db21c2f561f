/** The shifts of one journal, read: those that were closed, the one that is open, and the orders that officers go by. */
import * as v from 'valibot'
import {
  mostCorrectionsListed,
  type CorrectionLine,
  type HandoverRecord,
} from '../../../shared/domain/shift/handover-record.ts'
import type { ShiftSpan } from '../../../shared/domain/shift/shift-span.ts'
import { orderChanges, type OrderChange, type Orders } from '../../../shared/domain/shift/orders.ts'
import type { Who } from '../../../shared/ledger/officers.ts'
import {
  handedOverSchema,
  ordersAcknowledgedSchema,
  ordersChangedSchema,
  shiftClosedSchema,
  shiftOpenedSchema,
} from '../../../shared/ledger/shift-payloads.ts'
import { aboutShifts } from '../chain/index-conditions.ts'
import type { Database } from '../file/open-database.ts'
import { readCorrections, type Correction } from './shift-corrections.ts'

/** As many shifts as a fortnight of three a day has. */
const mostSpans = 42

interface Row {
  seq: number
  at: number
  officer: string | null
  kind: string
  payload: string
}

/** Who did something: as the entry calls them, else by the number in its header; null: nobody was signed in. */
export type Somebody = Who | string | null

/** Orders as an entry has them. `changes`: from those before; null: there were none before. */
export interface KeptOrders {
  seq: number
  at: number
  orders: Orders
  changes: OrderChange[] | null
}

/** A closed shift as the journal has it: officers whom an entry does not call by name are known by their number. */
export interface ShiftEntries extends Omit<HandoverRecord, 'outgoing' | 'corrections'> {
  outgoing: Somebody
  corrections: { lines: (Omit<CorrectionLine, 'by'> & { by: string | null })[]; more: boolean }
}

/** Reads shifts. Instants are epoch milliseconds. */
export class ReadShifts {
  protected readonly database: Database
  private readonly statements

  constructor(database: Database) {
    this.database = database
    this.statements = prepare(database)
  }

  /** The entries that closed shifts before an entry, the newest first. */
  closedBefore(before: number, most: number): number[] {
    return this.statements.closedBefore.all(before, most)
  }

  /** The shift that was closed last; null: none was. */
  last(): ShiftEntries | null {
    const [seq] = this.closedBefore(Number.MAX_SAFE_INTEGER, 1)
    return seq === undefined ? null : this.read(seq)
  }

  /** The shifts that were closed last, the newest first, each from when to when. */
  spans(): ShiftSpan[] {
    return this.statements.spans.all()
  }

  /** Who opened the shift that is open, and when; null: nobody has since the last was closed. */
  opened(): HandoverRecord['opened'] {
    const [closed = 0] = this.closedBefore(Number.MAX_SAFE_INTEGER, 1)
    return openedIn(this.statements.between.all(closed, Number.MAX_SAFE_INTEGER))
  }

  /** The shift that an entry closed; null: that entry closed none. */
  read(seq: number): ShiftEntries | null {
    const row = this.statements.closed.get(seq)
    if (!row) return null
    const [previous = 0] = this.closedBefore(seq, 1)
    const next = this.statements.closedAfter.get(seq) ?? Number.MAX_SAFE_INTEGER
    const within = this.statements.between.all(previous, seq)
    const behind = this.statements.between.all(seq, next)
    const { from, by, post, ...totals } = v.parse(shiftClosedSchema, JSON.parse(row.payload))
    return {
      kiosk: row.kiosk,
      post,
      seq,
      from,
      opened: openedIn(within),
      to: row.at,
      outgoing: by ?? row.officer,
      ...handedOverIn(behind),
      totals,
      corrections: this.corrections(previous, seq),
      orders: within
        .filter(({ kind }) => kind === 'orders.changed')
        .map((each) => this.keptOrders(each))
        .map(({ seq: of, at, changes }) => ({
          seq: of,
          at,
          changes: changes ?? [],
          acknowledged: acknowledgedIn([...within, ...behind], of),
        }))
        .filter(({ changes }) => changes.length > 0),
      head: row.head,
    }
  }

  /** The orders that the journal has last; null: none yet. */
  orders(): KeptOrders | null {
    const row = this.statements.ordersBefore.get(Number.MAX_SAFE_INTEGER)
    return row ? this.keptOrders(row) : null
  }

  /** Whether an officer has said that they know the orders of an entry. */
  knows(number: string, orders: number): boolean {
    return acknowledgedIn(this.statements.between.all(orders, Number.MAX_SAFE_INTEGER), orders).some(
      ({ who }) => who.number === number,
    )
  }

  private keptOrders({ seq, at, payload }: Row): KeptOrders {
    const { orders } = v.parse(ordersChangedSchema, JSON.parse(payload))
    const before = this.statements.ordersBefore.get(seq)
    const was = before ? v.parse(ordersChangedSchema, JSON.parse(before.payload)).orders : null
    return { seq, at, orders, changes: was && orderChanges(was, orders) }
  }

  private corrections(after: number, before: number): { lines: Correction[]; more: boolean } {
    const lines = readCorrections(this.database, { after, before, most: mostCorrectionsListed + 1 })
    return { lines: lines.slice(0, mostCorrectionsListed), more: lines.length > mostCorrectionsListed }
  }
}

function openedIn(rows: readonly Row[]): HandoverRecord['opened'] {
  const row = rows.find(({ kind }) => kind === 'shift.opened')
  return row ? { at: row.at, ...v.parse(shiftOpenedSchema, JSON.parse(row.payload)) } : null
}

function handedOverIn(rows: readonly Row[]): Pick<HandoverRecord, 'incoming' | 'absent'> {
  let incoming: HandoverRecord['incoming'] = null
  let absent: string | null = null
  for (const { at, payload } of rows.filter(({ kind }) => kind === 'shift.handed-over')) {
    const said = v.parse(handedOverSchema, JSON.parse(payload))
    if (said.to) incoming ??= { at, who: said.to }
    absent = said.absent ?? absent
  }
  return { incoming, absent }
}

function acknowledgedIn(rows: readonly Row[], orders: number): HandoverRecord['orders'][number]['acknowledged'] {
  return rows
    .filter(({ kind }) => kind === 'orders.acknowledged')
    .map(({ at, payload }) => ({ at, ...v.parse(ordersAcknowledgedSchema, JSON.parse(payload)) }))
    .filter((said) => said.orders === orders)
    .map(({ at, who }) => ({ who, at }))
}

function prepare(database: Database) {
  const found = `FROM entries INDEXED BY entries_shifts WHERE ${aboutShifts}`
  const columns = 'seq, at, officer, kind, payload'
  return {
    closedBefore: database
      .prepare<[number, number], number>(
        `SELECT seq ${found} AND kind = 'shift.closed' AND seq < ? AND payload IS NOT NULL ORDER BY seq DESC LIMIT ?`,
      )
      .pluck(),
    closedAfter: database
      .prepare<[number], number>(`SELECT seq ${found} AND kind = 'shift.closed' AND seq > ? ORDER BY seq LIMIT 1`)
      .pluck(),
    closed: database.prepare<[number], Row & { kiosk: string; head: string | null }>(
      `SELECT e.seq, e.at, e.officer, e.kind, e.payload, e.kiosk, h.head FROM entries e LEFT JOIN heads h ON h.seq = e.seq
       WHERE e.seq = ? AND e.kind = 'shift.closed' AND e.payload IS NOT NULL`,
    ),
    spans: database.prepare<[], ShiftSpan>(
      `SELECT seq, lead(at) OVER (ORDER BY seq DESC) AS "from", at AS "to"
       ${found} AND kind = 'shift.closed' ORDER BY seq DESC LIMIT ${mostSpans}`,
    ),
    between: database.prepare<[number, number], Row>(
      `SELECT ${columns} ${found} AND seq > ? AND seq < ? AND payload IS NOT NULL ORDER BY seq`,
    ),
    ordersBefore: database.prepare<[number], Row>(
      `SELECT ${columns} ${found} AND kind = 'orders.changed' AND seq < ? AND payload IS NOT NULL ORDER BY seq DESC LIMIT 1`,
    ),
  }
}
