/**
 * The checkpoint's policy (`policy.json`): what the orders in force ask of a certificate. Data, never code.
 */
import * as v from 'valibot'

const hours = v.pipe(v.number(), v.minValue(0), v.maxValue(24 * 366))

export const policySchema = v.strictObject({
  /** Version of this file's shape. */
  format: v.literal(1),
  /** How old a sample may be, by method. A method that is not listed has no rule. */
  tests: v.array(v.strictObject({ method: v.picklist(['naat', 'rapid-antigen']), maxAgeHours: hours })),
  /** How far a stated time may lie ahead of our clock before it counts as the future. */
  clockToleranceMinutes: v.pipe(v.number(), v.minValue(0), v.maxValue(180)),
})

export type Policy = v.InferOutput<typeof policySchema>
