/** `key`: nothing is destroyed by a slip, and nothing sealed under a passphrase that nobody knows. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { chotAuthority } from '../../../../authority/command/commands.ts'
import { addIssuerKey, issuerFileName } from '../../../../authority/repository/issuer-keys.ts'
import { Failure } from '../../../../main/terminal/index.ts'
import { chooseIssuingKey, type KeyChoice } from '../../../../authority/results/issue/issuing-key.ts'
import { dispatch, type Terminal } from '../../../../main/terminal/index.ts'
import { testTerminal } from '../../../fixtures/terminal.ts'
import { start, testAuthority, testPassphrase, type TestAuthority } from '../../main/trust/repository/test-authority.ts'
import { failureOf, keysOf, typedAgain } from '../repository/test-keys.ts'

async function run({ home }: TestAuthority, args: string[], given: Partial<Terminal> = {}) {
  const terminal = testTerminal({
    now: () => start,
    ...given,
    env: { CHOT_AUTHORITY: home.folder, CHOT_AUTHORITY_PASSPHRASE: testPassphrase, ...given.env },
  })
  await dispatch(chotAuthority, args, terminal)
  return terminal
}

/** A terminal at which somebody types lines. */
const typing = (...lines: string[]): Partial<Terminal> => ({
  input: Object.assign(new PassThrough().end(`${lines.join('\n')}\n`), { isTTY: true }),
})

/** Somebody who is asked for secrets, and the environment has none. */
const answering = (...secrets: string[]): Partial<Terminal> => ({
  env: { CHOT_AUTHORITY_PASSPHRASE: '' },
  askSecret: () => Promise.resolve(secrets.shift() ?? null),
})

const filesOf = ({ home }: TestAuthority): string[] =>
  [home.keys, home.issuers].flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : [])).toSorted()

const read = ({ home }: TestAuthority, name: string): string =>
  readFileSync([home.keys, home.issuers].map((folder) => join(folder, name)).find((file) => existsSync(file))!, 'utf8')

const identity = { issuer: 'CDC Bắc Giang', country: 'VN', usage: ['test' as const] }
const issuerIn = ({ home }: TestAuthority): string =>
  addIssuerKey(home, typedAgain(), 'EdDSA', identity).kid.toString('base64')

describe('a key is destroyed', () => {
  test.each([
    ['of a role', (authority: TestAuthority) => keysOf(authority, 'root').keyids[0]!],
    ['of an issuer', issuerIn],
  ])('%s, only with its whole name typed back', async (_, make) => {
    const authority = testAuthority()
    const key = make(authority)
    const before = filesOf(authority)
    const beginning = key.slice(0, 8)
    const refused: [string[], Partial<Terminal>, string][] = [
      [[key.slice(0, 1), '--confirm', key], {}, 'key-beginning-short'],
      [[key.slice(0, 5), '--confirm', key], {}, 'key-beginning-short'],
      [[beginning], {}, 'confirmation-missing'],
      [[key], {}, 'confirmation-missing'],
      [[beginning, '--confirm', beginning], {}, 'confirmation-differs'],
      [[beginning, '--confirm', `${key} `], {}, 'confirmation-differs'],
      [[beginning], typing('yes'), 'confirmation-differs'],
      [[beginning], typing(''), 'confirmation-differs'],
      [[beginning], typing(beginning), 'confirmation-differs'],
    ]
    for (const [args, terminal, code] of refused)
      await expect(run(authority, ['key', 'retire', ...args], terminal)).rejects.toMatchObject({ code })
    expect(filesOf(authority)).toEqual(before)
    const { complained, printed } = await run(authority, ['key', 'retire', beginning], typing(key))
    expect(complained).toContain('destroyed for good')
    expect(printed).toContain(key)
    expect(filesOf(authority)).toHaveLength(before.length - 1)
  })
})

