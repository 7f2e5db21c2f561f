/** Crossings into rows: one a traveller, so that a person is counted where a person stands. */
import type { Place, ReportedCrossing } from '../../shared/domain/crossing/reported-crossing.ts'
import type { Line } from './column.ts'

/** Several at a time: rows come from a disk and go to one, and neither gives or takes them singly. */
export type Runs<T> = AsyncIterable<readonly T[]> | Iterable<readonly T[]>

/** Where a crossing was recorded. */
export type PlaceOf = (reported: ReportedCrossing) => Place

/** The rows of a crossing; one of nobody is a row too, for it was a crossing. @param marking see `Line` */
export function linesOf(reported: ReportedCrossing, placeOf: PlaceOf, marking: string | null): Line[] {
  const { post, lane } = placeOf(reported)
  const common = { reported, post, lane, marking }
  const { travellers } = reported.crossing
  if (travellers.length === 0) return [{ ...common, traveller: null, order: 0 }]
  return travellers.map((traveller, index) => ({ ...common, traveller, order: index + 1 }))
}

/** The same of runs of crossings. */
export async function* linesOfRuns(
  runs: Runs<ReportedCrossing>,
  placeOf: PlaceOf,
  marking: string | null,
): AsyncGenerator<readonly Line[]> {
  for await (const run of runs) yield run.flatMap((reported) => linesOf(reported, placeOf, marking))
}
