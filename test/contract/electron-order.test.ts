/**
 * The Electron shell, as it is built, from its start to a page that reads the kiosk over a port of the program's. Started with
 * a stand-in for Electron.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build } from 'vite'
import { electronBundle } from '../../main/setup/build.ts'
import { electronFiles } from '../../main/setup/electron-files.ts'
import { root } from '../../main/setup/node24.mjs'

// Inside the checkout: the built file finds better-sqlite3 from where it lies.
const built = join(root, 'dist', 'electron-order-test')
let profile: string

beforeAll(async () => {
  mkdirSync(join(built, 'renderer'), { recursive: true })
  writeFileSync(join(built, 'renderer', 'index.html'), 'the page')
  for (const file of electronFiles) await build(electronBundle(join(built, 'electron'), file))
  profile = mkdtempSync(join(tmpdir(), 'chot-electron-order-'))
})
afterAll(() => {
  rmSync(built, { recursive: true })
  rmSync(profile, { recursive: true })
})

function start(folder: string): { status: number | null; lines: string[]; errors: string } {
  const standIn = join(root, 'test', 'contract', 'electron-stand-in.mjs')
  const args = ['--import', standIn, join(built, 'electron', 'main.js'), '--profile', folder]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 120_000 })
  return { status, lines: stdout.trim().split('\n'), errors: stderr }
}

test('lock, scheme and sandbox come before ready, the guards before the window, the window once the program is there, and the page last', () => {
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
      'program',
      'window',
      'load app://kiosk/ 200 the page',
      'kiosk.read 1 0.0.0',
      'quit',
    ],
  })
})

test('a profile that is not set up is refused in a box, and no window opens', () => {
  const { status, lines } = start(join(profile, 'nowhere'))
  expect(status).toBe(1)
  expect(lines).toEqual(['lock', 'scheme', 'sandbox', 'ready', 'box'])
})
