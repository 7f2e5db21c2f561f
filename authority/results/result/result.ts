/** One laboratory result, every field of it checked, and the payload of its certificate. */
import { randomBytes } from 'node:crypto'
import { nameDamage, type NameDamage } from '../../../shared/domain/person/name-plausibility.ts'
import { furthestEast } from '../../../shared/domain/time/written-time.ts'
import type { Encodable } from '../../cbor-encode.ts'
import type { FieldFault } from './faults.ts'
import type { Field } from '../columns/fields.ts'
import { longestText, readBirthDate, readName, type PersonName, type Read } from './person.ts'
import type { Row } from '../columns/row.ts'
import { readSampleTime, type SampleTime, type TimeReading } from './sample-time.ts'
import type { Cell } from '../table/table.ts'
import { wordTable } from '../columns/words.ts'
import { isCellError, isTimeOnly } from './written-forms.ts'

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
export interface Defaults extends TimeReading {
  /** Centre of rows without one; null: such rows are refused. */
  centre: string | null
  /** ISO 3166 alpha-2. */
  country: string
}

const methodOf = wordTable<Method>([
  [
    'LP6464-4',
    [
      'LP6464-4',
      'RT-PCR',
      'PCR',
      'Realtime PCR',
      'Realtime RT-PCR',
      'NAAT',
      'RT-LAMP',
      'Xét nghiệm RT-PCR',
      'Xét nghiệm PCR',
    ],
  ],
  [
    'LP217198-3',
    [
      'LP217198-3',
      'Test nhanh',
      'Xét nghiệm nhanh',
      'Kháng nguyên',
      'Kháng nguyên nhanh',
      'Test nhanh kháng nguyên',
      'Xét nghiệm nhanh kháng nguyên',
      'Xét nghiệm kháng nguyên nhanh',
      'Nhanh',
      'RAT',
      'Rapid',
      'Rapid antigen',
      'Rapid test',
      'Rapid antigen test',
      'Antigen',
      'Ag',
    ],
  ],
])
const resultOf = wordTable<ResultCode>([
  ['260415000', ['260415000', 'Âm tính', 'Âm tính (-)', 'Âm', 'Negative', 'Neg', 'Không phát hiện', 'Not detected']],
  ['260373001', ['260373001', 'Dương tính', 'Dương tính (+)', 'Dương', 'Positive', 'Pos', 'Phát hiện', 'Detected']],
])

/** By the code of its value set, or by a word in either language, which must be all that stands there. */
function readWord<T extends string>(
  wordOf: (text: string) => T | null,
  text: string,
  unknown: 'unknown-method' | 'unknown-result',
): Read<T> {
  if (text === '') return { ok: false, code: 'missing' }
  const value = wordOf(text)
  return value ? { ok: true, value } : { ok: false, code: unknown, values: { value: text } }
}

/** What a line of text may not have suffered; digits and signs are good in it, unlike in a person's name. */
const lineDamage: ReadonlySet<NameDamage | null> = new Set([
  'unseen',
  'replaced',
  'piled-marks',
  'twice-encoded',
  'tcvn3',
  'vni',
  'windows-1258',
])

/** Is a line of text (a laboratory's name) fit to be signed: one line, in letters that are what they were? */
export function isFitLine(text: string): boolean {
  return !lineDamage.has(nameDamage(text))
}

function readCentre(text: string): Read<string> {
  const centre = text.normalize('NFC')
  if (centre === '') return { ok: false, code: 'missing' }
  if (!isFitLine(centre)) return { ok: false, code: 'unfit-line', values: { value: centre } }
  return centre.length > longestText
    ? { ok: false, code: 'too-long', values: { limit: longestText } }
    : { ok: true, value: centre }
}

