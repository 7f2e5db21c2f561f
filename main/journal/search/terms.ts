/**
 * What a crossing can be found by, as texts of which a search knows the beginning: every part of a plate, every word of
 * a name with the words after it, whole numbers and certificates.
 *
 * Names and codes share one space of terms, so that a search looks in one place a day whatever was typed.
 */
import * as v from 'valibot'
import { readIdentityNumber } from '../../../shared/domain/person/identity-number.ts'
import { nameTokens } from '../../../shared/domain/person/names.ts'
import type { CrossingRow } from '../crossings/crossing-line.ts'
import { sha256 } from '../chain/entry.ts'
import { markOf } from './marks.ts'

/** What of a payload makes terms: less than the whole crossing, so that thousands can be read at once. */
const searchedSchema = v.object({
  crossing: v.object({
    travellers: v.array(
      v.object({
        name: v.nullable(v.string()),
        birthDate: v.nullable(v.string()),
        numbers: v.array(v.string()),
        certificate: v.nullable(v.object({ id: v.string(), name: v.string() })),
        documents: v.array(v.object({ number: v.string() })),
      }),
    ),
  }),
})

/** More words and longer terms than any name or certificate has. */
const mostWords = 12
const longestTerm = 120

/** Shorter ends of a plate would be in every other plate. */
const shortestEnd = 3

/** What masked certificates leave of a number, and what a person reads out of it. */
const lastDigits = 4

/** A plate, number or certificate as one comparable text: letters of any script and digits, nothing between them. */
export function codeOf(text: string): string {
  // As nearly all are.
  if (/^[A-Z0-9]+$/.test(text)) return text.slice(0, longestTerm)
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, longestTerm)
}

/** The words of a name in A to Z, without marks and, where that differs, with ICAO's two letters for one. */
export function readingsOfName(name: string): string[][] {
  const plain = nameTokens(name).slice(0, mostWords)
  const expanded = nameTokens(name, 'expanded').slice(0, mostWords)
  return plain.join(' ') === expanded.join(' ') ? [plain] : [plain, expanded]
}

/** The term that finds one name, its words joined by spaces, with one birth date. */
export function termOfPerson(name: string, birthDate: string | null): string {
  const date = birthDate === null || /[^-*\d]/.test(birthDate) ? '' : birthDate
  return `${name}, ${date}`.slice(0, longestTerm)
}

/** What a name is found by: whole, to stand with the birth date, and by each word but the first. */
interface NameTerms {
  whole: string[]
  parts: string[]
}

/**
 * A term for every word: it, what follows it, and behind a comma what precedes it. So each word of a name can begin a
 * search, and every other word of the same name can be asked for in the same term.
 */
function makeNameTerms(name: string): NameTerms {
  const readings = readingsOfName(name).filter((words) => words.length > 0)
  const whole = readings.map((words) => words.join(' '))
  const parts = readings.flatMap((words) =>
    words.slice(1).map((_, before) => {
      const [first, rest] = [words.slice(0, before + 1), words.slice(before + 1)]
      return `${rest.join(' ')}, ${first.join(' ')}`.slice(0, longestTerm)
    }),
  )
  // A name in another script is found as it is written.
  return readings.length === 0 && codeOf(name) !== '' ? { whole, parts: [codeOf(name)] } : { whole, parts }
}

/** What stands behind a word in a name's term. */
export const wordEnds = [' ', ','] as const

/** Names come again and again, and folding them is most of the work. */
const knownNames = new Map<string, NameTerms>()
const mostKnown = 20_000

function nameTerms(name: string): NameTerms {
  let terms = knownNames.get(name)
  if (terms) return terms
  if (knownNames.size === mostKnown) knownNames.clear()
  terms = makeNameTerms(name)
  knownNames.set(name, terms)
  return terms
}

/** Whether two names differ in capitals at most, as they do on papers that print names in capitals. */
const isSameName = (one: string, other: string | null): boolean => one.toUpperCase() === other?.toUpperCase()

/** Of a masked number what can be seen of it; of a whole one its last digits too. */
function addNumber(terms: Set<string>, number: string): void {
  if (number.includes('*')) {
    for (const seen of number.split('*').map(codeOf)) if (seen.length >= shortestEnd) terms.add(seen)
    return
  }
  const whole = codeOf(number)
  if (whole === '') return
  terms.add(whole)
  if (whole.length > lastDigits) terms.add(whole.slice(-lastDigits))
  const read = readIdentityNumber(number)
  if (read?.kind === 'insurance') terms.add(read.text)
}

function addPlate(terms: Set<string>, key: string): void {
  terms.add(key)
  for (let first = 1; key.length - first >= shortestEnd; first++) terms.add(key.slice(first))
}

/**
 * The term of a certificate, found by its whole identifier only: identifiers begin alike, and their hashes do not. No
 * name or code begins like it.
 */
export const termOfCertificate = (id: string): string => `~${sha256(codeOf(id)).slice(0, 12).toUpperCase()}`

/** The term under which all crossings of one decision and direction stand. No name or code begins like it. */
export const termOfMark = (mark: number): string => `/${mark}`

/** All terms of a crossing, each once. @param payload the text of the payload that holds it as it is now */
export function termsOf(row: CrossingRow, payload: string): Set<string> {
  const { travellers } = v.parse(searchedSchema, JSON.parse(payload)).crossing
  const terms = new Set([termOfMark(markOf(row))])
  const addName = (name: string, birthDate: string | null): void => {
    const { whole, parts } = nameTerms(name)
    for (const each of whole) terms.add(termOfPerson(each, birthDate))
    for (const part of parts) terms.add(part)
  }
  for (const { name, birthDate, numbers, certificate, documents } of travellers) {
    if (name !== null) addName(name, birthDate)
    if (certificate && !isSameName(certificate.name, name)) addName(certificate.name, birthDate)
    if (certificate) terms.add(termOfCertificate(certificate.id))
    for (const number of numbers) addNumber(terms, number)
    for (const { number } of documents) if (!numbers.includes(number)) addNumber(terms, number)
  }
  for (const key of [row.plate, row.trailer]) if (key !== null) addPlate(terms, key)
  return terms
}
