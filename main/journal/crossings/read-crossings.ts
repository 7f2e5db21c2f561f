/**
 * Reads recorded crossings of a time as they are now, also while a kiosk writes: in short read transactions, as of the entry
 * that was last at first. What is recorded or corrected meanwhile is not in it, so that the answer is of one instant.
 */
import * as v from 'valibot'
import type { ReportedCrossing } from '../../../shared/domain/crossing/reported-crossing.ts'
import { crossingSchema, type Crossing } from '../../../shared/domain/crossing/crossing.ts'
import { CrossingAtEntry, type CrossingThen } from './crossing-at-entry.ts'
import { epochsOf, type Epoch } from '../chain/epoch.ts'
import { placeAt, placesOf, type PlaceSpan } from '../chain/places.ts'
import { aboutOfficers } from '../chain/index-conditions.ts'
import { openToRead } from '../file/open-to-read.ts'
import type { Database } from '../file/open-database.ts'

/** Crossings that happened from … (inclusive) to … (exclusive), epoch milliseconds. */
export interface CrossingRange {
  from: number
  to: number
}

/** Crossings in a run: some ten milliseconds of reading. */
const usualRun = 500

/** `payload`: of the entry that holds it. */
type Row = Omit<CrossingThen, 'payload'> & { payload: string | null }

const stateSchema = v.object({ crossing: crossingSchema })

/**
 * Crossings in the order of their time, voided ones left out, up to an entry (`through`; as a rule the last there is when
 * the first run is asked for). Between two runs nothing is held.
 * @throws JournalKeyWrong, JournalFromPast, JournalFromFuture; and where there is no journal
 */
export function* readCrossings(
  folder: string,
  key: Uint8Array,
  { from, to }: CrossingRange,
  { size = usualRun, through }: { size?: number; through?: number } = {},
): Generator<ReportedCrossing[]> {
  const database = openToRead(folder, key)
  try {
    const epochs = epochsOf(database)
    const reader = new Reader(database, epochs, through ?? epochs.at(-1)?.through ?? 0)
    for (let after = { at: from, seq: 0 }; ; ) {
      const rows = reader.rows(after, to, size)
      const last = rows.at(-1)
      if (!last) return
      after = last
      const run = rows.map((row) => reader.reported(row)).filter((each) => each !== null)
      if (run.length > 0) yield run
    }
  } finally {
    database.close()
  }
}

type Position = Pick<Row, 'at' | 'seq'>

/** Whether another position comes behind one. */
const isBehind = (one: Position, other: Position): boolean =>
  other.at > one.at || (other.at === one.at && other.seq > one.seq)

/** Reads crossings as they were at one entry. */
class Reader {
  private readonly database: Database
  private readonly earlier: CrossingAtEntry
  private readonly epochs: readonly Epoch[]
  private readonly places: readonly PlaceSpan[]
  private readonly through: number
  private readonly statements

  constructor(database: Database, epochs: readonly Epoch[], through: number) {
    this.database = database
    this.earlier = new CrossingAtEntry(database)
    this.epochs = epochs
    this.places = placesOf(database)
    this.through = through
    this.statements = prepare(database)
  }

  /**
   * The next crossings behind a position, of those that stood there at the entry: rows that nobody has changed since, and what
   * changed ones were. A crossing has one position at one entry, wherever its row is moved meanwhile.
   */
  rows(after: Position, to: number, size: number): Row[] {
    return this.database.transaction(() => {
      const same = this.statements.rows.all({ ...after, to, through: this.through, size })
      const end = same.length === size ? same.at(-1) : undefined
      const others = this.earlier
        .changedSince(this.through)
        .filter((each) => each.at < to && isBehind(after, each) && (end === undefined || isBehind(each, end)))
      return [...same, ...others].toSorted((one, other) => one.at - other.at || one.seq - other.seq)
    })()
  }

  /** Null: it does not count, or its content is erased. */
  reported(row: Row): ReportedCrossing | null {
    const { state, payload } = row
    if (state === 'voided' || payload === null) return null
    const { crossing } = v.parse(stateSchema, JSON.parse(payload))
    const { at, seq, kiosk, officer, recordedAt: enteredAt } = row
    const epoch = this.epochs.findLast(({ from }) => from <= seq)?.epoch ?? ''
    return {
      kiosk,
      epoch,
      seq,
      place: placeAt(this.places, seq),
      at,
      enteredAt,
      startedAt: this.startOf(crossing),
      officer,
      unseenEmergency: crossing.above?.by === 'emergency' && !this.isSeen(seq),
      amended: state === 'amended',
      crossing,
    }
  }

  /** Whether a supervisor has said that they have seen it. */
  private isSeen(crossing: number): boolean {
    return this.statements.seen.get({ crossing, through: this.through }) === 1
  }

  /** When the first code of it was scanned. */
  private startOf({ travellers }: Crossing): number | null {
    const scans = travellers.flatMap(({ certificate, documents }) => [
      certificate?.scan ?? null,
      ...documents.map(({ scan }) => scan),
    ])
    const first = scans.reduce<number | null>(
      (least, scan) => (scan !== null && (least === null || scan < least) ? scan : least),
      null,
    )
    return first === null ? null : (this.statements.scannedAt.get(first) ?? null)
  }
}

function prepare(database: Database) {
  return {
    rows: database.prepare<[{ at: number; seq: number; to: number; through: number; size: number }], Row>(
      `SELECT c.at, c.seq, c.state, c.recorded_at AS recordedAt, e.kiosk, e.officer, s.payload
       FROM crossings c JOIN entries e ON e.seq = c.seq JOIN entries s ON s.seq = c.state_seq
       WHERE (c.at, c.seq) > (@at, @seq) AND c.at < @to AND c.last_seq <= @through ORDER BY c.at, c.seq LIMIT @size`,
    ),
    seen: database
      .prepare<[{ crossing: number; through: number }], 0 | 1>(
        `SELECT EXISTS (SELECT 1 FROM entries INDEXED BY entries_officers
         WHERE ${aboutOfficers} AND kind = 'emergency.seen' AND seq > @crossing AND seq <= @through
           AND payload ->> '$.crossing' = @crossing)`,
      )
      .pluck(),
    scannedAt: database
      .prepare<[number], number>(`SELECT at FROM entries WHERE seq = ? AND kind = 'scan.verified'`)
      .pluck(),
  }
}
