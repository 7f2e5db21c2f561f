/** The blocks of the search index on disk, and the spans that have any. */
import type { Database } from '../file/open-database.ts'
import { blockOf, blocksBetween, blocksOf, placeOf, withoutCrossings } from './block.ts'
import { daysOf, endOf, isWeek, startOf, weekOf, type Span } from './span.ts'

/** Blocks that are read at once where all of a span are gone through. */
const inOneRun = 500

interface Block {
  key: number
  terms: string
}

/** Reads and writes blocks; writing belongs in a transaction. */
export class BlockTable {
  private readonly statements

  constructor(database: Database) {
    this.statements = prepare(database)
  }

  /** The spans that have blocks and touch a stretch of time (epoch milliseconds, null: no bound), the last to end first. */
  spans(from: number | null, to: number | null): Span[] {
    return this.statements.spans
      .all()
      .filter((span) => from === null || endOf(span) > from)
      .filter((span) => to === null || startOf(span) < to)
      .toSorted((one, other) => endOf(other) - endOf(one))
  }

  /** The texts of the blocks of a span that may hold terms which begin so. */
  texts(span: Span, begins: string): string[] {
    return this.statements.texts.all(...blocksOf(span, begins))
  }

  /** How long they are, in bytes. */
  size(span: Span, begins: string): number {
    return this.statements.size.get(...blocksOf(span, begins)) ?? 0
  }

  /** Adds lines to blocks of a span, each with its key. Given in the order of their keys, each page is filled in one go. */
  append(span: Span, blocks: Iterable<[key: number, terms: string]>): void {
    this.statements.addSpan.run(span)
    for (const [key, terms] of blocks) this.statements.append.run(key, terms)
  }

  /** Takes lines of crossings out of a span, by their entries' numbers, and the span where nothing is left of it. */
  removeCrossings(span: Span, gone: ReadonlySet<number>): void {
    const [first, last] = blocksOf(span, '')
    let from = first
    for (;;) {
      // In runs, since nothing can be written while a statement is being stepped through.
      const run = this.statements.run.all(from, last, inOneRun)
      for (const { key, terms } of run) {
        const rest = withoutCrossings(terms, gone)
        if (rest === '') this.statements.remove.run(key, key)
        else if (rest !== terms) this.statements.replace.run(rest, key)
      }
      const lastOfRun = run.at(-1)
      if (!lastOfRun) break
      from = lastOfRun.key + 1
    }
    this.removeIfEmpty(span)
  }

  /** Takes everything out. */
  removeAll(): void {
    this.statements.removeAll.run()
    this.statements.removeSpans.run()
  }

  /**
   * Moves blocks of the days of a week that was over at an instant into that week's: of those that a day has first, at
   * most so many, and of the other days the same. Answers with how many it wrote; 0: all such weeks are whole.
   * @param before epoch milliseconds
   */
  joinDays(before: number, most: number): number {
    const day = this.spans(null, before).findLast((span) => !isWeek(span) && endOf(weekOf(span)) <= before)
    if (day === undefined) return 0
    const week = weekOf(day)
    const [start, end] = blocksOf(day, '')
    const first = this.statements.run.all(start, end, most)
    const [from, to] = [placeOf(first[0]?.key ?? start), placeOf(first.at(-1)?.key ?? end)]
    const joined = new Map<number, string>()
    for (const each of daysOf(week)) {
      const range = blocksBetween(each, from, to)
      for (const { key, terms } of this.statements.run.all(...range, -1)) {
        const place = placeOf(key)
        joined.set(place, (joined.get(place) ?? '') + terms)
      }
      this.statements.remove.run(...range)
      this.removeIfEmpty(each)
    }
    const places = [...joined].toSorted(([one], [other]) => one - other)
    this.append(
      week,
      places.map(([place, terms]) => [blockOf(week, place), terms]),
    )
    return joined.size
  }

  private removeIfEmpty(span: Span): void {
    if (this.statements.any.get(...blocksOf(span, '')) === undefined) this.statements.removeSpan.run(span)
  }
}

function prepare(database: Database) {
  return {
    spans: database.prepare<[], Span>('SELECT span FROM search_spans').pluck(),
    addSpan: database.prepare<[Span]>('INSERT OR IGNORE INTO search_spans VALUES (?)'),
    removeSpan: database.prepare<[Span]>('DELETE FROM search_spans WHERE span = ?'),
    removeSpans: database.prepare<[]>('DELETE FROM search_spans'),
    texts: database
      .prepare<[number, number], string>('SELECT terms FROM search_blocks WHERE key BETWEEN ? AND ?')
      .pluck(),
    size: database
      .prepare<[number, number], number | null>(
        'SELECT sum(octet_length(terms)) FROM search_blocks WHERE key BETWEEN ? AND ?',
      )
      .pluck(),
    any: database.prepare<[number, number], number>('SELECT 1 FROM search_blocks WHERE key BETWEEN ? AND ? LIMIT 1'),
    run: database.prepare<[number, number, number], Block>(
      'SELECT key, terms FROM search_blocks WHERE key BETWEEN ? AND ? ORDER BY key LIMIT ?',
    ),
    append: database.prepare<[number, string]>(
      `INSERT INTO search_blocks VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET terms = terms || excluded.terms`,
    ),
    replace: database.prepare<[string, number]>('UPDATE search_blocks SET terms = ? WHERE key = ?'),
    remove: database.prepare<[number, number]>('DELETE FROM search_blocks WHERE key BETWEEN ? AND ?'),
    removeAll: database.prepare<[]>('DELETE FROM search_blocks'),
  }
}
