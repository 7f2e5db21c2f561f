/** Two calls measured against each other: in turn, the first to go changing from round to round. */

const rounds = 20
const warmUpRounds = 4
const millisecondsEach = 200

/** How two calls compare. */
export interface Contest {
  /** Calls a second, medians. */
  ours: number
  theirs: number
  /** Median of the rounds' ratios, which hold when the machine's speed drifts. */
  ratio: number
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Calls `once` with 0 to `cases` - 1, over and over, for about `millisecondsEach`; answers calls a second. */
async function rate(once: (index: number) => unknown, cases: number): Promise<number> {
  const begin = performance.now()
  let calls = 0
  let elapsed = 0
  do {
    for (let index = 0; index < cases; index++) {
      const answer = once(index)
      if (answer instanceof Promise) await answer
    }
    calls += cases
    elapsed = performance.now() - begin
  } while (elapsed < millisecondsEach)
  return (calls / elapsed) * 1000
}

/** Measures both over `cases` cases. */
export async function compete(
  ours: (index: number) => unknown,
  theirs: (index: number) => unknown,
  cases: number,
): Promise<Contest> {
  const rates: { ours: number; theirs: number }[] = []
  for (let round = -warmUpRounds; round < rounds; round++) {
    const oursFirst = round % 2 === 0
    const first = await rate(oursFirst ? ours : theirs, cases)
    const second = await rate(oursFirst ? theirs : ours, cases)
    if (round >= 0) rates.push(oursFirst ? { ours: first, theirs: second } : { ours: second, theirs: first })
  }
  return {
    ours: Math.round(median(rates.map((each) => each.ours))),
    theirs: Math.round(median(rates.map((each) => each.theirs))),
    ratio: Number(median(rates.map((each) => each.ours / each.theirs)).toFixed(3)),
  }
}
