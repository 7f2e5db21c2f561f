import { describe, expect, test } from 'vitest'
import { decodeDigits, encodeDigits, isShc, readNumericPart } from '../../../../shared/certificate/shc-numeric.ts'

const refusal = expect.objectContaining({ code: 'text-damaged' })

describe('the digits of a health card', () => {
  test('stand in pairs for the characters from - to z', () => {
    expect(decodeDigits('0077')).toBe('-z')
    expect(encodeDigits('-.0Z_z')).toBe('000103455077')
  })

  test.each([
    ['pair 78', '0078'],
    ['pair 99', '9900'],
    ['an odd number', '007'],
  ])('are refused with %s', (_what, digits) => {
    expect(() => decodeDigits(digits)).toThrow(refusal)
  })
})

describe('the text of one code', () => {
  test('is whole without a numbering', () => {
    expect(readNumericPart('shc:/5676')).toEqual({ index: 1, total: 1, digits: '5676' })
  })

  test('tells which of how many parts it is', () => {
    expect(readNumericPart('shc:/2/17/5676')).toEqual({ index: 2, total: 17, digits: '5676' })
  })

  test('is known when Caps Lock has changed its scheme', () => {
    expect(isShc('SHC:/5676')).toBe(true)
    expect(readNumericPart('SHC:/5676').digits).toBe('5676')
  })

  test.each(['shc:5676', 'https://shc:/5676', 'ashc:/56'])('"%s" is no health card', (text) => {
    expect(isShc(text)).toBe(false)
  })

  test.each([
    ['no digits', 'shc:/'],
    ['a letter', 'shc:/56a6'],
    ['a part beyond the last', 'shc:/3/2/5676'],
    ['part zero', 'shc:/0/2/5676'],
    ['a padded number', 'shc:/01/2/5676'],
    ['a total of zero', 'shc:/1/0/5676'],
    ['a hundred parts', 'shc:/1/100/5676'],
    ['a number without its total', 'shc:/1/5676'],
    ['white space', 'shc:/1/2/ 5676'],
    ['digits of another script', 'shc:/٥٦'],
  ])('is refused with %s', (_what, text) => {
    expect(() => readNumericPart(text)).toThrow(refusal)
  })

  test('is refused when it is longer than any code', () => {
    expect(() => readNumericPart(`shc:/1/2/${'0'.repeat(20_000)}`)).toThrow(
      expect.objectContaining({ code: 'content-too-large' }),
    )
  })
})
