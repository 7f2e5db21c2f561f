/** The hours of a day as a row of bars, the same on the screen and on paper: of 24 every third has its name. */
import type { OutlineTotals } from '../domain/report/totals.ts'
import type { Pair } from './two-way-bars.ts'

/** In above the line, out below it. */
export const hourPairs = ({ in: entered, out: left }: OutlineTotals['byHour']): Pair[] =>
  entered.map((above, hour) => ({
    name: hour % 3 === 0 ? String(hour).padStart(2, '0') : null,
    above,
    below: left[hour] ?? 0,
  }))
