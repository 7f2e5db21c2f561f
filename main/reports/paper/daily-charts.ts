/** The drawings of the daily report: the very rows of the table that stands below each, and the shapes that the screen shows. */
import type { Chart } from '../../../shared/chart/chart.ts'
import { hourPairs } from '../../../shared/chart/hour-pairs.ts'
import { shareBars } from '../../../shared/chart/share-bars.ts'
import { twoWayBars } from '../../../shared/chart/two-way-bars.ts'
import type { OutlineTotals } from '../../../shared/domain/report/totals.ts'
import { formatNumber } from '../../../shared/language/number.ts'
import type { CountRow } from './daily-rows.ts'
import { mm, sizes, textWidth } from './decree.ts'

/** Letters of a drawing: as those of a list. */
const size = sizes.list

/** A row of bars, as high as its letters need. */
const step = size * 1.5

/** Rows that are taken in at a glance; the table has all. */
const mostRows = 8

const written = (count: number): string => formatNumber('vi', count)

export const chartOfHours = ({ byHour }: OutlineTotals): Chart =>
  twoWayBars({
    pairs: hourPairs(byHour),
    above: 'Vào tỉnh',
    below: 'Ra tỉnh',
    written,
    width: textWidth,
    height: mm(48),
    size,
  })

/** What a table counts first, a bar each; null: one bar alone compares nothing. */
export function chartOfCounts(rows: readonly CountRow[]): Chart | null {
  if (rows.length < 2) return null
  const counts = rows.slice(0, mostRows).map(([name, count = 0]) => ({ name, count }))
  return shareBars({ counts, written, width: textWidth, height: counts.length * step, size })
}
