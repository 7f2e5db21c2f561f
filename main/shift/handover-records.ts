/** Closed shifts as they are read again: the journal's entries, with officers by their names. */
import { mostShiftsListed } from '../../shared/contract/shift.ts'
import type { ClosedShift, HandoverRecord } from '../../shared/domain/shift/handover-record.ts'
import type { Who } from '../../shared/ledger/officers.ts'
import type { Journal, ShiftEntries, Somebody } from '../journal/index.ts'

/** An officer of this kiosk by their number, also one who is no longer; null: there never was one. */
export type Called = (number: string) => Who | null

/** The records of one kiosk's shifts. */
export class HandoverRecords {
  private readonly shifts: Journal['shifts']
  private readonly called: Called

  constructor(shifts: Journal['shifts'], called: Called) {
    this.shifts = shifts
    this.called = called
  }

  /** Of the shift that an entry closed; null: it closed none. */
  read(seq: number): HandoverRecord | null {
    const shift = this.shifts.read(seq)
    return shift && this.recordOf(shift)
  }

  /** Of the shift that was closed last; null: none was. */
  last(): HandoverRecord | null {
    const shift = this.shifts.last()
    return shift && this.recordOf(shift)
  }

  /** Closed shifts before an entry (null: all), the newest first. */
  list(before: number | null): { shifts: ClosedShift[]; more: boolean } {
    const found = this.shifts.closedBefore(before ?? Number.MAX_SAFE_INTEGER, mostShiftsListed + 1)
    const lines = found
      .slice(0, mostShiftsListed)
      .map((seq) => this.shifts.read(seq))
      .filter((shift) => shift !== null)
    return { shifts: lines.map((shift) => this.lineOf(shift)), more: found.length > mostShiftsListed }
  }

  private recordOf(shift: ShiftEntries): HandoverRecord {
    const { corrections, outgoing } = shift
    const lines = corrections.lines.map((line) => ({ ...line, by: this.named(line.by) }))
    return { ...shift, outgoing: this.named(outgoing), corrections: { ...corrections, lines } }
  }

  private lineOf(shift: ShiftEntries): ClosedShift {
    return closedLine({ ...shift, outgoing: this.named(shift.outgoing) })
  }

  /** Nobody signs who was never appointed; a journal that says so is read all the same. */
  private named(somebody: Somebody): Who | null {
    if (typeof somebody !== 'string') return somebody
    return this.called(somebody) ?? { number: somebody, name: somebody, rank: '?', role: 'officer' }
  }
}

/** A closed shift in one line. */
export function closedLine({
  seq,
  from,
  to,
  outgoing,
  incoming,
  absent,
  totals: { crossings },
}: Omit<HandoverRecord, 'corrections'>): ClosedShift {
  return { seq, from, to, outgoing, incoming, absent, crossings: crossings.total, people: crossings.people }
}
