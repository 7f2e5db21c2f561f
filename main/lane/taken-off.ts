/**
 * Whom the lane brought back from an earlier crossing and who was taken off again: nobody decides about them, and no entry would
 * say that somebody had typed a plate to see who was in that vehicle.
 */
import type { Traveller } from '../../shared/domain/crossing/crossing.ts'
import type { OpenCrossing } from '../../shared/domain/crossing/open-crossing.ts'
import type { Journal } from '../journal/index.ts'

const broughtBack = ({ travellers }: OpenCrossing) =>
  travellers.flatMap(({ evidence }) => evidence.filter((each) => each.kind === 'earlier'))

/** By the entry of the crossing that knew them. */
function takenOff(before: OpenCrossing, after: OpenCrossing): Map<number, Traveller[]> {
  const still = new Set(broughtBack(after).map(({ id }) => id))
  const gone = broughtBack(before).filter(({ id }) => !still.has(id))
  const from = Map.groupBy(gone, ({ crossing }) => crossing)
  return new Map(Array.from(from, ([seq, each]) => [seq, each.map(({ traveller }) => traveller)]))
}

/** Records that whoever is there has looked at those who were taken off. @param at epoch milliseconds */
export function recordTakenOff(
  { accesses }: Pick<Journal, 'accesses'>,
  [before, after]: readonly [OpenCrossing, OpenCrossing],
  at: number,
): void {
  for (const [seq, people] of takenOff(before, after)) accesses.opened(seq, people, at)
}
