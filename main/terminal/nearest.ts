/** What somebody may have meant who typed a name that there is not. */

/** Longer words are no typing errors of a name, and comparing costs the product of both lengths. */
const longestWord = 40

/** How many letters were added, left out, changed or swapped with the next one (optimal string alignment). */
function distance(one: string, other: string): number {
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let at = 1; at <= one.length; at++) {
    const next = [at]
    for (let to = 1; to <= other.length; to++) {
      const same = one[at - 1] === other[to - 1]
      const swapped = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]
      next[to] = Math.min(
        row[to]! + 1,
        next[to - 1]! + 1,
        row[to - 1]! + (same ? 0 : 1),
        swapped ? before[to - 2]! + 1 : Infinity,
      )
    }
    before = row
    row = next
  }
  return row[other.length]!
}

/** The name that is nearest to what was typed; null where none is near: a third of its letters may be wrong. */
export function nearest(typed: string, names: readonly string[]): string | null {
  if (typed.length > longestWord) return null
  const [best] = names
    .map((name) => ({ name, far: distance(typed.toLowerCase(), name) }))
    .filter(({ name, far }) => far <= Math.max(1, name.length / 3))
    .toSorted((a, b) => a.far - b.far)
  return best?.name ?? null
}
