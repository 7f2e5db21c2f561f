/** What the authority publishes, and what it refuses to. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DownloadHTTPError } from 'tuf-js/dist/error.js'
import { BaseFetcher, Updater } from 'tuf-js'
import { describe, expect, onTestFinished, test } from 'vitest'
import { addIssuerKey } from '../../../../authority/repository/issuer-keys.ts'
import { KeyRing } from '../../../../authority/repository/key-ring.ts'
import { checkDestination } from '../../../../authority/repository/mirror.ts'
import { Passphrase } from '../../../../authority/repository/passphrase.ts'
import { signPublication } from '../../../../authority/repository/publish.ts'
import { addRoleKey, renewRoot } from '../../../../authority/repository/root.ts'
import { day, start, testAuthority, type TestAuthority } from '../../main/trust/repository/test-authority.ts'
import { failureOf, keysOf, typedAgain } from './test-keys.ts'

const allFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** tuf-js as anybody would use it, reading a folder. */
class FolderFetcher extends BaseFetcher {
  private readonly folder: string
  constructor(folder: string) {
    super()
    this.folder = folder
  }
  fetch(url: string) {
    const file = join(this.folder, new URL(url).pathname)
    if (!existsSync(file)) return Promise.reject(new DownloadHTTPError('missing', 404))
    return Promise.resolve(new Blob([readFileSync(file)]).stream())
  }
}

describe('a publication', () => {
  test('is read by tuf-js’s own client', async () => {
    const authority = testAuthority()
    const client = mkdtempSync(join(tmpdir(), 'chot-tuf-js-'))
    onTestFinished(() => rmSync(client, { recursive: true, force: true }))
    writeFileSync(join(client, 'root.json'), readFileSync(join(authority.stick, 'metadata', '1.root.json')))
    addRoleKey(authority.home, authority.ring, { role: 'root', now: Date.now() })
    authority.publish(Date.now())
    const updater = new Updater({
      metadataDir: client,
      metadataBaseUrl: 'https://trust.example/metadata',
      targetDir: client,
      targetBaseUrl: 'https://trust.example/targets',
      fetcher: new FolderFetcher(authority.stick),
    })
    await updater.refresh()
    const target = await updater.getTargetInfo('keys.json')
    const file = await updater.downloadTarget(target!)
    expect(readFileSync(file)).toEqual(readFileSync(join(authority.home.working, 'keys.json')))
    expect(
      (JSON.parse(readFileSync(join(client, 'root.json'), 'utf8')) as { signed: { version: number } }).signed.version,
    ).toBe(2)
  })

  test('has times in whole seconds and every root since the first', () => {
    const authority = testAuthority()
    renewRoot(authority.home, authority.ring, start + 1234)
    authority.publish(start + 1234)
    const { signed } = JSON.parse(readFileSync(join(authority.stick, 'metadata', 'timestamp.json'), 'utf8')) as {
      signed: { expires: string }
    }
    expect(signed.expires).toBe('2026-12-22T07:00:01Z')
    expect(readdirSync(join(authority.stick, 'metadata'))).toEqual(
      expect.arrayContaining(['1.root.json', '2.root.json']),
    )
  })

  test('of the same targets at the same time by the same keys is the same, byte for byte', () => {
    const one = testAuthority()
    const again = (authority: TestAuthority) => {
      for (const name of ['1.targets.json', '1.snapshot.json', 'timestamp.json'])
        rmSync(join(authority.home.metadata, name))
      signPublication(authority.home, authority.ring, start, 30)
      return readFileSync(join(authority.home.metadata, 'timestamp.json'), 'utf8')
    }
    expect(again(one)).toBe(again(one))
  })

  test('brings no private key, sealed or not', () => {
    const authority = testAuthority()
    addIssuerKey(authority.home, typedAgain(), 'EdDSA', { issuer: 'CDC', country: 'VN', usage: ['test'] })
    authority.publish()
    for (const file of allFiles(authority.stick))
      expect(readFileSync(file, 'latin1')).not.toMatch(/"d"|scrypt|sealed|PRIVATE/)
  })

  test('leaves only itself and the one before on a stick, however many there were', () => {
    const authority = testAuthority()
    for (const next of [2, 3, 4]) {
      authority.set('keys.json', { keys: [], edition: next })
      authority.publish()
    }
    expect(readdirSync(join(authority.stick, 'metadata')).toSorted((a, b) => a.localeCompare(b))).toEqual([
      '1.root.json',
      '3.snapshot.json',
      '3.targets.json',
      '4.snapshot.json',
      '4.targets.json',
      'timestamp.json',
    ])
    expect(readdirSync(join(authority.stick, 'targets'))).toHaveLength(2)
  })

  test('touches no other file on the stick', () => {
    const authority = testAuthority()
    for (const name of ['photo.jpg', 'targets/notes.txt', 'metadata/notes.txt'])
      writeFileSync(join(authority.stick, name), 'mine')
    authority.publish()
    authority.publish()
    for (const name of ['photo.jpg', 'targets/notes.txt', 'metadata/notes.txt'])
      expect(existsSync(join(authority.stick, name))).toBe(true)
  })

  test('that was broken off on the way to the stick never gives its number to another', () => {
    const authority = testAuthority()
    const lost = signPublication(authority.home, authority.ring, start, 30)
    const next = signPublication(authority.home, authority.ring, start, 30)
    expect([lost.number, next.number]).toEqual([2, 3])
  })
})

describe('publishing is refused', () => {
  test.each([
    ['keys.json', { keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'short' }] }],
    ['keys.json', { keys: 'none' }],
    ['keys.json', Buffer.from('{')],
    ['rules.json', { format: 1 }],
    ['rules.json', []],
    ['value-sets.json', [{ valueSetId: '' }]],
    ['policy.json', { format: 2 }],
    ['revocations.bin', Buffer.from('anything else')],
  ])('when no checkpoint could use %s: %o', (name, content) => {
    const authority = testAuthority()
    authority.set(name, content)
    expect(failureOf(() => authority.publish())).toBe('target-unusable')
  })

  test('into the authority’s own folder, below it, or above it', () => {
    const { home, folder } = testAuthority()
    for (const destination of [home.folder, join(home.folder, 'usb'), folder])
      expect(failureOf(() => checkDestination(home, destination))).toBe('publishing-into-itself')
  })

  test('onto the repository of another authority', () => {
    const other = testAuthority()
    expect(failureOf(() => checkDestination(testAuthority().home, other.stick))).toBe('foreign-repository')
  })

  test('onto a newer publication, from an old copy of the authority’s folder', () => {
    const authority = testAuthority()
    authority.publish()
    for (const name of ['2.targets.json', '2.snapshot.json']) rmSync(join(authority.home.metadata, name))
    expect(failureOf(() => checkDestination(authority.home, authority.stick))).toBe('newer-repository')
  })

  test('under a root that has expired', () => {
    const authority = testAuthority({}, 10)
    expect(failureOf(() => authority.publish(start + 11 * day))).toBe('root-expired')
  })

  test('without enough keys at hand', () => {
    const authority = testAuthority({ targets: { keys: 2, threshold: 2 } })
    const { keyids } = keysOf(authority, 'targets')
    rmSync(join(authority.home.keys, `${keyids[0]}.json`))
    expect(failureOf(() => authority.publish())).toBe('keys-missing')
  })

  test('with a wrong passphrase', () => {
    const { home } = testAuthority()
    const ring = new KeyRing([home.keys], new Passphrase('another', 16))
    expect(failureOf(() => signPublication(home, ring, start, 30))).toBe('wrong-passphrase')
  })
})
