/** Issuing that is killed in the middle and taken up again: every result has one certificate, under one identifier. */
import { spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { root } from '../../main/setup/node24.mjs'

const folder = mkdtempSync(join(tmpdir(), 'chot-issue-crash-'))
afterAll(() => rmSync(folder, { recursive: true }))

const count = 60
const out = join(folder, 'out')
const manifest = (): { serial: number; row: number; identifier: string; files: string[] }[] =>
  existsSync(join(out, 'manifest.jsonl'))
    ? readFileSync(join(out, 'manifest.jsonl'), 'utf8')
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line))
    : []

function issuing() {
  const options = [
    '--out',
    out,
    '--key',
    join(folder, 'key.pem'),
    '--issuer',
    'X',
    '--centre',
    'Y',
    '--authority',
    folder,
  ]
  return spawn(
    process.execPath,
    [join(root, 'authority', 'cli.ts'), 'issue', join(folder, 'results.json'), ...options],
    { stdio: 'ignore' },
  )
}
const ended = (child: ReturnType<typeof issuing>): Promise<number | null> =>
  new Promise((resolve) => child.on('exit', (code) => resolve(code)))

test('goes on exactly where it was killed', async () => {
  const key = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' })
  writeFileSync(join(folder, 'key.pem'), key)
  const sampledAt = new Date(Date.now() - 3_600_000).toISOString()
  const entry = { birthDate: '1990', sampledAt, method: 'PCR', result: 'negative' }
  const letters = (index: number): string => String.fromCodePoint(65 + (index % 26), 97 + Math.floor(index / 26))
  const entries = Array.from({ length: count }, (_, index) => ({ ...entry, name: `Nguyễn Thị ${letters(index)}a` }))
  writeFileSync(join(folder, 'results.json'), JSON.stringify(entries))

  for (const until of [3, 20]) {
    const child = issuing()
    const end = ended(child)
    while (manifest().length < until && child.exitCode === null) await wait(5)
    child.kill('SIGKILL')
    await end
  }
  expect(await ended(issuing())).toBe(0)

  const issued = manifest()
  expect(issued.map(({ serial, row }) => [serial, row])).toEqual(entries.map((_, index) => [index + 1, index + 1]))
  expect(new Set(issued.map(({ identifier }) => identifier)).size).toBe(count)
  expect(
    readdirSync(out)
      .filter((name) => name.endsWith('.png'))
      .toSorted(),
  ).toEqual(issued.flatMap(({ files }) => files).toSorted())
  const ledger = readFileSync(join(folder, 'issued.txt'), 'utf8').trim().split('\n')
  expect(ledger.map((line) => line.split(' ')[0])).toEqual(issued.map(({ identifier }) => identifier))
})
