/** A real profile made in an empty folder, and what an interrupted set-up leaves. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { publicJwk } from '../../../../authority/signing-key.ts'
import { openSecrets } from '../../../../main/checkpoint/index.ts'
import { previewTrust } from '../../../../main/checkpoint/new/first-trust.ts'
import { beginProfile, finishProfile, type NewProfile } from '../../../../main/checkpoint/new/new-profile.ts'
import { readEntries } from '../../../../main/journal/index.ts'
import { profileState, readCheckpoint } from '../../../../main/profile/index.ts'
import { keyOf } from '../../../fixtures/certificates.ts'
import { emptyPlace, words } from '../../../fixtures/real-profile.ts'
import { day, start, testAuthority, type TestAuthority } from '../trust/repository/test-authority.ts'

const machine = { system: null, now: () => start }
const finishing = { from: null, now: () => start, log: () => undefined }
const bare: NewProfile = { checkpoint: words, trust: null, secret: { kept: 'open' } }

function authorityWithKeys(keys: object = {}): TestAuthority {
  const authority = testAuthority()
  const jwk = publicJwk(keyOf('EdDSA'), { issuer: 'Sở Y tế', country: 'VN' })
  authority.set('keys.json', { keys: [jwk], ...keys })
  authority.publish()
  return authority
}

async function codeOf(begun: ReturnType<typeof beginProfile>): Promise<string> {
  const answer = await begun
  if (!answer.ok) throw new Error(answer.said.en)
  return answer.recoveryCode
}

async function fingerprintOf({ stick }: TestAuthority): Promise<string> {
  const seen = await previewTrust({ from: stick, serverAuthority: null }, 'real', () => start)
  if (!seen.ok) throw new Error(seen.said.en)
  return seen.fingerprint
}

describe('a set-up', () => {
  test('makes a real profile with a kiosk of its own, the words that were said, and a journal', async () => {
    const [one, other] = [emptyPlace(), emptyPlace()]
    for (const place of [one, other]) {
      const code = await codeOf(beginProfile(place, bare, machine))
      expect(await finishProfile(place, code, finishing)).toEqual({ ok: true, place })
    }
    expect(readCheckpoint(one)).toEqual({
      ...words,
      mode: 'real',
      kiosk: expect.stringMatching(/^kiosk-[0-9a-f-]{36}$/),
    })
    expect(readCheckpoint(one).kiosk).not.toBe(readCheckpoint(other).kiosk)
    const secrets = openSecrets({ profile: one, passphrase: async () => null, missing: 'refuse', system: null })
    const [first] = readEntries(join(one, 'journal'), await secrets.journalKey())
    expect(first?.entry.kind).toBe('journal.begun')
  })

  test('is no profile before the recovery code is typed back, and says so to who would open it', async () => {
    const place = emptyPlace()
    await codeOf(beginProfile(place, bare, machine))
    expect(profileState(place).kind).toBe('set-up-begun')
    expect(existsSync(join(place, 'checkpoint.json'))).toBe(false)
  })

  test('wants the code itself typed back', async () => {
    const place = emptyPlace()
    const other = await codeOf(beginProfile(emptyPlace(), bare, machine))
    await codeOf(beginProfile(place, bare, machine))
    for (const typed of ['', 'nonsense', other])
      expect(await finishProfile(place, typed, finishing)).toMatchObject({ ok: false })
    expect(profileState(place).kind).toBe('set-up-begun')
  })

  test('that was interrupted is begun again from nothing, with another secret and another code', async () => {
    const place = emptyPlace()
    const first = await codeOf(beginProfile(place, bare, machine))
    const secret = readFileSync(join(place, 'secret.json'))
    const second = await codeOf(beginProfile(place, bare, machine))
    expect(readFileSync(join(place, 'secret.json'))).not.toEqual(secret)
    expect(await finishProfile(place, first, finishing)).toMatchObject({ ok: false })
    expect(await finishProfile(place, second, finishing)).toMatchObject({ ok: true })
  })

  test.each(['checkpoint.json', 'journal', 'letters.txt'])('touches no folder that holds %s', async (name) => {
    const place = emptyPlace()
    mkdirSync(place)
    writeFileSync(join(place, name), 'mine')
    expect(await beginProfile(place, bare, machine)).toMatchObject({ ok: false })
    expect(readdirSync(place)).toEqual([name])
    expect(readFileSync(join(place, name), 'utf8')).toBe('mine')
  })

  test('keeps the secret under a passphrase, where that was chosen', async () => {
    const place = emptyPlace()
    const code = await codeOf(
      beginProfile(place, { ...bare, secret: { kept: 'passphrase', passphrase: 'một câu dài' } }, machine),
    )
    await finishProfile(place, code, finishing)
    const ways = { profile: place, missing: 'refuse', system: null } as const
    await expect(openSecrets({ ...ways, passphrase: async () => null }).journalKey()).rejects.toMatchObject({
      code: 'PASSPHRASE_NEEDED',
    })
    expect(await openSecrets({ ...ways, passphrase: async () => 'một câu dài' }).journalKey()).toHaveLength(32)
  })

  test('leaves nothing where the system was to keep the secret and does not', async () => {
    const place = emptyPlace()
    expect(await beginProfile(place, { ...bare, secret: { kept: 'system' } }, machine)).toMatchObject({ ok: false })
    expect(readdirSync(place)).toEqual([])
  })
})

describe('the trust of a set-up', () => {
  test('is what the compared root vouches for, and the journal says where it came from', async () => {
    const authority = authorityWithKeys()
    const place = emptyPlace()
    const trust = { from: authority.stick, serverAuthority: null, fingerprint: await fingerprintOf(authority) }
    const code = await codeOf(beginProfile(place, { ...bare, trust }, machine))
    await finishProfile(place, code, { ...finishing, from: authority.stick })
    const secrets = openSecrets({ profile: place, passphrase: async () => null, missing: 'refuse', system: null })
    const kinds = [...readEntries(join(place, 'journal'), await secrets.journalKey())].map(({ entry }) => entry.kind)
    expect(kinds[0]).toBe('journal.begun')
    expect(kinds.slice(-2)).toEqual(['trust.believed', 'trust.updated'])
  })

  test('is refused before anything is written where the root is another than the one that was compared', async () => {
    const authority = authorityWithKeys()
    const place = emptyPlace()
    const trust = { from: authority.stick, serverAuthority: null, fingerprint: 'ab'.repeat(32) }
    expect(await beginProfile(place, { ...bare, trust }, machine)).toMatchObject({ ok: false })
    expect(existsSync(place)).toBe(false)
  })

  test('is refused, and nothing stays, where the publication is expired, for practice, or not there', async () => {
    const [old, practice] = [authorityWithKeys(), authorityWithKeys({ mode: 'practice' })]
    const late = { system: null, now: () => start + 31 * day }
    const [place, nowhere] = [emptyPlace(), emptyPlace()]
    const from = (folder: string) => ({ from: folder, serverAuthority: null, fingerprint: null })
    for (const begun of [
      beginProfile(place, { ...bare, trust: from(old.stick) }, late),
      beginProfile(place, { ...bare, trust: from(practice.stick) }, machine),
      beginProfile(place, { ...bare, trust: from(nowhere) }, machine),
    ])
      expect(await begun).toMatchObject({ ok: false, said: { en: expect.stringMatching(/\.$/) } })
    expect(existsSync(place) ? readdirSync(place) : []).toEqual([])
  })

  test('is shown before it is believed, with the fingerprint that the authority reads out', async () => {
    const { stick } = authorityWithKeys()
    const seen = await previewTrust({ from: stick, serverAuthority: null }, 'real', () => start)
    expect(seen).toMatchObject({
      ok: true,
      rootVersion: 1,
      keys: 1,
      fingerprint: expect.stringMatching(/^(?:[0-9a-f]{4} ){15}[0-9a-f]{4}$/),
    })
  })
})
