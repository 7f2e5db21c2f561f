/** `chot-authority` as a person uses it. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { chotAuthority } from '../../../../authority/command/commands.ts'
import { Failure, UsageError } from '../../../../main/terminal/index.ts'
import { dispatch, type Terminal } from '../../../../main/terminal/index.ts'
import { testTerminal } from '../../../fixtures/terminal.ts'
import { start } from '../../main/trust/repository/test-authority.ts'

const checkout = join(import.meta.dirname, '../../../..')

function workplace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chot-authority-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Runs a subcommand; what it printed, or the code with which it failed. */
async function run(commandLine: string[], terminal: Partial<Terminal> = {}): Promise<string> {
  const heard = testTerminal({
    env: { CHOT_AUTHORITY_PASSPHRASE: 'a passphrase for tests' },
    now: () => start,
    complain: (text) => void (heard.printed += text),
    ...terminal,
  })
  try {
    await dispatch(chotAuthority, commandLine, heard)
  } catch (error) {
    if (error instanceof UsageError) return `usage: ${error.message}`
    if (error instanceof Failure) return error.code
    throw error
  }
  return heard.printed
}

const answering = (...secrets: string[]): Partial<Terminal> => ({
  env: {},
  askSecret: () => Promise.resolve(secrets.shift() ?? null),
})

describe('from init to publish', () => {
  test('keys, rules and a publication', async () => {
    const folder = workplace()
    const home = ['--authority', join(folder, 'authority')]
    expect(await run(['init', ...home, '--role', 'root=1/2'])).toContain('root: 1/2')
    expect(await run(['key', 'add', 'issuer', ...home, '--name', 'CDC', '--country', 'VN'])).toMatch(
      /^issuer: \S{12}\n/,
    )
    const policy = join(checkout, 'shared/rules/policies/bac-giang.json')
    expect(await run(['rules', 'set', policy, ...home])).toContain('in place')
    expect(await run(['publish', join(folder, 'usb'), ...home])).toContain('Published number 1')
    expect(existsSync(join(folder, 'usb/metadata/timestamp.json'))).toBe(true)
    const listed = await run(['key', 'list', ...home])
    const rootKey = /root 1\/2\n {2}([0-9a-f]{64}) at hand/.exec(listed)![1]!
    expect(await run(['key', 'retire', rootKey.slice(0, 10), '--confirm', rootKey, ...home])).toContain(rootKey)
    expect(await run(['key', 'renew', ...home, '--expires-days', '10'])).toContain('root 3: expires')
    expect(await run(['publish', join(folder, 'usb'), ...home])).toContain('Warning: the root expires')
  })

  test('a bare list of rules takes the numbers in place', async () => {
    const folder = workplace()
    const home = ['--authority', join(folder, 'authority')]
    await run(['init', ...home])
    const shipped = JSON.parse(readFileSync(join(checkout, 'shared/rules/policies/ho-chi-minh-city.json'), 'utf8')) as {
      rules: unknown[]
    }
    writeFileSync(join(folder, 'rules.json'), JSON.stringify(shipped.rules))
    expect(await run(['rules', 'set', join(folder, 'rules.json'), ...home])).toContain('in place')
    const set = JSON.parse(readFileSync(join(folder, 'authority/working/rules.json'), 'utf8')) as {
      policy: string
      rules: unknown[]
    }
    expect(set).toMatchObject({ policy: 'program-default', rules: shipped.rules })
  })

  test('rules that cannot be compiled leave those in place', async () => {
    const folder = workplace()
    const home = ['--authority', join(folder, 'authority')]
    await run(['init', ...home])
    writeFileSync(join(folder, 'rules.json'), '[{"Identifier":"GR-VN-0001"}]')
    expect(await run(['rules', 'set', join(folder, 'rules.json'), ...home])).toBe('rules-unusable')
    expect(existsSync(join(folder, 'authority/working/rules.json'))).toBe(false)
  })
})

