/** The text of a document: box 6 of the decree's diagram. */
import { firstLine, lineSpacing, page, paragraphGap, sizes, textWidth } from './decree.ts'
import type { Sheet, Style } from './sheet.ts'

const regular: Style = { face: 'regular', size: sizes.text }
const bold: Style = { face: 'bold', size: sizes.text }
const leading = sizes.text * lineSpacing

/** A paragraph, even on both sides, its first line set in. */
export function paragraph(sheet: Sheet, text: string, style: Style = regular): void {
  const lines = sheet.wrap(text, textWidth, style, firstLine)
  for (const [index, line] of lines.entries()) {
    sheet.need(leading)
    const indent = index === 0 ? firstLine : 0
    const width = textWidth - indent
    const place = { x: page.left + indent, y: sheet.y, width }
    if (index === lines.length - 1) sheet.put(line, place, style)
    else sheet.putEven(line, place, style)
    sheet.y += leading
  }
  sheet.y += paragraphGap
}

/** A heading, which never stands alone at the foot of a page. */
export function heading(sheet: Sheet, text: string): void {
  sheet.need(4 * leading)
  paragraph(sheet, text, bold)
}
