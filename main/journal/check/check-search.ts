/**
 * Compares the search index with the crossings: every line that a crossing leads to is there, in a block where a search
 * looks for it, and no other. Week by week, for lines stay in their week when its days are joined, and each week in one
 * read transaction of some seconds, for they move within it while a kiosk runs. Memory is that of a week's blocks, and
 * not of its crossings: of each block only a sum over its lines is kept.
 *
 * The rows of the table `crossings` are believed here; they are compared with the entries before.
 */
import { crossingColumns, type CrossingRow } from '../crossings/crossing-line.ts'
import type { Database } from '../file/open-database.ts'
import { behindTerm, blocksOf, placeOf, placeOfTerm, readPosting, spanOf } from '../search/block.ts'
import { markOf } from '../search/marks.ts'
import { dayOf, daysOf, endOf, isWeek, startOf, weekOf, type Span } from '../search/span.ts'
import { termsOf } from '../search/terms.ts'
import type { Discord } from '../../../shared/ledger/discord.ts'
import { LineSums } from './line-sums.ts'

/** The first line of the index that does not agree; null: all do. @param progress hears how far it is, from 0 to 1 */
export function checkSearch(database: Database, progress: (share: number) => void): Discord | null {
  const check = new SearchCheck(database)
  const step = database.transaction((after: Span | null) => check.nextWeek(after))
  let week: Span | null = null
  for (;;) {
    const next: Span | Discord | null = step(week)
    if (typeof next !== 'number') return next
    progress(check.shareUpTo(next))
    week = next
  }
}

interface Block {
  key: number
  terms: string
}

class SearchCheck {
  private readonly statements

  constructor(database: Database) {
    this.statements = prepare(database)
  }

  /** Compares the first week after another. Answers with that week, with what does not agree, or null: there is none left. */
  nextWeek(after: Span | null): Span | Discord | null {
    if (this.through() > (this.statements.lastEntry.get() ?? 0)) return unequal('row-altered', 0)
    const week = this.weekAfter(after)
    if (week === null) return null
    return this.compareSpans(week) ?? this.compareLines(week) ?? week
  }

  /** How much of the time that crossings cover is behind a week. */
  shareUpTo(week: Span): number {
    const { earliest, latest } = this.statements.covered.get() ?? { earliest: null, latest: null }
    if (earliest === null || latest === null) return 1
    return Math.min(1, Math.max(0, (endOf(week) - earliest) / Math.max(1, latest - earliest)))
  }

  private through(): number {
    return this.statements.through.get() ?? 0
  }

  /** The first week, behind one or of all, that has crossings, blocks, or a span that is said to have some. */
  private weekAfter(after: Span | null): Span | null {
    const [from, key] = after === null ? [null, null] : [endOf(after), lastKeyOf(after)]
    const at = this.statements.nextCrossing.get(from ?? Number.MIN_SAFE_INTEGER)
    const block = this.statements.nextBlock.get(key ?? Number.MIN_SAFE_INTEGER)
    const weeks = this.statements.spans
      .all()
      .map(weekOf)
      .filter((week) => after === null || week > after)
    if (typeof at === 'number') weeks.push(weekOf(dayOf(at)))
    if (typeof block === 'number') weeks.push(weekOf(spanOf(block)))
    return weeks.length === 0 ? null : weeks.reduce((one, other) => Math.min(one, other))
  }

  /** A search looks into the spans that are said to have blocks, and nowhere else. */
  private compareSpans(week: Span): Discord | null {
    const said = new Set(this.statements.spans.all())
    for (const span of [...daysOf(week), week]) {
      const has = this.statements.any.get(...blocksOf(span, '')) !== undefined
      if (has !== said.has(span)) return unequal(has ? 'row-missing' : 'row-unfounded', 0)
    }
    return null
  }

  private compareLines(week: Span): Discord | null {
    const sums = new LineSums()
    for (const { place, line } of this.expected(week)) sums.add(place, line, 1)
    for (const { key, terms } of this.blocks(week)) {
      const misplaced = misplacedIn(spanOf(key), terms)
      if (misplaced !== null) return unequal('row-altered', misplaced)
      for (const line of terms.slice(1).split('\n')) sums.add(placeOf(key), line, -1)
    }
    const place = sums.unequal()
    return place === null ? null : this.nameIn(week, place)
  }

