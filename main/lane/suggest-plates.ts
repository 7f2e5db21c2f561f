/** Plates of today that a few typed characters may mean. */
import type { PlateSuggestion } from '../../shared/contract/crossing-schemas.ts'
import type { EarlierCrossing } from '../../shared/domain/crossing/repeats.ts'
import { mostSuggested } from '../../shared/domain/limits.ts'
import { readPlate } from '../../shared/domain/plate/plate.ts'

/** Fewer characters mean nearly any plate. */
const fewest = 2

/** The latest first, each plate once. @param crossings of today, newest first */
export function suggestPlates(text: string, crossings: readonly EarlierCrossing[]): PlateSuggestion[] {
  const typed = text
    .toUpperCase()
    .replaceAll('Đ', 'D')
    .replace(/[^\p{L}\p{N}]/gu, '')
  if (typed.length < fewest) return []
  const found = new Map<string, PlateSuggestion>()
  for (const { at, crossing } of crossings) {
    const plate = crossing.vehicle?.plate ?? null
    const key = plate === null ? null : readPlate(plate)?.key
    if (plate === null || !key || !key.includes(typed) || found.has(key)) continue
    found.set(key, { plate, at, direction: crossing.direction, people: crossing.travellers.length })
    if (found.size === mostSuggested) break
  }
  return [...found.values()]
}
