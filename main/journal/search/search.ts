/** Recorded crossings by what an officer types, and by whom they met. */
import { isDeepStrictEqual } from 'node:util'
import {
  mostFound,
  type CrossingLine,
  type SearchAnswer,
  type SearchQuery,
} from '../../../shared/contract/crossing-line-schemas.ts'
import { type TraceAnswer, type TraceQuery } from '../../../shared/contract/trace-schemas.ts'
import { crossingColumns, crossingLine, type CrossingRow } from '../crossings/crossing-line.ts'
import type { Database } from '../file/open-database.ts'
import { Finder, type Place, type Scope } from './find.ts'
import { kindsWanted, markOf } from './marks.ts'
import { readText, waysToAsk, type Reading } from './query.ts'
import { exactly, type Wanted } from './wanted.ts'
import type { SearchIndex } from './search-index.ts'
import { termOfMark } from './terms.ts'
import { Tracer } from './trace.ts'

/** Reads one database's crossings through its index. */
export class Search {
  private readonly index: SearchIndex
  private readonly finder: Finder
  private readonly tracer: Tracer
  private readonly log: (line: string) => void
  private readonly statements

  constructor(database: Database, index: SearchIndex, log: (line: string) => void) {
    this.index = index
    this.finder = new Finder(index)
    this.tracer = new Tracer(database, this.finder)
    this.log = log
    this.statements = prepare(database)
  }

  /** Crossings that fit, newest first, at most `mostFound`. Text without a letter or digit in it finds nothing. */
  search({ text, ...scope }: SearchQuery): SearchAnswer {
    this.catchUp()
    const places = this.places(text.trim(), scope, mostFound + 1)
    const lines = places.slice(0, mostFound).map((place) => this.line(place))
    return { lines: lines.filter((line) => line !== null), more: places.length > mostFound }
  }

  /** Everybody whom a person or vehicle met, the closest first. */
  trace(query: TraceQuery): TraceAnswer {
    this.catchUp()
    return this.tracer.trace(query)
  }

  private places(text: string, scope: Scope, most: number): Place[] {
    const filtered = scope.decision !== null || scope.direction !== null
    if (text === '' && !filtered) return this.newest(scope, most)
    if (text === '') {
      const marks = kindsWanted(scope).map((kind) => exactly(termOfMark(markOf(kind))))
      return this.finder.find(marks, scope, most)
    }
    const readings = readText(text)
    const wanted = this.wanted(readings, true, scope)
    const found = this.finder.find(wanted, scope, most)
    if (found.length > 0) return found
    // Whoever types only the beginnings of words means them: nothing else was found.
    const begun = this.wanted(readings, false, scope)
    return isDeepStrictEqual(begun, wanted) ? [] : this.finder.find(begun, scope, most)
  }

  private wanted(readings: readonly Reading[], wholeWords: boolean, scope: Scope): Wanted[] {
    return readings.flatMap((reading) => this.finder.cheapest(waysToAsk(reading, wholeWords), scope))
  }

  private newest({ from, to }: Scope, most: number): Place[] {
    return this.statements.newest.all(from ?? -Number.MAX_SAFE_INTEGER, to ?? Number.MAX_SAFE_INTEGER, most)
  }

  private line({ at, seq }: Place): CrossingLine | null {
    const row = this.statements.row.get(at, seq)
    if (!row || row.payload === null) return null
    return crossingLine(row, row.payload)
  }

  /** What is no full batch yet, and what a disk that takes nothing keeps from the index, is looked through without it. */
  private catchUp(): void {
    try {
      while (this.index.index() > 0) continue
    } catch (error) {
      this.log(`search: the index was not written: ${String(error)}`)
    }
  }
}

function prepare(database: Database) {
  return {
    newest: database.prepare<[number, number, number], Place>(
      'SELECT at, seq FROM crossings WHERE at >= ? AND at < ? ORDER BY at DESC, seq DESC LIMIT ?',
    ),
    row: database.prepare<[number, number], CrossingRow & { payload: string | null }>(
      `SELECT ${crossingColumns}, s.payload FROM crossings c JOIN entries s ON s.seq = c.state_seq
       WHERE c.at = ? AND c.seq = ?`,
    ),
  }
}
