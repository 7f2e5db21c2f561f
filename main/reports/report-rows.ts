/**
 * A report of rows in one of its forms: bytes as fast as they are taken, and what was in them. It takes crossings from
 * wherever they come, one journal, several or a hub's, and knows none of them.
 */
import type { ReportedCrossing } from '../../shared/domain/crossing/reported-crossing.ts'
import type { Locale } from '../../shared/language/locale.ts'
import type { ReportFormat } from '../../shared/ledger/issued-report.ts'
import { columns } from './columns.ts'
import type { Line } from './column.ts'
import { linesOfRuns, type PlaceOf, type Runs } from './lines.ts'
import { csv, separators, type Separator } from './writers/csv.ts'
import { jsonLines } from './writers/json-lines.ts'
import type { Writing } from './writers/writing.ts'
import { xlsx } from './writers/xlsx.ts'

/** The forms that have rows. */
export type RowFormat = Exclude<ReportFormat, 'pdf'>

/** What is asked for. */
export interface RowReport {
  format: RowFormat
  /** Of CSV. */
  separator?: Separator
  locale: Locale
  /** Whether it says who they were; else personal columns are masked. */
  identities: boolean
  /** What is written over it; null: nothing. */
  marking: string | null
  placeOf: PlaceOf
  crossings: Runs<ReportedCrossing>
  /** What the report says of itself where it has room for that, once it is known how much is in it. */
  about: (counts: RowCounts) => readonly (readonly [label: string, text: string])[]
}

/** What a report has in it so far. */
export interface RowCounts {
  crossings: number
  people: number
  /** In how many cells of which column something was kept from being a formula. */
  guarded: Record<string, number>
}

const sheetNames = {
  vi: { rows: 'Lượt qua chốt', about: 'Thông tin', totals: 'Tổng cộng' },
  en: { rows: 'Crossings', about: 'About', totals: 'Total' },
} as const satisfies Record<Locale, object>

/** The report's bytes, and the counts of what was taken of them. */
export function writeRows(report: RowReport): { pieces: AsyncGenerator<string | Uint8Array>; counts: RowCounts } {
  const { format, separator = separators.comma, locale, identities, marking, placeOf, crossings, about } = report
  const counts: RowCounts = { crossings: 0, people: 0, guarded: {} }
  const writing: Writing = {
    // Of a report for everybody there is nothing to mark.
    columns: columns.filter(({ key }) => key !== 'marking' || marking !== null),
    locale,
    identities,
    lines: counting(linesOfRuns(crossings, placeOf, marking), counts),
    guarded: (key) => (counts.guarded[key] = (counts.guarded[key] ?? 0) + 1),
  }
  switch (format) {
    case 'csv':
      return { pieces: csv(writing, separator), counts }
    case 'jsonl':
      return { pieces: jsonLines(writing), counts }
    case 'xlsx': {
      const { rows: name, about: aboutName, totals } = sheetNames[locale]
      const sheet = { name: aboutName, rows: () => about(counts) }
      return { pieces: xlsx({ ...writing, name, totals, about: sheet, marking }), counts }
    }
  }
}

async function* counting(runs: AsyncIterable<readonly Line[]>, counts: RowCounts): AsyncGenerator<readonly Line[]> {
  for await (const run of runs) {
    for (const { traveller, order } of run) {
      if (order <= 1) counts.crossings++
      if (traveller) counts.people++
    }
    yield run
  }
}
