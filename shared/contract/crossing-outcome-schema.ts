/** What a crossing comes to as a whole, as it crosses to the screen: see `CrossingOutcome`. */
import * as v from 'valibot'
import { completenesses, type CrossingOutcome } from '../domain/crossing/crossing-outcome.ts'
import { findingSchema } from '../domain/finding/finding-schema.ts'
import { outcomes } from '../domain/finding/verdict.ts'
import { count } from './number-schemas.ts'

export const crossingOutcomeSchema = v.strictObject({
  outcome: v.picklist(outcomes),
  worst: v.picklist(outcomes),
  filled: v.boolean(),
  completeness: v.picklist(completenesses),
  accepted: count,
  check: count,
  rejected: count,
  missing: count,
  surplus: count,
  reasons: v.array(findingSchema),
}) satisfies v.GenericSchema<unknown, CrossingOutcome>
