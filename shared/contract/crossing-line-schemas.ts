/** Schemas of recorded crossings in lists: of a day, and of a search. */
import * as v from 'valibot'
import { decisions, directions, instantSchema, longestField, reasonCodes } from '../domain/crossing/crossing.ts'
import { outcomes } from '../domain/finding/verdict.ts'
import { count, id, instant } from './number-schemas.ts'

/** A recorded crossing in one line of a list. */
export const crossingLineSchema = v.strictObject({
  seq: id,
  /** When it happened. */
  at: instant,
  /** When it was recorded, where that was later, from paper; null: when it happened. */
  enteredAt: v.nullable(instant),
  direction: v.picklist(directions),
  onFoot: v.boolean(),
  plate: v.nullable(v.string()),
  trailerPlate: v.nullable(v.string()),
  /** Names, the driver's first; null where nobody knows. */
  names: v.array(v.nullable(v.string())),
  outcome: v.picklist(outcomes),
  decision: v.picklist(decisions),
  reason: v.nullable(v.picklist(reasonCodes)),
  state: v.picklist(['recorded', 'amended', 'voided']),
})
export type CrossingLine = v.InferOutput<typeof crossingLineSchema>

/** The crossings of a day: voided ones are not counted. */
export const dayCrossingsSchema = v.strictObject({
  total: count,
  people: count,
  byDecision: v.strictObject({ admitted: count, refused: count, referred: count }),
  byDirection: v.strictObject({ in: count, out: count }),
  /** The last ten, newest first, voided ones among them. */
  last: v.array(crossingLineSchema),
})
export type DayCrossings = v.InferOutput<typeof dayCrossingsSchema>

/** Most lines that one search answers with. */
export const mostFound = 50

export const searchQuerySchema = v.strictObject({
  /** Part of a plate, of a name (with or without marks), of a number, or a certificate; empty: any. */
  text: v.pipe(v.string(), v.maxLength(longestField), v.trim()),
  /** Recorded from … (inclusive) to … (exclusive), epoch milliseconds. */
  from: v.nullable(instantSchema),
  to: v.nullable(instantSchema),
  decision: v.nullable(v.picklist(decisions)),
  direction: v.nullable(v.picklist(directions)),
})
export type SearchQuery = v.InferOutput<typeof searchQuerySchema>

/** Newest first. `more`: there are others; narrow the search. */
export const searchAnswerSchema = v.strictObject({ lines: v.array(crossingLineSchema), more: v.boolean() })
export type SearchAnswer = v.InferOutput<typeof searchAnswerSchema>
