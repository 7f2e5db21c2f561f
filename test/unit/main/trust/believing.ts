/** A checkpoint that believes an authority's publications, and its journal, opened and closed as a kiosk does. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { publicJwk } from '../../../../authority/signing-key.ts'
import { Journal } from '../../../../main/journal/index.ts'
import { folderSource, openTrust, recordBelief, type TrustKeeper } from '../../../../main/trust/index.ts'
import defaults from '../../../../shared/rules/policies/program-default.json' with { type: 'json' }
import { keyOf } from '../../../fixtures/certificates.ts'
import { secrets } from '../../../fixtures/secrets.ts'
import { start, testAuthority, type TestAuthority } from './repository/test-authority.ts'

export const jwk = publicJwk(keyOf('EdDSA'), { issuer: 'Sở Y tế', country: 'VN' })
export const strangersKey = publicJwk(keyOf('ES256'), { issuer: 'Ai đó', country: 'VN' })
/** Accepts every result, a positive one too. */
export const laxRules = { ...defaults, policy: 'lax', rules: [] }

/** A checkpoint's trust folder and its journal, opened and closed as a kiosk does. */
export class Checkpoint {
  readonly authority: TestAuthority = testAuthority()
  readonly trust: string
  readonly journalFolder: string

  constructor() {
    const profile = mkdtempSync(join(tmpdir(), 'chot-trust-record-'))
    onTestFinished(() => rmSync(profile, { recursive: true, force: true }))
    this.trust = join(profile, 'trust')
    this.journalFolder = join(profile, 'journal')
    cpSync(this.authority.home.metadata, join(profile, 'roots'), { recursive: true })
    execFileSync('mkdir', [this.trust])
    copyFileSync(join(profile, 'roots', '1.root.json'), join(this.trust, 'root.json'))
  }

  /** Opens, does something with what is believed, and closes. */
  async opened<T>(act: (keeper: TrustKeeper, journal: Journal) => T | Promise<T>): Promise<T> {
    const journal = await Journal.open({
      folder: this.journalFolder,
      kiosk: 'kiosk-1',
      secrets,
      log: () => undefined,
    })
    try {
      return await act(await openTrust({ folder: this.trust, mode: 'real' }, journal, () => start), journal)
    } finally {
      journal.close()
    }
  }

  /** Takes what the authority published last. */
  update(stick = this.authority.stick) {
    return this.opened(async (keeper, journal) => {
      const outcome = await keeper.update(folderSource(stick))
      recordBelief(journal, keeper, start)
      return outcome
    })
  }

  publish(edition: number, keys: readonly object[] = [jwk]): void {
    this.authority.set('keys.json', { keys, edition })
    this.authority.publish(start + edition * 1000)
  }

  /** What the next opening believes and says. */
  next() {
    return this.opened((keeper) => ({
      keys: keeper.store.keys.size,
      codes: keeper.damage.map(({ code }) => code),
      files: keeper.damage.map(({ values }) => values['file']),
      store: keeper.store,
    }))
  }

  store(...path: string[]): string {
    return join(this.trust, 'store', ...path)
  }
}

export async function believing(...editions: number[]): Promise<Checkpoint> {
  const checkpoint = new Checkpoint()
  for (const edition of editions) {
    checkpoint.publish(edition)
    await checkpoint.update()
  }
  return checkpoint
}
