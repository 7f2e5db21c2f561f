/**
 * A trace as a file for the health authorities: CSV (RFC 4180) in UTF-8 with a byte order mark, without which
 * spreadsheets take Vietnamese for another encoding.
 */
import type { Relation, TraceAnswer, TraceLine } from '../../../../shared/contract/trace-schemas.ts'
import type { Mode } from '../../../../shared/domain/mode.ts'
import { decisionWords, directionWords } from '../../../../shared/language/crossing-words.ts'
import { quotedText } from '../../../../shared/language/shown-text.ts'
import { formatClock, formatInstant, localDay } from '../../../../shared/language/time.ts'
import { sayDate } from '../../../i18n/said-date.ts'

const relationWords: Record<Relation, string> = {
  subject: 'Chính người/xe này',
  'same-crossing': 'Cùng lượt',
  'same-vehicle': 'Cùng xe, lượt khác',
  nearby: 'Trong làn gần lúc đó',
}

/** The columns, in Vietnamese with the English in brackets, and what each says of a line. */
const columns: readonly (readonly [string, (line: TraceLine) => string])[] = [
  ['Quan hệ (Relation)', ({ relation }) => relationWords[relation]],
  ['Lượt số (Crossing)', ({ crossing }) => String(crossing)],
  ['Thời gian (Time)', ({ at }) => formatInstant(at)],
  ['Nhập sau lúc (Entered later at)', ({ enteredAt }) => (enteredAt === null ? '' : formatInstant(enteredAt))],
  ['Chiều (Direction)', ({ direction }) => directionWords.vi[direction]],
  ['Biển số (Plate)', ({ plate }) => plate ?? ''],
  ['Quyết định (Decision)', ({ decision }) => decisionWords.vi[decision]],
  ['Họ và tên (Name)', ({ name }) => name ?? ''],
  ['Ngày sinh (Date of birth)', ({ birthDate }) => (birthDate === null ? '' : sayDate(birthDate))],
  ['Số giấy tờ (Document numbers)', ({ numbers }) => numbers.join('; ')],
  ['Cách nhau, phút (Minutes apart)', ({ minutesApart }) => String(Math.round(minutesApart))],
]

const cutShort =
  'DANH SÁCH CHƯA ĐỦ: còn những dòng khác. Thu hẹp thời gian rồi xuất lại. (THE LIST IS CUT SHORT: there are more lines. Narrow the time and export again.)'

const practised = 'TẬP HUẤN, dữ liệu mẫu (PRACTICE, sample data)'

/** The whole file, its byte order mark included. One for practice, and a list that was cut short, say so in lines of their own. */
export function traceCsv({ lines, more }: TraceAnswer, mode: Mode): string {
  const alone = (text: string): string[] => columns.map((_, index) => (index === 0 ? text : ''))
  const rows = [
    columns.map(([title]) => title),
    ...lines.map((line) => columns.map(([, say]) => say(line))),
    ...(more ? [alone(cutShort)] : []),
    ...(mode === 'practice' ? [alone(practised)] : []),
  ]
  return `\u{feff}${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

/**
 * Where a spreadsheet begins to read a formula: at the beginning of a cell, and after a semicolon, which ends a cell
 * where the decimal sign is a comma, as in Viet Nam. Some take the wide forms of the signs as well.
 */
const formula = /(^|;\s*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g

/** One cell: one line, whatever a stranger wrote, and a text to every spreadsheet. */
function cell(text: string): string {
  const safe = quotedText(text).replace(formula, "$1'")
  return /[",;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** `truy-vet-20261122-0742.csv`, in Viet Nam's time, with `tap-huan-` before it for practice. @param now epoch milliseconds */
export function traceFileName(now: number, mode: Mode, form: 'csv' | 'pdf'): string {
  return `${mode === 'practice' ? 'tap-huan-' : ''}truy-vet-${localDay(now).replaceAll('-', '')}-${formatClock(now).replace(':', '')}.${form}`
}
