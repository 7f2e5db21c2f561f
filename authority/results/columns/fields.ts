/** The fields of a laboratory's result, and the headings under which programs and people write them. */
import type { Sentences } from '../../../shared/language/locale.ts'
import { wordKey, wordTable } from './words.ts'

export const fields = [
  'name',
  'familyMiddle',
  'family',
  'given',
  'birthDate',
  'sampledAt',
  'method',
  'result',
  'centre',
  'identifier',
] as const
export type Field = (typeof fields)[number]

/** How a field is called in messages. */
export const fieldWords: Readonly<Record<Field, Sentences>> = {
  name: { vi: 'họ và tên', en: 'name' },
  familyMiddle: { vi: 'họ và tên đệm', en: 'family and middle name' },
  family: { vi: 'họ', en: 'family name' },
  given: { vi: 'tên', en: 'given name' },
  birthDate: { vi: 'ngày sinh', en: 'birth date' },
  sampledAt: { vi: 'thời điểm lấy mẫu', en: 'sample time' },
  method: { vi: 'phương pháp', en: 'method' },
  result: { vi: 'kết quả', en: 'result' },
  centre: { vi: 'cơ sở xét nghiệm', en: 'test centre' },
  identifier: { vi: 'mã chứng nhận (UVCI)', en: 'identifier (UVCI)' },
}

/**
 * Headings as a whole, in either language; the first of each is the one that a template has. A number that somebody else
 * gave (a personal number, a row's, a sample's) is no identifier, so that only headings with UVCI in them are one.
 */
export const headings: Readonly<Record<Field, readonly string[]>> = {
  name: [
    'Họ và tên',
    'Họ tên',
    'Họ, tên',
    'Họ và tên bệnh nhân',
    'Họ tên bệnh nhân',
    'Tên đầy đủ',
    'Name',
    'Full name',
  ],
  familyMiddle: ['Họ đệm', 'Họ và đệm'],
  family: ['Họ', 'Family name', 'Family', 'Surname', 'Last name'],
  given: ['Tên', 'Given name', 'Given names', 'Given', 'First name', 'Forename'],
  birthDate: [
    'Ngày sinh',
    'Ngày tháng năm sinh',
    'Ngày, tháng, năm sinh',
    'Ngày/tháng/năm sinh',
    'Năm sinh',
    'Birth date',
    'Date of birth',
    'DOB',
    'Birthday',
  ],
  sampledAt: [
    'Thời điểm lấy mẫu',
    'Thời gian lấy mẫu',
    'Ngày giờ lấy mẫu',
    'Giờ lấy mẫu',
    'Ngày lấy mẫu',
    'Lấy mẫu lúc',
    'Sample time',
    'Sampled at',
    'Sampled',
    'Sampling time',
    'Collected at',
    'Collection time',
    'Sample date',
  ],
  method: ['Phương pháp', 'Phương pháp xét nghiệm', 'Loại xét nghiệm', 'Method', 'Test method', 'Test type'],
  result: [
    'Kết quả',
    'Kết quả xét nghiệm',
    'Kết quả xét nghiệm SARS-CoV-2',
    'Kết quả xét nghiệm COVID-19',
    'Result',
    'Test result',
  ],
  centre: [
    'Cơ sở xét nghiệm',
    'Cơ sở',
    'Đơn vị xét nghiệm',
    'Nơi xét nghiệm',
    'Phòng xét nghiệm',
    'Centre',
    'Center',
    'Test centre',
    'Test center',
    'Testing centre',
    'Laboratory',
    'Lab',
  ],
  identifier: [
    'UVCI',
    'Mã UVCI',
    'Mã chứng nhận UVCI',
    'Mã chứng nhận (UVCI)',
    'UVCI identifier',
    'Certificate identifier UVCI',
  ],
}

const fieldOfWords = wordTable(fields.map((field) => [field, headings[field]] as const))

/** An order in which a heading says that its dates are written. */
export type StatedOrder = 'day-first' | 'month-first'

/** What a heading says. `order`: of its dates, where it has a note of them. */
export interface Heading {
  field: Field | null
  order: StatedOrder | null
}

/** Notes on how to fill a column in, which change nothing of what it holds. */
const required = new Set(['*', 'bat buoc', 'required', 'bắt buộc'])
const dayFirst =
  /^(?:hh:mm )?(?:dd?[/.-]mm?[/.-]yyyy|ngày[/.-]tháng[/.-]năm|ngay[/.-]thang[/.-]nam)(?: hh:mm(?::ss)?)?$/
const monthFirst = /^(?:hh:mm )?mm?[/.-]dd?[/.-]yyyy(?: hh:mm(?::ss)?)?$/
const yearFirst = /^(?:yyyy[/.-]mm[/.-]dd|yyyy)(?:[ t]hh:mm(?::ss)?)?$/

/** The order that a note states; null: another harmless note; undefined: the note says something that must be understood. */
function noteOf(text: string): StatedOrder | null | undefined {
  const note = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
  if (dayFirst.test(note)) return 'day-first'
  if (monthFirst.test(note)) return 'month-first'
  return required.has(note) || yearFirst.test(note) ? null : undefined
}

const noteAtEnd = /\s*[([]\s*([^()[\]]*?)\s*[)\]]\s*$/u

/** A heading in two languages (`Họ và tên / Full name`, `Họ và tên (Full name)`) must mean one field in both. */
function fieldIn(text: string): Field | null {
  const whole = fieldOfWords(text)
  if (whole !== null) return whole
  const parts = text.split(/\s*[/|\n()]\s*/u).filter((part) => part !== '')
  const [first, ...rest] = parts.map(fieldOfWords)
  return parts.length > 1 && first && rest.every((field) => field === first) ? first : null
}

/** What a heading means; `Họ và tên`, `ho_va_ten`, `HỌ VÀ TÊN (*)` and `Họ và tên / Full name` are the same. */
export function readHeading(written: string): Heading {
  let text = written
    .normalize('NFC')
    .trim()
    .replace(/\s*[:*]+$/, '')
  let order: StatedOrder | null = null
  for (let note = noteAtEnd.exec(text); note; note = noteAtEnd.exec(text)) {
    const said = noteOf(note[1] ?? '')
    if (said === undefined) break
    order ??= said
    text = text.slice(0, note.index).replace(/\s*[:*]+$/, '')
  }
  return { field: fieldIn(text), order }
}

/** Words of which headings for parts of a person's name are made. */
const nameWords = new Set([
  'ho',
  'ten',
  'lot',
  'dem',
  'chu',
  'va',
  'giua',
  'goi',
  'name',
  'names',
  'middle',
  'first',
  'last',
])

/**
 * Does a heading that is no field's seem to hold part of the person's own name? Such a column is never left out: what is
 * left of the name would be signed as if it were the whole.
 */
export function isPartOfName(written: string): boolean {
  const words = wordKey(written.replace(/[^\p{L}\p{M}\s_-]/gu, ' ')).bare.split(' ')
  return words.length > 0 && words.every((word) => nameWords.has(word)) && words.some((word) => word !== 'va')
}
