/**
 * What an officer may not decide alone: to let somebody pass whom a check has rejected, or while what the kiosk believes is
 * old or its clock in doubt. A supervisor permits it: the first for this crossing, the others once a shift.
 */
import type { Check } from '../finding/check.ts'
import type { Decision, Reason } from './crossing.ts'
import type { JudgedCrossing } from './crossing-outcome.ts'

export const permissionKinds = ['rejected', 'old-trust', 'clock'] as const
export type PermissionKind = (typeof permissionKinds)[number]

/** The doubts that a permission of a shift is about. */
const doubtOf: Readonly<Partial<Record<Check, PermissionKind>>> = { 'trust-age': 'old-trust', clock: 'clock' }

/** What a decision needs from above; nothing: it is the officer's own. */
export function neededAbove({ verdicts, whole }: JudgedCrossing, decision: Decision): PermissionKind[] {
  if (decision !== 'admitted') return []
  if (whole.worst === 'rejected') return ['rejected']
  const doubts = verdicts.flatMap(({ outcome, findings }) =>
    outcome === 'accepted' ? [] : findings.flatMap(({ check, status }) => (status === 'warn' ? [doubtOf[check]] : [])),
  )
  return permissionKinds.filter((kind) => doubts.includes(kind))
}

/** Whether all that speaks against a crossing is what a supervisor permits for the shift: then it passes at one press. */
export function isPermitted(judged: JudgedCrossing, permitted: ReadonlySet<PermissionKind>): boolean {
  const { verdicts, whole } = judged
  if (permitted.size === 0 || whole.worst !== 'check' || whole.missing > 0 || whole.reasons.length > 0) return false
  return (
    verdicts.length > 0 &&
    verdicts.every(({ outcome, findings }) => {
      if (outcome === 'accepted') return true
      return findings.every(({ check, status }) => {
        if (status === 'pass' || status === 'skipped') return true
        const doubt = doubtOf[check]
        return status === 'warn' && doubt !== undefined && permitted.has(doubt)
      })
    })
  )
}

/** Whether a reason says in words why there was no time for a supervisor. */
export const saysEmergency = (reason: Reason | null): boolean =>
  reason !== null && reason.note !== null && (reason.code === 'other' || reason.code === 'emergency')
