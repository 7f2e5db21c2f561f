/** Chance that is always the same for a seed, and choices that are made by it. */

/** Numbers from 0 to 1 that look drawn by chance and are always the same for a seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One of some, all of them alike. @param drawn from 0 to 1 */
export function pick<T>(drawn: number, choices: readonly T[]): T {
  const choice = choices[Math.floor(drawn * choices.length)]
  if (choice === undefined) throw new Error('nothing to choose from')
  return choice
}

/** Choices, each with how many of `whole` it is. */
export type Shares<T> = readonly (readonly [choice: T, share: number])[]

/** One of some, by their shares; undefined: none of them, where they are not all. @param drawn from 0 to 1 */
export function pickByShare<T>(drawn: number, shares: Shares<T>, whole: number): T | undefined {
  let left = drawn * whole
  return shares.find(([, share]) => (left -= share) < 0)?.[0]
}
