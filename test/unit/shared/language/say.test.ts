import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import {
  countedAs,
  findingCodes,
  longestShort,
  type FindingCode,
} from '../../../../shared/domain/finding/finding-codes.ts'
import { finding } from '../../../../shared/domain/finding/finding.ts'
import { mostPeopleCounted } from '../../../../shared/domain/limits.ts'
import { locales } from '../../../../shared/language/locale.ts'
import { sayFinding, sayShort } from '../../../../shared/language/say.ts'
import { formatInstant, localDay, startOfLocalDay } from '../../../../shared/language/time.ts'

describe('sentences', () => {
  test('quote values, and instants in Viet Nam’s time', () => {
    const values = { expiredAt: Date.parse('2021-10-04T17:30:00Z') }
    const expired = finding('period-expired', values)
    expect(sayFinding('vi', expired)).toContain('00:30 05/10/2021')
    expect(sayFinding('en', expired)).toContain('00:30 05/10/2021')
  })

  test.each(Object.entries(findingCodes))(
    '%s says whole sentences in both languages, quoting the same values',
    (_code, entry) => {
      const quoted = (message: string): string[] =>
        [...message.matchAll(/\{(\w+)\}/g)]
          .map(([, name]) => (name === 'vi' || name === 'en' ? 'language' : (name ?? '')))
          .toSorted()
      expect(entry.vi).toMatch(/^\p{Lu}.*[.}]$/u)
      expect(entry.en).toMatch(/^\p{Lu}.*[.}]$/u)
      expect(quoted(entry.vi)).toEqual(quoted(entry.en))
      expect(() => new IntlMessageFormat(entry.vi, 'vi-VN')).not.toThrow()
      expect(() => new IntlMessageFormat(entry.en, 'en-GB')).not.toThrow()
    },
  )
})

/** As long as each value can be: an instant is always written in sixteen characters, and no policy sets more hours. */
const longestValues = (message: string): Record<string, number> =>
  Object.fromEntries(
    [...message.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
      if (name.endsWith('At')) return [name, Date.parse('2026-11-22T07:42:00+07:00')]
      if (name === 'limit') return [name, 10_000]
      if (name === 'there' || name === 'counted') return [name, mostPeopleCounted]
      throw new Error(`nobody knows how long {${name}} can be`)
    }),
  )

test('a reason in one line has at most 32 characters', () => expect(longestShort).toBe(32))

describe.each(locales)('the reason in one line, in %s', (locale) => {
  const codes = Object.keys(findingCodes) as FindingCode[]
  const said = (code: FindingCode): string =>
    sayShort(locale, finding(code, longestValues(findingCodes[code].short[locale])))

  test.each(codes)('%s is at most so long that it is read at once, with the longest values in it', (code) => {
    expect(said(code).normalize('NFC').length).toBeLessThanOrEqual(longestShort)
    expect(said(code)).toMatch(/^\p{Lu}.*[^.]$/u)
  })

  test.each(codes)('%s is counted under words that quote no value of one finding', (code) => {
    expect(countedAs(code)[locale]).toMatch(/^\p{Lu}[^{}…]*[^.{}…]$/u)
    expect(countedAs(code)[locale].normalize('NFC').length).toBeLessThanOrEqual(longestShort)
  })

  test('is counted under other words for every code', () => {
    expect(new Set(codes.map((code) => countedAs(code)[locale])).size).toBe(codes.length)
  })

  test('is another for every code, so that one is never taken for another', () => {
    expect(new Set(codes.map(said)).size).toBe(codes.length)
  })
})

test('forged, not to be checked here, expired and revoked begin with another word each', () => {
  const expired = finding('period-expired', { expiredAt: Date.parse('2021-10-04T07:30:00+07:00') })
  const shown = [finding('signature-mismatch'), finding('key-unknown'), expired, finding('revocation-listed')]
  expect(shown.map((each) => sayShort('vi', each))).toEqual([
    'Có thể giả: chữ ký không khớp',
    'Không kiểm tra được: thiếu khóa',
    'Hết hạn lúc 07:30 04/10/2021',
    'Đã bị thu hồi',
  ])
})

describe('times', () => {
  test('are written as Vietnamese officers write them', () => {
    expect(formatInstant(Date.parse('2026-11-22T00:42:00Z'))).toBe('07:42 22/11/2026')
    expect(formatInstant(Number.NaN)).toBe('—')
  })

  test('a day begins at midnight in Viet Nam', () => {
    const lastMoment = Date.parse('2021-10-04T23:59:59.999+07:00')
    expect(localDay(lastMoment)).toBe('2021-10-04')
    expect(localDay(lastMoment + 1)).toBe('2021-10-05')
    expect(startOfLocalDay(lastMoment)).toBe(Date.parse('2021-10-04T00:00:00+07:00'))
  })
})
