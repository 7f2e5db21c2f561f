/** Reads a store without writing to it, also while a kiosk updates it. */
import { existsSync } from 'node:fs'
import { readGeneration, type Generation } from './generation.ts'
import { readPointer } from './pointer.ts'

/** The generation that a start would believe, null where there is none, and what is wrong with those before it. */
export function readStore(folder: string): { current: Generation | null; damage: string[] } {
  const damage: string[] = []
  for (const name of existsSync(folder) ? readPointer(folder) : []) {
    const answer = readGeneration(folder, name)
    if (answer.ok) return { current: answer.generation, damage }
    damage.push(answer.why)
  }
  return { current: null, damage }
}
