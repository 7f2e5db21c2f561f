/** `current.json`: the one file that says which generation is believed. It is only ever replaced, never written into. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Disk } from './disk.ts'

const generationName = /^g[1-9]\d{0,8}$/
const name = v.pipe(v.string(), v.regex(generationName))
const pointerSchema = v.strictObject({ format: v.literal(1), current: name, previous: v.nullable(name) })

const pointerFile = (store: string): string => join(store, 'current.json')
const numberOf = (generation: string): number => Number(generation.slice(1))

/** Names of the generations in a store, the newest first, finished or not. */
export function listGenerations(store: string): string[] {
  return readdirSync(store)
    .filter((entry) => generationName.test(entry))
    .toSorted((a, b) => numberOf(b) - numberOf(a))
}

/** The name after the newest. */
export function nextGeneration(store: string): string {
  return `g${numberOf(listGenerations(store)[0] ?? 'g0') + 1}`
}

/**
 * The generations that may be believed, the best first. Without a pointer none was ever finished; one that is there
 * and cannot be read leaves all to be tried.
 */
export function readPointer(store: string): string[] {
  if (!existsSync(pointerFile(store))) return []
  try {
    const { current, previous } = v.parse(pointerSchema, JSON.parse(readFileSync(pointerFile(store), 'utf8')))
    return previous === null ? [current] : [current, previous]
  } catch {
    return listGenerations(store)
  }
}

/** Points to a generation. Before this returns a power cut leaves the old pointer or the new one, never a part. */
export async function writePointer(disk: Disk, store: string, current: string, previous: string | null): Promise<void> {
  const next = `${pointerFile(store)}.next`
  await disk.write(next, `${JSON.stringify({ format: 1, current, previous })}\n`)
  await disk.syncFile(next)
  await disk.rename(next, pointerFile(store))
  await disk.syncFolder(store)
}
