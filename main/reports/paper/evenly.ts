/** Names of bodies and places, in lines that look as if somebody had set them. */
import type { Sheet, Style } from './sheet.ts'

/** As few lines as there must be, of about one length: no name of a body has a single word on its second line. */
export function evenly(sheet: Sheet, text: string, width: number, style: Style): string[] {
  let lines = sheet.wrap(text, width, style)
  for (let narrower = width * 0.95; narrower > width / 3; narrower *= 0.95) {
    const next = sheet.wrap(text, narrower, style)
    if (next.length > lines.length) break
    lines = next
  }
  return lines
}
