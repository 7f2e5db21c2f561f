/** The keys of roles and of issuers: added, moved, retired. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  addIssuerKey,
  listIssuerKeys,
  openIssuerKey,
  retireIssuerKey,
} from '../../../../authority/repository/issuer-keys.ts'
import { KeyRing } from '../../../../authority/repository/key-ring.ts'
import { readNewestRoot } from '../../../../authority/repository/metadata-file.ts'
import { signPublication } from '../../../../authority/repository/publish.ts'
import { addRoleKey, retireRoleKey } from '../../../../authority/repository/root.ts'
import { keyFromJwk } from '../../../../main/trust/index.ts'
import { start, testAuthority } from '../../main/trust/repository/test-authority.ts'
import { failureOf, keysOf, typedAgain } from './test-keys.ts'

describe('role keys', () => {
  test('may lie on a stick of their own', () => {
    const authority = testAuthority()
    const stick = join(authority.folder, 'key-stick')
    mkdirSync(stick)
    const { keyids } = keysOf(authority, 'timestamp')
    const name = `${keyids[0]}.json`
    writeFileSync(join(stick, name), readFileSync(join(authority.home.keys, name)))
    rmSync(join(authority.home.keys, name))
    const ring = new KeyRing([authority.home.keys, stick], typedAgain())
    expect(signPublication(authority.home, ring, start, 30).number).toBe(2)
  })

  test('are added with a new threshold', () => {
    const authority = testAuthority()
    const keyid = addRoleKey(authority.home, authority.ring, { role: 'targets', threshold: 2, now: start })
    expect(keysOf(authority, 'targets')).toMatchObject({ threshold: 2, keyids: [expect.any(String), keyid] })
  })

  test('are retired and destroyed', () => {
    const authority = testAuthority()
    const [retired] = keysOf(authority, 'root').keyids
    expect(retireRoleKey(authority.home, authority.ring, { keyid: retired!, now: start })).toBe('root')
    expect(keysOf(authority, 'root').keyids).not.toContain(retired)
    expect(existsSync(join(authority.home.keys, `${retired}.json`))).toBe(false)
    expect(JSON.stringify(readNewestRoot(authority.home.metadata).toJSON())).not.toContain(retired)
  })

  test('are not retired below their threshold', () => {
    const authority = testAuthority()
    const [only] = keysOf(authority, 'targets').keyids
    expect(failureOf(() => retireRoleKey(authority.home, authority.ring, { keyid: only!, now: start }))).toBe(
      'too-few-keys',
    )
    expect(readNewestRoot(authority.home.metadata).version).toBe(1)
  })

  test('of the old root and of the new one sign a change of root keys', () => {
    const authority = testAuthority()
    const old = readNewestRoot(authority.home.metadata)
    addRoleKey(authority.home, authority.ring, { role: 'root', threshold: 3, now: start })
    const { signatures } = JSON.parse(readFileSync(join(authority.home.metadata, '2.root.json'), 'utf8')) as {
      signatures: { keyid: string }[]
    }
    const signers = signatures.map(({ keyid }) => keyid)
    expect(signers).toEqual(expect.arrayContaining(old.roles['root']!.keyIDs))
    expect(signers).toEqual(expect.arrayContaining(keysOf(authority, 'root').keyids))
  })
})

describe('issuer keys', () => {
  const identity = { issuer: 'CDC Bắc Giang', country: 'VN', usage: ['test' as const] }

  test.each(['EdDSA', 'ES256'] as const)(
    'for %s are listed for checkpoints and open with the passphrase',
    (algorithm) => {
      const { home } = testAuthority()
      const made = addIssuerKey(home, typedAgain(), algorithm, identity)
      const [listed] = listIssuerKeys(home)
      expect(listed).toEqual({ kid: made.kid.toString('base64'), algorithm, issuer: 'CDC Bắc Giang', country: 'VN' })
      expect(openIssuerKey(home, typedAgain(), listed!.kid).publicKey.equals(made.publicKey)).toBe(true)
      const { keys } = JSON.parse(readFileSync(join(home.working, 'keys.json'), 'utf8')) as { keys: unknown[] }
      expect(keyFromJwk(keys[0])).toMatchObject({
        issuer: 'CDC Bắc Giang',
        country: 'VN',
        usage: ['test'],
        notAfter: null,
      })
    },
  )

  test('that are retired keep what they signed before good', () => {
    const { home } = testAuthority()
    const kid = addIssuerKey(home, typedAgain(), 'EdDSA', identity).kid.toString('base64')
    retireIssuerKey(home, kid, start)
    expect(listIssuerKeys(home)).toEqual([])
    const { keys } = JSON.parse(readFileSync(join(home.working, 'keys.json'), 'utf8')) as { keys: unknown[] }
    expect(keyFromJwk(keys[0])).toMatchObject({ notAfter: start })
  })
})
