import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FileUnreadable, readNamedFile } from '../../../../main/files/index.ts'
import { saySystemError } from '../../../../main/terminal/system-error.ts'

const folder = mkdtempSync(join(tmpdir(), 'chot-named-'))
const named = (name: string): string => join(folder, name)
writeFileSync(named('list.txt'), 'a list')

function faultOf(path: string, limit?: number): string | null {
  try {
    readNamedFile(path, limit)
    return null
  } catch (error) {
    return error instanceof FileUnreadable ? error.fault : String(error)
  }
}

describe('a file that a person names', () => {
  test('is read, and a link of theirs is followed', () => {
    symlinkSync(named('list.txt'), named('link.txt'))
    expect(readNamedFile(named('list.txt')).toString()).toBe('a list')
    expect(readNamedFile(named('link.txt')).toString()).toBe('a list')
  })

  test('is no folder, and not larger than it may be', () => {
    mkdirSync(named('folder'))
    expect(faultOf(named('folder'))).toBe('not-a-file')
    expect(faultOf(named('list.txt'), 5)).toBe('too-large')
    expect(faultOf(named('nowhere.txt'))).toBe('missing')
  })

  test.skipIf(process.platform === 'win32')('is no pipe or device, nor a link to one, and none is waited for', () => {
    execFileSync('mkfifo', [named('pipe')])
    symlinkSync(named('pipe'), named('to-a-pipe'))
    symlinkSync('/dev/zero', named('to-a-device'))
    for (const name of ['pipe', 'to-a-pipe', 'to-a-device'])
      expect([name, faultOf(named(name))]).toEqual([name, 'not-a-file'])
  })
})

test('why a file was not read is said in the reader’s language, with its path and what to do', () => {
  const error = new FileUnreadable('/stick/list.txt', 'not-a-file')
  expect(saySystemError(error, 'vi')).toMatch(/\/stick\/list\.txt: không phải tệp thường.*Kiểm tra đường dẫn/)
  expect(saySystemError(error, 'en')).toMatch(/\/stick\/list\.txt could not .*no regular file.*Check the path/)
})

test('a file that is there already is said to be kept, and another name is asked for', () => {
  const error = Object.assign(new Error('EEXIST'), { code: 'EEXIST', syscall: 'open', path: '/stick/a.backup' })
  expect(saySystemError(error, 'vi')).toBe('/stick/a.backup đã có rồi và không bị ghi đè. Chọn tên khác rồi chạy lại.')
  expect(saySystemError(error, 'en')).toMatch(/is there already and is not overwritten\. Choose another name/)
})
