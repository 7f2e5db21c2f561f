/**
 * Trace: everybody who was in the same crossing as a person or vehicle, on that vehicle another time, or in the lane at
 * about the same time. Crossings that were voided are left out.
 */
import * as v from 'valibot'
import type { Relation, TraceAnswer, TraceLine, TraceQuery } from '../../../shared/contract/trace-schemas.ts'
import { crossingColumns, type CrossingRow } from '../crossings/crossing-line.ts'
import type { Database } from '../file/open-database.ts'
import type { Finder, Scope } from './find.ts'
import { exactly } from './wanted.ts'
import { readSubject, tracedSchema, type Passage, type Subject, type Traveller } from './subject.ts'

/** Most lines that one trace answers with. */
const mostTraced = 3000

/** Most crossings of one subject: more than a shuttle makes in a year. */
const mostOwn = 5000

const minute = 60_000

/** A crossing to tell of, and how it was met. */
interface Met {
  relation: Relation
  passage: Passage
}

/** Traces in one database. */
export class Tracer {
  private readonly finder: Finder
  private readonly statements

  constructor(database: Database, finder: Finder) {
    this.finder = finder
    this.statements = prepare(database)
  }

  /** Everybody whom a person or vehicle met, by relation and then by time. */
  trace(query: TraceQuery): TraceAnswer {
    const subject = readSubject(query.subject)
    if (!subject) return { lines: [], more: false }
    const { own, more } = this.own(subject, query)
    const times = own.map(({ row }) => row.at)
    const lines = own.flatMap((passage) => ownLines(passage, subject))
    for (const { relation, passage } of this.met(own, query)) {
      if (lines.length > mostTraced) break
      const others = passage.crossing.travellers.filter((traveller) => !subject.is(traveller))
      lines.push(...others.map((traveller) => lineOf(relation, passage, traveller, times)))
    }
    return { lines: lines.slice(0, mostTraced), more: more || lines.length > mostTraced }
  }

  /** The subject's own crossings, oldest first. */
  private own(subject: Subject, { from, to }: TraceQuery): { own: Passage[]; more: boolean } {
    const scope: Scope = { from, to, decision: null, direction: null }
    const places = this.finder.find(subject.wanted, scope, mostOwn + 1)
    const passages = places
      .slice(0, mostOwn)
      .toReversed()
      .map(({ at, seq }) => this.statements.row.get(at, seq))
      .map((row) => (row ? this.passage(row) : null))
    const own = passages.filter((each) => each !== null).filter((each) => subject.isIn(each))
    return { own, more: places.length > mostOwn }
  }

  /** The crossings in which somebody was met, each once, by the closest relation; read as far as they are asked for. */
  private *met(own: readonly Passage[], query: TraceQuery): Generator<Met> {
    for (const passage of own) yield { relation: 'same-crossing', passage }
    const told = new Set(own.map(({ row }) => row.seq))
    const further = [
      { relation: 'same-vehicle', rows: this.onVehicles(own, query) },
      { relation: 'nearby', rows: this.nearby(own, query) },
    ] as const
    for (const { relation, rows } of further) {
      for (const row of rows) {
        if (told.has(row.seq)) continue
        told.add(row.seq)
        const passage = this.passage(row)
        if (passage) yield { relation, passage }
      }
    }
  }

  /** Crossings within the window of the vehicles that the subject was on, oldest first. Nobody travels on a trailer. */
  private *onVehicles(own: readonly Passage[], { from, to }: TraceQuery): Generator<CrossingRow> {
    const plates = new Set(own.map(({ row }) => row.plate).filter((plate) => plate !== null))
    if (plates.size === 0) return
    const scope: Scope = { from, to, decision: null, direction: null }
    for (const { at, seq } of this.finder.find([...plates].map(exactly), scope, mostOwn).toReversed()) {
      const row = this.statements.row.get(at, seq)
      if (row?.plate && plates.has(row.plate)) yield row
    }
  }

  /** Crossings shortly before and after, oldest first: also outside the window, if only the subject's own is inside. */
  private *nearby(own: readonly Passage[], { withinMinutes }: TraceQuery): Generator<CrossingRow> {
    const within = withinMinutes * minute
    let done = -Number.MAX_SAFE_INTEGER
    for (const { row } of own) {
      yield* this.statements.between.all(Math.max(done, row.at - within), row.at + within)
      done = row.at + within
    }
  }

  private passage(row: CrossingRow): Passage | null {
    const payload = row.state === 'voided' ? null : (this.statements.payload.get(row.stateSeq) ?? null)
    return payload === null ? null : { row, crossing: v.parse(tracedSchema, JSON.parse(payload)).crossing }
  }
}

/** Of a person their lines; of a vehicle a line without a name. */
function ownLines(passage: Passage, subject: Subject): TraceLine[] {
  const travellers = passage.crossing.travellers.filter((traveller) => subject.is(traveller))
  const nobody = { name: null, birthDate: null, numbers: [] }
  return (travellers.length > 0 ? travellers : [nobody]).map((each) =>
    lineOf('subject', passage, each, [passage.row.at]),
  )
}

function lineOf(
  relation: Relation,
  { row: { seq, at, recordedAt, direction, decision }, crossing: { vehicle } }: Passage,
  { name, birthDate, numbers }: Traveller,
  times: readonly number[],
): TraceLine {
  const apart = times.reduce((closest, time) => Math.min(closest, Math.abs(at - time)), Infinity)
  return {
    relation,
    crossing: seq,
    at,
    enteredAt: recordedAt,
    direction,
    onFoot: vehicle === null,
    plate: vehicle?.plate ?? null,
    decision,
    name,
    birthDate,
    numbers,
    minutesApart: Math.round(apart / minute),
  }
}

function prepare(database: Database) {
  return {
    row: database.prepare<[number, number], CrossingRow>(
      `SELECT ${crossingColumns} FROM crossings c WHERE c.at = ? AND c.seq = ?`,
    ),
    between: database.prepare<[number, number], CrossingRow>(
      `SELECT ${crossingColumns} FROM crossings c WHERE c.at >= ? AND c.at <= ? ORDER BY c.at, c.seq`,
    ),
    payload: database.prepare<[number], string | null>('SELECT payload FROM entries WHERE seq = ?').pluck(),
  }
}
