/** From a results file to results that are wholly understood: everything that is wrong with it is found before any is signed. */
import { FileUnreadable, readNamedFile } from '../../main/files/index.ts'
import type { PlacedResult } from './issue/assign-identifiers.ts'
import { mostBytes } from './bounds.ts'
import type { Column } from './columns/column.ts'
import { settleColumns, type ColumnChoice } from './columns/columns.ts'
import { judgeDateOrder, type DateOrder } from './columns/date-order.ts'
import type { FieldFault } from './result/faults.ts'
import { readTable } from './table/read-table.ts'
import { readResult, type Defaults } from './result/result.ts'
import type { Place } from './table/place.ts'
import { rowsOf } from './columns/row.ts'
import type { Said } from './result/said.ts'
import { unreadable, type Table } from './table/table.ts'
import { faultsTogether } from './result/together.ts'

/** How a file is to be read. */
export interface Reading extends Omit<Defaults, 'order'> {
  /** Sheet of a workbook; null: the first. */
  sheet: string | null
  ignore: readonly string[]
  /** Null: as the file shows. */
  dateOrder: DateOrder | null
}

/** What the columns were taken for, as far as that was settled. */
export interface ColumnReport {
  columns: readonly Column[]
  titleLines: number
  otherSheets: readonly string[]
  order: DateOrder | null
  /** The month is put first as was asked for, and no date of the file shows it. */
  unproven: boolean
}

/** A file that was understood, or all that stands against it. */
export type Understood =
  | { ok: true; report: ColumnReport; results: PlacedResult[] }
  | { ok: false; report: ColumnReport; problems: Said[]; faults: { place: Place; fault: FieldFault }[] }

/** @throws Failure where it is no plain file or too large, Error where it cannot be read */
function readBounded(file: string): Buffer {
  try {
    return readNamedFile(file, mostBytes)
  } catch (error) {
    if (!(error instanceof FileUnreadable) || (error.fault !== 'not-a-file' && error.fault !== 'too-large')) throw error
  }
  throw unreadable(
    {
      vi: '{file} không phải tệp, hoặc lớn hơn {megabytes} MB. Chỉ đúng tệp kết quả, hoặc chia nhỏ tệp.',
      en: '{file} is no file, or larger than {megabytes} MB. Name the file of results, or split it.',
    },
    { file, megabytes: mostBytes / 1024 / 1024 },
  )
}

function understandTable(table: Table, reading: Reading): Understood {
  const { otherSheets } = table
  const choice: ColumnChoice = { ignore: reading.ignore, hasCentre: reading.centre !== null }
  const settled = settleColumns(table, choice)
  if (!settled.ok) {
    const report = { columns: settled.columns, titleLines: 0, otherSheets, order: null, unproven: false }
    return { ok: false, report, problems: settled.problems, faults: [] }
  }
  const { columns, titleLines } = settled.value
  const rows = rowsOf(table, settled.value)
  const judged = judgeDateOrder(rows, columns, reading.dateOrder)
  const [order, unproven] = judged.ok ? [judged.order, judged.unproven] : [null, false]
  const report = { columns, titleLines, otherSheets, order, unproven }
  if (!judged.ok) return { ok: false, report, problems: [judged.problem], faults: [] }
  const read = rows.map(({ place, ...row }) => ({
    place,
    answer: readResult({ place, ...row }, { ...reading, order: judged.order }),
  }))
  const faults = read.flatMap(({ place, answer }) =>
    answer.ok ? [] : answer.faults.map((fault) => ({ place, fault })),
  )
  if (faults.length > 0) return { ok: false, report, problems: [], faults }
  const results = read.flatMap(({ place, answer }) => (answer.ok ? [{ place, result: answer.value }] : []))
  if (results.length === 0)
    throw unreadable({ vi: 'Tệp không có kết quả nào.', en: 'There are no results in the file.' })
  const against = faultsTogether(results)
  return against.length > 0 ? { ok: false, report, problems: [], faults: against } : { ok: true, report, results }
}

/**
 * Reads a file of results.
 * @throws Failure where it cannot be taken apart into rows
 */
export async function understandResults(file: string, reading: Reading): Promise<Understood> {
  return understandTable(await readTable(readBounded(file), reading.sheet), reading)
}
