/** What a shift comes to, in numbers: what the officer who closes it confirms, and its entry carries. */
import * as v from 'valibot'

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** What nobody has finished yet: of this shift or an earlier one. */
export const leftOpenSchema = v.strictObject({
  /** People who were referred to the medical post and have not come back. */
  referrals: count,
  /** Crossings let pass in an emergency that no supervisor has seen. */
  emergencies: count,
})
export type LeftOpen = v.InferOutput<typeof leftOpenSchema>

/** Since the last shift was closed. What is null was not counted by the version that closed it. */
export const shiftTotalsSchema = v.strictObject({
  scans: count,
  /** How many of them were of no kind that is known, or not to be read. */
  unreadable: v.nullable(count),
  /** As they are now, without voided ones. */
  crossings: v.strictObject({
    total: count,
    people: count,
    byDecision: v.strictObject({ admitted: count, refused: count, referred: count }),
    byDirection: v.strictObject({ in: count, out: count }),
  }),
  /** How many of those were entered later, from paper: the days count them when they happened. */
  enteredLater: count,
  /** How many of those were decided while nobody was signed in. */
  unsigned: v.nullable(count),
  amended: count,
  voided: count,
  open: v.nullable(leftOpenSchema),
})
export type ShiftTotals = v.InferOutput<typeof shiftTotalsSchema>