describe('the passphrase', () => {
  test('is asked for twice where keys are made', async () => {
    const home = ['--authority', join(workplace(), 'authority')]
    expect(await run(['init', ...home], answering('one long passphrase', 'one long passphrase'))).toContain(
      'Made an authority',
    )
  })

  test('that is typed differently the second time makes nothing', async () => {
    const folder = join(workplace(), 'authority')
    expect(await run(['init', '--authority', folder], answering('one', 'other'))).toBe('passphrase-differs')
    expect(existsSync(folder)).toBe(false)
  })

  test('that nobody can be asked for is missing', async () => {
    expect(await run(['init', '--authority', join(workplace(), 'authority')], answering())).toBe('passphrase-missing')
  })
})

describe('what cannot be done', () => {
  let home: string[]
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chot-authority-'))
    home = ['--authority', join(folder, 'authority')]
    await run(['init', ...home])
    return () => rmSync(folder, { recursive: true, force: true })
  })

  test.each([
    [['init'], 'already-authority'],
    [['publish', 'usb', '--authority', '/nowhere/at/all'], 'no-authority'],
    [['key', 'retire', 'zzzzzz'], 'no-such-key'],
    [['key', 'retire', 'zz'], 'key-beginning-short'],
    [['key', 'retire', ''], 'key-beginning-short'],
    [['key', 'add', 'snapshot', '--threshold', '9'], 'too-few-keys'],
    [['rules', 'set', '/nowhere'], 'rules-unusable'],
    [['publish'], 'usage: DIR is missing'],
    [['publish', 'a', '--expires-days', '0'], 'usage: --expires-days takes a whole number from 1 to 3650'],
    [['key', 'add', 'nobody'], 'usage: key add takes root, targets, snapshot, timestamp; not "nobody"'],
    [['key', 'add', 'issuer', '--country', 'VN'], 'usage: --name TEXT is missing'],
    [
      ['init', '--role', 'root=3/2'],
      'usage: --role takes ROLE=THRESHOLD/KEYS, as in root=2/3, with ROLE one of root, targets, snapshot, timestamp; not "root=3/2"',
    ],
  ])('%j: %s', async (commandLine, expected) => {
    const where = commandLine.includes('--authority') ? [] : home
    expect(await run([...commandLine, ...where])).toBe(expected)
  })

  test('a misspelt option is wrong usage', async () => {
    expect(await run(['publish', 'a', '--expire-days', '3', ...home])).toMatch(
      /^usage: there is no option --expire-days; did you mean --expires-days\?/,
    )
  })
})

describe('the program', () => {
  const program = join(checkout, 'authority/cli.ts')
  const start24 = (...args: string[]) =>
    spawnSync(process.execPath, [program, ...args], {
      encoding: 'utf8',
      env: { ...process.env, CHOT_AUTHORITY: '/nowhere/at/all' },
    })

  test('says its version and every command it has', () => {
    const { version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { version: string }
    expect(execFileSync(process.execPath, [program, '--version'], { encoding: 'utf8' })).toBe(`${version}\n`)
    const { stdout, status } = start24('--help')
    expect(status).toBe(0)
    for (const name of chotAuthority.commands.keys()) expect(stdout).toContain(`  ${name} `)
  })

  test('ends with a status of its own and a pointer to help where it is called wrongly', () => {
    expect(start24('bogus')).toMatchObject({
      status: 64,
      stderr: 'chot-authority: không có lệnh "bogus"\nXem: chot-authority help\n',
    })
  })

  test('ends with a sentence in the language asked for where there is no authority', () => {
    expect(start24('key', 'list', '--lang', 'en')).toMatchObject({
      status: 78,
      stderr: expect.stringContaining('There is no authority in "/nowhere/at/all".') as string,
    })
    expect(start24('key', 'list').stderr).toContain('Không có thư mục cơ quan phát hành')
  })
})
