import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isInstalled, matchesLock, npmCommand } from '../../../../main/setup/install.mjs'
import { broughtNode } from '../../../../main/setup/node24.mjs'

const one = { version: '1.0.0', integrity: 'sha512-a' }

test('what is installed may lack an optional package', () => {
  const wanted = { packages: { '': {}, 'node_modules/a': one, 'node_modules/b': { ...one, optional: true } } }
  expect(matchesLock(wanted, { packages: { 'node_modules/a': one } })).toBe(true)
})

test.each([
  ['a package is missing', {}],
  ['a package has another version', { 'node_modules/a': { ...one, version: '1.0.1' } }],
  ['a package has other contents', { 'node_modules/a': { ...one, integrity: 'sha512-b' } }],
])('where %s the dependencies do not match', (_name, packages) => {
  expect(matchesLock({ packages: { 'node_modules/a': one } }, { packages })).toBe(false)
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chot-install-'))
  mkdirSync(join(folder, 'node_modules'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (file: string, content: unknown): void => writeFileSync(join(folder, file), JSON.stringify(content))

test('a checkout where npm has finished is installed', () => {
  put('package-lock.json', { packages: { 'node_modules/a': one } })
  put('node_modules/.package-lock.json', { packages: { 'node_modules/a': one } })
  expect(isInstalled(folder)).toBe(true)
})

test('a folder whose lock file names no package has nothing to install', () => {
  put('package-lock.json', { packages: { '': {} } })
  expect(isInstalled(folder)).toBe(true)
})

test('a checkout where npm was interrupted is not', () => {
  put('package-lock.json', { packages: { 'node_modules/a': one } })
  expect(isInstalled(folder)).toBe(false)
})

test('a checkout without the Node that its lock file brings is not', () => {
  const brought = broughtNode({ root: '', platform: process.platform, arch: process.arch })
  const path = `node_modules/${brought.split(/[\\/]/).at(-3) ?? ''}`
  put('package-lock.json', { packages: { [path]: { ...one, optional: true } } })
  put('node_modules/.package-lock.json', { packages: { [path]: one } })
  expect(isInstalled(folder)).toBe(false)
})

test('npm is called by the file it names while it runs a script', () => {
  const file = '/usr/lib/node_modules/npm/bin/npm-cli.js'
  expect(npmCommand({ npm_execpath: file }, 'linux')).toEqual({ command: process.execPath, args: [file], shell: false })
})

test('without it, or under another package manager, npm is called by name', () => {
  expect(npmCommand({}, 'linux')).toEqual({ command: 'npm', args: [], shell: false })
  expect(npmCommand({ npm_execpath: '/usr/lib/pnpm.cjs' }, 'win32')).toEqual({ command: 'npm', args: [], shell: true })
})
