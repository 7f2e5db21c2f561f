import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { electronFiles } from '../../../../main/setup/electron-files.ts'
import { root } from '../../../../main/setup/node24.mjs'

const read = (file: string): string => readFileSync(join(root, file), 'utf8')

test('what is built for Electron is what is packed, and nothing else of its folder', () => {
  const packed = [...read('electron-builder.yml').matchAll(/^ {2}- dist\/electron\/(.+)$/gm)].map(
    ([, name = '']) => name,
  )
  expect(packed.toSorted()).toEqual(electronFiles.map(({ name }) => name).toSorted())
})

test('each is an entry of knip, for nothing imports it', () => {
  const { workspaces }: { workspaces: Record<'.', { entry: string[] }> } = JSON.parse(read('knip.json'))
  const known = workspaces['.'].entry.flatMap((pattern) => {
    const [, before, names, after] = /^(.*)\{(.*)\}(.*)$/.exec(pattern) ?? [null, pattern, '', '']
    return names === '' ? [pattern] : (names ?? '').split(',').map((name) => `${before}${name}${after}`)
  })
  for (const file of electronFiles) expect(known).toContain(file.entry)
})
