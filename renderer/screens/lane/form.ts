/** What can be open in place on the lane, never over the verdict word. */
import type { Decision } from '../../../shared/domain/crossing/crossing.ts'

export type Form =
  /** Why a decision departs from the verdict; `words`: the reason is another, and is being written. */
  | { kind: 'reason'; decision: Decision; words: boolean }
  | { kind: 'vehicle' }
  | { kind: 'people' }
  /** A person without a phone. `thenPaper`: their result on paper is asked for next. */
  | { kind: 'person'; thenPaper: boolean }
  | { kind: 'paper'; traveller: number }
