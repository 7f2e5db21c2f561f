/** The recovery code, from the screen to paper and back. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRecoveryCode, writeRecoveryCode } from '../../../../../shared/domain/secret/recovery-code.ts'

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const letter = fc.constantFrom(...alphabet.split(''))

describe('a recovery code', () => {
  test('is 27 letters and figures in groups of four, without those that look alike', () => {
    fc.assert(
      fc.property(bytes, (code) => {
        expect(writeRecoveryCode(code)).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{3}$/)
      }),
    )
  })

  test('is read back as it was written', () => {
    fc.assert(
      fc.property(bytes, (code) => {
        expect(readRecoveryCode(writeRecoveryCode(code))).toEqual(code)
      }),
    )
  })

  test('is read in either case, however it is grouped, with O for 0 and I or L for 1', () => {
    const written = writeRecoveryCode(Uint8Array.from({ length: 16 }, (_, at) => at))
    const typed = [
      written.toLowerCase(),
      written.replaceAll('-', ''),
      written.replaceAll('-', ' '),
      `  ${written.replaceAll('-', ' – ')}\n`,
      written.replaceAll('0', 'O'),
      written.replaceAll('0', 'o').replaceAll('1', 'l'),
      written.replaceAll('1', 'I'),
    ]
    const read = readRecoveryCode(written)
    expect(read).toBeInstanceOf(Uint8Array)
    for (const each of typed) expect(readRecoveryCode(each), each).toEqual(read)
  })

  test('with one wrong letter anywhere is refused', () => {
    fc.assert(
      fc.property(bytes, fc.nat(26), letter, (code, place, other) => {
        const letters = writeRecoveryCode(code).replaceAll('-', '').split('')
        fc.pre(letters[place] !== other)
        letters[place] = other
        expect(readRecoveryCode(letters.join(''))).toBe('check')
      }),
    )
  })

  test('with two letters that changed places is refused', () => {
    fc.assert(
      fc.property(bytes, fc.nat(26), fc.nat(26), (code, one, other) => {
        const letters = writeRecoveryCode(code).replaceAll('-', '').split('')
        fc.pre(letters[one] !== letters[other])
        ;[letters[one], letters[other]] = [letters[other]!, letters[one]!]
        expect(readRecoveryCode(letters.join(''))).toBe('check')
      }),
    )
  })

  test('that is cut short or has too much is refused', () => {
    const written = writeRecoveryCode(new Uint8Array(16)).replaceAll('-', '')
    for (const typed of ['', written.slice(1), `${written}0`]) expect(readRecoveryCode(typed)).toBe('length')
  })

  test('with a letter that no code has is refused as such', () => {
    expect(readRecoveryCode('U'.repeat(27))).toBe('letter')
    expect(readRecoveryCode('Đ'.repeat(27))).toBe('letter')
  })

  test('no text makes reading throw, and what is read is written as a code again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (typed) => {
        const read = readRecoveryCode(typed)
        if (typeof read !== 'string') expect(readRecoveryCode(writeRecoveryCode(read))).toEqual(read)
      }),
    )
  })
})
