/** Who is on duty and since when: shifts are opened by whoever signs in, closed with counts that are confirmed, and taken over. */
import type { Duty as Waiting, ShiftClosed, ShiftStanding } from '../../shared/contract/shift.ts'
import type { HandoverRecord, Post } from '../../shared/domain/shift/handover-record.ts'
import type { LeftOpen, ShiftTotals } from '../../shared/domain/shift/shift-totals.ts'
import type { Who } from '../../shared/ledger/officers.ts'
import type { AppendFailure, Journal } from '../journal/index.ts'
import { closedLine, HandoverRecords, type Called } from './handover-records.ts'
import { OrdersWatch } from './orders-watch.ts'
import type { TrustStore } from '../trust/index.ts'

/** What shifts rest on. */
export interface DutyParts {
  journal: Pick<Journal, 'shifts'>
  trust: () => TrustStore
  /** Whose call it is; null: nobody is signed in, or nobody is appointed. */
  who: () => Who | null
  called: Called
  open: () => LeftOpen
  post: () => Post
  /** Told of whatever changes here. */
  changed: () => void
  /** Epoch milliseconds. */
  now: () => number
}

type Failed = { recorded: false; code: AppendFailure }

/** The shifts of one kiosk. */
export class Duty {
  readonly records: HandoverRecords
  readonly orders: OrdersWatch
  private readonly parts: DutyParts
  private readonly shifts: Journal['shifts']

  constructor(parts: DutyParts) {
    const { shifts } = parts.journal
    this.parts = parts
    this.shifts = shifts
    this.records = new HandoverRecords(shifts, parts.called)
    this.orders = new OrdersWatch({ ...parts, shifts })
  }

  /**
   * Somebody has signed in at the desk: theirs is the shift from here on, where none is open. Whoever has just closed one begins
   * no other by coming back to print it.
   */
  arrived(): void {
    const here = this.parts.who()
    if (here?.role !== 'officer' && here?.role !== 'supervisor') return
    if (this.records.last()?.outgoing?.number !== here.number) this.open()
  }

  /** Opens a shift, where none is open. */
  open(): { recorded: true } | Failed {
    const { who, now, changed } = this.parts
    if (this.shifts.opened()) return { recorded: true }
    const answer = this.shifts.open(who(), now())
    if (!answer.recorded) return answer
    changed()
    return { recorded: true }
  }

  standing(): ShiftStanding {
    const last = this.records.last()
    const { who, open } = this.parts
    return {
      opened: this.shifts.opened(),
      from: last?.to ?? null,
      totals: this.shifts.totals(open()),
      waiting: who() && last && last.incoming === null ? closedLine(last) : null,
    }
  }

  /** Closes the shift, where it comes to what was confirmed. */
  close(confirmed: ShiftTotals): ShiftClosed {
    const { who, post, open, now, changed } = this.parts
    this.orders.look()
    const closed = this.shifts.close(now(), { by: who(), post: post(), open: open(), confirmed })
    if (!closed.recorded) return closed
    changed()
    return { recorded: true, record: this.recordOf(closed.seq) }
  }

  /** What whoever is signed in is to be told. */
  waiting(): Waiting {
    const here = this.parts.who()
    if (!here) return { takesOver: null, orders: null }
    this.orders.look()
    const last = this.records.last()
    const mine = last === null || last.incoming !== null || last.outgoing?.number === here.number
    const kept = this.shifts.orders()
    const changed =
      kept?.changes && !this.shifts.knows(here.number, kept.seq) ? { ...kept, changes: kept.changes } : null
    return {
      takesOver: mine ? null : { ...closedLine(last), open: last.totals.open },
      orders: changed && { seq: changed.seq, at: changed.at, changes: changed.changes },
    }
  }

  /** They have been told of what waited for them. What did not wait is not recorded, and no fault: it was said twice. */
  take(told: { closed: number | null; orders: number | null }): { recorded: true } | Failed {
    const { who, now, changed } = this.parts
    const here = who()
    const { takesOver, orders } = this.waiting()
    const taking = {
      takesOver:
        takesOver?.seq === told.closed ? takesOver && { closed: takesOver.seq, from: takesOver.outgoing } : null,
      orders: orders?.seq === told.orders ? (orders?.seq ?? null) : null,
    }
    if (!here || (taking.takesOver === null && taking.orders === null)) return { recorded: true }
    const answer = this.shifts.take(taking, here, now())
    if (answer.recorded) changed()
    return answer
  }

  /** Nobody is there to take over from the shift that was closed last; why, in words. */
  leave(
    closed: number,
    absent: string,
  ): { recorded: true; record: HandoverRecord } | { recorded: false; code: AppendFailure | 'taken-over' } {
    const last = this.records.last()
    if (last?.seq !== closed || last.incoming !== null) return { recorded: false, code: 'taken-over' }
    const answer = this.shifts.leave(closed, last.outgoing, absent, this.parts.now())
    if (!answer.recorded) return answer
    this.parts.changed()
    return { recorded: true, record: this.recordOf(closed) }
  }

  private recordOf(closed: number): HandoverRecord {
    const record = this.records.read(closed)
    if (!record) throw new Error(`entry ${closed} closes a shift, and is not there`)
    return record
  }
}
