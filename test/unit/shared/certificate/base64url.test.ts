import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeBase64url } from '../../../../shared/certificate/base64url.ts'

describe('base64url', () => {
  test.each([
    ['', []],
    ['Zg', [102]],
    ['Zg==', [102]],
    ['Zm8', [102, 111]],
    ['Zm8=', [102, 111]],
    ['Zm9v', [102, 111, 111]],
    ['-_-_', [251, 255, 191]],
  ])('reads %s', (text, bytes) => {
    expect(decodeBase64url(text)).toEqual(Uint8Array.from(bytes))
  })

  test.each([
    ['a length that no bytes have', 'Zm9vY'],
    ['plain base64', '+/+/'],
    ['padding that is not whole', 'Zg='],
    ['padding where none is due', 'Zm9v===='],
    ['nothing but padding', '=='],
    ['padding inside', 'Zg==Zg=='],
    ['bits beyond the last byte', 'Zh'],
    ['white space', 'Zm9v\n'],
    ['a letter beyond ASCII', 'Zmđv'],
  ])('refuses %s', (_what, text) => {
    expect(decodeBase64url(text)).toBeNull()
  })

  test('gives back any bytes that Node wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(decodeBase64url(Buffer.from(bytes).toString('base64url'))).toEqual(bytes)
      }),
    )
  })

  test('has no two unpadded texts for the same bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'AQgwBCZ09-_'.split('')), maxLength: 12 }), (text) => {
        const bytes = decodeBase64url(text)
        if (bytes) expect(Buffer.from(bytes).toString('base64url')).toBe(text)
      }),
    )
  })
})
