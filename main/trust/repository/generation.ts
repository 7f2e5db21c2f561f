/**
 * A generation: one publication as it lies in the store, whole and never changed.
 *
 * `metadata/` what tuf-js trusted, the starting point of the next update, and every root since the first, by which the
 * first vouches for the last · `targets/` the files to read
 *
 * It was checked when it came, and is again each time it is opened: whoever can write here could have changed any of it,
 * and what it is depends on its signatures alone.
 */
import { opendirSync } from 'node:fs'
import { join } from 'node:path'
import type { Damage } from '../damage.ts'
import { mostForeignNames, type TargetLimits } from '../limits.ts'
import { storeLayout } from './layout.ts'
import { Unverified, verifyPublication, type Publication } from './verify-publication.ts'

/** A publication under its name in the store. */
export interface Generation extends Publication {
  name: string
}

export const generationPaths = (store: string, name: string) => ({
  folder: join(store, name),
  metadata: join(store, name, 'metadata'),
  targets: join(store, name, 'targets'),
})

/** Names among a generation's targets that the authority did not list: nobody reads them, and somebody put them there. */
function foreignNames(folder: string, listed: ReadonlySet<string>): string[] {
  const names: string[] = []
  const entries = opendirSync(folder)
  try {
    for (let entry = entries.readSync(); entry && names.length < mostForeignNames; entry = entries.readSync()) {
      if (!listed.has(entry.name)) names.push(entry.name)
    }
  } finally {
    entries.closeSync()
  }
  return names.toSorted()
}

/** What came of opening a generation: it, and what lies about in it; or what of it does not verify. */
export type GenerationReading = { generation: Generation | null; damage: Damage[] }

/** Opens a generation and checks all of it. @param anchor the root that the checkpoint was set up with */
export function readGeneration(store: string, name: string, anchor: Buffer, limits: TargetLimits): GenerationReading {
  const paths = generationPaths(store, name)
  try {
    const publication = verifyPublication(anchor, storeLayout(paths.folder), limits)
    const foreign = foreignNames(paths.targets, new Set(publication.files.keys()))
    const damage = foreign.map((file): Damage => ({ code: 'unlisted', values: { file: `${name}/targets/${file}` } }))
    return { generation: { name, ...publication }, damage }
  } catch (error) {
    if (!(error instanceof Unverified)) throw error
    const { code, values } = error.damage
    return { generation: null, damage: [{ code, values: { ...values, file: `${name}/${String(values['file'])}` } }] }
  }
}
