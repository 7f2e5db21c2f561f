import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build } from 'vite'
import { electronBundle } from '../../../../main/setup/build.ts'
import { electronFiles } from '../../../../main/setup/electron-files.ts'

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chot-bundle-'))
  for (const file of electronFiles) await build(electronBundle(folder, file))
})
afterAll(() => rmSync(folder, { recursive: true }))

const read = (file: string): string => readFileSync(join(folder, file), 'utf8')

test('each entry becomes one file', () => {
  expect(readdirSync(folder).toSorted()).toEqual([
    'job-thread.js',
    'main.js',
    'preload.cjs',
    'program.js',
    'seal-thread.js',
    'update-thread.js',
  ])
})

test('the preload script is CommonJS and requires Electron alone, for a sandboxed one can load nothing else', () => {
  expect(read('preload.cjs').match(/\brequire\(.*?\)/g)).toEqual(['require("electron")'])
  expect(read('preload.cjs')).not.toMatch(/^(import|export) /m)
})

test.each([
  ['main.js', ['electron']],
  // The disk is the program's: the shell that draws never waits for it.
  ['program.js', ['better-sqlite3', 'better-sqlite3-multiple-ciphers']],
])('%s is a module that imports nothing but Node and %j', (file, outside) => {
  const imported = [...read(file).matchAll(/^import\b[^;]*?["']([^"']+)["'];?$/gm)].map((match) => match[1] ?? '')
  expect([...new Set(imported.filter((name) => !name.startsWith('node:')))].toSorted()).toEqual(outside)
})
