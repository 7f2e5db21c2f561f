/** A fingerprint that is read out over the telephone, and typed by whoever listens. */
import { describe, expect, test } from 'vitest'
import { groupsBefore, readOut } from '../../../../../shared/domain/secret/fingerprint.ts'

const fingerprint = 'e3b0 c442 98fc 1c14 9afb f4c8 996f b924 27ae 41e4 649b 934c a495 991b 7852 b855'

describe('what was typed of a fingerprint', () => {
  test.each([
    'a495 991b 7852 b855',
    'A495991B7852B855',
    ' a495-991b-7852-b855. ',
    fingerprint,
    fingerprint.toUpperCase(),
  ])('is the same by its last four groups, or whole, however it is written: %s', (typed) =>
    expect(readOut(fingerprint, typed)).toBe('same'),
  )

  test.each([
    'a495 991b 7852 b856',
    '0000 0000 0000 0000',
    'e3b0 c442 98fc 1c14',
    `${fingerprint} a495`,
    '934c a495 991b 7852 b855',
  ])('differs where a digit does, where it is another part, and where there is more: %s', (typed) =>
    expect(readOut(fingerprint, typed)).toBe('differs'),
  )

  test.each(['', '   ', 'b855', '7852 b855', 'a495 991b 7852 b85'])(
    'is no answer yet while it is shorter than four groups: "%s"',
    (typed) => expect(readOut(fingerprint, typed)).toBe('short'),
  )

  test.each(['đd 991b 7852 b855', 'â495 991b 7852 b855', 'a495 991b 7852 b855 ê'])(
    'is said to be changed by an input method, and not to differ, where letters have marks: %s',
    (typed) => expect(readOut(fingerprint, typed)).toBe('accented'),
  )

  test('never agrees with a fingerprint that is not there', () => {
    expect(readOut('', '')).toBe('short')
    expect(readOut('', '0000 0000 0000 0000')).toBe('differs')
  })
})

test('what a screen shows while it asks for the end has no digit of it', () => {
  const shown = groupsBefore(fingerprint)
  expect(shown).toBe(`${fingerprint.replaceAll(' ', '').slice(0, 48)}${'·'.repeat(16)}`)
})
