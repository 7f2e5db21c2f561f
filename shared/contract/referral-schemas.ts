/** Open referrals as they cross to the screen: see shared/domain/crossing/referrals.ts. */
import * as v from 'valibot'
import { reasonSchema } from '../domain/crossing/crossing.ts'
import { findingCodeSchema } from '../domain/finding/finding-schema.ts'

export const referralLineSchema = v.strictObject({
  /** The entry of the crossing that was referred. */
  crossing: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** When it happened. */
  at: v.pipe(v.number(), v.finite()),
  /** Whether it was recorded later than that, from paper. */
  enteredLater: v.boolean(),
  onFoot: v.boolean(),
  plate: v.nullable(v.string()),
  trailerPlate: v.nullable(v.string()),
  name: v.nullable(v.string()),
  birthDate: v.nullable(v.string()),
  numbers: v.array(v.string()),
  /** What the verdict on the person was. */
  reason: findingCodeSchema,
  /** Why they were referred, where the verdict did not ask for it. */
  why: v.nullable(reasonSchema),
})
export type ReferralLine = v.InferOutput<typeof referralLineSchema>

/** A line a person, the newest first. `more`: the list was cut short. */
export const referralsAnswerSchema = v.strictObject({ lines: v.array(referralLineSchema), more: v.boolean() })
export type ReferralsAnswer = v.InferOutput<typeof referralsAnswerSchema>
