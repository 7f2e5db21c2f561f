/** Where two sign beside each other (form 1.9 of the decree): boxes 7a to 7c twice, with room for a pen between. */
import { page, signatureRoom, sizes, textWidth } from './decree.ts'
import type { Sheet, Style } from './sheet.ts'

const leading = 1.2

/** Who signs: as what, and the name under it; null: it is written by hand. */
export interface Signing {
  position: string
  name: string | null
}

/** Sets both on one page. */
export function setTwoSignatures(sheet: Sheet, signing: readonly [Signing, Signing]): void {
  const bold: Style = { face: 'bold', size: sizes.text, align: 'centre' }
  const italic: Style = { face: 'italic', size: sizes.table, align: 'centre' }
  const half = textWidth / 2
  sheet.need(10 + signatureRoom + 4 * sizes.text * leading)
  const top = sheet.y + 10
  for (const [index, { position, name }] of signing.entries()) {
    const place = { x: page.left + index * half, width: half }
    sheet.put(position.toUpperCase(), { ...place, y: top }, bold)
    sheet.put('(Ký, ghi rõ họ tên)', { ...place, y: top + sizes.text * leading }, italic)
    const under = top + 2 * sizes.text * leading + signatureRoom
    const lines = name === null ? [] : sheet.wrap(name, half, bold)
    for (const [line, text] of lines.entries())
      sheet.put(text, { ...place, y: under + line * sizes.text * leading }, bold)
  }
  sheet.y = top + signatureRoom + 4 * sizes.text * leading
}
