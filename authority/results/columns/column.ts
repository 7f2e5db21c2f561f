/** What a file's columns were taken for. */
import type { Field, StatedOrder } from './fields.ts'
import type { Line } from '../table/table.ts'

/** Which part of a sample time a column holds. */
export type TimePart = 'date' | 'time'

/** A column. `heading` is how it is called: as written, or by its letter where it has no heading. */
export interface Column {
  index: number
  heading: string
  /** Null: not known, or left out. */
  field: Field | null
  /** Left out because it was to be. */
  ignored: boolean
  order: StatedOrder | null
  /** Of a sample time in two columns: which part of it stands here. Else null. */
  part: TimePart | null
  /** Where it has no heading, the first line that has something in it. */
  untitledLine: number | null
}

/** A file's columns, the lines below their heading, and how many lines stand above it. */
export interface Columns {
  columns: readonly Column[]
  lines: readonly Line[]
  titleLines: number
  /** Cells that each line of a CSV file must have; null where no cell can get lost. */
  width: number | null
}
