/** A pipe in the place of a file that the authority reads is no file, and is not waited for. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { chotAuthority } from '../../../../authority/command/commands.ts'
import { FileUnreadable } from '../../../../main/files/index.ts'
import { dispatch } from '../../../../main/terminal/index.ts'
import { testTerminal } from '../../../fixtures/terminal.ts'
import { start, testAuthority, testPassphrase, type TestAuthority } from '../../main/trust/repository/test-authority.ts'

const addIssuer = ['key', 'add', 'issuer', '--name', 'A', '--country', 'VN']
const issue = ['issue', 'RESULTS', '--out', 'OUT', '--zone', '+07:00', '--centre', 'Y']
const results =
  'Họ và tên,Ngày sinh,Thời điểm lấy mẫu,Phương pháp,Kết quả\nAn Thị Một,1/2/1990,21/11/2026 07:30,PCR,âm tính'

/** Runs a command line in which STICK and the like stand for paths. Answers with what it threw. */
async function run({ home, folder, stick }: TestAuthority, words: readonly string[]): Promise<unknown> {
  const places = new Map([
    ['STICK', stick],
    ['OUT', join(folder, 'out')],
    ['RESULTS', join(folder, 'results.csv')],
    ['RULES', join(folder, 'rules.json')],
  ])
  const env = { CHOT_AUTHORITY: home.folder, CHOT_AUTHORITY_PASSPHRASE: testPassphrase }
  try {
    const line = words.map((word) => places.get(word) ?? word)
    return await dispatch(chotAuthority, line, testTerminal({ env, now: () => start }))
  } catch (error) {
    return error
  }
}

/** The fault of the file that is behind an error. */
function faultBehind(error: unknown): string | null {
  if (error instanceof FileUnreadable) return error.fault
  return error instanceof Error ? faultBehind(error.cause) : null
}

const keyFilesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => (name.endsWith('.json') ? [join(folder, name)] : []))

function plantPipe(file: string): void {
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { force: true })
  execFileSync('mkfifo', [file])
}

test.skipIf(process.platform === 'win32').each<[string, (authority: TestAuthority) => string | string[], string[]]>([
  ['a root', ({ home }) => join(home.metadata, '1.root.json'), ['fingerprint']],
  ['a root, when it publishes', ({ home }) => join(home.metadata, '1.root.json'), ['publish', 'STICK']],
  ['the newest targets', ({ home }) => join(home.metadata, '1.targets.json'), ['publish', 'STICK']],
  ['the roles’ keys', ({ home }) => keyFilesIn(home.keys), ['publish', 'STICK']],
  ['an issuer’s key', ({ home }) => keyFilesIn(home.issuers), ['key', 'list']],
  [
    'an issuer’s key on a stick',
    ({ stick }) => join(stick, '0011223344556677.json'),
    ['key', 'list', '--keys', 'STICK'],
  ],
  ['the working keys', ({ home }) => join(home.working, 'keys.json'), addIssuer],
  ['the working keys, when it imports', ({ home }) => join(home.working, 'keys.json'), ['import', 'list']],
  ['the working policy', ({ home }) => join(home.working, 'policy.json'), ['policy', 'show']],
  ['the working rules', ({ home }) => join(home.working, 'rules.json'), ['rules', 'set', 'RULES']],
  ['what is published', ({ home }) => join(home.working, 'value-sets.json'), ['publish', 'STICK']],
  ['the revocations', ({ home }) => join(home.working, 'revocations.jsonl'), ['revoke', 'list']],
  ['the ledger', ({ home }) => home.ledger, issue],
  ['a manifest', ({ folder }) => join(folder, 'out', 'manifest.jsonl'), issue],
])('%s', async (_, place, words) => {
  const authority = testAuthority()
  await run(authority, addIssuer)
  writeFileSync(join(authority.folder, 'results.csv'), results)
  writeFileSync(join(authority.folder, 'rules.json'), '[]')
  for (const file of [place(authority)].flat()) plantPipe(file)
  expect(faultBehind(await run(authority, words))).toBe('not-a-file')
})
