/**
 * Blocks of the search index. A block is one row of text: the terms of a quarter of a day that begin with the same few
 * characters, a line each, with where it was found. So a crossing's thirty terms go to a handful of rows that it shares
 * with hundreds of others, a search reads a short text a day, and erasing a day touches that day's rows alone.
 */
import { startOfLocalDay } from '../../../shared/language/time.ts'
import { hasWords, type Wanted } from './wanted.ts'

const dayLength = 86_400_000
const zone = 7 * 3_600_000

/** Quarters of a day; characters of 64 kinds each, of a name as many as tell TRAN from TRANG, of a number fewer. */
const quarters = 4
const kinds = 64
const inKey = { letters: 5, others: 3 } as const
const keysADay = kinds ** inKey.letters * quarters

/** So far into either direction a key is a number that JavaScript holds exactly. */
const lastDay = 1_000_000

/** A crossing that has a term. */
export interface Posting {
  /** When it was recorded, epoch milliseconds. */
  at: number
  /** The entry that recorded it. */
  seq: number
  /** Its decision and direction, see marks.ts. */
  mark: number
}

/** The day of an instant in the index: days since 1970 in Viet Nam's calendar. @param at epoch milliseconds */
export function indexDay(at: number): number {
  const day = Math.ceil(startOfLocalDay(at) / dayLength)
  return Math.min(Math.max(day, -lastDay), lastDay)
}

const startOf = (day: number): number => day * dayLength - zone

/** When a day of the index is over, epoch milliseconds. */
export const endOfDay = (day: number): number => startOf(day + 1)

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
  const day = indexDay(at)
  const quarter = Math.floor(((at - startOf(day)) / dayLength) * quarters)
  return day * keysADay + Math.min(Math.max(quarter, 0), quarters - 1)
}

/** The lines of the blocks of one quarter, as they are collected. Small numbers make quick keys of a map. */
export class QuarterLines {
  private readonly lines = new Map<number, string[]>()

  /** A term holds neither a tab nor a new line. */
  add(terms: Iterable<string>, { at, seq, mark }: Posting): void {
    const behind = `\t${mark}.${(at - startOf(indexDay(at))).toString(36)}.${seq.toString(36)}`
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

/** The first and last key of the blocks of a day that may hold terms which begin so. */
export function blocksOf(day: number, begins: string): [first: number, last: number] {
  return [
    day * keysADay + beginningOf(begins, 0) * quarters,
    day * keysADay + beginningOf(begins, kinds - 1) * quarters + quarters - 1,
  ]
}

/** A block without what stands in it of some crossings, by their entries' numbers. */
export function withoutCrossings(terms: string, gone: ReadonlySet<number>): string {
  const stays = (line: string): boolean => !gone.has(parseInt(line.slice(line.lastIndexOf('.') + 1), 36))
  return terms
    .split('\n')
    .filter((line) => line === '' || stays(line))
    .join('\n')
}

/** The crossings of a block that have a term which is wanted. */
export function postingsIn(day: number, terms: string, wanted: Wanted): Posting[] {
  const postings: Posting[] = []
  if (!hasWords(terms, wanted)) return postings
  const needle = `\n${wanted.begins}${wanted.whole ? '\t' : ''}`
  for (let from = terms.indexOf(needle); from >= 0; from = terms.indexOf(needle, from + 1)) {
    const tab = terms.indexOf('\t', from)
    if (wanted.words.length > 0 && !hasWords(terms.slice(from, tab), wanted)) continue
    const next = terms.indexOf('\n', tab)
    const [mark = '', offset = '', seq = ''] = terms.slice(tab + 1, next < 0 ? undefined : next).split('.')
    postings.push({ mark: Number(mark), at: startOf(day) + parseInt(offset, 36), seq: parseInt(seq, 36) })
  }
  return postings
}
