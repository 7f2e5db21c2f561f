/** What somebody may have put in the place of a file of the profile. */
import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { demandOwnFiles, openOwnFile, OwnFileReplaced, replaceOwnFile } from '../../../../main/files/index.ts'
import { newFolder, strangers } from '../../../fixtures/strangers.ts'

const write = constants.O_RDWR | constants.O_CREAT

describe.each(strangers)('%s in the place of a file of the profile', (_, put) => {
  test('is named, and neither opened nor waited for', () => {
    const path = join(newFolder(), 'own')
    put(path)
    expect(() => demandOwnFiles(path)).toThrow(OwnFileReplaced)
    for (const flags of [constants.O_RDONLY, write])
      expect(() => openOwnFile(path, flags)).toThrow(expect.objectContaining({ code: 'OWN_FILE_REPLACED', path }))
  })

  test('makes way for the file that belongs there, and nothing is written through it', () => {
    const path = join(newFolder(), 'own')
    const there = put(path)
    put(`${path}.part`)
    replaceOwnFile(path, 'ours')
    expect(readFileSync(path, 'utf8')).toBe('ours')
    expect(() => demandOwnFiles(path)).not.toThrow()
    if (there !== null) expect(readFileSync(there, 'utf8')).toBe('theirs')
  })
})

test('a file of the profile is opened, and made where that is asked', () => {
  const path = join(newFolder(), 'own')
  expect(() => openOwnFile(path)).toThrow(expect.objectContaining({ code: 'ENOENT' }))
  closeSync(openOwnFile(path, write))
  expect(() => demandOwnFiles(path, `${path}.none`)).not.toThrow()
  closeSync(openOwnFile(path))
})

test('a link that leads nowhere makes no file where it leads', () => {
  const folder = newFolder()
  symlinkSync(join(folder, 'made'), join(folder, 'own'))
  expect(() => openOwnFile(join(folder, 'own'), write)).toThrow(OwnFileReplaced)
  expect(existsSync(join(folder, 'made'))).toBe(false)
})

test('a folder that makes way keeps what is in it', () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'own'))
  writeFileSync(join(folder, 'own', 'kept'), 'theirs')
  replaceOwnFile(join(folder, 'own'), 'ours')
  const aside = readdirSync(folder).find((name) => name.startsWith('own.folder-'))
  expect(readFileSync(join(folder, String(aside), 'kept'), 'utf8')).toBe('theirs')
})
