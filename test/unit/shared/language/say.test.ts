import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { findingCodes } from '../../../../shared/domain/finding-codes.ts'
import { sayFinding } from '../../../../shared/language/say.ts'
import { formatInstant, localDay, startOfLocalDay } from '../../../../shared/language/time.ts'

describe('sentences', () => {
  test('quote values, and instants in Viet Nam’s time', () => {
    const values = { expiredAt: Date.parse('2021-10-04T17:30:00Z') }
    const finding = { check: 'period', status: 'fail', code: 'period-expired', values } as const
    expect(sayFinding('vi', finding)).toContain('00:30 05/10/2021')
    expect(sayFinding('en', finding)).toContain('00:30 05/10/2021')
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
