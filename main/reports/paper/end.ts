/** The end of a document: boxes 7, 8 and 9b of the decree's diagram. */
import { mm, page, signatureRoom, sizes, textWidth } from './decree.ts'
import type { Letterhead } from './letterhead.ts'
import type { Sheet, Style } from './sheet.ts'

const leading = 1.2

/** Position on the right, room for signature and seal under it, recipients on the left: they stay on one page. */
export function setEnd(sheet: Sheet, { addressees, recipients, position }: Letterhead): void {
  const title: Style = { face: 'bold-italic', size: sizes.recipientsTitle }
  const item: Style = { face: 'regular', size: sizes.recipients }
  const signer: Style = { face: 'bold', size: sizes.text, align: 'centre' }
  const named = [...(addressees.length > 0 ? ['Như trên'] : []), ...recipients].map((each) => `- ${each};`)
  const list = [...named, '- Lưu: VT.']
  const listHeight = (list.length + 1) * sizes.recipients * leading + sizes.recipientsTitle
  sheet.need(10 + Math.max(listHeight, signatureRoom + 3 * sizes.text))
  sheet.y += 10
  const half = textWidth / 2
  const right = { x: page.left + half, width: half }
  let y = sheet.y
  for (const line of sheet.wrap(position.toUpperCase(), half, signer)) {
    sheet.put(line, { ...right, y }, signer)
    y += sizes.text * leading
  }
  const end = y + signatureRoom
  y = sheet.y
  sheet.put('Nơi nhận:', { x: page.left, y, width: half }, title)
  y += sizes.recipientsTitle * leading
  for (const each of list)
    for (const line of sheet.wrap(each, half - mm(5), item)) {
      sheet.put(line, { x: page.left, y, width: half }, item)
      y += sizes.recipients * leading
    }
  sheet.y = Math.max(y, end)
}
