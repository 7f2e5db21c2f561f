/**
 * The checkpoint's policy (`policy.json`): how old what it believes may be, and how its clock is judged. What a
 * certificate must show is in the rules (`rules.json`), not here. Data, never code.
 */
import * as v from 'valibot'

const hours = v.pipe(v.number(), v.minValue(0), v.maxValue(24 * 3660))

/**
 * The age ladder of one artefact. Up to `ageingAfterHours` it is fresh; then ageing (the screen says so); then old
 * (verdicts ask for a check, a supervisor may accept); then unusable.
 */
export const ageLadderSchema = v.pipe(
  v.strictObject({ ageingAfterHours: hours, oldAfterHours: hours, unusableAfterHours: hours }),
  v.check(
    (ladder) => ladder.ageingAfterHours <= ladder.oldAfterHours && ladder.oldAfterHours <= ladder.unusableAfterHours,
    'the steps of an age ladder must rise',
  ),
)

export const checkpointPolicySchema = v.strictObject({
  /** Version of this file's shape. */
  format: v.literal(1),
  ages: v.strictObject({ keys: ageLadderSchema, rules: ageLadderSchema, revocations: ageLadderSchema }),
  /** How far a stated time may lie ahead of our clock before it counts as the future. */
  clockToleranceMinutes: v.pipe(v.number(), v.minValue(0), v.maxValue(180)),
})

export type AgeLadder = v.InferOutput<typeof ageLadderSchema>
export type CheckpointPolicy = v.InferOutput<typeof checkpointPolicySchema>
