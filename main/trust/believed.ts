/**
 * What a profile believes, read without writing: for programs that look while a kiosk may be at work in the same
 * folder. `TrustKeeper` clears away what a cut-off update left; here nothing is touched.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { auditKeys, readTrust, type RefusedKey } from './read-trust.ts'
import { readStore, type Generation } from './repository/index.ts'
import { storeOf } from './trust-keeper.ts'
import { trustStore, type TrustStore } from './trust-store.ts'

/**
 * What is believed and where it comes from: a `folder` that somebody copies, the `repository` of an authority (with
 * the publication held, null before the first), or `nothing` where the profile has not been set up.
 */
export type Believed = { store: TrustStore; refused: readonly RefusedKey[] } & (
  | { from: 'folder' | 'nothing' }
  | { from: 'repository'; generation: Generation | null; damage: readonly string[] }
)

/**
 * Reads a profile's trust folder.
 * @throws TrustUnreadable
 */
export function readBelieved(folder: string): Believed {
  if (existsSync(join(folder, 'root.json'))) {
    const { current, damage } = readStore(join(folder, 'store'))
    const refused = current ? auditKeys(current.targets) : []
    return { from: 'repository', store: storeOf(current), refused, generation: current, damage }
  }
  if (!existsSync(join(folder, 'keys.json'))) return { from: 'nothing', store: trustStore(), refused: [] }
  return { from: 'folder', store: readTrust(folder), refused: auditKeys(folder) }
}
