/** Tables: ruled, their head on every page on which they go on, no row parted between two. */
import { mm, page, sizes } from './decree.ts'
import type { Sheet, Style } from './sheet.ts'

export interface TableColumn {
  heading: string
  /** In points; all together no more than the text is wide. */
  width: number
  align?: 'left' | 'centre' | 'right'
}

export interface TableOptions {
  size?: number
  /** Whether the last row is a sum. */
  total?: boolean
}

const padding = mm(1.2)
const leading = 1.18

/** Lines of one row, and how high it is. */
function laid(sheet: Sheet, columns: readonly TableColumn[], cells: readonly string[], style: Style) {
  const lines = columns.map(({ width }, index) => sheet.wrap(cells[index] ?? '', width - 2 * padding, style))
  return { lines, height: Math.max(...lines.map(({ length }) => length)) * style.size * leading + padding }
}

type Row = ReturnType<typeof laid>

function set(
  sheet: Sheet,
  columns: readonly TableColumn[],
  { lines, height }: Row,
  style: Style,
  heads: boolean,
): void {
  const { y } = sheet
  sheet.frames(
    { x: page.left, y, height },
    columns.map(({ width }) => width),
  )
  let x = page.left
  for (const [index, { width, align = 'left' }] of columns.entries()) {
    for (const [line, text] of (lines[index] ?? []).entries()) {
      const place = { x: x + padding, y: y + padding / 2 + line * style.size * leading, width: width - 2 * padding }
      sheet.put(text, place, { ...style, align: heads ? 'centre' : align })
    }
    x += width
  }
  sheet.y += height
}

/** Sets a table, row by row as they come. */
export function table(
  sheet: Sheet,
  columns: readonly TableColumn[],
  rows: Iterable<readonly string[]>,
  { size = sizes.table, total = false }: TableOptions = {},
): void {
  const regular: Style = { face: 'regular', size }
  const bold: Style = { face: 'bold', size }
  const head = laid(
    sheet,
    columns,
    columns.map(({ heading }) => heading),
    bold,
  )
  // The head with a row under it, or neither.
  sheet.need(head.height + 2 * size * leading)
  set(sheet, columns, head, bold, true)
  const all = total ? [...rows] : rows
  const last = total && Array.isArray(all) ? all.at(-1) : null
  for (const cells of all) {
    const style = cells === last ? bold : regular
    const row = laid(sheet, columns, cells, style)
    if (sheet.need(row.height)) set(sheet, columns, head, bold, true)
    set(sheet, columns, row, style, false)
  }
  sheet.y += 8
}
