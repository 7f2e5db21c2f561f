/** Reads a store without writing to it, also while a kiosk updates it. */
import { basename } from 'node:path'
import type { Damage } from '../damage.ts'
import { mostGenerations, type TargetLimits } from '../limits.ts'
import { readGeneration, type Generation } from './generation.ts'
import { isStoreBarred, listPlausibleGenerations, listGenerations, pointerName, readPointer } from './pointer.ts'
import { isOlder, sayVersions, type Versions } from './versions.ts'

/** What a store is read against. */
export interface StoreMeasure {
  /** The root that the checkpoint was set up with. */
  anchor: Buffer
  /** What was believed last: nothing older counts. Null where that is not known. */
  last: Versions | null
  /** The generation that the same record names. */
  lastName?: string | null
  limits: TargetLimits
}

/** The generation that is believed, null where there is none, and what is wrong in the store. */
export interface StoreReading {
  current: Generation | null
  damage: Damage[]
}

/**
 * Which generations are asked, in order. The pointer is no more than where to look first: whoever can write here can set
 * it back, or lose it, and plant folders. So the one that the journal names comes next, which nothing can be planted in
 * front of, and then the newest that seem to be one. Without a pointer none was ever finished, unless it is known that one
 * was believed.
 */
function candidates(folder: string, pointed: readonly string[] | null, last: Versions | null, lastName: string | null) {
  const known = listGenerations(folder).filter((name) => name === lastName)
  const all = pointed === null || last !== null ? listPlausibleGenerations(folder) : []
  return [...new Set([...(pointed ?? []), ...known, ...all])].slice(0, mostGenerations)
}

/** Finds the generation to believe. */
export function readStore(folder: string, { anchor, last, lastName = null, limits }: StoreMeasure): StoreReading {
  const damage: Damage[] = isStoreBarred(folder) ? [{ code: 'store-barred', values: { file: basename(folder) } }] : []
  const pointed = readPointer(folder)
  if (pointed === null) damage.push({ code: 'pointer-unreadable', values: { file: pointerName } })
  for (const name of candidates(folder, pointed, last, lastName)) {
    const { generation, damage: found } = readGeneration(folder, name, anchor, limits)
    damage.push(...found)
    if (!generation) continue
    if (!last || !isOlder(generation.versions, last)) return { current: generation, damage }
    const values = { file: name, held: sayVersions(generation.versions), last: sayVersions(last) }
    damage.push({ code: 'set-back', values })
  }
  if (last && damage.length === 0) damage.push({ code: 'store-missing', values: { last: sayVersions(last) } })
  return { current: null, damage }
}

/** Whether a store holds anything, finished or not: where it does, a repository was believed there. */
export function storeOwnsAnything(folder: string): boolean {
  const pointed = readPointer(folder)
  return pointed === null || pointed.length > 0 || listGenerations(folder).length > 0
}
