/**
 * What a profile's trust hangs on: the root that it was set up with, or nothing, where its keys are copied by hand. Which
 * of the two it is must not depend on a file that anybody could remove.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { FileUnreadable, readForeignFileIfThere } from '../files/index.ts'
import type { Belief } from './belief.ts'
import type { Damage } from './damage.ts'
import { metadataLimits, trustTargetLimits } from './limits.ts'
import { readRoot, storeOwnsAnything, type FirstRoot } from './repository/index.ts'

/** `none`: a plain folder. `lost`: a signed repository whose root is gone, or is another one: nothing can be believed. */
export type Anchor = { kind: 'root'; root: FirstRoot } | { kind: 'none' } | { kind: 'lost'; damage: Damage }

export const rootFileName = 'root.json'

/** Where the publications of a repository lie. */
export const storeFolder = (folder: string): string => join(folder, 'store')

function lost(code: Damage['code']): Anchor {
  return { kind: 'lost', damage: { code, values: { file: rootFileName } } }
}

/** @param last what was believed last; null where that is not known, and only the folder itself can tell */
export function findAnchor(folder: string, last: Belief | null): Anchor {
  let bytes: Buffer | null
  try {
    bytes = readForeignFileIfThere(join(folder, rootFileName), metadataLimits.root)?.bytes ?? null
  } catch (error) {
    if (error instanceof FileUnreadable) return lost('root-unusable')
    throw error
  }
  if (!bytes) {
    const wasSigned = last ? last.from === 'repository' : storeOwnsAnything(storeFolder(folder))
    return wasSigned ? lost('root-missing') : { kind: 'none' }
  }
  const root = readRoot(bytes)
  if (!root) return lost('root-unusable')
  return last?.from === 'repository' && last.anchor !== root.fingerprint ? lost('root-changed') : { kind: 'root', root }
}

/** Files of a plain folder that lie beside a root: they look as if they were believed, and nobody reads them. */
export function filesBeside(folder: string): Damage[] {
  return [...trustTargetLimits.keys()]
    .filter((name) => existsSync(join(folder, name)))
    .map((file) => ({ code: 'unlisted', values: { file } }))
}
