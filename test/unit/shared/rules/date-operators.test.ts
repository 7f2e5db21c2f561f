/** What CertLogic's date operators do, and what they do with what is no date or has no zone. */
import { describe, expect, test } from 'vitest'
import { evaluated } from './evaluated.ts'

const utc = { zonelessDateTimes: 'utc' } as const
const at = (text: unknown): unknown => ({ plusTime: [text, 0, 'day'] })

const later = (text: string, amount: number, unit: string): unknown => ({
  'not-before': [{ plusTime: [{ var: '' }, amount, unit] }, { plusTime: [text, 0, 'day'] }],
})

const isAfter = (text: string): unknown => ({ after: [{ dccDateOfBirth: [{ var: '' }] }, at(text)] })

describe('comparisons of date-times', () => {
  const [monday, tuesday] = [at('2021-10-04'), at('2021-10-05')]

  test.each([
    ['after', tuesday, monday, true],
    ['after', monday, monday, false],
    ['before', monday, tuesday, true],
    ['before', monday, monday, false],
    ['not-after', monday, monday, true],
    ['not-after', tuesday, monday, false],
    ['not-before', monday, monday, true],
    ['not-before', monday, tuesday, false],
  ])('%s', (operator, a, b, expected) => {
    expect(evaluated({ [operator]: [a, b] })).toBe(expected)
  })

  test('hold between three', () => {
    expect(evaluated({ 'not-after': [monday, tuesday, monday] })).toBe(false)
    expect(evaluated({ 'not-after': [monday, tuesday, tuesday] })).toBe(true)
  })

  test('an impossible date is a fault, which a negation does not make true', () => {
    expect(evaluated({ '!': [{ after: [at({ var: '' }), monday] }] }, '2021-13-01')).toBe('fault: not-a-date')
  })

  test('texts are not date-times', () => {
    expect(evaluated({ after: ['2021-10-05', monday] })).toBe('fault: not-a-date-time')
  })

  test('a date of the platform is not a date-time', () => {
    expect(evaluated({ after: [{ var: '' }, monday] }, new Date())).toBe('fault: not-a-date-time')
  })
})

describe('plusTime', () => {
  test.each([
    ['hour', '2021-10-01T01:00:00Z', true],
    ['day', '2021-10-02T00:00:00Z', true],
    ['month', '2021-11-01T00:00:00Z', true],
    ['year', '2022-10-01T00:00:00Z', true],
    ['year', '2022-10-01T00:00:01Z', false],
  ])('adds one %s', (unit, text, expected) => {
    expect(evaluated(later(text, 1, unit), '2021-10-01T00:00:00Z')).toBe(expected)
  })

  test.each([null, '', 0, '2021-02-30', {}, []])('is a fault on %j', (value) => {
    expect(evaluated({ plusTime: [{ var: '' }, 1, 'hour'] }, value)).toBe('fault: not-a-date')
  })

  test('leaves no calendar', () => {
    expect(evaluated({ plusTime: ['2021-01-01', 99_999, 'year'] })).toBe('fault: out-of-calendar')
  })

  test('a time without a zone is a fault unless it is asked to be UTC', () => {
    const logic = later('2021-10-01T08:00:00Z', 0, 'hour')
    expect(evaluated(logic, '2021-10-01T08:00:00')).toBe('fault: zone-missing')
    expect(evaluated(logic, '2021-10-01T08:00:00', utc)).toBe(true)
  })

  test('a mere day cannot be counted in hours, but can in days', () => {
    expect(evaluated({ plusTime: ['2021-10-01', 72, 'hour'] })).toBe('fault: zone-missing')
    expect(evaluated(later('2021-10-02T00:00:00Z', 1, 'day'), '2021-10-01')).toBe(true)
    expect(evaluated(later('2021-10-04T00:00:00Z', 72, 'hour'), '2021-10-01', utc)).toBe(true)
  })
})

describe('dccDateOfBirth', () => {
  test.each([
    ['2004', '2004-12-30', true],
    ['2004', '2004-12-31', false],
    ['2004-02', '2004-02-28', true],
    ['2004-02', '2004-02-29', false],
    ['2004-02-01', '2004-02-01', false],
  ])('%s is after %s: %j', (birthDate, text, expected) => {
    expect(evaluated(isAfter(text), birthDate)).toBe(expected)
  })

  test.each([null, '', '04', '2004-XX-XX', '2004-01-01T00:00:00Z', 2004])('is a fault on %j', (value) => {
    expect(evaluated(isAfter('2004-01-01'), value)).toBe('fault: not-a-date')
  })
})
