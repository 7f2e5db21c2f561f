/**
 * What each column of a results file is taken for, settled and shown before anything is issued. A column that is guessed
 * at, or a name of which one column is not understood, becomes somebody else's certificate: such a file is refused whole.
 */
import { mostTitleLines } from '../bounds.ts'
import { fieldWords, fields, headings, isPartOfName, readHeading, type Field } from './fields.ts'
import type { Said } from '../result/said.ts'
import { trimmed, type Line, type Table } from '../table/table.ts'
import type { Column, Columns } from './column.ts'
import { partTimes } from './time-columns.ts'

/** What is settled by who runs the command. */
export interface ColumnChoice {
  /** Headings of columns to leave out. */
  ignore: readonly string[]
  /** Whether a test centre is given for the whole file. */
  hasCentre: boolean
}

export type ColumnsAnswer = { ok: true; value: Columns } | { ok: false; problems: Said[]; columns: readonly Column[] }

/** Fewer known headings than these in a line do not make it the heading: titles have words like "Kết quả" too. */
const fewestHeadings = 3

const always: readonly Field[] = ['birthDate', 'sampledAt', 'method', 'result']

/** The letter by which a spreadsheet calls a column: A, B, … Z, AA. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26) - 1
  return (rest < 0 ? '' : columnLetter(rest)) + String.fromCodePoint(0x41 + (index % 26))
}

/** Headings of a field as a person may be told them. */
export function acceptedHeadings(field: Field): string {
  return headings[field].map((heading) => `"${heading}"`).join(', ')
}

function knownIn({ cells }: Line): number {
  return cells.filter((cell) => readHeading(cell.text).field !== null).length
}

/** The line of headings, with what stands above and below it; null where no line has enough of them. */
function splitAtHeading({
  heading,
  lines,
}: Table): { heading: Line; titleLines: number; below: readonly Line[] } | null {
  if (heading) return { heading, titleLines: 0, below: lines }
  const at = lines.slice(0, mostTitleLines + 1).findIndex((line) => knownIn(line) >= fewestHeadings)
  const found = lines[at]
  return found ? { heading: found, titleLines: at, below: lines.slice(at + 1) } : null
}

const sameHeading = (one: string, other: string): boolean =>
  trimmed(one).normalize('NFC').toLowerCase() === trimmed(other).normalize('NFC').toLowerCase()

function columnsOf(heading: Line, below: readonly Line[], ignore: readonly string[]): Column[] {
  const width = Math.max(heading.cells.length, ...below.map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_, index): Column | null => {
    const written = heading.cells[index]?.text ?? ''
    const name = written === '' ? columnLetter(index) : written
    // A column without a heading that holds nothing is none: spreadsheets and programs add such at the end.
    const filled = below.find(({ cells }) => (cells[index]?.text ?? '') !== '')
    if (written === '' && !filled) return null
    const ignored = ignore.some((each) => sameHeading(each, name))
    const read = readHeading(written)
    return {
      index,
      heading: name,
      field: ignored ? null : read.field,
      ignored,
      order: read.order,
      part: null,
      untitledLine: written === '' && filled ? filled.number : null,
    }
  }).filter((column) => column !== null)
}

function said(vi: string, en: string, values: Said['values'] = {}): Said {
  return { sentences: { vi, en }, values }
}

function missing(field: Field): Said {
  return said(
    'Thiếu cột {vi}. Đặt tiêu đề của cột đó là một trong: {accepted}.',
    'There is no column for {en}. Give that column one of these headings: {accepted}.',
    { ...fieldWords[field], accepted: acceptedHeadings(field) },
  )
}

/** What is wrong with the columns of the name: it must be whole, and there once. */
function nameProblems(has: (field: Field) => boolean): Said[] {
  const whole = has('name')
  const parts = (['familyMiddle', 'family', 'given'] as const).filter(has)
  if (whole && parts.length === 0) return []
  if (whole || (has('familyMiddle') && has('family')))
    return [
      said(
        'Họ tên có ở nhiều cột theo hai cách. Chỉ để "Họ và tên", hoặc "Họ đệm" và "Tên", hoặc "Họ" và "Tên"; bỏ cột thừa bằng --ignore.',
        'The name stands in several columns in two ways. Keep "Full name" alone, or "Family name" and "Given name"; leave the others out with --ignore.',
      ),
    ]
  if (parts.length === 0) return [missing('name')]
  if (parts.length === 2) return []
  if (has('given'))
    return [
      said(
        'Có cột "Tên" mà không có cột họ: không biết đó là cả họ tên hay chỉ là tên. Đặt tiêu đề "Họ và tên" nếu là cả họ tên, hoặc thêm cột "Họ đệm" (họ và tên đệm) hay "Họ".',
        'There is a column for the given name and none for the family name. Call it "Full name" if it holds the whole name, or add "Family name" (in Vietnamese also "Họ đệm", family and middle name).',
      ),
    ]
  return [missing('given')]
}

