import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root } from '../../../main/setup/node24.mjs'
import { picturesFolder } from '../../e2e/pictures-folder.ts'

test('conformance says in a sentence that there is no data', () => {
  const empty = mkdtempSync(join(tmpdir(), 'chot-conformance-'))
  onTestFinished(() => rmSync(empty, { recursive: true }))
  for (const folder of [empty, join(empty, 'nowhere')]) {
    const ran = spawnSync(process.execPath, [join(root, 'test/conformance/run.ts'), folder], { encoding: 'utf8' })
    expect([ran.status, ran.stderr]).toEqual([66, expect.stringMatching(/^There is no test data in [^\n]*\n$/)])
  }
})

test.skipIf(!existsSync(join(root, '.git')))('pictures of the screens are written where git tracks nothing', () => {
  const { status } = spawnSync('git', ['check-ignore', '--quiet', join(picturesFolder(root, {}), 'lane.png')], {
    cwd: root,
  })
  expect(status).toBe(0)
})
