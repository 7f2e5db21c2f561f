import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Journal } from '../../../../main/journal/index.ts'
import { strangers } from '../../../fixtures/strangers.ts'
import { openSecrets, type SystemSeal } from '../../../../main/shell/index.ts'
import { sealWithPassphrase } from '../../../../main/checkpoint/secret/passphrase-seal.ts'

const newProfile = (): string => mkdtempSync(join(tmpdir(), 'chot-secrets-'))
const fileIn = (profile: string): string => join(profile, 'secret.json')

function secretsOf(profile: string, ways: { said?: string; system?: SystemSeal; chosen?: string; refuse?: true } = {}) {
  return openSecrets({
    profile,
    passphrase: async () => ways.said ?? null,
    missing: ways.refuse ? 'refuse' : { makeWith: ways.chosen ?? null },
    system: ways.system ?? null,
  })
}

/** A system that turns a text around. */
const system: SystemSeal = {
  seal: async (text) => Buffer.from(text.split('').toReversed().join('')),
  unseal: async (sealed) => Buffer.from(sealed).toString().split('').toReversed().join(''),
}

test('the first start makes a key file that its owner alone may read, and the next finds the same keys', async () => {
  const profile = newProfile()
  const key = await secretsOf(profile).journalKey()
  expect(key).toHaveLength(32)
  expect(statSync(fileIn(profile)).mode & 0o777).toBe(0o600)
  expect(await secretsOf(profile).journalKey()).toEqual(key)
})

test('no two profiles and no two purposes have the same key', async () => {
  const [one, other] = [secretsOf(newProfile()), secretsOf(newProfile())]
  expect(await one.journalKey()).not.toEqual(await other.journalKey())
  expect(await one.journalKey()).not.toEqual(await one.kioskKey())
})

test('a key file that others may read is closed to them', async () => {
  const profile = newProfile()
  await secretsOf(profile).journalKey()
  chmodSync(fileIn(profile), 0o644)
  await secretsOf(profile).journalKey()
  expect(statSync(fileIn(profile)).mode & 0o777).toBe(0o600)
})

test.each(strangers)('%s in the place of the key file is not waited for, and is not its secret', async (_what, put) => {
  const profile = newProfile()
  const there = put(fileIn(profile))
  await expect(secretsOf(profile).journalKey()).rejects.toMatchObject({ code: 'SECRET_UNREADABLE' })
  if (there !== null) expect(readFileSync(there, 'utf8')).toBe('theirs')
})

test('a secret under a passphrase lies nowhere in the file, and comes back with the passphrase alone', async () => {
  const profile = newProfile()
  const key = await secretsOf(profile, { chosen: 'mật khẩu dài' }).journalKey()
  expect(JSON.parse(readFileSync(fileIn(profile), 'utf8'))).toMatchObject({ kept: 'passphrase', cost: 2 ** 17 })
  expect(await secretsOf(profile, { said: 'mật khẩu dài' }).journalKey()).toEqual(key)
  await expect(secretsOf(profile, { said: 'mật khẩu dàj' }).journalKey()).rejects.toMatchObject({
    code: 'PASSPHRASE_WRONG',
  })
  await expect(secretsOf(profile).journalKey()).rejects.toMatchObject({ code: 'PASSPHRASE_NEEDED' })
})

test('a passphrase may be typed with marks composed or not', async () => {
  const profile = newProfile()
  const sealed = await sealWithPassphrase(new Uint8Array(32), 'mật'.normalize('NFD'), 2 ** 14)
  writeFileSync(fileIn(profile), JSON.stringify(sealed))
  await expect(secretsOf(profile, { said: 'mật'.normalize('NFC') }).journalKey()).resolves.toHaveLength(32)
})

test('a secret that the system sealed comes back through the system, and is refused without it', async () => {
  const profile = newProfile()
  const key = await secretsOf(profile, { system }).journalKey()
  expect(JSON.parse(readFileSync(fileIn(profile), 'utf8'))).toMatchObject({ kept: 'system' })
  expect(await secretsOf(profile, { system }).journalKey()).toEqual(key)
  await expect(secretsOf(profile).journalKey()).rejects.toMatchObject({ code: 'SECRET_SEALED' })
})

test('a system that cannot seal leaves an open key file', async () => {
  const profile = newProfile()
  await secretsOf(profile, { system: { ...system, seal: async () => null } }).journalKey()
  expect(JSON.parse(readFileSync(fileIn(profile), 'utf8'))).toMatchObject({ kept: 'open' })
})

test('whoever only reads makes no key', async () => {
  const profile = newProfile()
  await expect(secretsOf(profile, { refuse: true }).journalKey()).rejects.toMatchObject({ code: 'SECRET_NOT_MADE' })
  expect(statSync(fileIn(profile), { throwIfNoEntry: false })).toBeUndefined()
})

test('a key file that is missing beside a journal is missing, and no new one is made', async () => {
  const profile = newProfile()
  const open = () =>
    Journal.open({
      folder: join(profile, 'journal'),
      kiosk: 'kiosk-1',
      secrets: secretsOf(profile),
      log: () => undefined,
    })
  ;(await open()).close()
  const kept = readFileSync(fileIn(profile))
  rmSync(fileIn(profile))
  await expect(open()).rejects.toMatchObject({ code: 'SECRET_MISSING' })
  expect(statSync(fileIn(profile), { throwIfNoEntry: false })).toBeUndefined()
  writeFileSync(fileIn(profile), kept)
  ;(await open()).close()
})

test.each(['', '{}', '{"kept":"open"}', '{"kept":"open","secret":"AAAA"}', '{"kept":"passphrase","cost":3}'])(
  'a key file that holds %j is refused and not replaced',
  async (text) => {
    const profile = newProfile()
    writeFileSync(fileIn(profile), text)
    await expect(secretsOf(profile).journalKey()).rejects.toMatchObject({ code: 'SECRET_UNREADABLE' })
    expect(readFileSync(fileIn(profile), 'utf8')).toBe(text)
  },
)
