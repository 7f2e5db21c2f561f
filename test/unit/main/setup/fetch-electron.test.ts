import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fetchElectron } from '../../../../main/setup/fetch-electron.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chot-fetch-test-'))
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'package.json'), '{"type":"commonjs","version":"1.2.3"}')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Stands for the package's own installer. */
const installer = (source: string): void =>
  writeFileSync(
    join(folder, 'install.js'),
    `const fs = require('fs'), path = require('path'), os = require('os');${source}`,
  )

test.runIf(process.platform === 'linux')('an installer that finishes leaves a binary', async () => {
  installer(`for (const [file, text] of [['dist/version', '1.2.3'], ['dist/electron', ''], ['path.txt', 'electron']])
    fs.writeFileSync(path.join(__dirname, file), text)`)
  const found = await fetchElectron({ look: 50, idleLooks: 200 }, folder)
  expect(found).toEqual({ state: 'present', binary: join(folder, 'dist', 'electron') })
})

test('an installer that fails is not waited for, and why is said', async () => {
  installer('process.exit(7)')
  const found = await fetchElectron({ look: 50, idleLooks: 200 }, folder)
  expect(found).toEqual({
    state: 'unreachable',
    why: {
      vi: 'không tải được Electron (trình cài đặt dừng với mã 7)',
      en: 'Electron could not be fetched (its installer ended with status 7)',
    },
  })
})

test('an installer that gets nothing is given up, and its temporary folder is removed', async () => {
  installer(`fs.writeFileSync(path.join(__dirname, 'tmp.txt'), os.tmpdir()); setInterval(() => {}, 1000)`)
  const found = await fetchElectron({ look: 50, idleLooks: 20 }, folder)
  expect(found).toMatchObject({
    state: 'unreachable',
    why: { en: 'Electron could not be fetched (nothing arrived in 1 s)' },
  })
  expect(existsSync(readFileSync(join(folder, 'tmp.txt'), 'utf8'))).toBe(false)
})

test.runIf(process.platform === 'linux')('an installer whose download grows is not given up', async () => {
  installer(`let ticks = 0
    setInterval(() => {
      fs.appendFileSync(path.join(os.tmpdir(), 'part'), 'x')
      if (++ticks < 60) return
      for (const [file, text] of [['dist/version', '1.2.3'], ['dist/electron', ''], ['path.txt', 'electron']])
        fs.writeFileSync(path.join(__dirname, file), text)
      process.exit(0)
    }, 20)`)
  const found = await fetchElectron({ look: 100, idleLooks: 8 }, folder)
  expect(found).toMatchObject({ state: 'present' })
})
