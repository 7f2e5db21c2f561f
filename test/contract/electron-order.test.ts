/** The order in which the Electron shell's main file, as it is built, sets things up. Started with a stand-in for Electron. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build } from 'vite'
import { electronBundle } from '../../main/setup/build.ts'
import { root } from '../../main/setup/node24.mjs'

// Inside the checkout: the built file finds better-sqlite3 from where it lies.
const built = join(root, 'dist', 'electron-order-test')
let profile: string

beforeAll(async () => {
  mkdirSync(join(built, 'renderer'), { recursive: true })
  writeFileSync(join(built, 'renderer', 'index.html'), 'the page')
  await build(electronBundle(join(built, 'electron'), 'main/electron/index.ts', 'main.js', 'es'))
  profile = mkdtempSync(join(tmpdir(), 'chot-electron-order-'))
})
afterAll(() => {
  rmSync(built, { recursive: true })
  rmSync(profile, { recursive: true })
})

function start(folder: string): { status: number | null; lines: string[]; errors: string } {
  const standIn = join(root, 'test', 'contract', 'electron-stand-in.mjs')
  const args = ['--import', standIn, join(built, 'electron', 'main.js'), '--profile', folder]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 30_000 })
  return { status, lines: stdout.trim().split('\n'), errors: stderr }
}

test('lock, scheme and sandbox come before ready, the guards before the window, and the page last', () => {
  const demo = spawnSync(process.execPath, [join(root, 'authority', 'demo.ts'), '--profile', profile])
  expect(demo.status).toBe(0)
  expect(start(profile)).toEqual({
    status: 0,
    errors: '',
    lines: [
      'lock',
      'scheme',
      'sandbox',
      'ready',
      'permission requests',
      'permission checks',
      'device permissions',
      'requests',
      'files',
      'stay awake',
      'window',
      'load app://kiosk/ 200 the page',
    ],
  })
})

test('a profile that is not set up is refused in a box, and no window opens', () => {
  const { status, lines } = start(join(profile, 'nowhere'))
  expect(status).toBe(1)
  expect(lines).toEqual(['lock', 'scheme', 'sandbox', 'ready', 'box'])
})
