/** An authority and a checkpoint's store for one test, in a folder of their own. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { homeAt, type Home } from '../../../../../authority/repository/home.ts'
import { KeyRing } from '../../../../../authority/repository/key-ring.ts'
import { mirrorPublication } from '../../../../../authority/repository/mirror.ts'
import { Passphrase } from '../../../../../authority/repository/passphrase.ts'
import { signPublication } from '../../../../../authority/repository/publish.ts'
import { makeFirstRoot, usualPlan, type RolePlan } from '../../../../../authority/repository/root.ts'
import type { Role } from '../../../../../authority/repository/role-key.ts'
import {
  TrustRepository,
  folderSource,
  type TrustRepositoryOptions,
} from '../../../../../main/trust/repository/index.ts'

export const day = 86_400_000
export const testPassphrase = 'mật khẩu của bài kiểm tra'
export const start = Date.parse('2026-11-22T07:00:00Z')

export interface TestAuthority {
  folder: string
  home: Home
  ring: KeyRing
  /** Where publications go. */
  stick: string
  /** Puts a file into the next publication. */
  set: (name: string, content: unknown) => void
  publish: (at?: number, days?: number) => void
  /** A copy of the stick as it is now. */
  copyOfStick: (name: string) => string
}

/** Makes an authority that has published `keys.json` once. */
export function testAuthority(plan: Partial<Record<Role, RolePlan>> = {}, rootDays = 365): TestAuthority {
  const folder = mkdtempSync(join(tmpdir(), 'chot-trust-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const home = homeAt(join(folder, 'authority'))
  // A cost that costs nothing: how passphrases are stretched is tested elsewhere.
  const ring = new KeyRing([home.keys], new Passphrase(testPassphrase, 16))
  for (const each of [home.working, home.metadata]) mkdirSync(each, { recursive: true })
  makeFirstRoot(home, ring, { ...usualPlan, ...plan }, start, rootDays)
  const stick = join(folder, 'stick')
  const authority: TestAuthority = {
    folder,
    home,
    ring,
    stick,
    set: (name, content) =>
      writeFileSync(join(home.working, name), Buffer.isBuffer(content) ? content : JSON.stringify(content)),
    publish: (at = start, days = 30) => mirrorPublication(home, signPublication(home, ring, at, days), stick),
    copyOfStick: (name) => {
      const copy = join(folder, name)
      cpSync(stick, copy, { recursive: true })
      return copy
    },
  }
  authority.set('keys.json', { keys: [], edition: 1 })
  authority.publish()
  return authority
}

/** Opens a checkpoint's store that was set up with an authority's first root. */
export function openStore(
  authority: TestAuthority,
  options: Partial<TrustRepositoryOptions> = {},
): Promise<TrustRepository> {
  return TrustRepository.open({
    folder: join(authority.folder, 'store'),
    anchor: readFileSync(join(authority.home.metadata, '1.root.json')),
    last: null,
    now: () => start,
    accept: () => ({ accepted: true }),
    ...options,
  })
}

/** Opens a store and takes what is on the stick; fails the test where that is refused. */
export async function storeWithFirst(
  authority: TestAuthority,
  options: Partial<TrustRepositoryOptions> = {},
): Promise<TrustRepository> {
  const store = await openStore(authority, options)
  const answer = await store.update(folderSource(authority.stick))
  if (answer.outcome !== 'updated') throw new Error(`not updated: ${JSON.stringify(answer)}`)
  return store
}

/** The `edition` of the keys.json that a store believes. */
export function edition(store: TrustRepository): number | null {
  const keys = store.current?.files.get('keys.json')
  return keys ? (JSON.parse(keys.bytes.toString('utf8')) as { edition: number }).edition : null
}
