import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PageNotBuilt, readPageFiles } from '../../../../main/shell/index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chot-page-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '')
  writeFileSync(join(folder, 'assets', 'index-1.js'), '')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('every file has its path and its type, and / is index.html', () => {
  expect(readPageFiles(folder)).toEqual(
    new Map([
      ['/', { file: join(folder, 'index.html'), type: 'text/html; charset=utf-8' }],
      ['/index.html', { file: join(folder, 'index.html'), type: 'text/html; charset=utf-8' }],
      ['/assets/index-1.js', { file: join(folder, 'assets', 'index-1.js'), type: 'text/javascript; charset=utf-8' }],
    ]),
  )
})

test('source maps, files of unknown types and links are left out', () => {
  writeFileSync(join(folder, 'index-1.js.map'), '')
  writeFileSync(join(folder, 'notes.txt'), '')
  symlinkSync(join(folder, 'index.html'), join(folder, 'linked.html'))
  expect([...readPageFiles(folder).keys()].toSorted()).toEqual(['/', '/assets/index-1.js', '/index.html'])
})

test('a folder that is not there, or has no page, has not been built', () => {
  rmSync(join(folder, 'index.html'))
  expect(() => readPageFiles(folder)).toThrow(PageNotBuilt)
  expect(() => readPageFiles(join(folder, 'nowhere'))).toThrow(PageNotBuilt)
})
