/** Reports: rows and totals of crossings, wherever they come from, in the forms that people and programs take. */
export { aboutRows } from './about.ts'
export { markingOf } from './column-words.ts'
export { totalsOf } from './day/tally.ts'
export { letterheadOf } from './paper/letterhead.ts'
export { writePaper } from './report-paper.ts'
export { writeRows, type RowCounts, type RowFormat } from './report-rows.ts'
export { separators } from './writers/csv.ts'