  /** Which line of a block it is, found by keeping the lines of that block alone. */
  private nameIn(week: Span, at: number): Discord {
    const left = new Map<string, number>()
    const count = (line: string, times: number): void => void left.set(line, (left.get(line) ?? 0) + times)
    for (const { place, line } of this.expected(week)) if (place === at) count(line, 1)
    for (const { key, terms } of this.blocks(week))
      if (placeOf(key) === at) for (const line of terms.slice(1).split('\n')) count(line, -1)
    const wrong = [...left].filter(([, times]) => times !== 0).map(([line, times]) => ({ seq: seqIn(line), times }))
    const first = wrong.toSorted((one, other) => one.seq - other.seq)[0]
    return unequal((first?.times ?? 0) > 0 ? 'row-missing' : 'row-unfounded', first?.seq ?? 0)
  }

  /** The lines that the crossings of a week lead to. */
  private *expected(week: Span): Generator<{ place: number; line: string }> {
    const rows = this.statements.crossings.iterate(startOf(week), endOf(week), this.through())
    for (const { payload, ...row } of rows) {
      if (payload === null) continue
      const behind = behindTerm({ at: row.at, seq: row.seq, mark: markOf(row) })
      for (const term of termsOf(row, payload)) yield { place: placeOfTerm(term), line: term + behind }
    }
  }

  private blocks(week: Span): IterableIterator<Block> {
    const [first] = daysOf(week)
    return this.statements.blocks.iterate(blocksOf(first ?? week, '')[0], lastKeyOf(week))
  }
}

const lastKeyOf = (week: Span): number => blocksOf(daysOf(week).at(-1) ?? week, '')[1]

const unequal = (why: 'row-missing' | 'row-altered' | 'row-unfounded', seq: number): Discord => ({
  why,
  table: 'search',
  seq,
})

/** The number of the crossing that a line is about; 0 where it is no line. */
function seqIn(line: string): number {
  const seq = parseInt(line.slice(line.lastIndexOf('.') + 1), 36)
  return Number.isSafeInteger(seq) ? seq : 0
}

/** The first crossing in a block that is of another day than the block, or 0 for what is no block; null: there is none. */
function misplacedIn(span: Span, terms: string): number | null {
  if (!terms.startsWith('\n') || (isWeek(span) && weekOf(span) !== span)) return 0
  if (isWeek(span)) return null
  const [week, from, to] = [startOf(weekOf(span)), startOf(span), endOf(span)]
  for (let tab = terms.indexOf('\t'); tab >= 0; tab = terms.indexOf('\t', tab + 1)) {
    const { at, seq } = readPosting(terms, tab + 1, week)
    if (!(at >= from && at < to)) return Number.isSafeInteger(seq) ? seq : 0
  }
  return null
}

function prepare(database: Database) {
  return {
    through: database.prepare<[], number>('SELECT through FROM search_progress').pluck(),
    lastEntry: database.prepare<[], number | null>('SELECT max(seq) FROM entries').pluck(),
    spans: database.prepare<[], Span>('SELECT span FROM search_spans').pluck(),
    covered: database.prepare<[], { earliest: number | null; latest: number | null }>(
      'SELECT (SELECT min(at) FROM crossings) AS earliest, (SELECT max(at) FROM crossings) AS latest',
    ),
    nextCrossing: database.prepare<[number], number | null>('SELECT min(at) FROM crossings WHERE at >= ?').pluck(),
    nextBlock: database.prepare<[number], number | null>('SELECT min(key) FROM search_blocks WHERE key > ?').pluck(),
    any: database.prepare<[number, number], number>('SELECT 1 FROM search_blocks WHERE key BETWEEN ? AND ? LIMIT 1'),
    blocks: database.prepare<[number, number], Block>(
      'SELECT key, terms FROM search_blocks WHERE key BETWEEN ? AND ? ORDER BY key',
    ),
    crossings: database.prepare<[number, number, number], CrossingRow & { payload: string | null }>(
      `SELECT ${crossingColumns}, e.payload FROM crossings c JOIN entries e ON e.seq = c.state_seq
       WHERE c.at >= ? AND c.at < ? AND c.seq <= ? ORDER BY c.at, c.seq`,
    ),
  }
}
