/** What somebody else may have put where a file is expected. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import {
  FileUnreadable,
  openForeignFile,
  parseJsonBytes,
  readForeignFile,
  readForeignFileIfThere,
} from '../../../../main/files/index.ts'

const pipes = process.platform !== 'win32'
const why = pipes ? '' : ' (skipped: Windows has no such files)'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chot-files-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function plainFile(): string {
  const file = join(newFolder(), 'file')
  writeFileSync(file, 'content')
  return file
}

const faultOf = (read: () => unknown): string => {
  try {
    read()
    return 'none'
  } catch (error) {
    if (error instanceof FileUnreadable) return error.fault
    throw error
  }
}

/** Each makes something that is no regular file, and answers its path. */
const others: [string, () => string][] = [
  [
    'a pipe that nobody writes into',
    () => {
      const pipe = join(newFolder(), 'pipe')
      execFileSync('mkfifo', [pipe])
      return pipe
    },
  ],
  ['a device that never ends', () => '/dev/zero'],
  ['a folder', newFolder],
  [
    'a link to a file',
    () => {
      const link = join(newFolder(), 'link')
      symlinkSync(plainFile(), link)
      return link
    },
  ],
]

describe('a regular file', () => {
  test('is read whole, up to the limit', () => {
    expect(readForeignFile(plainFile(), 7).bytes.toString()).toBe('content')
    expect(faultOf(() => readForeignFile(plainFile(), 6))).toBe('too-large')
  })

  test('that is not there is missing, or nothing where that is asked', () => {
    const file = join(newFolder(), 'none')
    expect(faultOf(() => readForeignFile(file, 1))).toBe('missing')
    expect(faultOf(() => readForeignFile(join(plainFile(), 'below'), 1))).toBe('missing')
    expect(readForeignFileIfThere(file, 1)).toBeNull()
  })
})

describe.skipIf(!pipes)(`in the place of a file${why}`, () => {
  test.each(others)('%s is refused at once, and never waited for', (_what, make) => {
    expect(faultOf(() => readForeignFile(make(), 1_000_000))).toBe('not-a-file')
  })

  test.each(others)('%s is refused to whoever reads piece by piece', async (_what, make) => {
    await expect(openForeignFile(make())).rejects.toMatchObject({ fault: 'not-a-file' })
  })

  test('a link to a folder on the way is followed: only the last name decides', () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'real'))
    writeFileSync(join(folder, 'real', 'file'), 'x')
    symlinkSync(join(folder, 'real'), join(folder, 'link'))
    expect(readForeignFile(join(folder, 'link', 'file'), 1).bytes.toString()).toBe('x')
  })
})

describe('JSON as editors save it', () => {
  const text = '{"tên":"Bắc Giang"}'
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le')
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, little end first', utf16],
    ['UTF-16, big end first', Buffer.from(utf16).swap16()],
  ])('is read in %s', (_encoding, bytes) => {
    expect(parseJsonBytes(bytes)).toEqual({ tên: 'Bắc Giang' })
  })

  test.each([
    ['letters of an old code page', Buffer.from('{"a":"\xe9"}', 'latin1')],
    ['a mark in the middle', Buffer.from('{\uFEFF"a":1}')],
    ['nothing', Buffer.alloc(0)],
  ])('is not read with %s', (_what, bytes) => {
    expect(() => parseJsonBytes(bytes)).toThrow()
  })
})
