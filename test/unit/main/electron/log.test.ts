import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLog } from '../../../../main/electron/log.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chot-log-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('lines are kept in order, each with its time', () => {
  const log = openLog(join(folder, 'profile'))
  log('one')
  log('two')
  expect(readFileSync(join(folder, 'profile', 'kiosk.log'), 'utf8')).toMatch(/^\S+Z one\n\S+Z two\n$/)
})

test('a long log begins anew and keeps the part before', () => {
  const log = openLog(folder, 10)
  log('the first')
  log('the second')
  expect(readFileSync(join(folder, 'kiosk.log'), 'utf8')).toContain('the second')
  expect(readFileSync(join(folder, 'kiosk.log'), 'utf8')).not.toContain('the first')
  expect(readFileSync(join(folder, 'kiosk.log.1'), 'utf8')).toContain('the first')
})

test('a line that cannot be written is no failure', () => {
  writeFileSync(join(folder, 'file'), '')
  expect(() => openLog(join(folder, 'file', 'profile'))('lost')).not.toThrow()
})
