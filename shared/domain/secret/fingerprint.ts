/**
 * A key's fingerprint as people compare it: in groups of four digits, read out over the telephone. Whoever compares types
 * the last groups as they hear them, so that nobody agrees with a glance at two rows of digits that look alike.
 */

/** Digits of a group. */
const groupDigits = 4

/** Groups at the end that are typed as they are read out: 64 bits, which nobody makes a root of their own for. */
const groupsTyped = 4

/** Longest text that is taken for a fingerprint: a whole one with its blanks, and what is written around it. */
export const longestFingerprint = 200

/** Digits alone, as a fingerprint is compared however it was grouped or typed. */
export const digitsOf = (fingerprint: string): string => fingerprint.toLowerCase().replaceAll(/[^0-9a-z]/g, '')

/**
 * What was typed of a fingerprint that was read out. `short`: not all of the last groups; `accented`: a Vietnamese input
 * method changed it, as "dd" into "đ"; `differs`: it is another key's.
 */
export type ReadOut = 'same' | 'short' | 'accented' | 'differs'

/** @param typed the last four groups, or the whole fingerprint, as somebody heard them */
export function readOut(fingerprint: string, typed: string): ReadOut {
  const [whole, read] = [digitsOf(fingerprint), digitsOf(typed)]
  if (/[^\p{ASCII}\s\p{P}]/u.test(typed)) return 'accented'
  if (read.length < groupDigits * groupsTyped) return 'short'
  return read === whole || read === whole.slice(-groupDigits * groupsTyped) ? 'same' : 'differs'
}

/** The groups before those that are typed, and marks in the place of these: what a screen shows while it asks for them. */
export function groupsBefore(fingerprint: string): string {
  const digits = digitsOf(fingerprint)
  return digits.slice(0, -groupDigits * groupsTyped) + '·'.repeat(groupDigits * groupsTyped)
}
