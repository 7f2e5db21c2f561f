/** Days that were closed: read once, and kept up as more are closed, since this journal has one writer. */
import * as v from 'valibot'
import { closedDaySchema, type ClosedDay } from '../../../shared/ledger/closed-day.ts'
import type { AppendFailure } from '../file/failure.ts'
import { untabled } from '../chain/index-conditions.ts'
import type { Database } from '../file/open-database.ts'
import type { Recorder } from '../chain/recorder.ts'

/** A version of a closed day, and where it stands. `at`: epoch milliseconds. */
export interface DayVersion extends ClosedDay {
  seq: number
  at: number
  officer: string | null
}

/** Whether a day was closed. `overtaken`: another version of it was recorded meanwhile. */
export type DayClosed = { recorded: true; version: DayVersion } | { recorded: false; code: AppendFailure | 'overtaken' }

interface Row {
  seq: number
  at: number
  officer: string | null
  payload: string
}

/** The closed days of one journal. */
export class ClosedDays {
  private readonly recorder: Recorder
  private readonly statements
  private known: Map<string, DayVersion[]> | null = null

  constructor(database: Database, recorder: Recorder) {
    this.recorder = recorder
    this.statements = prepare(database)
  }

  /** All versions of a day (`YYYY-MM-DD`), the first one first; none where it was never closed. */
  versions(day: string): readonly DayVersion[] {
    return this.read().get(day) ?? []
  }

  /** Records a version of a day: the next one, and no other. @param at epoch milliseconds */
  close(closed: ClosedDay, at: number): DayClosed {
    if (closed.version !== this.versions(closed.day).length + 1) return { recorded: false, code: 'overtaken' }
    const answer = this.recorder.write('the day was not closed', () => {
      const { seq } = this.recorder.append({ kind: 'day.closed', payload: closed }, at)
      this.recorder.sign(at)
      return { ...closed, seq, at, officer: this.statements.officer.get(seq) ?? null }
    })
    if (!answer.written) return { recorded: false, code: answer.code }
    this.keep(answer.value)
    return { recorded: true, version: answer.value }
  }

  private read(): Map<string, DayVersion[]> {
    if (this.known) return this.known
    this.known = new Map()
    for (const { payload, ...where } of this.statements.all.all()) {
      const said = v.safeParse(closedDaySchema, JSON.parse(payload))
      if (said.success) this.keep({ ...said.output, ...where })
    }
    return this.known
  }

  private keep(version: DayVersion): void {
    const days = this.read()
    days.set(version.day, [...(days.get(version.day) ?? []), version])
  }
}

function prepare(database: Database) {
  return {
    all: database.prepare<[], Row>(
      `SELECT seq, at, officer, payload FROM entries INDEXED BY entries_untabled
       WHERE ${untabled} AND kind = 'day.closed' AND payload IS NOT NULL ORDER BY seq`,
    ),
    officer: database.prepare<[number], string | null>('SELECT officer FROM entries WHERE seq = ?').pluck(),
  }
}
