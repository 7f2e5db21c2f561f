/** What a sheet holds and does not show: whoever looked the table through has not seen it, and it is not signed. */
import type { Range } from '@e965/xlsx'
import { mostCovered } from '../bounds.ts'
import { unreadable, type Line } from './table.ts'

/**
 * Refuses lines that a filter hides, or that have no height: part-rules.ts has put down which are.
 * @param rows by number, less 1
 * @throws Failure
 */
export function refuseHidden(rows: readonly ({ hidden?: boolean } | undefined)[], lines: readonly Line[]): void {
  const hidden = lines.find(({ number }) => rows[number - 1]?.hidden === true)
  if (!hidden) return
  throw unreadable(
    {
      vi: 'Dòng {number} đang bị ẩn (lọc, ẩn dòng, hoặc thấp đến mức không thấy chữ). Bỏ lọc và hiện mọi dòng, hoặc chép các dòng cần cấp sang tệp khác.',
      en: 'Line {number} is hidden (a filter, a hidden row, or one too low to be seen). Show all rows, or copy those to be issued to another file.',
    },
    { number: hidden.number },
  )
}

/** Refuses what lies under merged cells, of which the first alone is shown; LibreOffice keeps the others. @throws Failure */
export function refuseCovered(merges: readonly Range[], lines: readonly Line[]): void {
  const byNumber = new Map(lines.map((line) => [line.number, line]))
  const last = lines.at(-1)?.number ?? 0
  let looked = 0
  for (const { s: first, e: end } of merges)
    for (let row = first.r; row <= end.r && row < last; row++) {
      const cells = byNumber.get(row + 1)?.cells ?? []
      for (let column = first.c; column <= end.c && column < cells.length; column++)
        if (cells[column]?.text !== '' && (row !== first.r || column !== first.c)) throw covered(row + 1)
      if ((looked += 1 + cells.length) > mostCovered) throw covered(row + 1)
    }
}

const covered = (number: number) =>
  unreadable(
    {
      vi: 'Dòng {number} có ô bị ô gộp che mất nội dung. Bỏ gộp ô (Unmerge), xem lại rồi chạy lại.',
      en: 'Line {number} has cells whose content merged cells cover. Unmerge them, look it through and run again.',
    },
    { number },
  )