/** What is wrong with a column that no field is known for. */
function unknownProblem({ heading, index, ignored, untitledLine }: Column, wholeName: boolean): Said | null {
  const values = { heading, letter: columnLetter(index) }
  if (isPartOfName(heading) && !wholeName)
    return said(
      'Không rõ cột "{heading}" là phần nào của họ tên, và không được bỏ qua. Đặt tiêu đề "Họ đệm" nếu cột có họ và tên đệm, hoặc gộp cả họ tên vào một cột "Họ và tên".',
      'It is not known which part of the name "{heading}" is, and it must not be left out. Call it "Họ đệm" if it holds family and middle name, or put the whole name into one column "Full name".',
      values,
    )
  if (ignored) return null
  if (untitledLine !== null)
    return said(
      'Cột {letter} không có tiêu đề mà dòng {line} có ô ở đó. Xem dòng {line} có thừa ô không; nếu không, đặt tiêu đề cho cột hoặc bỏ qua bằng --ignore {letter}.',
      'Column {letter} has no heading, but line {line} has a cell there. Check whether line {line} has a cell too many; if not, give the column a heading, or leave it out with --ignore {letter}.',
      { ...values, line: untitledLine },
    )
  return said(
    'Không rõ cột "{heading}" (cột {letter}) là gì. Sửa tiêu đề theo "issue --columns", hoặc bỏ qua cột bằng --ignore "{heading}".',
    'It is not known what the column "{heading}" (column {letter}) is. Give it a heading of "issue --columns", or leave it out with --ignore "{heading}".',
    values,
  )
}

/** Two columns of which it is not certain that one is the date and the other the time of day. */
function twoTimes(columns: readonly Column[]): Said {
  const named = columns.filter(({ field }) => field === 'sampledAt').map(({ heading }) => `"${heading}"`)
  return said(
    'Có hai cột thời điểm lấy mẫu: {named}. Nếu là ngày và giờ thì một cột chỉ được có ngày (27/11/2026), cột kia chỉ có giờ (07:30); nếu không, bỏ bớt một cột bằng --ignore.',
    'There are two columns for sample time: {named}. If they are the date and the time of day, one must hold dates alone (27/11/2026) and the other times alone (07:30); if not, leave one out with --ignore.',
    { named: named.join(', ') },
  )
}

function problemsOf(columns: readonly Column[], { ignore, hasCentre }: ColumnChoice): Said[] {
  const has = (field: Field): boolean => columns.some((column) => column.field === field)
  const absent = ignore.filter((each) => !columns.some(({ heading }) => sameHeading(each, heading)))
  const twice = fields.filter(
    (field) => columns.filter((column) => column.field === field && column.part === null).length > 1,
  )
  const unknown = columns.filter(({ field }) => field === null)
  return [
    ...twice.map((field) =>
      field === 'sampledAt'
        ? twoTimes(columns)
        : said('Có hai cột {vi}. Bỏ bớt một cột.', 'There are two columns for {en}. Leave one out.', fieldWords[field]),
    ),
    // One that is not understood is what is to be put right first.
    ...(unknown.some(({ heading }) => isPartOfName(heading)) ? [] : nameProblems(has)),
    ...always.filter((field) => !has(field)).map(missing),
    ...(has('centre') || hasCentre
      ? []
      : [
          said(
            'Thiếu cột {vi}. Đặt tiêu đề của cột đó là một trong: {accepted}; hoặc chạy với --centre "…" nếu cả tệp của một cơ sở.',
            'There is no column for {en}. Give that column one of these headings: {accepted}; or run with --centre "…" if the whole file is of one.',
            { ...fieldWords.centre, accepted: acceptedHeadings('centre') },
          ),
        ]),
    ...unknown.flatMap((column) => unknownProblem(column, has('name')) ?? []),
    ...absent.map((heading) =>
      said(
        'Không có cột "{heading}" để bỏ qua. Xem lại --ignore.',
        'There is no column "{heading}" to leave out. Check --ignore.',
        { heading },
      ),
    ),
  ]
}

/** Columns that would be signed and that whoever looked the table through has not seen. */
function hiddenProblems(columns: readonly Column[], hidden: readonly number[]): Said[] {
  return columns
    .filter(({ field, index }) => field !== null && hidden.includes(index))
    .map(({ heading, index }) =>
      said(
        'Cột "{heading}" (cột {letter}) đang bị ẩn trong bảng tính. Hiện cột lên và xem lại, hoặc bỏ qua bằng --ignore "{heading}".',
        'The column "{heading}" (column {letter}) is hidden in the spreadsheet. Show it and look it through, or leave it out with --ignore "{heading}".',
        { heading, letter: columnLetter(index) },
      ),
    )
}

/** Settles what each column is; all that is wrong with them is said at once. */
export function settleColumns(table: Table, choice: ColumnChoice): ColumnsAnswer {
  const split = splitAtHeading(table)
  if (!split) {
    const needed = (['name', ...always, 'centre'] as const).map((field) => `"${headings[field][0]}"`).join(', ')
    const problem = said(
      'Không tìm thấy dòng tiêu đề trong {most} dòng đầu. Cần một dòng có các tiêu đề: {needed}. Lấy tệp mẫu bằng "issue --template TỆP.xlsx".',
      'There is no line of headings among the first {most}. One must have the headings: {needed}. Take a template with "issue --template FILE.xlsx".',
      { most: mostTitleLines, needed },
    )
    return { ok: false, problems: [problem], columns: [] }
  }
  const columns = partTimes(columnsOf(split.heading, split.below, choice.ignore), split.below)
  const problems = [...problemsOf(columns, choice), ...hiddenProblems(columns, table.hiddenColumns ?? [])]
  if (problems.length > 0) return { ok: false, problems, columns }
  const width = table.kind === 'csv' ? split.heading.cells.length : null
  return { ok: true, value: { columns, lines: split.below, titleLines: split.titleLines, width } }
}
