/** A practice day before it is played: when which passage is at the bar, from its first code to its decision, and when shifts end. */
import { pickByShare, type Shares } from './chance.ts'
import type { Passage } from './passage.ts'

const hour = 3_600_000

/** How many of a hundred crossings come in each hour: few at night, most when people go to work and home. */
const byHour: Shares<number> = [1, 1, 1, 1, 2, 4, 7, 9, 7, 5, 5, 5, 4, 4, 5, 5, 6, 8, 7, 4, 3, 3, 2, 1].map(
  (share, begun) => [begun, share],
)

/** When shifts end, in hours of the day. */
const shiftEnds = [6, 14, 22] as const

/** Moments of a day, in order, all of them different. @param midnight epoch milliseconds */
export function dayMoments(count: number, midnight: number, draw: () => number): number[] {
  const moments = Array.from({ length: count }, () => {
    const begun = pickByShare(draw(), byHour, 100) ?? 0
    return midnight + Math.floor((begun + draw()) * hour)
  }).toSorted((one, other) => one - other)
  for (let index = 1; index < count; index++)
    moments[index] = Math.max(moments[index] ?? 0, (moments[index - 1] ?? 0) + 1)
  return moments
}

/** A passage at the bar: nobody else is there from its first code until it is decided. */
export interface AtTheBar {
  passage: Passage
  /** When its first code is scanned; it is decided at its own instant. */
  begins: number
}

/** Those of a day, one behind the other: whoever waits for the one before begins when that is over, and is done sooner. */
export function oneByOne(passages: readonly Passage[], midnight: number): AtTheBar[] {
  let free = midnight
  return passages
    .toSorted((one, other) => one.at - other.at)
    .map((passage) => {
      const begins = Math.min(Math.max(passage.at - passage.takes, free), passage.at)
      free = passage.at + 1
      return { passage, begins }
    })
}

/** When each code of a passage is scanned: the first as it begins, and none as late as its decision where it takes any time. */
export const scanTimes = ({ passage: { at, scans }, begins }: AtTheBar): number[] =>
  scans.map((_, index) => begins + Math.floor(((at - begins) * index) / scans.length))

/** When shifts end: on the hour, or as soon as whoever stands there then is decided. A shift is not closed over a crossing. */
export function shiftEndsOf(atTheBar: readonly AtTheBar[], midnight: number): number[] {
  return shiftEnds.map((end) => {
    const due = midnight + end * hour
    const there = atTheBar.find(({ passage: { at }, begins }) => begins < due && due <= at)
    return there ? there.passage.at + 1 : due
  })
}
