import base45 from 'base45'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeBase45, encodeBase45 } from '../../../../shared/certificate/base45.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('base45', () => {
  test.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
  ])('%s and %s stand for each other (RFC 9285 §4.3, §4.4)', (plain, text) => {
    expect(encodeBase45(bytes(plain))).toBe(text)
    expect(decodeBase45(text)).toEqual(bytes(plain))
  })

  test.each([
    ['a lower-case letter', 'bb8'],
    ['a character beyond ASCII', 'BBĐ'],
    ['a line feed', 'BB\n'],
    ['a length that no bytes have', 'BB8A'],
    ['three characters over two bytes', ':::'],
    ['two characters over one byte', '::'],
    ['the first overflow, GGX', 'GGX'],
  ])('refuses %s', (_what, text) => {
    expect(() => decodeBase45(text)).toThrow(expect.objectContaining({ code: 'text-damaged' }))
  })

  test('the largest group, FGW, is two bytes of 255 (RFC 9285 §6)', () => {
    expect(decodeBase45('FGW')).toEqual(Uint8Array.of(255, 255))
  })

  test('gives back any bytes, and agrees with another implementation', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (content) => {
        const text = encodeBase45(content)
        expect(decodeBase45(text)).toEqual(content)
        expect(text).toBe(base45.encode(Buffer.from(content)))
      }),
    )
  })
})
