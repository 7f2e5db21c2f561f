/** Closing a shift: what was done since the last one was closed, as an entry, and the chain signed up to there. */
import * as v from 'valibot'
import { shiftReportSchema, type ShiftClosed, type ShiftReport } from '../../shared/contract/crossing-schemas.ts'
import { countsOf, type CountRow } from './crossings.ts'
import type { Database } from './open-database.ts'
import type { Recorder } from './recorder.ts'

/** What the entry of a closed shift keeps of its report; what stands beside it is in the entry's header. */
const countedSchema = v.object(v.pick(shiftReportSchema, ['from', 'scans', 'crossings', 'amended', 'voided']).entries)

/** Closes the shifts of one journal. */
export class Shifts {
  private readonly kiosk: string
  private readonly recorder: Recorder
  private readonly statements

  constructor(database: Database, kiosk: string, recorder: Recorder) {
    this.kiosk = kiosk
    this.recorder = recorder
    this.statements = prepare(database)
  }

  /** Closes the shift. @param at epoch milliseconds */
  close(at: number): ShiftClosed {
    const answer = this.recorder.write('the shift was not closed', () => {
      const last = this.statements.last.get()
      const counted = { from: last?.at ?? null, ...this.countAfter(last?.seq ?? 0) }
      const { seq, head } = this.recorder.append({ kind: 'shift.closed', payload: counted }, at)
      return { kiosk: this.kiosk, to: at, seq, ...counted, head: JSON.stringify(head ?? this.recorder.sign(at)) }
    })
    return answer.written ? { recorded: true, report: answer.value } : { recorded: false, code: answer.code }
  }

  /** The report of the shift that was closed last, as it was then; null: none was closed yet. */
  lastReport(): ShiftReport | null {
    const last = this.statements.lastReport.get()
    if (!last) return null
    const { kiosk, at, seq, payload, head } = last
    return { kiosk, to: at, seq, ...v.parse(countedSchema, JSON.parse(payload)), head }
  }

  private countAfter(seq: number) {
    const kinds = new Map(this.statements.kinds.all(seq).map(({ kind, count }) => [kind, count]))
    return {
      scans: kinds.get('scan.verified') ?? 0,
      crossings: countsOf(this.statements.crossings.all(seq)),
      amended: kinds.get('crossing.amended') ?? 0,
      voided: kinds.get('crossing.voided') ?? 0,
    }
  }
}

function prepare(database: Database) {
  return {
    last: database.prepare<[], { seq: number; at: number }>(
      `SELECT seq, at FROM entries WHERE kind = 'shift.closed' ORDER BY seq DESC LIMIT 1`,
    ),
    lastReport: database.prepare<[], { kiosk: string; at: number; seq: number; payload: string; head: string | null }>(
      `SELECT kiosk, at, e.seq, payload, head FROM entries e LEFT JOIN heads h ON h.seq = e.seq
       WHERE kind = 'shift.closed' ORDER BY e.seq DESC LIMIT 1`,
    ),
    kinds: database.prepare<[number], { kind: string; count: number }>(
      'SELECT kind, count(*) AS count FROM entries WHERE seq > ? GROUP BY kind',
    ),
    // From the entries and not by time: the clock may have gone back during the shift.
    crossings: database.prepare<[number], CountRow>(
      `SELECT direction, decision, count(*) AS crossings, sum(people) AS people
       FROM entries e JOIN crossings c ON c.at = e.at AND c.seq = e.seq
       WHERE e.seq > ? AND e.kind = 'crossing.recorded' AND c.state <> 'voided' GROUP BY direction, decision`,
    ),
  }
}
