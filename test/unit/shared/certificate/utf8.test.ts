import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeUtf8 } from '../../../../shared/certificate/utf8.ts'

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

describe('UTF-8', () => {
  test('of any text gives the text back, short or long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        const bytes = new TextEncoder().encode(text)
        expect(decodeUtf8(bytes, 0, bytes.length)).toBe(strict.decode(bytes))
      }),
    )
  })

  test('of any bytes is accepted and refused as the platform’s strict decoder does', () => {
    const lead = fc.constantFrom(0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff, 0x41)
    const next = fc.constantFrom(0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0x41)
    const hostile = fc
      .tuple(lead, fc.array(next, { maxLength: 4 }))
      .map(([first, rest]) => Uint8Array.of(first, ...rest))
    fc.assert(
      fc.property(fc.oneof(hostile, fc.uint8Array({ maxLength: 12 })), (bytes) => {
        let expected: string | null
        try {
          expected = strict.decode(bytes)
        } catch {
          expected = null
        }
        if (expected === null) {
          expect(() => decodeUtf8(bytes, 0, bytes.length)).toThrow(
            expect.objectContaining({ code: 'envelope-damaged' }),
          )
        } else expect(decodeUtf8(bytes, 0, bytes.length)).toBe(expected)
      }),
      { numRuns: 3000 },
    )
  })

  test('ends where it is told to, in the middle of a buffer', () => {
    const bytes = new TextEncoder().encode('aĐb')
    expect(decodeUtf8(bytes, 1, 3)).toBe('Đ')
    expect(() => decodeUtf8(bytes, 1, 2)).toThrow()
  })
})
