/** Dates of the calendar: what certificates and documents state, and what no calendar has. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateFromParts, readDate, readLastDay, statedDate } from '../../../../../shared/domain/time/calendar-date.ts'

describe('the date that a certificate states', () => {
  test.each([
    ['1990-05-17', '1990-05-17'],
    ['1990-05', '1990-05'],
    ['1990', '1990'],
    [' 1990-05-17 ', '1990-05-17'],
    ['1990-05-17T00:00:00Z', '1990-05-17'],
    ['1990-05-17 00:00', '1990-05-17'],
    ['1988-02-29', '1988-02-29'],
  ])('%j is %s', (text, date) => {
    expect(statedDate(text)).toBe(date)
  })

  test.each([
    '1990-13-45',
    '1988-00-02',
    '1990-00-00',
    '1990-02-30',
    '1989-02-29',
    '0000-01-01',
    '1899-12-31',
    '2200-01-01',
    '1990-5-17',
    '1990-05-17x',
    '1990-**-17',
    '17/05/1990',
    '-',
    '',
  ])('%j is none', (text) => {
    expect(statedDate(text)).toBeNull()
  })

  test('is a date that exists, or none', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(19|20)\d\d(-\d\d(-\d\d)?)?(T\d\d:\d\d)?$/), (text) => {
        const stated = statedDate(text)
        if (stated === null) return
        const whole = `${stated}-01-01`.slice(0, 10)
        expect(new Date(`${whole}T00:00:00Z`).toISOString().slice(0, 10)).toBe(whole)
      }),
    )
  })
})

test('a month or year stands for its last day', () => {
  expect(readLastDay('2004-02')).toBe(Date.UTC(2004, 1, 29))
  expect(readLastDay('2004')).toBe(Date.UTC(2004, 11, 31))
  expect(readLastDay('2004-**-11')).toBeNull()
})

test('a masked part is any', () => {
  expect(readDate('1987-**-18')).toEqual({ year: 1987, month: null, day: 18 })
  expect(dateFromParts('1987', '*', '31')).toBe('1987-**-31')
})
