/**
 * The checkpoint's policy (`policy.json`): how old what it believes may be, how its clock is judged, what counts as a
 * repetition, and how long personal data is kept. What a certificate must show is in the rules (`rules.json`), not here.
 * Data, never code.
 */
import * as v from 'valibot'
import { officerPolicySchema } from './officer/officer-policy.ts'
import { letterheadSchema } from './letterhead.ts'

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
  /** The same person or vehicle the same way within this time is worth a question. Absent: nothing is asked. */
  repeatWithinMinutes: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(24 * 60))),
  /** What is personal is erased after so many days, once backed up elsewhere. Absent: never. */
  retentionDays: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3660))),
  /** Who looked at whom is erased after so many days, once delivered. Absent: the kiosk’s usual two years. */
  accessRetentionDays: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3660))),
  /** Sessions of officers, and what the lane may do without one. Absent: what officer-policy.ts says. */
  officers: v.exactOptional(officerPolicySchema),
  /** What a post's papers have in their head and at their end. */
  letterhead: v.exactOptional(letterheadSchema),
})

export type AgeLadder = v.InferOutput<typeof ageLadderSchema>
export type CheckpointPolicy = v.InferOutput<typeof checkpointPolicySchema>
