/** `key`: nothing is destroyed by a slip, and nothing sealed under a passphrase that nobody knows. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { chotAuthority } from '../../../../authority/command/commands.ts'
import { addIssuerKey } from '../../../../authority/repository/issuer-keys.ts'
import { dispatch, type Terminal } from '../../../../main/terminal/index.ts'
import { testTerminal } from '../../../fixtures/terminal.ts'
import { start, testAuthority, testPassphrase, type TestAuthority } from '../../main/trust/repository/test-authority.ts'
import { keysOf, typedAgain } from '../repository/test-keys.ts'

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
