/**
 * What a figure means while a question about the decision is open: its answer, or the beginning of a plate. One figure
 * answers, as no key follows it; a plate never ends with its first figure. So a figure waits for as long as a hand takes to
 * strike the next key: what is typed on its heels takes the answer back, and both go where a plate goes. Nothing has been
 * recorded by then, and so nothing has to be taken back from the journal. A touch is no typing, and answers at once.
 *
 * Milliseconds on one clock that never goes back.
 */
import type { Digit } from './deciding.ts'

/** A hand that types a plate strikes its next key within this time. */
export const answersAfter = 500

/** No plate begins with it, and what follows it is the reason in words. */
const never: Digit = '0'

/** For how long a figure waits for the rest of a plate. */
export const waitBehind = (digit: Digit): number => (digit === never ? 0 : answersAfter)

/** What was typed into nothing goes on for this long behind its last character, before a figure answers again. */
export const typingGoesOn = 1_500

export interface DigitAnswer {
  /** The figure that answers when nothing follows it. */
  chosen: Digit | null
  /** When text was last typed that no field took. */
  refusedAt: number
}

/** An answer as far as it was given, and what turned out to be typed text instead. */
export interface DigitStep {
  state: DigitAnswer
  typed: string | null
}

export const noAnswer: DigitAnswer = { chosen: null, refusedAt: Number.NEGATIVE_INFINITY }

/** A figure that would answer was struck. */
export function strikeDigit(state: DigitAnswer, digit: Digit, at: number): DigitStep {
  if (state.chosen !== null || at - state.refusedAt < typingGoesOn) return typeOn(state, digit)
  return { state: { ...state, chosen: digit }, typed: null }
}

/** Text was typed that is no answer, or the rest of what began like one. */
export function typeOn(state: DigitAnswer, text: string): DigitStep {
  return { state: { ...state, chosen: null }, typed: (state.chosen ?? '') + text }
}
