/**
 * The first numbers of a report, from the rows of crossings alone: no payload is read. A day at a time, so that whoever asks
 * for a year can let a scan go first between two days.
 */
import type { Decision, Direction } from '../../../shared/domain/crossing/crossing.ts'
import type { Outcome } from '../../../shared/domain/finding/verdict.ts'
import { clockOffset } from '../../../shared/language/time.ts'
import type { Database } from '../file/open-database.ts'
import { placesOf } from '../chain/places.ts'
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

/** The entries from `first` to `last`. */
export interface EntrySpan {
  first: number
  last: number
}

/** All of them. */
export const anyEntry: EntrySpan = { first: 0, last: Number.MAX_SAFE_INTEGER }

/** Counts the crossings of one journal. */
export class OutlineCounts {
  private readonly database: Database
  private readonly statements

  constructor(database: Database) {
    this.database = database
    this.statements = prepare(database)
  }

  /** The crossings of a time. @param officer who recorded them; null: whoever did @param span the entries that did */
  of(range: CrossingRange, officer: string | null, span = anyEntry): OutlineRow[] {
    const asked = { ...range, ...span }
    return officer === null ? this.statements.all.all(asked) : this.statements.ofOfficer.all({ ...asked, officer })
  }

  /** The entries that were recorded at a lane. @param now how it is called now */
  entriesAt(lane: string, now: string): EntrySpan[] {
    const spans: EntrySpan[] = []
    let first = anyEntry.first
    for (const { lane: then, through } of [...placesOf(this.database), { lane: now, through: anyEntry.last }]) {
      if (then === lane) spans.push({ first, last: through })
      first = through + 1
    }
    return spans
  }
}

function prepare(database: Database) {
  const counted = `SELECT direction, outcome, decision, (c.at + ${clockOffset}) / 3600000 % 24 AS hour, state = 'voided' AS voided,
    count(*) AS crossings, sum(people) AS people FROM crossings c`
  const grouped = `WHERE c.at >= @from AND c.at < @to AND c.seq BETWEEN @first AND @last GROUP BY 1, 2, 3, 4, 5`
  return {
    all: database.prepare<[CrossingRange & EntrySpan], OutlineRow>(`${counted} ${grouped}`),
    ofOfficer: database.prepare<[CrossingRange & EntrySpan & { officer: string }], OutlineRow>(
      `${counted} JOIN entries e ON e.seq = c.seq AND e.officer = @officer ${grouped}`,
    ),
  }
}
