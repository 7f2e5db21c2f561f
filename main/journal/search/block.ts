/**
 * Blocks of the search index. A block is one row of text: the terms of a span that begin with the same few characters, a
 * line each, with where it was found. So a crossing's thirty terms go to a handful of rows that it shares with hundreds
 * of others, a search reads a short text a span, and erasing a day touches no other week's rows.
 */
import { dayOf, endOf, startOf, weekOf, type Span } from './span.ts'
import type { Wanted } from './wanted.ts'

/** A day's blocks are those of its quarters, so that little is written again with every batch. A week's are whole. */
const quarters = 4

/** Characters of 64 kinds each, of a name as many as tell TRAN from TRANG, of a number fewer. */
const kinds = 64
const inKey = { letters: 5, others: 3 } as const
const keysASpan = kinds ** inKey.letters * quarters

/** A crossing that has a term. */
export interface Posting {
  /** When it was recorded, epoch milliseconds. */
  at: number
  /** The entry that recorded it. */
  seq: number
  /** Its decision and direction, see marks.ts. */
  mark: number
}

/** Characters by their number in a key. 0 is for the end of a term, and what is left is shared by other scripts. */
const alphabet = ' ,/~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ascii = Array.from({ length: 128 }, (_, code) => alphabet.indexOf(String.fromCharCode(code)) + 1)

function kindOf(code: number): number {
  return ascii[code] || alphabet.length + 1 + (code % (kinds - alphabet.length - 1))
}

/** The first characters of a term in one number, below 2 ** 30. */
function beginningOf(term: string, filler: number): number {
  const first = term.charCodeAt(0)
  const depth = first >= 65 && first <= 90 ? inKey.letters : inKey.others
  const known = Math.min(depth, term.length)
  let beginning = 0
  for (let index = 0; index < inKey.letters; index++)
    beginning = beginning * kinds + (index < known ? kindOf(term.charCodeAt(index)) : filler)
  return beginning
}

/** The quarter of a day that an instant is in, as the key of its first block. */
export function quarterOf(at: number): number {
  const day = dayOf(at)
  const quarter = Math.floor(((at - startOf(day)) / (endOf(day) - startOf(day))) * quarters)
  return day * keysASpan + Math.min(Math.max(quarter, 0), quarters - 1)
}

/** What stands behind a term in its line: from the tab on. */
export function behindTerm({ at, seq, mark }: Posting): string {
  // Counted from the beginning of the week, so that a week's blocks are those of its days one behind the other.
  return `\t${mark}.${(at - startOf(weekOf(dayOf(at)))).toString(36)}.${seq.toString(36)}`
}

/** The lines of the blocks of one quarter, as they are collected. Small numbers make quick keys of a map. */
export class QuarterLines {
  private readonly lines = new Map<number, string[]>()

  /** A term holds neither a tab nor a new line. */
  add(terms: Iterable<string>, posting: Posting): void {
    const behind = behindTerm(posting)
    for (const term of terms) {
      const beginning = beginningOf(term, 0)
      const lines = this.lines.get(beginning)
      if (lines) lines.push(term, behind)
      else this.lines.set(beginning, [term, behind])
    }
  }

  /** Each block's key with what is to be written to it, in order. @param quarter as `quarterOf` says */
  *blocks(quarter: number): Generator<[key: number, terms: string]> {
    for (const beginning of [...this.lines.keys()].toSorted((one, other) => one - other)) {
      let terms = ''
      const lines = this.lines.get(beginning) ?? []
      for (let index = 0; index < lines.length; index += 2) terms += `\n${lines[index]}${lines[index + 1]}`
      yield [quarter + beginning * quarters, terms]
    }
  }
}

/** The first and last key of the blocks of a span that may hold terms which begin so. */
export function blocksOf(span: Span, begins: string): [first: number, last: number] {
  return [
    span * keysASpan + beginningOf(begins, 0) * quarters,
    span * keysASpan + beginningOf(begins, kinds - 1) * quarters + quarters - 1,
  ]
}

/** The span that a block is in. */
export const spanOf = (key: number): Span => Math.floor(key / keysASpan)

/** The place of a block in its span: terms that begin alike have the same in every span. */
export const placeOf = (key: number): number => Math.floor((key - spanOf(key) * keysASpan) / quarters)

/** The place of the blocks that hold a term. */
export const placeOfTerm = (term: string): number => beginningOf(term, 0)

/** The key of the block at a place of a week, which has one at each. */
export const blockOf = (week: Span, place: number): number => week * keysASpan + place * quarters

/** The first and last key of the blocks of a span between two places, both included. */
export function blocksBetween(span: Span, from: number, to: number): [first: number, last: number] {
  return [span * keysASpan + from * quarters, span * keysASpan + to * quarters + quarters - 1]
}

/** A block without what stands in it of some crossings, by their entries' numbers. */
export function withoutCrossings(terms: string, gone: ReadonlySet<number>): string {
  const stays = (line: string): boolean => !gone.has(parseInt(line.slice(line.lastIndexOf('.') + 1), 36))
  return terms
    .split('\n')
    .filter((line) => line === '' || stays(line))
    .join('\n')
}

/** The crossings of a block of a span that have a term which is wanted. */
export function postingsIn(span: Span, terms: string, wanted: Wanted): Posting[] {
  const postings: Posting[] = []
  const needle = `\n${wanted.begins}${wanted.whole ? '\t' : ''}`
  const words = wanted.words.map((word) => ({ text: ` ${word}`, next: -1 }))
  const start = startOf(weekOf(span))
  for (let from = terms.indexOf(needle); from >= 0; ) {
    // Whichever of the words comes last says how far no line can have them all.
    let furthest = from
    for (const word of words) {
      if (word.next < from) word.next = terms.indexOf(word.text, from)
      if (word.next < 0) return postings
      furthest = Math.max(furthest, word.next)
    }
    const tab = terms.indexOf('\t', from)
    if (furthest < tab) postings.push(readPosting(terms, tab + 1, start))
    from = terms.indexOf(needle, furthest < tab ? tab : terms.lastIndexOf('\n', furthest))
  }
  return postings
}

/** Reads what stands behind a term's tab: mark, time since the start of the week (epoch milliseconds), entry. */
export function readPosting(terms: string, from: number, start: number): Posting {
  const offset = terms.indexOf('.', from) + 1
  const seq = terms.indexOf('.', offset) + 1
  const end = terms.indexOf('\n', seq)
  return {
    mark: Number(terms.slice(from, offset - 1)),
    at: start + parseInt(terms.slice(offset, seq - 1), 36),
    seq: parseInt(terms.slice(seq, end < 0 ? undefined : end), 36),
  }
}
