/**
 * What a profile believes, read without writing: for programs that look while a kiosk may be at work in the same
 * folder. `TrustKeeper` clears away what a cut-off update left, and measures by the journal; here nothing is touched, and
 * only signatures are asked.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Mode } from '../../shared/domain/mode.ts'
import { filesBeside, findAnchor, storeFolder } from './anchor.ts'
import { auditKeys, type RefusedKey } from './keys/audit-keys.ts'
import type { Damage } from './damage.ts'
import { trustTargetLimits } from './limits.ts'
import { storeFrom } from './read-trust.ts'
import { readStore, type Generation } from './repository/index.ts'
import { readTrustFiles } from './trust-files.ts'
import { storeOrNothing } from './trust-keeper.ts'
import { trustStore, type TrustStore } from './trust-store.ts'

/**
 * What is believed and where it comes from: a `folder` that somebody copies, the `repository` of an authority (with
 * the publication held, null before the first), or `nothing` where the profile has not been set up.
 */
export type Believed = { store: TrustStore; refused: readonly RefusedKey[]; damage: readonly Damage[] } & (
  | { from: 'folder' | 'nothing' }
  | { from: 'repository'; generation: Generation | null }
)

/** Files that say nothing without the keys that they are for. */
function withoutKeys(folder: string): Damage[] {
  const names = [...trustTargetLimits].map(([name]) => name)
  const file = names.find((name) => existsSync(join(folder, name)))
  return file === undefined ? [] : [{ code: 'keys-missing', values: { file } }]
}

/**
 * Reads a profile's trust folder.
 * @param mode of the profile whose it is; null: nobody's
 * @throws TrustUnreadable where a plain folder cannot be used
 */
export function readBelieved(folder: string, mode: Mode | null): Believed {
  const anchor = findAnchor(folder, null)
  switch (anchor.kind) {
    case 'lost':
      return { from: 'repository', store: trustStore(), refused: [], generation: null, damage: [anchor.damage] }
    case 'root': {
      const measure = { anchor: anchor.root.json, last: null, limits: trustTargetLimits }
      const { current, damage } = readStore(storeFolder(folder), measure)
      const { store, damage: unusable } = storeOrNothing(current, mode)
      const refused = current && unusable.length === 0 ? auditKeys(current.files) : []
      const found = [...damage, ...filesBeside(folder), ...unusable]
      return { from: 'repository', store, refused, generation: current, damage: found }
    }
    case 'none': {
      if (!existsSync(join(folder, 'keys.json'))) {
        return { from: 'nothing', store: trustStore(), refused: [], damage: withoutKeys(folder) }
      }
      const files = readTrustFiles(folder)
      return { from: 'folder', store: storeFrom(files, mode), refused: auditKeys(files), damage: [] }
    }
  }
}
