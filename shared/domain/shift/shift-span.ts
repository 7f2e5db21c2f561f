/** A shift that was closed, as a time to report on. */
import * as v from 'valibot'

const instant = v.pipe(v.number(), v.safeInteger())

/** From when (null: it was the first) to when, epoch milliseconds, and the entry that closed it. */
export const shiftSpanSchema = v.strictObject({
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  from: v.nullable(instant),
  to: instant,
})
export type ShiftSpan = v.InferOutput<typeof shiftSpanSchema>
