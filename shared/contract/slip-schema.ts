/**
 * The slip of whoever was refused or referred: its number, why, and where to go. It names nobody and no vehicle, so that one
 * that is lost tells nothing of anybody; what was scanned is found again by the number.
 */
import * as v from 'valibot'
import { reasonCodes } from '../domain/crossing/crossing.ts'
import { findingCodes, type FindingCode } from '../domain/finding/finding-codes.ts'
import { findingCodeSchema } from '../domain/finding/finding-schema.ts'

/** Reasons on one slip: more are no help to whoever reads it. */
export const mostSlipReasons = 4

export const slipSchema = v.strictObject({
  /** As `slipOf` makes it: `A3F0-2-1204`. */
  number: v.string(),
  decision: v.picklist(['refused', 'referred']),
  /** When it was decided, epoch milliseconds. */
  at: v.pipe(v.number(), v.finite()),
  post: v.string(),
  lane: v.string(),
  practice: v.boolean(),
  /** Why people of the crossing were not let pass, each once, the worst first. */
  reasons: v.pipe(v.array(findingCodeSchema), v.maxLength(mostSlipReasons)),
  /** The officer's own, where the decision departed from the verdict: its code alone, for the words may name somebody. */
  why: v.nullable(v.picklist(reasonCodes)),
  /** Where the referred are sent, as the policy says; null: it says nothing. */
  medicalPost: v.nullable(v.string()),
  /** What the code on it says, signed (shared/paper). */
  code: v.string(),
})
export type Slip = v.InferOutput<typeof slipSchema>

/** Whether a code's short words stand alone on paper: it quotes no value that only the scan had. */
export const isSaidAlone = (each: FindingCode): boolean => !findingCodes[each].short.vi.includes('{')
