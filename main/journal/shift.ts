/** Closing a shift: what was done since the last one was closed, as an entry, and the chain signed up to there. */
import * as v from 'valibot'
import {
  shiftReportSchema,
  type ShiftClosed,
  type ShiftReport,
  type ShiftSpan,
} from '../../shared/contract/crossing-schemas.ts'
import { countShift } from './count-shift.ts'
import type { Database } from './open-database.ts'
import type { Recorder } from './recorder.ts'

/** What the entry of a closed shift keeps of its report; what stands beside it is in the entry's header. */
const countedSchema = v.object(
  v.pick(shiftReportSchema, ['from', 'scans', 'crossings', 'enteredLater', 'amended', 'voided']).entries,
)

/** As many as a fortnight of three shifts a day. */
const mostSpans = 42

/** Closes the shifts of one journal. */
export class Shifts {
  private readonly database: Database
  private readonly kiosk: string
  private readonly recorder: Recorder
  private readonly statements

  constructor(database: Database, kiosk: string, recorder: Recorder) {
    this.database = database
    this.kiosk = kiosk
    this.recorder = recorder
    this.statements = prepare(database)
  }

  /** Closes the shift. Entries that do not fit the chain keep nobody from it: that is an entry too. @param at epoch milliseconds */
  close(at: number): ShiftClosed {
    const answer = this.recorder.write('the shift was not closed', () => {
      const { counted, discord } = countShift(this.database, this.recorder.end())
      if (discord) this.recorder.doubt(discord, at)
      const { seq, head } = this.recorder.append({ kind: 'shift.closed', payload: counted }, at)
      return { kiosk: this.kiosk, to: at, seq, ...counted, head: JSON.stringify(head ?? this.recorder.sign(at)) }
    })
    return answer.written ? { recorded: true, report: answer.value } : { recorded: false, code: answer.code }
  }

  /** Shifts that were closed, the newest first. */
  spans(): ShiftSpan[] {
    return this.statements.spans.all()
  }

  /** The report of the shift that was closed last, as it was then; null: none was closed yet. */
  lastReport(): ShiftReport | null {
    const last = this.statements.lastReport.get()
    if (!last) return null
    const { kiosk, at, seq, payload, head } = last
    return { kiosk, to: at, seq, ...v.parse(countedSchema, JSON.parse(payload)), head }
  }
}

function prepare(database: Database) {
  return {
    spans: database.prepare<[], ShiftSpan>(
      `SELECT seq, lead(at) OVER (ORDER BY seq DESC) AS "from", at AS "to" FROM entries
       WHERE kind = 'shift.closed' ORDER BY seq DESC LIMIT ${mostSpans}`,
    ),
    lastReport: database.prepare<[], { kiosk: string; at: number; seq: number; payload: string; head: string | null }>(
      `SELECT kiosk, at, e.seq, payload, head FROM entries e LEFT JOIN heads h ON h.seq = e.seq
       WHERE kind = 'shift.closed' ORDER BY e.seq DESC LIMIT 1`,
    ),
  }
}
