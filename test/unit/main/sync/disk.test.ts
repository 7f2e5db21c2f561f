/** What a stick holds that somebody has filled. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { nodeDisk } from '../../../../main/sync/disk.ts'
import { mostNamesInFolder } from '../../../../shared/sync/limits.ts'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chot-disk-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

test('of a folder so many names are looked at, however many there are, and it is told that there are more', async () => {
  const folder = newFolder()
  for (let at = 0; at < mostNamesInFolder; at++) writeFileSync(join(folder, `${at}.part`), '')
  expect((await nodeDisk.list(folder)).more).toBe(false)
  writeFileSync(join(folder, 'one more'), '')
  const { names, more } = await nodeDisk.list(folder)
  expect([names.length, more]).toEqual([mostNamesInFolder, true])
})

test('a folder that is not there, or is a file, has no names', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'file'), '')
  expect(await nodeDisk.list(join(folder, 'none'))).toEqual({ names: [], more: false })
  expect(await nodeDisk.list(join(folder, 'file'))).toEqual({ names: [], more: false })
})
