/**
 * Reads recorded crossings of a time as they are now, also while a kiosk writes: in short read transactions, as of the entry
 * that was last at first. What is recorded or corrected meanwhile is not in it, so that the answer is of one instant.
 */
import * as v from 'valibot'
import type { ReportedCrossing } from '../../shared/domain/crossing/reported-crossing.ts'
import { crossingSchema, type Crossing } from '../../shared/domain/crossing/crossing.ts'
import { epochsOf, type Epoch } from './epoch.ts'
import { openToRead } from './open-to-read.ts'
import type { Database } from './open-database.ts'

/** Crossings that happened from … (inclusive) to … (exclusive), epoch milliseconds. */
export interface CrossingRange {
  from: number
  to: number
}

/** Crossings in a run: some ten milliseconds of reading. */
const usualRun = 500

interface Row {
  at: number
  seq: number
  state: 'recorded' | 'amended' | 'voided'
  lastSeq: number
  recordedAt: number | null
  kiosk: string
  officer: string | null
  /** Of the entry that holds it as it is now. */
  payload: string | null
}

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

/** Makes of rows what they were at one entry. */
class Reader {
  private readonly epochs: readonly Epoch[]
  private readonly through: number
  private readonly statements

  constructor(database: Database, epochs: readonly Epoch[], through: number) {
    this.epochs = epochs
    this.through = through
    this.statements = prepare(database)
  }

  rows(after: { at: number; seq: number }, to: number, size: number): Row[] {
    return this.statements.rows.all({ ...after, to, through: this.through, size })
  }

  /** Null: it does not count, or its content is erased. */
  reported(row: Row): ReportedCrossing | null {
    const { state, payload } = row.lastSeq > this.through ? this.before(row) : row
    if (state === 'voided' || payload === null) return null
    const { crossing } = v.parse(stateSchema, JSON.parse(payload))
    const { at, seq, kiosk, officer, recordedAt: enteredAt } = row
    const epoch = this.epochs.findLast(({ from }) => from <= seq)?.epoch ?? ''
    return {
      kiosk,
      epoch,
      seq,
      at,
      enteredAt,
      startedAt: this.startOf(crossing),
      officer,
      amended: state === 'amended',
      crossing,
    }
  }

  /** As it was before what came after the last entry that is asked for. */
  private before({ seq }: Row): Pick<Row, 'state' | 'payload'> {
    let now: Pick<Row, 'state' | 'payload'> = { state: 'recorded', payload: this.statements.payload.get(seq) ?? null }
    for (const { kind, payload } of this.statements.changes.all(seq, this.through)) {
      if (kind === 'crossing.voided') now = { state: 'voided', payload: null }
      if (kind === 'crossing.amended') now = { state: 'amended', payload }
    }
    return now
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
      `SELECT c.at, c.seq, c.state, c.last_seq AS lastSeq, c.recorded_at AS recordedAt, e.kiosk, e.officer, s.payload
       FROM crossings c JOIN entries e ON e.seq = c.seq JOIN entries s ON s.seq = c.state_seq
       WHERE (c.at, c.seq) > (@at, @seq) AND c.at < @to AND c.seq <= @through ORDER BY c.at, c.seq LIMIT @size`,
    ),
    payload: database.prepare<[number], string | null>('SELECT payload FROM entries WHERE seq = ?').pluck(),
    changes: database.prepare<[number, number], { kind: string; payload: string | null }>(
      `SELECT e.kind, e.payload FROM crossing_changes h JOIN entries e ON e.seq = h.seq
       WHERE h.crossing = ? AND h.seq <= ? ORDER BY h.seq`,
    ),
    scannedAt: database
      .prepare<[number], number>(`SELECT at FROM entries WHERE seq = ? AND kind = 'scan.verified'`)
      .pluck(),
  }
}
