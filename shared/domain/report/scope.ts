/** Of what a report is: crossings of a time, and of those perhaps only some. */
import * as v from 'valibot'
import { decisions, directions, instantSchema, type Crossing } from '../crossing/crossing.ts'

/** Only an officer's, one way, one decision, or at one lane; null: all. */
export const reportFilterSchema = v.strictObject({
  officer: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(40))),
  direction: v.nullable(v.picklist(directions)),
  decision: v.nullable(v.picklist(decisions)),
  /** As it was called when they were recorded. Reports of the first versions do not say it. */
  lane: v.optional(v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(80))), null),
})
export type ReportFilter = v.InferOutput<typeof reportFilterSchema>

/** What leaves nothing out. */
export const everything: ReportFilter = { officer: null, direction: null, decision: null, lane: null }

/** Whether a filter leaves nothing out. */
export const isEverything = ({ officer, direction, decision, lane }: ReportFilter): boolean =>
  officer === null && direction === null && decision === null && lane === null

/** Whether a crossing is in a report. @param at the lane where it was recorded */
export const passes = (
  { officer, direction, decision, lane }: ReportFilter,
  reported: { officer: string | null; crossing: Pick<Crossing, 'direction' | 'decision'> },
  at: string,
): boolean =>
  (officer === null || reported.officer === officer) &&
  (direction === null || reported.crossing.direction === direction) &&
  (decision === null || reported.crossing.decision === decision) &&
  (lane === null || at === lane)

/** More than a year, so that a year of any length is one report. */
const longest = 367 * 86_400_000

/** Whether a report can be of a time: it is not empty, and no longer than a year. */
export const isRange = (from: number, to: number): boolean => from < to && to - from <= longest

/** From … (inclusive) to … (exclusive), epoch milliseconds. */
export const reportScopeSchema = v.pipe(
  v.strictObject({ from: instantSchema, to: instantSchema, ...reportFilterSchema.entries }),
  v.check(({ from, to }) => isRange(from, to)),
)
export type ReportScope = v.InferOutput<typeof reportScopeSchema>