/** With or without its prefix: version, country, and what the issuer made of the rest. */
const uvci = /^(?:URN:UVCI:)?(01:[A-Z]{2,3}:[A-Z0-9][A-Z0-9:/#-]*)$/

/**
 * A unique certificate identifier (guidelines on verifiable vaccination certificates, annex 2). A number of the
 * laboratory's own is none: the next file would have the same.
 */
function readIdentifier(text: string, country: string): Read<string | null> {
  if (text === '') return { ok: true, value: null }
  const rest = uvci.exec(text.toUpperCase())?.[1]
  if (rest === undefined) return { ok: false, code: 'not-an-identifier', values: { value: text } }
  // Another country's are its own to give; whoever revokes one there would not know of this one.
  if (!rest.startsWith(`01:${country}:`)) return { ok: false, code: 'other-country', values: { value: text, country } }
  const identifier = `URN:UVCI:${rest}`
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

/** Nobody has become older than this, by much; years that a spreadsheet made a date of (`1990`) are days of 1905. */
const oldest = 120

/** What is wrong with a birth date beside the sample's time; null where nothing is. */
function bornWhen(birthDate: string, { instant }: SampleTime): 'born-later' | 'born-long-ago' | null {
  // The day that it was in the farthest east, where it is latest.
  const day = new Date(instant + furthestEast).toISOString().slice(0, birthDate.length)
  if (birthDate > day) return 'born-later'
  return Number(birthDate.slice(0, 4)) < Number(day.slice(0, 4)) - oldest ? 'born-long-ago' : null
}

/** A line that has one of these at most is below the table: a total, a signature under any of the columns. */
const stated = ['birthDate', 'sampledAt', 'method', 'result'] as const

/** What is wrong with a cell whatever its field is. */
function wrongKind({ kind, text }: Cell): 'cell-error' | 'time-only' | 'not-a-text' | null {
  if (isCellError(text)) return 'cell-error'
  if (kind !== 'other') return null
  return isTimeOnly(text) ? 'time-only' : 'not-a-text'
}

/** Checks a row; everything that is wrong with it is said at once. */
export function readResult(
  { cells, miscounted }: Row,
  defaults: Defaults,
): { ok: true; value: LabResult } | { ok: false; faults: FieldFault[] } {
  // Which cell is whose is not known then.
  if (miscounted) return { ok: false, faults: [{ field: null, code: 'cell-count', values: { ...miscounted } }] }
  if (stated.filter((field) => (cells.get(field)?.text ?? '') !== '').length < 2) {
    const value = [...cells.values()].find(({ text }) => text !== '')?.text ?? ''
    return { ok: false, faults: [{ field: null, code: 'no-result', values: { value } }] }
  }
  const faults: FieldFault[] = [...cells].flatMap(([field, cell]) => {
    const code = wrongKind(cell)
    return code === null ? [] : [{ field, code, values: { value: cell.text } }]
  })
  if (faults.length > 0) return { ok: false, faults }
  const cell = (field: Field): string => cells.get(field)?.text ?? ''
  const take = <T>(field: Field, read: Read<T>): T | undefined => {
    if (read.ok) return read.value
    faults.push({ field: read.field ?? field, code: read.code, values: read.values ?? {} })
    return undefined
  }
  const nameCells = Object.fromEntries(nameFields.flatMap((field) => (cells.has(field) ? [[field, cell(field)]] : [])))
  const name = take('name', readName(nameCells))
  const birthDate = take('birthDate', readBirthDate(cell('birthDate'), defaults.order))
  const sampled = take('sampledAt', readSampleTime(cell('sampledAt'), defaults))
  const method = take('method', readWord(methodOf, cell('method'), 'unknown-method'))
  const result = take('result', readWord(resultOf, cell('result'), 'unknown-result'))
  const centre = take('centre', readCentre(cell('centre') || (defaults.centre ?? '')))
  const identifier = take('identifier', readIdentifier(cell('identifier'), defaults.country))
  const born = birthDate && sampled ? bornWhen(birthDate, sampled) : null
  if (born) faults.push({ field: 'birthDate', code: born, values: { value: cell('birthDate') } })
  if (faults.length > 0 || !name || !birthDate || !sampled || !method || !result || !centre || identifier === undefined)
    return { ok: false, faults }
  return { ok: true, value: { name, birthDate, sampled, method, result, centre, identifier } }
}

const nameFields = ['name', 'familyMiddle', 'family', 'given'] as const

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
