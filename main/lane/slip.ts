/**
 * The number of a slip: what a referred or refused person is given, written by hand, and read aloud to whoever asks
 * later.
 */

/** Digits of the epoch on a slip: two epochs of one lane are alike in one of 65,536, and are few. */
const epochDigits = 4

/**
 * `A3F0-2-1204`: the epoch of the journal, the lane, and the entry. Entries are numbered anew where a journal is begun
 * anew, and once more where it goes on from a copy; two people never hold the same slip for that.
 */
export function slipOf(epoch: string, lane: string, seq: number): string {
  return `${epoch.slice(0, epochDigits).toUpperCase()}-${lane}-${seq}`
}
