import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build } from 'vite'
import { electronBundle } from '../../../../main/setup/build.ts'

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chot-bundle-'))
  await build(electronBundle(folder, 'main/electron/preload.ts', 'preload.cjs', 'cjs'))
  await build(electronBundle(folder, 'main/electron/index.ts', 'main.js', 'es'))
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

const read = (file: string): string => readFileSync(join(folder, file), 'utf8')

test('each entry becomes one file', () => {
  expect(readdirSync(folder).toSorted()).toEqual(['main.js', 'preload.cjs'])
})

test('the preload script is CommonJS and requires Electron alone, for a sandboxed one can load nothing else', () => {
  expect(read('preload.cjs').match(/\brequire\(.*?\)/g)).toEqual(['require("electron")'])
  expect(read('preload.cjs')).not.toMatch(/^(import|export) /m)
})

test('the main file is a module that imports only Electron, SQLite and Node', () => {
  const imported = [...read('main.js').matchAll(/^import\b[^;]*?["']([^"']+)["'];?$/gm)].map((match) => match[1] ?? '')
  const outside = ['electron', 'better-sqlite3', 'better-sqlite3-multiple-ciphers']
  expect(imported.filter((name) => !name.startsWith('node:') && !outside.includes(name))).toEqual([])
  expect(imported).toEqual(expect.arrayContaining(outside))
})
