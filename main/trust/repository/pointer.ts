/** `current.json`: the one file that says which generation is believed. It is only ever replaced, never written into. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { FileUnreadable, parseJsonBytes, readForeignFileIfThere } from '../../files/index.ts'
import { largestPointer } from '../limits.ts'
import type { Disk } from './disk.ts'

const generationName = /^g[1-9]\d{0,8}$/
const name = v.pipe(v.string(), v.regex(generationName))
const pointerSchema = v.strictObject({ format: v.literal(1), current: name, previous: v.nullable(name) })

export const pointerName = 'current.json'
const pointerFile = (store: string): string => join(store, pointerName)
const numberOf = (generation: string): number => Number(generation.slice(1))

/** Names of the generations in a store, the newest first, finished or not. */
export function listGenerations(store: string): string[] {
  if (!existsSync(store)) return []
  return readdirSync(store)
    .filter((entry) => generationName.test(entry))
    .toSorted((a, b) => numberOf(b) - numberOf(a))
}

/** The name after the newest. */
export function nextGeneration(store: string): string {
  return `g${numberOf(listGenerations(store)[0] ?? 'g0') + 1}`
}

/**
 * The generations that may be believed, the best first; none before the first was finished. Null: there is a pointer, and
 * it cannot be read.
 */
export function readPointer(store: string): string[] | null {
  try {
    const file = readForeignFileIfThere(pointerFile(store), largestPointer)
    if (!file) return []
    const { current, previous } = v.parse(pointerSchema, parseJsonBytes(file.bytes))
    return previous === null ? [current] : [current, previous]
  } catch (error) {
    if (error instanceof FileUnreadable || error instanceof v.ValiError) return null
    if (error instanceof SyntaxError || error instanceof TypeError) return null
    throw error
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
