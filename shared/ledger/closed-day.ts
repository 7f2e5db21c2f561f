/**
 * What the journal says of a day that a supervisor closed: its totals as they were then. What is recorded or corrected
 * later makes another version when it is issued; the one before stays.
 */
import * as v from 'valibot'
import { besideSchema, totalsSchema } from '../domain/report/totals.ts'
import { endSchema } from './end.ts'

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** A day of Viet Nam's calendar, `YYYY-MM-DD`. */
export const daySchema = v.pipe(v.string(), v.maxLength(10), v.isoDate())

export const closedDaySchema = v.object({
  day: daySchema,
  /** 1 is what it was closed with. */
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** Up to which entry. */
  head: v.object({ ...endSchema.entries, epoch: v.nullable(hash) }),
  totals: totalsSchema,
  beside: besideSchema,
})
export type ClosedDay = v.InferOutput<typeof closedDaySchema>
