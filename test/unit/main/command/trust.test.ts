/** `chot trust init`, `update` and `show`. */
import { execFileSync } from 'node:child_process'
import { createHash, generateKeyPairSync } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { canonicalize } from '@tufjs/canonical-json'
import { publicJwk } from '../../../../authority/signing-key.ts'
import { Journal, readEntries } from '../../../../main/journal/index.ts'
import { codeOf, keyOf } from '../../../fixtures/certificates.ts'
import { privateServer } from '../../../fixtures/private-server.ts'
import { journalKey, keepSecret, secrets } from '../../../fixtures/secrets.ts'
import { day, start, testAuthority, type TestAuthority } from '../trust/repository/test-authority.ts'
import { runCommand, type Ran } from './run-command.ts'

const jwk = publicJwk(keyOf('EdDSA'), { issuer: 'Sở Y tế', country: 'VN' })

/** A profile that somebody has named, and nothing else. */
function newProfile(mode: 'practice' | 'real' = 'real'): string {
  const profile = mkdtempSync(join(tmpdir(), 'chot-profile-'))
  onTestFinished(() => rmSync(profile, { recursive: true, force: true }))
  const checkpoint = { kiosk: 'kiosk-1', name: 'Chốt 1', lane: '1', mode }
  writeFileSync(join(profile, 'checkpoint.json'), JSON.stringify(checkpoint))
  return keepSecret(profile)
}

const firstRoot = (authority: TestAuthority): string => join(authority.home.metadata, '1.root.json')

const run = (profile: string, commandLine: readonly string[], now = start): Promise<Ran> =>
  runCommand(['trust', ...commandLine, '--profile', profile, '--lang', 'en'], now)

async function setUp(): Promise<{ authority: TestAuthority; profile: string }> {
  const authority = testAuthority()
  authority.set('keys.json', { keys: [jwk] })
  authority.publish()
  const profile = newProfile()
  await run(profile, ['init', firstRoot(authority)])
  return { authority, profile }
}

/** What was recorded after the entries that every journal begins with. */
const entries = (profile: string): [string, Record<string, unknown>][] =>
  [...readEntries(join(profile, 'journal'), journalKey)]
    .map(({ entry, payload }): [string, Record<string, unknown>] => [entry.kind, JSON.parse(payload ?? '{}')])
    .filter(([kind]) => kind !== 'journal.begun' && kind !== 'kiosk.keys')

describe('chot trust init', () => {
  test('installs a root and says its fingerprint', async () => {
    const authority = testAuthority()
    const profile = newProfile()
    const { printed, status } = await run(profile, ['init', firstRoot(authority)])
    expect(status).toBe(0)
    expect(printed).toMatch(/^Installed root version 1.*\nSHA-256 fingerprint: [0-9a-f]{64}\n/)
    expect(readFileSync(join(profile, 'trust', 'root.json'))).toEqual(readFileSync(firstRoot(authority)))
  })

  test('says that a profile is for practice', async () => {
    const { printed } = await run(newProfile('practice'), ['init', firstRoot(testAuthority())])
    expect(printed).toMatch(/^PRACTICE: /)
  })

  test('never overwrites a root', async () => {
    const { profile } = await setUp()
    const before = readFileSync(join(profile, 'trust', 'root.json'))
    const { complained, status } = await run(profile, ['init', firstRoot(testAuthority())])
    expect([status, complained]).toEqual([1, expect.stringContaining('already has a root')])
    expect(readFileSync(join(profile, 'trust', 'root.json'))).toEqual(before)
  })

  test('refuses a root that its own keys did not sign, and what is none', async () => {
    const authority = testAuthority()
    const altered = join(authority.folder, 'altered.json')
    const root: { signed: { expires: string } } = JSON.parse(readFileSync(firstRoot(authority), 'utf8'))
    root.signed.expires = '2099-01-01T00:00:00Z'
    writeFileSync(altered, JSON.stringify(root))
    for (const file of [altered, join(authority.home.metadata, '1.targets.json')]) {
      expect(await run(newProfile(), ['init', file])).toMatchObject({
        status: 1,
        complained: expect.stringMatching(/is no root|cannot be read/),
      })
    }
  })

  test('does not turn a folder of keys into a repository that believes nobody', async () => {
    const profile = newProfile()
    mkdirSync(join(profile, 'trust'))
    writeFileSync(join(profile, 'trust', 'keys.json'), '{"keys":[]}')
    const ran = await run(profile, ['init', firstRoot(testAuthority())])
    expect(ran).toMatchObject({ status: 1, complained: expect.stringContaining('copied by hand') })
  })
})

