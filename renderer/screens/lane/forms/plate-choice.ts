/** Which plate is meant by a few typed characters, among those that came through today. */
import { readPlate } from '../../../../shared/domain/plate/plate.ts'

/**
 * What Enter takes at first: the first suggestion, unless a whole plate has been typed. `98A-1234` is a plate of its
 * own, and not the beginning of `98A-123.45`. @returns index of the suggestion; null: what was typed
 */
export function firstChoice(typed: string, plates: readonly string[]): number | null {
  const plate = readPlate(typed)
  if (plates.length === 0 || plate === null) return null
  const same = plates.findIndex((each) => readPlate(each)?.key === plate.key)
  if (same !== -1) return same
  return plate.kind === 'foreign' ? 0 : null
}

/** The choice one up or down of the present one; above the first stands what was typed. */
export function nextChoice(choice: number | null, step: -1 | 1, count: number): number | null {
  const next = (choice ?? -1) + step
  return next < 0 ? null : Math.min(next, count - 1)
}