describe('a key is made', () => {
  const adding = [
    ['issuer', ['key', 'add', 'issuer', '--name', 'CDC', '--country', 'VN']],
    ['role', ['key', 'add', 'targets']],
  ] as const

  test.each(adding)('under the passphrase of the others, typed twice: %s', async (_, args) => {
    const authority = testAuthority()
    const before = filesOf(authority).length
    await run(authority, [...args], answering(testPassphrase, testPassphrase))
    expect(filesOf(authority)).toHaveLength(before + 1)
  })

  test.each(adding)('never under another one, nor one typed once: %s', async (_, args) => {
    const authority = testAuthority()
    const before = filesOf(authority)
    const keys = readFileSync(join(authority.home.working, 'keys.json'))
    const refused: [Partial<Terminal>, string][] = [
      [answering('a typo', 'a typo'), 'wrong-passphrase'],
      [answering(testPassphrase, `${testPassphrase}.`), 'passphrase-differs'],
      [answering(testPassphrase), 'passphrase-differs'],
      [{ env: { CHOT_AUTHORITY_PASSPHRASE: 'a typo' } }, 'wrong-passphrase'],
    ]
    for (const [terminal, code] of refused)
      await expect(run(authority, [...args], terminal)).rejects.toMatchObject({ code })
    expect(filesOf(authority)).toEqual(before)
    expect(readFileSync(join(authority.home.working, 'keys.json'))).toEqual(keys)
  })
})

describe('a key is exported', () => {
  test.each([
    ['of a role', (authority: TestAuthority) => keysOf(authority, 'root').keyids[0]!],
    ['of an issuer', issuerIn],
  ])('%s: sealed as it was, and gone here', async (_, make) => {
    const authority = testAuthority()
    const key = make(authority)
    const before = filesOf(authority)
    const usb = join(authority.folder, 'usb')
    mkdirSync(usb)
    const sealed = new Map(before.map((name) => [name, read(authority, name)]))
    const refused: [string[], string][] = [
      [[key, usb], 'confirmation-missing'],
      [[key, usb, '--confirm', key.slice(0, -1)], 'confirmation-differs'],
      [[key, join(usb, 'nowhere'), '--confirm', key], 'export-folder'],
      [[key, authority.home.keys, '--confirm', key], 'export-folder'],
    ]
    for (const [args, code] of refused)
      await expect(run(authority, ['key', 'export', ...args])).rejects.toMatchObject({ code })
    expect(filesOf(authority)).toEqual(before)
    expect(readdirSync(usb)).toEqual([])

    await run(authority, ['key', 'export', key.slice(0, 8), usb, '--confirm', key])
    const [name] = readdirSync(usb)
    expect(filesOf(authority)).toEqual(before.filter((each) => each !== name))
    expect(readFileSync(join(usb, name!), 'utf8')).toBe(sealed.get(name!))
    expect((await run(authority, ['key', 'list', '--keys', usb])).printed).toContain(key)
  })

  test('never over another file or through a link', async () => {
    const authority = testAuthority()
    const key = issuerIn(authority)
    const usb = join(authority.folder, 'usb')
    mkdirSync(usb)
    const copy = join(usb, issuerFileName(key))
    for (const put of [() => writeFileSync(copy, 'mine'), () => symlinkSync(join(authority.folder, 'x'), copy)]) {
      put()
      await expect(run(authority, ['key', 'export', key, usb, '--confirm', key])).rejects.toMatchObject({
        code: 'export-taken',
      })
      rmSync(copy)
    }
    expect(filesOf(authority)).toContain(issuerFileName(key))
  })
})

const saidOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof Failure) return error.in('en')
  }
  return ''
}

