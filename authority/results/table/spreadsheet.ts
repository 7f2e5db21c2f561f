/** An .xlsx workbook as laboratories save it: the first sheet, or the one that is named. */
import { CFB, read, SSF, type CellObject, type WorkBook } from '@e965/xlsx'
import { mostCells, mostColumns, mostRows, mostTitleLines, mostUnfolded } from '../bounds.ts'
import { plainPart } from './plain-part.ts'
import { isBlank, text, trimmed, unreadable, type Cell, type Line, type Table } from './table.ts'
import { unfold } from './unfold.ts'
import { refuseCovered, refuseHidden } from './unseen.ts'

const whyNot = {
  damaged: {
    vi: 'Tệp bảng tính bị hỏng hoặc không phải .xlsx. Mở bằng Excel, lưu lại dưới dạng .xlsx rồi chạy lại.',
    en: 'The spreadsheet is damaged or no .xlsx. Open it in Excel, save it as .xlsx and run again.',
  },
  locked: {
    vi: 'Tệp bảng tính có mật khẩu. Lưu lại không có mật khẩu rồi chạy lại.',
    en: 'The spreadsheet is under a password. Save it without one and run again.',
  },
  'too-large': {
    vi: 'Tệp bảng tính bung ra quá lớn (hơn {megabytes} MB). Chỉ giữ bảng kết quả rồi chạy lại.',
    en: 'The spreadsheet unfolds to more than {megabytes} MB. Keep the results alone and run again.',
  },
  'too-many-cells': {
    vi: 'Tệp bảng tính có trang hơn {cells} ô, tính cả ô trống có định dạng. Chép bảng kết quả sang tệp mới rồi chạy lại.',
    en: 'A sheet of the workbook has more than {cells} cells, empty ones with a format among them. Copy the results to a new file and run again.',
  },
} as const

/** The workbook's parts packed again, without compression, for a reader that takes nothing but an archive. */
function repack(parts: ReadonlyMap<string, Buffer>): Buffer {
  const archive: unknown = CFB.utils.cfb_new()
  for (const [path, content] of parts) {
    const plain = plainPart(content)
    if (!plain.ok) throw unreadable(whyNot[plain.why], { cells: mostCells })
    if (plain.content) CFB.utils.cfb_add(archive, `/${path}`, plain.content, { unsafe: true })
  }
  const packed: unknown = CFB.write(archive, { type: 'buffer', fileType: 'zip', compression: false })
  if (!Buffer.isBuffer(packed)) throw new Error('an archive was to come as bytes')
  return packed
}

const two = (part: number): string => String(part).padStart(2, '0')

/** What a format shows of a date, without its literal texts, colours and languages. */
function shownBy(format: string): string {
  return format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase()
}

/**
 * A date as ISO 8601 text: a serial number counts days from 1900 (or 1904), of which a format makes a date. Days alone are
 * written without a time, unless the format shows one; a time of day alone is no date. Where it shows the year alone, or
 * month and year, that is all that was meant.
 */
function dateText(serial: number, format: string, date1904: boolean): string | null {
  const parts = SSF.parse_date_code(serial, { date1904 })
  if (!parts || serial < 1) return null
  const shown = shownBy(format)
  if (!/[dh]/.test(shown)) return `${parts.y}${shown.includes('m') ? `-${two(parts.m)}` : ''}`
  const date = `${parts.y}-${two(parts.m)}-${two(parts.d)}`
  const hasTime = shown.includes('h') || serial % 1 !== 0
  return hasTime ? `${date} ${two(parts.H)}:${two(parts.M)}:${two(parts.S)}` : date
}

/** A time of day alone as `HH:MM[:SS]`: a part of a day, of which a format makes a time; null where it is none. */
function timeText(serial: number, format: string): string | null {
  const parts = SSF.parse_date_code(serial)
  if (!parts || serial < 0 || serial >= 1 || !/h/i.test(format)) return null
  return `${two(parts.H)}:${two(parts.M)}${parts.S === 0 ? '' : `:${two(parts.S)}`}`
}

