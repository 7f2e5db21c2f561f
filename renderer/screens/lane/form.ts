/** What can be open in place on the lane, never over the verdict word. */
import type { Decision } from '../../../shared/domain/crossing/crossing.ts'

export type Form =
  /**
   * Why a decision departs from the verdict. `words`: the reason is another, and is being written; `only`: none of the
   * reasons listed will do.
   */
  | { kind: 'reason'; decision: Decision; words: boolean; only: boolean }
  | { kind: 'vehicle' }
  /** How many people there are. `thenAdmit`: they are to be let pass, once they are counted and all there. */
  | { kind: 'people'; thenAdmit: boolean }
  /** A person without a phone. `thenPaper`: their result on paper is asked for next. */
  | { kind: 'person'; thenPaper: boolean }
  | { kind: 'paper'; traveller: number }

/** The head count, for its own sake. */
export const countForm = { kind: 'people', thenAdmit: false } as const satisfies Form
