/** On whose word a decision stands: the officer's own, a supervisor's permission, or an emergency's reason. */
import type { Above } from '../../shared/domain/crossing/above-schema.ts'
import { neededAbove, saysEmergency, type PermissionKind } from '../../shared/domain/crossing/above.ts'
import type { JudgedCrossing } from '../../shared/domain/crossing/crossing-outcome.ts'
import type { Decision, Reason } from '../../shared/domain/crossing/crossing.ts'
import type { DecidedAbove } from '../../shared/contract/crossing-schemas.ts'
import type { Who } from '../../shared/ledger/officers.ts'

/** What whoever is at the desk may decide, and what supervisors permit besides. */
export interface Authority {
  /** They decide for themselves. */
  readonly free: boolean
  /** A decision may be recorded at all. */
  readonly mayDecide: boolean
  /** Who is alone may do without a supervisor, by words. */
  readonly emergencies: boolean
  /** What is permitted now, each with the entry that says so and who gave it. */
  now(): ReadonlyMap<PermissionKind, { seq: number; by: Who }>
  /** The crossing is over: what was permitted for it is permitted for no other. */
  spend(): void
}

/** The kinds of permission that hold now. */
export const permittedBy = (authority: Authority): ReadonlySet<PermissionKind> => new Set(authority.now().keys())

/** On whose word a decision would stand; null: the officer's own. @param emergency why there is no time for a supervisor */
export function wordFor(
  authority: Authority,
  judged: JudgedCrossing,
  decision: Decision,
  emergency: Reason | null,
): Above | null | 'supervisor-needed' {
  const needed = neededAbove(judged, decision)
  if (needed.length === 0 || authority.free) return null
  const permitted = authority.now()
  const entries = needed.flatMap((kind) => permitted.get(kind)?.seq ?? [])
  if (entries.length === needed.length) return { by: 'permission', entries }
  return authority.emergencies && saysEmergency(emergency) ? { by: 'emergency' } : 'supervisor-needed'
}

/** The same for the screen: who permitted what. To be asked before a permission is spent. */
export function tellWord(authority: Authority, above: Above | null): DecidedAbove | null {
  if (above?.by !== 'permission') return above
  const given = [...authority.now()].filter(([, { seq }]) => above.entries.includes(seq))
  return { by: 'permission', given: given.map(([what, { by }]) => ({ what, by })) }
}
