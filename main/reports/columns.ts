/**
 * The columns of the export of crossings and travellers: the one table that every writer goes by. What a crossing says
 * stands first and is the same in all its rows; what each traveller says stands behind it. The last two columns are 1 where
 * a row counts as a crossing and as a person, so that sums come out right however the rows are filtered.
 */
import type { Column } from './column.ts'
import { crossingColumns } from './crossing-columns.ts'
import { travellerColumns } from './traveller-columns.ts'

/** All columns in their order. */
export const columns: readonly Column[] = [...crossingColumns, ...travellerColumns]
