/** Workbooks for tests, made cell by cell, or changed by hand. */
import { CFB, utils, write, type CellObject, type WorkSheet } from '@e965/xlsx'
import { unfold } from '../../../../authority/results/table/unfold.ts'

export type Content = string | CellObject
const cell = (content: Content): CellObject => (typeof content === 'string' ? { t: 's', v: content } : content)
/** A cell that holds a date, as days since 1900. */
export const serial = (days: number, format: string): CellObject => ({ t: 'n', v: days, z: format })
export const birth = serial(33_010, 'dd/mm/yyyy')
export const sampled = serial(46_353 + 7.5 / 24, 'dd/mm/yyyy hh:mm')

export function sheet(lines: Content[][]): WorkSheet {
  const made: WorkSheet = {}
  for (const [r, cells] of lines.entries())
    for (const [c, content] of cells.entries()) made[utils.encode_cell({ r, c })] = cell(content)
  made['!ref'] = utils.encode_range({
    s: { r: 0, c: 0 },
    e: { r: lines.length - 1, c: Math.max(...lines.map((cells) => cells.length)) - 1 },
  })
  return made
}
export function workbook(sheets: Record<string, WorkSheet>, date1904 = false): Buffer {
  const book = { SheetNames: Object.keys(sheets), Sheets: sheets, Workbook: { WBProps: { date1904 } } }
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer
}
/** A workbook of which a part, the sheet unless it is named, was changed by hand. */
export async function edited(
  book: Buffer,
  change: (xml: string) => string,
  part = 'worksheets/sheet',
): Promise<Buffer> {
  const unfolded = await unfold(book)
  if (!unfolded.ok) throw new Error(unfolded.why)
  const archive: unknown = CFB.utils.cfb_new()
  for (const [path, content] of unfolded.parts) {
    const put = path.includes(part) ? Buffer.from(change(content.toString())) : content
    CFB.utils.cfb_add(archive, `/${path}`, put, { unsafe: true })
  }
  return CFB.write(archive, { type: 'buffer', fileType: 'zip' }) as Buffer
}
export const single = (...lines: Content[][]): Buffer => workbook({ Sheet1: sheet(lines) })
