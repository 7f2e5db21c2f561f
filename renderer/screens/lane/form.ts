/** What can be open in place on the lane, never over the verdict word. */
import type { Decision } from '../../../shared/domain/crossing/crossing.ts'

export type Form =
  /**
   * Why a decision departs from the verdict. `words`: the reason is another, and is being written; `only`: none of the
   * reasons listed will do.
   */
  | { kind: 'reason'; decision: Decision; words: boolean; only: boolean }
  | { kind: 'vehicle' }
  | { kind: 'people' }
  /** A person without a phone. `thenPaper`: their result on paper is asked for next. */
  | { kind: 'person'; thenPaper: boolean }
  | { kind: 'paper'; traveller: number }
