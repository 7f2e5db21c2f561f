/**
 * The shifts of one journal, written: opened, closed with what was done since the last one was closed, handed over; and the
 * orders that officers go by. What is closed is an entry, and the chain is signed up to there.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Post } from '../../../shared/domain/shift/handover-record.ts'
import type { Orders } from '../../../shared/domain/shift/orders.ts'
import type { LeftOpen, ShiftTotals } from '../../../shared/domain/shift/shift-totals.ts'
import type { Who } from '../../../shared/ledger/officers.ts'
import { countShift } from './count-shift.ts'
import type { AppendFailure } from '../file/failure.ts'
import type { Database } from '../file/open-database.ts'
import { ReadShifts } from './read-shifts.ts'
import type { Appended, Recorder } from '../chain/recorder.ts'

/** What whoever closes a shift says of it. */
export interface Closing {
  by: Who | null
  post: Post | null
  open: LeftOpen | null
  /** The totals that they saw and confirm; absent: they saw none. */
  confirmed?: ShiftTotals
}

const nothingSaid: Closing = { by: null, post: null, open: null }

/** Whether a shift was closed, by which entry. `counts-changed`: it comes to something else than was confirmed. */
export type Closed =
  | { recorded: true; seq: number }
  | { recorded: false; code: AppendFailure }
  | { recorded: false; code: 'counts-changed'; totals: ShiftTotals }

/** What an officer who has come to the desk says: that they take a shift over, and know the orders. */
export interface Taking {
  /** The shift, by the entry that closed it, and who hands it over. */
  takesOver: { closed: number; from: Who | null } | null
  /** The orders, by their entry. */
  orders: number | null
}

/** Instants are epoch milliseconds. */
export class Shifts extends ReadShifts {
  private readonly recorder: Recorder

  constructor(database: Database, recorder: Recorder) {
    super(database)
    this.recorder = recorder
  }

  /** What the shift comes to so far. */
  totals(open: LeftOpen | null): ShiftTotals {
    return { ...countShift(this.database, this.recorder.end()).counted.totals, open }
  }

  /** Opens a shift. */
  open(by: Who | null, at: number): Appended {
    return this.recorder.record({ kind: 'shift.opened', payload: { by } }, at)
  }

  /** Closes the shift. Entries that do not fit the chain keep nobody from it: that is an entry too. */
  close(at: number, { by, post, open, confirmed }: Closing = nothingSaid): Closed {
    const answer = this.recorder.write('the shift was not closed', (): Closed => {
      const { counted, discord } = countShift(this.database, this.recorder.end())
      const totals = { ...counted.totals, open }
      if (confirmed && !isDeepStrictEqual(confirmed, totals)) return { recorded: false, code: 'counts-changed', totals }
      if (discord) this.recorder.doubt(discord, at)
      const payload = { from: counted.from, ...totals, by, post }
      const { seq, head } = this.recorder.append({ kind: 'shift.closed', payload }, at)
      if (!head) this.recorder.sign(at)
      return { recorded: true, seq }
    })
    return answer.written ? answer.value : { recorded: false, code: answer.code }
  }

  /** An officer takes a shift over, and knows the orders: both at once, or neither. */
  take(
    { takesOver, orders }: Taking,
    who: Who,
    at: number,
  ): { recorded: true } | { recorded: false; code: AppendFailure } {
    const answer = this.recorder.write('the shift was not taken over', () => {
      if (takesOver) {
        const payload = { ...takesOver, to: who, absent: null }
        this.recorder.append({ kind: 'shift.handed-over', payload }, at)
      }
      if (orders !== null) this.recorder.append({ kind: 'orders.acknowledged', payload: { orders, who } }, at)
    })
    return answer.written ? { recorded: true } : { recorded: false, code: answer.code }
  }

  /** Nobody was there to take a shift over; whoever hands it over says why. */
  leave(closed: number, from: Who | null, absent: string, at: number): Appended {
    return this.recorder.record({ kind: 'shift.handed-over', payload: { closed, from, to: null, absent } }, at)
  }

  /** The orders are others from here on. */
  changeOrders(orders: Orders, at: number): Appended {
    return this.recorder.record({ kind: 'orders.changed', payload: { orders } }, at)
  }
}
