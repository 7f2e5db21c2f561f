/**
 * The authority's own folder. Nothing of it is ever published but what lies in `working/` and `repository/`.
 *
 * ```
 * keys/<keyid>.json      private halves of the role keys, each sealed with the passphrase. Carry them on separate
 *                        sticks if several people are to sign: `--keys DIR` names further folders to look in.
 * issuers/<kid>.json     private halves of the keys that sign certificates, sealed likewise
 * issued.txt             every identifier that was ever given to a certificate; see results/ledger.ts
 * working/               what the next publication holds: keys.json, rules.json, value-sets.json, policy.json,
 *                        revocations.bin (any of them; other files stay here)
 * repository/metadata/   what was published: every root, and targets, snapshot and timestamp of each publication.
 *                        The newest root is where roles, keys and thresholds are kept.
 * ```
 */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { failure } from './failures.ts'
import { refuseLinkedFolder } from './plain-file.ts'

/** The most that is read at once of a list that an authority keeps for years, in bytes: JavaScript has no longer text. */
export const longestList = 2 ** 29 - 25

/** Paths in an authority's folder. */
export interface Home {
  folder: string
  keys: string
  issuers: string
  ledger: string
  working: string
  metadata: string
}

export function homeAt(folder: string): Home {
  return {
    folder,
    keys: join(folder, 'keys'),
    issuers: join(folder, 'issuers'),
    ledger: join(folder, 'issued.txt'),
    working: join(folder, 'working'),
    metadata: join(folder, 'repository', 'metadata'),
  }
}

/** Whether `init` has been run there. The first root is written last, so one that is there is complete. */
export function isAuthority(home: Home): boolean {
  return existsSync(join(home.metadata, '1.root.json'))
}

/** The authority in `--authority DIR`, else in `CHOT_AUTHORITY`, else in `chot-authority` here. */
export function homeFolder(option: string | undefined, env: Readonly<Record<string, string | undefined>>): string {
  return option ?? (env['CHOT_AUTHORITY'] || 'chot-authority')
}

/**
 * Whether what is written would stay in the authority's own folder.
 * @throws Failure `folder-is-link`
 */
export function refuseLinkedFolders({ keys, issuers, working, metadata }: Home): void {
  for (const folder of [keys, issuers, working, dirname(metadata), metadata]) refuseLinkedFolder(folder)
}

/**
 * An authority that exists, and keeps what it writes in its own folder.
 * @throws Failure `no-authority`, `folder-is-link`
 */
export function openHome(option: string | undefined, env: Readonly<Record<string, string | undefined>>): Home {
  const home = homeAt(homeFolder(option, env))
  if (!isAuthority(home)) throw failure('no-authority', { folder: home.folder })
  refuseLinkedFolders(home)
  return home
}
