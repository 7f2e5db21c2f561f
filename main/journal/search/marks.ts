/** Decision and direction of a crossing as one small number beside each of its terms, and the filters that pick by it. */
import { decisions, directions, type Decision, type Direction } from '../../../shared/domain/crossing/crossing.ts'

/** The mark of a crossing: 0, 1, 2, … */
export function markOf({ decision, direction }: { decision: Decision; direction: Direction }): number {
  return decisions.indexOf(decision) * directions.length + directions.indexOf(direction)
}

/** Which decisions and directions a search wants; null: any. */
export interface Filter {
  decision: Decision | null
  direction: Direction | null
}

/** The kinds of crossing that pass a filter. */
export function kindsWanted({ decision, direction }: Filter): { decision: Decision; direction: Direction }[] {
  const wantedDirections = direction === null ? directions : [direction]
  const wantedDecisions = decision === null ? decisions : [decision]
  return wantedDecisions.flatMap((one) => wantedDirections.map((other) => ({ decision: one, direction: other })))
}