/** A text, where its format shows it and nothing else: one can hide it (`;;;`), or put words beside or in place of it. */
function textCell(held: string, shown: string): Cell {
  return trimmed(shown) === trimmed(held) ? text(held) : { kind: 'other', text: `"${held}" ("${shown}")` }
}

function cellOf(cell: CellObject | undefined, date1904: boolean): Cell {
  if (!cell || cell.t === 'z' || cell.v === undefined) return { kind: 'text', text: '' }
  const shown = cell.w ?? String(cell.v)
  if (cell.t === 's') return textCell(String(cell.v), shown)
  if (cell.t !== 'n' || typeof cell.v !== 'number') return { kind: 'other', text: shown }
  const format = typeof cell.z === 'string' ? cell.z : 'General'
  if (SSF.is_date(format)) {
    const date = dateText(cell.v, format, date1904)
    if (date !== null) return { kind: 'date', text: date }
    const time = timeText(cell.v, format)
    return time === null ? { kind: 'other', text: shown } : text(time)
  }
  // What is shown is what was meant (`007`), but for long numbers, of which a spreadsheet shows but the beginning.
  return text(format === 'General' && Number.isSafeInteger(cell.v) ? String(cell.v) : shown)
}

/** The sheets that whoever looked the workbook through has seen: a hidden one is none of them. */
function visibleSheets({ SheetNames, Workbook }: WorkBook): string[] {
  return SheetNames.filter((_, index) => !Workbook?.Sheets?.[index]?.Hidden)
}

function chooseSheet(visible: readonly string[], wanted: string | null): string {
  const name = wanted === null ? visible[0] : visible.find((each) => each.normalize('NFC') === wanted.normalize('NFC'))
  if (name !== undefined) return name
  throw unreadable(
    {
      vi: 'Không có trang tính "{wanted}", hoặc trang đó đang bị ẩn. Tệp có: {names}.',
      en: 'There is no sheet "{wanted}", or it is hidden. The file has: {names}.',
    },
    { wanted: wanted ?? '', names: visible.join(', ') },
  )
}

/**
 * Reads a sheet of a workbook.
 * @param wanted the sheet's name; null: the first
 * @throws Failure where it is damaged, too large, under a password, or has no such sheet
 */
export async function readSpreadsheet(content: Buffer, wanted: string | null): Promise<Table> {
  const unfolded = await unfold(content)
  const megabytes = mostUnfolded / 1024 / 1024
  if (!unfolded.ok) throw unreadable(whyNot[unfolded.why], { megabytes })
  const packed = repack(unfolded.parts)
  let book: WorkBook
  try {
    book = read(packed, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellStyles: true,
      cellHTML: false,
      // What it came to is read; a formula can be made to stand for many others, each written out.
      cellFormula: false,
      sheetRows: mostRows + mostTitleLines + 1,
    })
  } catch (error) {
    throw unreadable(whyNot.damaged, {}, { cause: error })
  }
  const visible = visibleSheets(book)
  const name = chooseSheet(visible, wanted)
  const sheet = book.Sheets[name]
  const date1904 = book.Workbook?.WBProps?.date1904 ?? false
  const rows: (CellObject[] | undefined)[] = sheet?.['!data'] ?? []
  const lines = Array.from(
    rows,
    (cells, index): Line => ({
      number: index + 1,
      cells: Array.from((cells ?? []).slice(0, mostColumns + 1), (cell: CellObject | undefined) =>
        cellOf(cell, date1904),
      ),
    }),
  ).filter((line) => !isBlank(line))
  refuseHidden(sheet?.['!rows'] ?? [], lines)
  refuseCovered(sheet?.['!merges'] ?? [], lines)
  return {
    kind: 'spreadsheet',
    heading: null,
    lines,
    otherSheets: visible.filter((other) => other !== name),
    hiddenColumns: (sheet?.['!cols'] ?? []).flatMap((column, index) => (column?.hidden ? [index] : [])),
  }
}
