import { expect, test } from 'vitest'
import { say } from '../../../../shared/language/say.ts'
import { formatNumber, formatSeconds } from '../../../../shared/language/number.ts'

test.each([
  ['vi', '0', '999', '1.204', '1.234.567'],
  ['en', '0', '999', '1,204', '1,234,567'],
] as const)('in “%s” thousands have the sign of the language, as in its sentences', (locale, ...written) => {
  const values = [0, 999, 1204, 1_234_567]
  expect(values.map((value) => formatNumber(locale, value))).toEqual(written)
  expect(values.map((value) => say(locale, '{value, number}', { value }))).toEqual(written)
})

test.each([
  ['vi', '0,5', '1.204,0'],
  ['en', '0.5', '1,204.0'],
] as const)('in “%s” seconds have tenths behind the sign of the language', (locale, short, long) => {
  expect([500, 1_204_000].map((milliseconds) => formatSeconds(locale, milliseconds))).toEqual([short, long])
})
