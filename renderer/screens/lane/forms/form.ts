/** What can be open in place on the lane, never over the verdict word. */
import type { PermissionKind } from '../../../../shared/domain/crossing/above.ts'
import type { Decision, Reason } from '../../../../shared/domain/crossing/crossing.ts'

export type Form =
  /**
   * Why a decision departs from the verdict. `words`: the reason is another, and is being written; `only`: none of the
   * reasons listed will do; `emergency`: it says why there was no time for a supervisor.
   */
  | { kind: 'reason'; decision: Decision; words: boolean; only: boolean; emergency?: true }
  /** A supervisor has to permit it. `permissions`: what of; `emergency`: who is alone may do without, by words. */
  | {
      kind: 'above'
      decision: Decision
      reason: Reason | null
      permissions: readonly PermissionKind[]
      emergency: boolean
    }
  | { kind: 'vehicle' }
  /** How many people there are. `thenAdmit`: they are to be let pass, once they are counted and all there. */
  | { kind: 'people'; thenAdmit: boolean }
  /** A person without a phone. `thenPaper`: their result on paper is asked for next. */
  | { kind: 'person'; thenPaper: boolean }
  | { kind: 'paper'; traveller: number }

/** The head count, for its own sake. */
export const countForm = { kind: 'people', thenAdmit: false } as const satisfies Form
