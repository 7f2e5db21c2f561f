/** What every writer of rows is told, and what it tells. */
import type { Locale } from '../../../shared/language/locale.ts'
import type { Column, Line } from '../column.ts'
import type { Runs } from '../lines.ts'

/** Rows to be written. */
export interface Writing {
  columns: readonly Column[]
  locale: Locale
  /** Whether personal columns are written as they are; else masked. */
  identities: boolean
  lines: Runs<Line>
  /** Hears that something in a cell of this column was kept from being a formula. */
  guarded?: (key: string) => void
}

/**
 * Characters that are handed on at once: enough that handing on costs nothing. Of more than 64 Ki, at two bytes each, V8 makes
 * an object with pages of its own (over 128 KiB), which are asked of the system anew for every piece.
 */
export const pieceLength = 32 * 1024

/**
 * The columns that all rows of a crossing have the same, and the others. A writer makes the first ones once a crossing; that
 * they stand together in front is how the table is laid out.
 */
export function splitColumns(columns: readonly Column[]): { shared: readonly Column[]; each: readonly Column[] } {
  const from = columns.findIndex(({ of }) => of === 'traveller')
  const [shared, each] = from < 0 ? [columns, []] : [columns.slice(0, from), columns.slice(from)]
  if (each.some(({ of }) => of === 'crossing')) throw new Error('columns of crossings stand in front of the others')
  return { shared, each }
}

/** Makes what all rows of a crossing have the same once, and gives it to each. */
export function onceACrossing<T>(make: (line: Line) => T): (line: Line) => T {
  let known: { reported: Line['reported']; made: T } | null = null
  return (line) => {
    if (known?.reported !== line.reported) known = { reported: line.reported, made: make(line) }
    return known.made
  }
}
