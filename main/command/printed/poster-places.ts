/**
 * The list of places whose posters are drawn: CSV with a heading, as spreadsheets write it (RFC 4180; commas, semicolons or
 * tabs). Nothing is drawn unless every line is understood: a poster with another place's code registers people elsewhere.
 */
import { CsvError, parse } from 'csv-parse/sync'
import { placeFault, posterLine, type PosterPlace } from '../../../shared/domain/poster-place.ts'
import type { Sentences } from '../../../shared/language/locale.ts'
import { say } from '../../../shared/language/say.ts'
import { Failure, status } from '../../terminal/index.ts'

/** Posters of one list: each is a page. */
export const mostPlaces = 2_000
/** Bytes of a list: more than the longest that is taken has. */
export const longestList = 4_000_000
/** Faults that are told at once. */
const mostFaults = 20

/** Headings that are understood, without marks and case. */
const headings: Readonly<Record<keyof PosterPlace, readonly string[]>> = {
  name: ['name', 'ten', 'ten co quan', 'co quan', 'don vi', 'co quan don vi', 'ten dia diem'],
  address: ['address', 'dia chi'],
  code: ['code', 'ma', 'ma qr', 'qr', 'noi dung ma'],
}

const plain = (heading: string): string =>
  heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()

const refused = (said: Sentences, values: Record<string, string | number> = {}): Failure =>
  new Failure('places-not-understood', said, values, { status: status.input })

function rowsOf(text: string): string[][] {
  const [first = ''] = text.split(/\r\n|\n|\r/, 1)
  const counts = [',', ';', '\t'].map((separator) => first.split(separator).length)
  const delimiter = [',', ';', '\t'][counts.indexOf(Math.max(...counts))] ?? ','
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true, bom: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw refused(
      {
        vi: 'Dòng {line} của danh sách không đúng CSV. Sửa rồi chạy lại.',
        en: 'Line {line} of the list is no CSV. Correct it and run this again.',
      },
      { line: Number(error['lines']) },
    )
  }
}

/**
 * Reads a list.
 * @throws Failure `places-not-understood`, which names the lines
 */
export function readPlaces(text: string): PosterPlace[] {
  const [heading = [], ...rows] = rowsOf(text)
  const found = heading.map(plain)
  const columnOf = (field: keyof PosterPlace): number => found.findIndex((each) => headings[field].includes(each))
  const [name, address, code] = [columnOf('name'), columnOf('address'), columnOf('code')]
  if (name < 0 || address < 0 || code < 0)
    throw refused({
      vi: 'Dòng đầu của danh sách phải có ba cột "Tên", "Địa chỉ", "Mã". Sửa rồi chạy lại.',
      en: 'The first line of the list must have the three columns "Name", "Address", "Code". Correct it and run this again.',
    })
  if (rows.length === 0 || rows.length > mostPlaces)
    throw refused(
      {
        vi: 'Danh sách phải có từ 1 đến {most, number} địa điểm. Chia nhỏ rồi chạy lại.',
        en: 'A list has 1 to {most, number} places. Split it and run this again.',
      },
      { most: mostPlaces },
    )
  const places = rows.map((row) => ({
    name: posterLine(row[name] ?? ''),
    address: posterLine(row[address] ?? ''),
    code: (row[code] ?? '').trim(),
  }))
  const faults = places.flatMap((place, index) => {
    const fault = placeFault(place)
    return fault ? [{ number: index + 2, fault }] : []
  })
  if (faults.length === 0) return places
  const told = (locale: 'vi' | 'en'): string =>
    faults
      .slice(0, mostFaults)
      .map(({ number, fault }) =>
        say(locale, { vi: 'dòng {number}: {fault}', en: 'line {number}: {fault}' }[locale], {
          number,
          fault: fault[locale],
        }),
      )
      .join('; ')
  throw refused(
    { vi: 'Chưa vẽ gì. Sửa rồi chạy lại: {vi}.', en: 'Nothing was drawn. Correct and run this again: {en}.' },
    { vi: told('vi'), en: told('en') },
  )
}
