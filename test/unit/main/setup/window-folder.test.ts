import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWindowFolder } from '../../../../main/setup/window-folder.ts'

const address = `http://127.0.0.1:24680/#${'a'.repeat(64)}`
let profile: string

beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'chot-window-test-'))
})
afterEach(() => rmSync(profile, { recursive: true }))

test('the entrance leads to the address, and its owner alone can read it', () => {
  const { entrance } = openWindowFolder(profile, address)
  const file = fileURLToPath(entrance)
  expect(readFileSync(file, 'utf8')).toContain(`0;url=${address}"`)
  expect(entrance).not.toContain('#')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(dirname(file)).mode & 0o777).toBe(0o700)
  expect(statSync(join(profile, 'browser')).mode & 0o777).toBe(0o700)
})

test('a window begins with nothing that another one left', () => {
  mkdirSync(join(profile, 'browser', 'Default', 'Service Worker'), { recursive: true })
  const { userData } = openWindowFolder(profile, address)
  expect(existsSync(userData)).toBe(false)
  expect(readdirSync(join(profile, 'browser'))).toHaveLength(1)
})

test('a link in its place is not followed', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'chot-elsewhere-'))
  writeFileSync(join(elsewhere, 'theirs'), '')
  symlinkSync(elsewhere, join(profile, 'browser'))
  openWindowFolder(profile, address)
  expect(readdirSync(elsewhere)).toEqual(['theirs'])
  rmSync(elsewhere, { recursive: true })
})

test('once the window is in, the entrance is gone, and once it is closed, all is', () => {
  const folder = openWindowFolder(profile, address)
  mkdirSync(folder.userData)
  folder.shut()
  expect(existsSync(fileURLToPath(folder.entrance))).toBe(false)
  expect(existsSync(folder.userData)).toBe(true)
  folder.remove()
  expect(readdirSync(join(profile, 'browser'))).toEqual([])
})

test('where the profile takes nothing, the temporary folder does', () => {
  writeFileSync(join(profile, 'file'), '')
  const folder = openWindowFolder(join(profile, 'file'), address)
  expect(statSync(dirname(fileURLToPath(folder.entrance))).mode & 0o777).toBe(0o700)
  folder.remove()
})