describe('the root that is installed', () => {
  const fingerprintOf = ({ printed }: Ran): string => /fingerprint: ([0-9a-f]{64})\n/.exec(printed)?.[1] ?? ''

  test('has one fingerprint, however its file was saved', async () => {
    const authority = testAuthority()
    const text = readFileSync(firstRoot(authority), 'utf8')
    const again = join(authority.folder, 'again.json')
    const prints: string[] = []
    for (const saved of [text, JSON.stringify(JSON.parse(text)), `\uFEFF${text.replaceAll('\n', '\r\n')}`]) {
      writeFileSync(again, saved)
      const profile = newProfile()
      prints.push(fingerprintOf(await run(profile, ['init', again])))
      expect(JSON.parse(readFileSync(join(profile, 'trust', 'root.json'), 'utf8'))).toEqual(JSON.parse(text))
    }
    const signed = canonicalize(JSON.parse(text).signed)
    expect(prints).toEqual(prints.map(() => createHash('sha256').update(signed).digest('hex')))
  })

  test('is also shown four digits at a time, to be compared by telephone', async () => {
    const ran = await run(newProfile(), ['init', firstRoot(testAuthority())])
    const groups = fingerprintOf(ran).match(/.{4}/g)?.join(' ')
    expect(ran.printed).toContain(`\n${groups}\n`)
    expect(ran.printed).toContain('compare')
  })

  test('that has expired is said to be so', async () => {
    const late = start + 400 * day
    const { printed, status } = await run(newProfile(), ['init', firstRoot(testAuthority())], late)
    expect([status, printed]).toEqual([0, expect.stringContaining('This root expired at')])
  })

  test('is in the journal where there is one, so that a change of roots is the authority’s and not a stranger’s', async () => {
    const { authority, profile } = await setUp()
    await run(profile, ['update', authority.stick])
    const trust = join(profile, 'trust')
    rmSync(trust, { recursive: true })
    const next = testAuthority()
    mkdirSync(trust)
    copyFileSync(firstRoot(next), join(trust, 'root.json'))
    const refused = await run(profile, ['update', next.stick])
    expect([refused.status, refused.complained]).toEqual([1, expect.stringContaining('not the root that')])
    rmSync(join(trust, 'root.json'))
    await run(profile, ['init', firstRoot(next)])
    expect(entries(profile).at(-1)).toEqual(['trust.believed', expect.objectContaining({ held: null })])
    expect(await run(profile, ['update', next.stick])).toMatchObject({ status: 0 })
  })

  test.skipIf(process.platform === 'win32')('is no pipe: that is refused at once', async () => {
    const pipe = join(testAuthority().folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    const ran = await run(newProfile(), ['init', pipe])
    expect(ran).toMatchObject({ status: 1, complained: expect.stringContaining('no regular file') })
  })
})

describe('chot trust update', () => {
  test('brings the profile up to date, and the journal says from what to what', async () => {
    const { authority, profile } = await setUp()
    const { printed, status } = await run(profile, ['update', authority.stick])
    expect([status, printed]).toEqual([0, expect.stringMatching(/^The trust store was updated: publication 2/)])
    const versions = expect.objectContaining({ timestamp: 2 })
    expect(entries(profile)).toEqual([
      ['trust.believed', expect.objectContaining({ from: 'repository', held: null })],
      ['trust.updated', expect.objectContaining({ versions, previous: null })],
      ['trust.believed', expect.objectContaining({ held: expect.objectContaining({ generation: 'g1', versions }) })],
    ])
    const verified = await runCommand(['verify', codeOf(), '--json', '--profile', profile], start)
    expect(verified.printed).toContain('key-trusted')
  })

  test('says where nothing is newer, and records nothing', async () => {
    const { authority, profile } = await setUp()
    await run(profile, ['update', authority.stick])
    const again = await run(profile, ['update', authority.stick])
    expect(again).toMatchObject({ status: 0, printed: expect.stringContaining('already has the newest') })
    expect(entries(profile)).toHaveLength(3)
  })

  test('refuses an expired publication with what to do, in the language asked for, and records why', async () => {
    const { authority, profile } = await setUp()
    const late = start + 40 * day
    const refused = await runCommand(['trust', 'update', authority.stick, '--profile', profile], late)
    expect([refused.status, refused.complained]).toEqual([1, expect.stringMatching(/^Bản cập nhật đã hết hạn/)])
    expect(entries(profile).at(-1)).toEqual(['trust.refused', expect.objectContaining({ code: 'frozen' })])
  })

  test('leaves a kiosk that is open alone, and says so', async () => {
    const { authority, profile } = await setUp()
    const journal = await Journal.open({
      folder: join(profile, 'journal'),
      kiosk: 'kiosk-1',
      secrets,
      log: () => undefined,
    })
    onTestFinished(() => journal.close())
    const ran = await run(profile, ['update', authority.stick])
    expect(ran).toMatchObject({ status: 1, complained: expect.stringContaining('close its window') })
  })

  test('has nothing to do for a folder of keys, and says so', async () => {
    const profile = newProfile()
    mkdirSync(join(profile, 'trust'))
    writeFileSync(join(profile, 'trust', 'keys.json'), '{"keys":[]}')
    const ran = await run(profile, ['update', '.'])
    expect(ran).toMatchObject({ status: 1, complained: expect.stringContaining('copied by hand') })
  })

  test('without its argument says what to give, and which sticks are there', async () => {
    const { profile } = await setUp()
    const ran = await run(profile, ['update'])
    expect(ran).toMatchObject({ status: 64, printed: '' })
    expect(ran.complained).toMatch(
      /^FROM is missing: the folder .* For example: chot trust update .*\n(?:No stick|Sticks)/,
    )
  })

  test('takes no address that anybody on the way could change', async () => {
    const { profile } = await setUp()
    const ran = await run(profile, ['update', 'http://example.org/trust'])
    expect(ran).toMatchObject({ status: 1, complained: expect.stringContaining('has to begin with "https://"') })
  })
})

describe('a server of a private authority', () => {
  test('is refused by its name until its authority is given, and then says what it does', async () => {
    const { authority, profile } = await setUp()
    const { address, ca } = await privateServer(authority.stick)
    const refused = await run(profile, ['update', address])
    expect([refused.status, refused.complained]).toEqual([1, expect.stringMatching(/The server localhost:\d+ .*--ca/)])
    const file = join(authority.folder, 'ca.pem')
    writeFileSync(file, ca)
    const updated = await run(profile, ['update', address, '--ca', file])
    expect(updated).toMatchObject({ status: 0, printed: expect.stringContaining('was updated') })
    expect(updated.complained).toMatch(
      /^Asking the server localhost:\d+ …\nReading targets\/[0-9a-f]{64}\.keys\.json …\n$/,
    )
  })

  test('is known to the profile from then on, and not before something came by it', async () => {
    const { authority, profile } = await setUp()
    const { address, ca } = await privateServer(authority.stick)
    const [file, kept] = [join(authority.folder, 'ca.pem'), join(profile, 'trust-server.pem')]
    writeFileSync(file, `for the province’s server\n${ca}`)
    expect((await run(profile, ['update', `${address}nowhere/`, '--ca', file])).status).toBe(1)
    expect(existsSync(kept)).toBe(false)
    expect((await run(profile, ['update', address, '--ca', file])).status).toBe(0)
    expect(readFileSync(kept, 'utf8').trim()).toBe(ca.trim())
    rmSync(file)
    expect(await run(profile, ['update', address])).toMatchObject({ status: 0 })
    rmSync(kept)
    expect((await run(profile, ['update', address])).status).toBe(1)
  })

  test('is not believed by a file that holds no certificate', async () => {
    const { authority, profile } = await setUp()
    const ran = await run(profile, ['update', 'https://localhost/', '--ca', firstRoot(authority)])
    expect(ran).toMatchObject({ status: 1, complained: expect.stringContaining('1.root.json cannot be read. Ask IT') })
  })
})

describe('a publication on a stick', () => {
  const verify = (folder: string): Promise<Ran> =>
    runCommand(['verify', codeOf(), '--json', '--trust', folder, '--lang', 'en'], start)

  test('may be verified against where it lies, and its root’s fingerprint is shown to be compared', async () => {
    const { authority } = await setUp()
    const installed = await run(newProfile(), ['init', firstRoot(authority)])
    const { complained, printed } = await verify(authority.stick)
    expect(printed).toContain('key-trusted')
    const fingerprint = /fingerprint: ([0-9a-f]{64})/.exec(installed.printed)?.[1]
    expect(complained).toContain(`version 1: ${fingerprint}\n`)
  })

  test('may have the root that was handed out beside it, and is measured by that one', async () => {
    const { authority } = await setUp()
    copyFileSync(firstRoot(authority), join(authority.stick, 'root.json'))
    expect((await verify(authority.stick)).printed).toContain('key-trusted')
    copyFileSync(firstRoot(testAuthority()), join(authority.stick, 'root.json'))
    await expect(verify(authority.stick)).rejects.toMatchObject({ code: 'TRUST_UNREADABLE' })
  })

  test('may be the authority’s own folder, as far as it is what was published', async () => {
    const { authority } = await setUp()
    const { folder } = authority.home
    expect((await verify(folder)).printed).toContain('key-trusted')
    authority.set('keys.json', { keys: [] })
    await expect(verify(folder)).rejects.toMatchObject({ file: join(folder, 'working', 'keys.json') })
    await expect(verify(folder)).rejects.toThrow('changed since it was last published')
  })

  test('is refused where a file is not what the authority signed, or lacks one', async () => {
    const { authority } = await setUp()
    const altered = authority.copyOfStick('altered')
    for (const name of readdirSync(join(altered, 'targets')))
      writeFileSync(join(altered, 'targets', name), '{"keys":[]}')
    await expect(verify(altered)).rejects.toMatchObject({ file: join(altered, 'keys.json') })
    rmSync(join(authority.stick, 'metadata', '1.root.json'))
    await expect(verify(authority.stick)).rejects.toThrow('1.root.json')
  })
})

describe('chot trust show', () => {
  test('marks an expired store on its first line', async () => {
    const { authority, profile } = await setUp()
    await run(profile, ['update', authority.stick])
    const { printed } = await run(profile, ['show'], start + 40 * day)
    expect(printed).toMatch(/^EXPIRED at .*\nA signed repository/)
    expect((await run(profile, ['show'])).printed).toMatch(/^A signed repository/)
  })

  test('says on its first line that nobody is believed where the store was changed, and then what', async () => {
    const { authority, profile } = await setUp()
    await run(profile, ['update', authority.stick])
    writeFileSync(join(profile, 'trust', 'store', 'g1', 'targets', 'keys.json'), '{"keys":[]}')
    const { printed } = await run(profile, ['show'])
    expect(printed).toMatch(/^NOBODY IS BELIEVED.*\nDamaged: g1\/keys\.json/)
  })

  test('names a key that is too weak, in the reader’s language', async () => {
    const profile = newProfile()
    mkdirSync(join(profile, 'trust'))
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
    const weak = publicKey.export({ format: 'jwk' })
    writeFileSync(join(profile, 'trust', 'keys.json'), JSON.stringify({ keys: [jwk, weak] }))
    const shown = await runCommand(['trust', 'show', '--profile', profile], start)
    expect(shown.printed).toContain('Khóa thứ 2 không dùng được: khóa RSA 1024 bit')
  })

  test('says what is believed of a repository: versions, dates and ages', async () => {
    const { authority, profile } = await setUp()
    await run(profile, ['update', authority.stick])
    const { printed } = await run(profile, ['show'], start + 3 * day)
    expect(printed).toMatch(/^A signed repository: root 1 · timestamp 2/)
    expect(printed).toMatch(/Keys: 1 · .* 72 hours ago: ageing\n/)
    expect(printed).toContain('Revocations: 0 · without a date')
  })

  test('names the keys of a folder that cannot be used', async () => {
    const profile = newProfile()
    mkdirSync(join(profile, 'trust'))
    writeFileSync(join(profile, 'trust', 'keys.json'), JSON.stringify({ keys: [jwk, { kty: 'EC', crv: 'P-9' }] }))
    const { printed } = await run(profile, ['show'])
    expect(printed).toMatch(/^A folder of keys, copied by hand/)
    expect(printed).toContain('Key 2 cannot be used')
  })

  test('says it while a kiosk is at work there, and leaves an update of its that is under way alone', async () => {
    const { authority, profile } = await setUp()
    await run(profile, ['update', authority.stick])
    const underWay = join(profile, 'trust', 'store', 'g9', 'metadata')
    mkdirSync(underWay, { recursive: true })
    await run(profile, ['show'])
    expect(() => readFileSync(join(underWay, 'none'))).toThrow('ENOENT')
    expect(mkdirSync(underWay, { recursive: true })).toBeUndefined()
  })

  test('tells a program the same', async () => {
    const { authority, profile } = await setUp()
    await run(profile, ['update', authority.stick])
    const shown = await runCommand(['trust', 'show', '--json', '--profile', profile], start)
    expect(JSON.parse(shown.printed)).toMatchObject({
      from: 'repository',
      publication: { versions: { timestamp: 2 } },
      keys: 1,
      rules: { policy: 'program-default' },
      revocations: 0,
      refused: [],
    })
    expect(shown.printed).not.toContain(profile)
  })

  test.each([
    ['before the first update', (profile: string) => profile, 'never updated'],
    [
      'where nobody is believed',
      (profile: string) => {
        rmSync(join(profile, 'trust'), { recursive: true })
        return profile
      },
      'Nobody is believed',
    ],
  ])('says so %s', async (_when, change, sentence) => {
    const { profile } = await setUp()
    expect((await run(change(profile), ['show'])).printed).toContain(sentence)
  })
})

describe('a command line', () => {
  test.each([
    [[], 'a command is missing'],
    [['nope'], 'there is no command "nope"'],
    [['trust'], 'trust takes: init, show, update'],
    [['trust', 'nope'], 'trust takes'],
    [['verify', 'x', '--names'], 'there is no option --names here'],
    [['trust', 'show', '--lang', 'fr'], '--lang takes vi|en'],
    [['--nope'], 'nope'],
  ])('%j is wrong usage', async (commandLine, message) => {
    await expect(runCommand(commandLine, start)).rejects.toThrow(message)
  })
})