describe('the key that signs results', () => {
  const other = { ...identity, issuer: 'CDC Đà Nẵng' }
  const kidOf = ({ kid }: { kid: Buffer }): string => kid.toString('base64')
  const choose = ({ home }: TestAuthority, choice: Partial<KeyChoice>) => {
    const terminal = testTerminal({ env: { CHOT_AUTHORITY_PASSPHRASE: testPassphrase } })
    const none = { key: undefined, issuer: undefined, algorithm: undefined, folders: [] }
    return chooseIssuingKey({ ...none, home: home.folder, ...choice }, terminal)
  }
  const signing = async (authority: TestAuthority, choice: Partial<KeyChoice>): Promise<string> =>
    kidOf(await choose(authority, choice).open())

  test('is chosen by its issuer, its identifier or its file, of two that live together', async () => {
    const authority = testAuthority()
    const { home } = authority
    const one = kidOf(addIssuerKey(home, typedAgain(), 'EdDSA', identity))
    const two = kidOf(addIssuerKey(home, typedAgain(), 'ES256', other))
    const three = kidOf(addIssuerKey(home, typedAgain(), 'EdDSA', other))
    expect(await signing(authority, { issuer: 'CDC Bắc Giang'.normalize('NFD') })).toBe(one)
    expect(await signing(authority, { issuer: 'CDC Đà Nẵng' })).toBe(three)
    expect(await signing(authority, { issuer: 'CDC Đà Nẵng', algorithm: 'ES256' })).toBe(two)
    for (const kid of [one, two, three]) {
      expect(await signing(authority, { key: kid })).toBe(kid)
      expect(await signing(authority, { key: kid.slice(0, 8) })).toBe(kid)
      expect(await signing(authority, { key: join(home.issuers, issuerFileName(kid)) })).toBe(kid)
    }
    expect(failureOf(() => choose(authority, {}))).toBe('issuer-key')
    expect(failureOf(() => choose(authority, { issuer: 'CDC Huế' }))).toBe('issuer-key')
    const said = saidOf(() => choose(authority, { issuer: 'CDC Huế' }))
    expect(said).toContain('No key is of the issuer "CDC Huế"')
    expect(said.split('\n').slice(1).toSorted()).toEqual(
      [`${one} EdDSA CDC Bắc Giang`, `${two} ES256 CDC Đà Nẵng`, `${three} EdDSA CDC Đà Nẵng`]
        .map((key) => `  ${key}`)
        .toSorted(),
    )
    expect(failureOf(() => choose(authority, { key: 'AAAAAAAAAAA=' }))).toBe('issuer-key')
  })

  test('is the oldest of its issuer while a new one is brought in, and the new one once that is retired', async () => {
    const authority = testAuthority()
    const kids = Array.from({ length: 4 }, () => issuerIn(authority))
    for (const kid of kids) {
      expect(await signing(authority, {})).toBe(kid)
      expect(await signing(authority, { key: kids.at(-1)! })).toBe(kids.at(-1))
      await run(authority, ['key', 'retire', kid, '--confirm', kid])
    }
    expect(failureOf(() => choose(authority, {}))).toBe('issuer-key')
  })

  test('may lie on a stick, and is retired also where that was lost', async () => {
    const authority = testAuthority()
    const kid = issuerIn(authority)
    const usb = join(authority.folder, 'usb')
    mkdirSync(usb)
    await run(authority, ['key', 'export', kid, usb, '--confirm', kid])
    expect(failureOf(() => choose(authority, {}))).toBe('issuer-key')
    expect(await signing(authority, { folders: [usb] })).toBe(kid)
    rmSync(usb, { recursive: true })
    await run(authority, ['key', 'retire', kid, '--confirm', kid])
    expect(readFileSync(join(authority.home.working, 'keys.json'), 'utf8')).toContain('"notAfter"')
  })
})

test('a publication without keys is warned of, one with keys is not', async () => {
  const authority = testAuthority()
  expect((await run(authority, ['publish', authority.stick])).complained).toContain('has no keys')
  await run(authority, ['key', 'add', 'issuer', '--name', 'CDC', '--country', 'vn'])
  expect((await run(authority, ['publish', authority.stick])).complained).toBe('')
  expect(readFileSync(join(authority.home.working, 'keys.json'), 'utf8')).toContain('"country": "VN"')
})
