import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeBase32, encodeBase32 } from '../../../../shared/certificate/base32.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('base32 without padding', () => {
  test.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('"%s" and "%s" stand for each other (RFC 4648 §10)', (plain, text) => {
    expect(encodeBase32(bytes(plain))).toBe(text)
    expect(decodeBase32(text)).toEqual(bytes(plain))
  })

  test('any bytes come back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (any) => {
        expect(decodeBase32(encodeBase32(any))).toEqual(new Uint8Array(any))
      }),
    )
  })

  test.each([
    ['lower-case letters', 'mzxw6'],
    ['padding', 'MZXQ===='],
    ['a digit that is not of the alphabet', 'MZX0'],
    ['a character beyond ASCII', 'MZXĐ'],
    ['white space', 'MZXW 6YQ'],
    ['one character, which is no byte', 'M'],
    ['three characters over', 'MZX'],
    ['six characters over', 'MZXW6Y'],
    ['bits beyond the last byte', 'MZ'],
  ])('refuses %s', (_what, text) => {
    expect(() => decodeBase32(text)).toThrow(expect.objectContaining({ code: 'text-damaged' }))
  })
})
