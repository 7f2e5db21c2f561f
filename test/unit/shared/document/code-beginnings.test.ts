import { expect, test } from 'vitest'
import { beginsLikeCode, longestBeginning } from '../../../../shared/document/code-beginnings.ts'

test.each([
  'HC1:6BFOXN',
  'hc1:6bfoxn',
  'HC2:6BFOXN',
  'LT1:6BFNX1RM',
  'NO1:6BFNX1RM',
  'shc:/5676',
  'shlink:/eyJ',
  'NZCP:/1/2KCE',
  'CHOT:CHO-QUA:XY',
  'DC04FR0000011E6A',
  '{"data":{"hdr"',
  '024099001234|121234567|',
  'DN4790123456789|4e',
  '******1234|',
  ']Q1HC1:6BF',
  '\\000026HC1:6BF',
])('%s begins as a code', (text) => {
  expect(beginsLikeCode(text)).toBe(true)
  expect(beginsLikeCode(text.slice(0, longestBeginning))).toBe(true)
})

test.each([
  '98A-123.45',
  '80-011-NG-01',
  'QL1: tắc đường',
  'BV2:',
  '024099001234',
  'DC04 1234',
  'HC1',
  'Nguyễn Văn An',
  '12/03/1999',
  '*** chú ý',
  'a[1] b',
  '',
])('%j may be typed by a hand', (text) => {
  expect(beginsLikeCode(text)).toBe(false)
})
