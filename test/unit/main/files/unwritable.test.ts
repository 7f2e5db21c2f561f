import { expect, test } from 'vitest'
import { sayUnwritable } from '../../../../main/files/unwritable.ts'

test.each([
  ["Error: ENOSPC: no space left on device, open '/p/x'", 'ổ đĩa đầy', 'the disk is full'],
  ['EDQUOT', 'ổ đĩa đầy', 'the disk is full'],
  ['EROFS: read-only file system', 'ổ đĩa chỉ đọc', 'read-only'],
  ['EACCES: permission denied', 'không có quyền ghi', 'may not write'],
])('%s is told with what to do in both languages', (said, inVietnamese, inEnglish) => {
  const [vi, en] = sayUnwritable('/p', said)?.split(' / ') ?? []
  expect(vi).toContain(inVietnamese)
  expect(vi).toContain('Hãy ')
  expect(en).toContain(inEnglish)
})

test('anything else is not why', () => {
  expect(sayUnwritable('/p', 'TypeError: x is not a function')).toBeNull()
})
