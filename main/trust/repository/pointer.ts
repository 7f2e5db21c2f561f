/** `current.json`: the one file that says which generation is believed. It is only ever replaced, never written into. */
import { lstatSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { FileUnreadable, parseJsonBytes, readForeignFile, readForeignFileIfThere } from '../../files/index.ts'
import { largestPointer, metadataLimits, mostNamesLooked } from '../limits.ts'
import type { Disk } from './disk.ts'

const generationName = /^g[1-9]\d{0,8}$/
const name = v.pipe(v.string(), v.regex(generationName))
const pointerSchema = v.strictObject({ format: v.literal(1), current: name, previous: v.nullable(name) })

export const pointerName = 'current.json'
const pointerFile = (store: string): string => join(store, pointerName)
const numberOf = (generation: string): number => Number(generation.slice(1))

const isFolder = (path: string): boolean => {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
  } catch {
    // A link that leads to itself.
    return false
  }
}

/** Whether something else has the store's name: a file, a pipe, a link to nowhere. No store can be made there then. */
export function isStoreBarred(store: string): boolean {
  return !isFolder(store) && lstatSync(store, { throwIfNoEntry: false }) !== undefined
}

/** Names of the generations in a store, the newest first, finished or not. */
export function listGenerations(store: string): string[] {
  if (!isFolder(store)) return []
  return readdirSync(store)
    .filter((entry) => generationName.test(entry))
    .toSorted((a, b) => numberOf(b) - numberOf(a))
}

const timestampSchema = v.looseObject({ signed: v.looseObject({ _type: v.literal('timestamp'), version: v.number() }) })

/**
 * The newest generations that seem to be one: each begins with a timestamp that says that it is one. That costs little to
 * see, and keeps empty folders and heaps of anything from counting as what is then looked at in full.
 */
export function listPlausibleGenerations(store: string): string[] {
  return listGenerations(store)
    .slice(0, mostNamesLooked)
    .filter((generation) => {
      try {
        const { bytes } = readForeignFile(
          join(store, generation, 'metadata', 'timestamp.json'),
          metadataLimits.timestamp,
        )
        return v.is(timestampSchema, parseJsonBytes(bytes))
      } catch {
        return false
      }
    })
}

/** The name after the newest; where somebody has used the last name up, the first that is free. */
export function nextGeneration(store: string): string {
  const names = listGenerations(store)
  const after = `g${numberOf(names[0] ?? 'g0') + 1}`
  if (generationName.test(after)) return after
  const taken = new Set(names)
  let free = 1
  while (taken.has(`g${free}`)) free++
  return `g${free}`
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
  // A folder that was planted under the name cannot be replaced by a file; nothing in it is ours.
  if (lstatSync(pointerFile(store), { throwIfNoEntry: false })?.isDirectory()) await disk.remove(pointerFile(store))
  await disk.rename(next, pointerFile(store))
  await disk.syncFolder(store)
}
