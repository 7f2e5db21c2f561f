/** One laboratory result, every field of it checked, and the payload of its certificate. */
import { randomBytes } from 'node:crypto'
import { nameTokens } from '../../shared/domain/names.ts'
import type { Encodable } from '../cbor-encode.ts'
import type { FieldFault } from './faults.ts'
import type { Field } from './fields.ts'
import { longestText, readBirthDate, readName, type PersonName, type Read } from './person.ts'
import type { Row } from './row.ts'
import { readSampleTime, type SampleTime } from './sample-time.ts'

/** Value sets covid-19-lab-test-type (LOINC) and covid-19-lab-result (SNOMED CT). */
export type Method = 'LP6464-4' | 'LP217198-3'
export type ResultCode = '260415000' | '260373001'

/** A result that can be certified. */
export interface LabResult {
  name: PersonName
  birthDate: string
  sampled: SampleTime
  method: Method
  result: ResultCode
  centre: string
  /** As the file gives it, made a UVCI; null where it gives none. */
  identifier: string | null
}

/** What holds for a whole file. */
export interface Defaults {
  /** Zone of times without one (`+07:00`); null: such times are refused. */
  zone: string | null
  /** Centre of rows without one; null: such rows are refused. */
  centre: string | null
  /** ISO 3166 alpha-2. */
  country: string
  /** Epoch milliseconds. */
  now: number
}

const methods: ReadonlyMap<string, Method> = new Map([
  ...['RTPCR', 'PCR', 'REALTIMEPCR', 'REALTIMERTPCR', 'NAAT', 'RTLAMP', 'XETNGHIEMRTPCR', 'XETNGHIEMPCR'].map(
    (word) => [word, 'LP6464-4'] as const,
  ),
  ...[
    'TESTNHANH',
    'XETNGHIEMNHANH',
    'KHANGNGUYEN',
    'TESTNHANHKHANGNGUYEN',
    'XETNGHIEMNHANHKHANGNGUYEN',
    'NHANH',
    'RAT',
    'RAPID',
    'RAPIDANTIGEN',
    'RAPIDTEST',
    'RAPIDANTIGENTEST',
    'ANTIGEN',
    'AG',
  ].map((word) => [word, 'LP217198-3'] as const),
])
const results: ReadonlyMap<string, ResultCode> = new Map([
  ...['AMTINH', 'AM', 'NEGATIVE', 'NEG', 'KHONGPHATHIEN', 'NOTDETECTED'].map((word) => [word, '260415000'] as const),
  ...['DUONGTINH', 'DUONG', 'POSITIVE', 'POS', 'PHATHIEN', 'DETECTED'].map((word) => [word, '260373001'] as const),
])

/** By the code of its value set, or by a word in either language, marks or not. */
function readCode<T extends string>(
  table: ReadonlyMap<string, T>,
  text: string,
  unknown: 'unknown-method' | 'unknown-result',
): Read<T> {
  if (text === '') return { ok: false, code: 'missing' }
  const value = [...table.values()].find((code) => code === text) ?? table.get(nameTokens(text).join(''))
  return value ? { ok: true, value } : { ok: false, code: unknown, values: { value: text } }
}

function readCentre(text: string): Read<string> {
  const centre = text.normalize('NFC')
  if (centre === '') return { ok: false, code: 'missing' }
  return centre.length > longestText
    ? { ok: false, code: 'too-long', values: { limit: longestText } }
    : { ok: true, value: centre }
}

/** A unique certificate identifier (guidelines on verifiable vaccination certificates, annex 2): as given, or with the prefix it lacks. */
function readIdentifier(text: string, country: string): Read<string | null> {
  if (text === '') return { ok: true, value: null }
  const upper = text.toUpperCase()
  if (!/^[A-Z0-9][A-Z0-9:/#-]*$/.test(upper)) return { ok: false, code: 'not-an-identifier', values: { value: text } }
  const identifier = upper.startsWith('URN:UVCI:') ? upper : `URN:UVCI:01:${country}:${upper}`
  return identifier.length > longestText
    ? { ok: false, code: 'too-long', values: { limit: longestText } }
    : { ok: true, value: identifier }
}

/** A new identifier: 26 characters of chance, which tell nothing and cannot be guessed. */
export function newIdentifier(country: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const characters = [...randomBytes(26)].map((byte) => alphabet.charAt(byte & 31))
  return `URN:UVCI:01:${country}:${characters.join('')}`
}

/** Was this person born (at the earliest) after the sample was taken? A day's slack, as zones differ. */
function bornLater(birthDate: string, { instant }: SampleTime): boolean {
  return Date.parse(birthDate) > instant + 86_400_000
}

/** Checks a row; everything that is wrong with it is said at once. */
export function readResult(
  { cells }: Row,
  defaults: Defaults,
): { ok: true; value: LabResult } | { ok: false; faults: FieldFault[] } {
  const faults: FieldFault[] = []
  const cell = (field: Field): string => cells.get(field) ?? ''
  const take = <T>(field: Field, read: Read<T>): T | undefined => {
    if (read.ok) return read.value
    faults.push({ field: read.field ?? field, code: read.code, values: read.values ?? {} })
    return undefined
  }
  const name = take('name', readName(cell('name'), cell('family'), cell('given')))
  const birthDate = take('birthDate', readBirthDate(cell('birthDate')))
  const sampled = take('sampledAt', readSampleTime(cell('sampledAt'), defaults.zone, defaults.now))
  const method = take('method', readCode(methods, cell('method'), 'unknown-method'))
  const result = take('result', readCode(results, cell('result'), 'unknown-result'))
  const centre = take('centre', readCentre(cell('centre') || (defaults.centre ?? '')))
  const identifier = take('identifier', readIdentifier(cell('identifier'), defaults.country))
  if (birthDate && sampled && bornLater(birthDate, sampled))
    faults.push({ field: 'birthDate', code: 'born-later', values: { value: cell('birthDate') } })
  if (faults.length > 0 || !name || !birthDate || !sampled || !method || !result || !centre || identifier === undefined)
    return { ok: false, faults }
  return { ok: true, value: { name, birthDate, sampled, method, result, centre, identifier } }
}

/** The payload of a test certificate (DCC schema 1.3.0). */
export function testPayload(
  { name, birthDate, sampled, method, result, centre }: LabResult,
  { identifier, country, authority }: { identifier: string; country: string; authority: string },
): Encodable {
  const { family, given } = name
  return {
    ver: '1.3.0',
    nam: {
      fn: family.written,
      fnt: family.icao,
      ...(given.written === '' ? {} : { gn: given.written, gnt: given.icao }),
    },
    dob: birthDate,
    t: [
      {
        tg: '840539006',
        tt: method,
        sc: sampled.text,
        tr: result,
        tc: centre,
        co: country,
        is: authority,
        ci: identifier,
      },
    ],
  }
}
