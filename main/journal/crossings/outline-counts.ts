/**
 * The first numbers of a report, from the rows of crossings alone: no payload is read. A day at a time, so that whoever asks
 * for a year can let a scan go first between two days.
 */
import type { Decision, Direction } from '../../../shared/domain/crossing/crossing.ts'
import type { Outcome } from '../../../shared/domain/verdict.ts'
import { clockOffset } from '../../../shared/language/time.ts'
import type { Database } from '../file/open-database.ts'
import type { CrossingRange } from './read-crossings.ts'

/** So many crossings that are alike in all of this. `hour`: of the day in Viet Nam, 0 to 23. */
export interface OutlineRow {
  direction: Direction
  outcome: Outcome
  decision: Decision
  hour: number
  voided: 0 | 1
  crossings: number
  people: number
}

/** Counts the crossings of one journal. */
export class OutlineCounts {
  private readonly statements

  constructor(database: Database) {
    this.statements = prepare(database)
  }

  /** The crossings of a time. @param officer who recorded them; null: whoever did */
  of(range: CrossingRange, officer: string | null): OutlineRow[] {
    return officer === null ? this.statements.all.all(range) : this.statements.ofOfficer.all({ ...range, officer })
  }
}

function prepare(database: Database) {
  const counted = `SELECT direction, outcome, decision, (c.at + ${clockOffset}) / 3600000 % 24 AS hour, state = 'voided' AS voided,
    count(*) AS crossings, sum(people) AS people FROM crossings c`
  const grouped = 'WHERE c.at >= @from AND c.at < @to GROUP BY 1, 2, 3, 4, 5'
  return {
    all: database.prepare<[CrossingRange], OutlineRow>(`${counted} ${grouped}`),
    ofOfficer: database.prepare<[CrossingRange & { officer: string }], OutlineRow>(
      `${counted} JOIN entries e ON e.seq = c.seq AND e.officer = @officer ${grouped}`,
    ),
  }
}
