/** Rows of a results file, cells found by field. */
import type { Columns } from './column.ts'
import type { Field } from './fields.ts'
import type { Place } from '../table/place.ts'
import type { Cell, Table } from '../table/table.ts'
import { joinedTime } from './time-columns.ts'

/** One row: what stands in each field's cell; fields without a column are not there. */
export interface Row {
  place: Place
  cells: ReadonlyMap<Field, Cell>
  /** How many cells the line has where it must have another number. */
  miscounted: { found: number; expected: number } | null
}

const empty: Cell = { kind: 'text', text: '' }

/**
 * The rows below the heading.
 *
 * A CSV line that is shorter than the heading is refused like a longer one. Most such lines only lack empty cells at their
 * end; but one that lost a cell in its middle, or has a separator too many in a note, looks the same, and its cells stand
 * under others' headings. The program that made the file can write all cells; whoever reads it cannot know.
 */
export function rowsOf({ kind }: Table, { columns, lines, width }: Columns): Row[] {
  const mapped = columns.flatMap(({ field, index, part }) => (field && part === null ? [[field, index] as const] : []))
  const [date, time] = (['date', 'time'] as const).map((each) => columns.find(({ part }) => part === each))
  return lines.map(({ number, cells }) => ({
    place: { kind: kind === 'json' ? 'entry' : 'line', number },
    cells: new Map<Field, Cell>([
      ...mapped.map(([field, index]) => [field, cells[index] ?? empty] as const),
      ...(date && time
        ? [['sampledAt', joinedTime(cells[date.index] ?? empty, cells[time.index] ?? empty)] as const]
        : []),
    ]),
    miscounted: width === null || cells.length === width ? null : { found: cells.length, expected: width },
  }))
}
