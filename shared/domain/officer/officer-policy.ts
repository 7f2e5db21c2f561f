/** What the policy says of officers: when a session sleeps and ends, and what the lane may do without one. */
import * as v from 'valibot'

const minutes = v.pipe(v.number(), v.minValue(1), v.maxValue(24 * 60))

export const officerPolicySchema = v.strictObject({
  /** Whether decisions may be recorded while nobody is signed in. Absent: they may, and are listed for the supervisor. */
  signedOutLane: v.exactOptional(v.boolean()),
  /** Whether number and PIN without a badge may be given to an officer. Absent: they may. It promises less (docs/officers.md). */
  withoutBadge: v.exactOptional(v.boolean()),
  /** Whether one who is alone may admit against a verdict by words, to be seen by a supervisor later. Absent: they may. */
  emergencies: v.exactOptional(v.boolean()),
  /** Untouched for so long an officer's, or IT's, session wants its PIN again. Absent: 15. */
  idleMinutes: v.exactOptional(minutes),
  /** The same of a supervisor's and an auditor's. Absent: 2. */
  supervisorIdleMinutes: v.exactOptional(minutes),
  /** A session ends after so long. Absent: 12. */
  sessionHours: v.exactOptional(v.pipe(v.number(), v.minValue(1), v.maxValue(24))),
})

/** The same with what holds where nothing is said. */
export type OfficerPolicy = Required<v.InferOutput<typeof officerPolicySchema>>

/** What holds of a policy that says some of it, or nothing. */
export function officerPolicyOf(said: v.InferOutput<typeof officerPolicySchema> | undefined): OfficerPolicy {
  return {
    signedOutLane: true,
    withoutBadge: true,
    emergencies: true,
    idleMinutes: 15,
    supervisorIdleMinutes: 2,
    sessionHours: 12,
    ...said,
  }
}
