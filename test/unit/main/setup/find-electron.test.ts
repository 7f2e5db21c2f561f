import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findElectronBinary } from '../../../../main/setup/find-electron.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chot-electron-test-'))
  mkdirSync(join(folder, 'dist'))
  put('package.json', '{"name":"electron","version":"45.4.1"}')
  put('dist/version', '45.4.1')
  put('dist/electron', '')
  put('path.txt', 'electron')
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (file: string, text: string): void => writeFileSync(join(folder, file), text)

test('a complete package has its binary', () => {
  expect(findElectronBinary(folder, {}, 'linux')).toEqual({
    state: 'present',
    binary: join(folder, 'dist', 'electron'),
  })
})

test.each<[string, () => void]>([
  ['without the package', () => rmSync(join(folder, 'package.json'))],
  ['without dist', () => rmSync(join(folder, 'dist'), { recursive: true })],
  ['with the binary of another version', () => put('dist/version', '44.0.0')],
  ['with an unfinished unpacking (no path.txt)', () => rmSync(join(folder, 'path.txt'))],
  ['with the binary of another system', () => put('path.txt', 'electron.exe')],
  ['with the file itself gone', () => rmSync(join(folder, 'dist', 'electron'))],
])('%s there is none', (_name, spoil) => {
  spoil()
  expect(findElectronBinary(folder, {}, 'linux')).toMatchObject({ state: 'absent' })
})

test('ELECTRON_OVERRIDE_DIST_PATH names the folder to take it from', () => {
  rmSync(join(folder, 'path.txt'))
  const dist = join(folder, 'dist')
  expect(findElectronBinary(folder, { ELECTRON_OVERRIDE_DIST_PATH: dist }, 'linux')).toEqual({
    state: 'present',
    binary: join(dist, 'electron'),
  })
  expect(findElectronBinary(folder, { ELECTRON_OVERRIDE_DIST_PATH: folder }, 'linux')).toMatchObject({
    state: 'absent',
  })
})
