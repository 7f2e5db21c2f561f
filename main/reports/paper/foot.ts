/**
 * The foot of every page (box 13 of the decree's diagram): a rule as wide as the text, and under it the page's own code
 * beside what made the paper. It never comes near the boxes of signature and seal, and claims nothing that they stand for.
 */
import type { QrMatrix } from '../../../shared/barcode/dark-path.ts'
import type { PageClaim } from '../../../shared/paper/paper-claim.ts'
import { codeSide, footHeight, mm, page, sizes, textWidth } from './decree.ts'
import type { Sheet, Style } from './sheet.ts'

/** Draws the signed code of a page; its quiet zone is left free around it. */
export type PageCode = (claim: PageClaim) => Promise<QrMatrix>

const leading = 1.2

/** As many lines as stand beside the code. */
const mostLines = Math.floor(codeSide / (sizes.foot * leading))

const scanned = 'Quét mã này bằng máy Chốt, không cần mạng, để biết trang giấy có đúng không.'

/**
 * Sets the foot of all pages, once all of them are set.
 * @param made what made the paper, when and out of what
 */
export async function setFeet(
  sheet: Sheet,
  { made, claim, codeOf }: { made: string; claim: Omit<PageClaim, 'page' | 'pages'>; codeOf: PageCode },
): Promise<void> {
  const style: Style = { face: 'regular', size: sizes.foot }
  const { pages } = sheet
  const top = page.height - page.bottom - footHeight + mm(2)
  const beside = page.left + codeSide + mm(4)
  const width = textWidth - codeSide - mm(4)
  for (let number = 1; number <= pages; number++) {
    const matrix = await codeOf({ ...claim, page: number, pages })
    sheet.turnTo(number)
    sheet.rule(page.left, top, textWidth)
    sheet.code(matrix, page.left, top + mm(2), codeSide)
    const said = sheet.wrap(`Trang ${number}/${pages}. ${made} ${scanned}`, width, style)
    for (const [index, line] of said.slice(0, mostLines).entries())
      sheet.put(line, { x: beside, y: top + mm(2) + index * sizes.foot * leading, width }, style)
  }
}
