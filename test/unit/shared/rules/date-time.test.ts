/** Dates and times: the formats of the CertLogic specification, what else means one time only, and only days the calendar has. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLastDay } from '../../../../shared/domain/time/calendar-date.ts'
import { addTime, readDateTime, writeInstant } from '../../../../shared/rules/date-time.ts'

const read = (text: string): string | null => {
  const moment = readDateTime(text)
  return moment && `${writeInstant(moment.epoch)} ${moment.precision}`
}

const add = (text: string, amount: number, unit: 'year' | 'month' | 'day' | 'hour'): string | null => {
  const moved = addTime(readDateTime(text)?.epoch ?? Number.NaN, amount, unit)
  return moved === null ? null : writeInstant(moved)
}

describe('reading', () => {
  test.each([
    ['2021-10-01', '2021-10-01T00:00:00.000Z day'],
    ['2004-02', '2004-02-29T00:00:00.000Z day'],
    ['2004', '2004-12-31T00:00:00.000Z day'],
    ['2021-10-01T08:30:00', '2021-10-01T08:30:00.000Z zoneless'],
    ['2021-10-01T08:30:00Z', '2021-10-01T08:30:00.000Z instant'],
    ['2021-10-01T08:30:00+7', '2021-10-01T01:30:00.000Z instant'],
    ['2021-10-01T08:30:00+07', '2021-10-01T01:30:00.000Z instant'],
    ['2021-10-01T08:30:00+730', '2021-10-01T01:00:00.000Z instant'],
    ['2021-10-01T08:30:00+0730', '2021-10-01T01:00:00.000Z instant'],
    ['2021-10-01T08:30:00-7:30', '2021-10-01T16:00:00.000Z instant'],
    ['2021-10-01T08:30:00+07:00', '2021-10-01T01:30:00.000Z instant'],
    ['2021-10-01T08:30:00.1Z', '2021-10-01T08:30:00.100Z instant'],
    ['2021-10-01T08:30:00.123999+07:00', '2021-10-01T01:30:00.123Z instant'],
    ['2021-10-01 08:30:00,5z', '2021-10-01T08:30:00.500Z instant'],
    ['2021-10-01T08:30+7', '2021-10-01T01:30:00.000Z instant'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each([
    '',
    '2021-02-29',
    '2021-02-30',
    '2021-04-31',
    '2021-13-01',
    '2021-00-10',
    '2021-01-00',
    '0000-01-01',
    '2021-1-1',
    '2021-01-01T24:00:00Z',
    '2021-01-01T23:60:00Z',
    '2021-01-01T10:00:00.Z',
    '2021-01-01T10:00:00+15:00',
    '2021-01-01T10:00:00+07:60',
    '2021-01-01T10:00:00 07:00',
    '1000-01-01T00:00:00+07:00',
    'tomorrow',
    `2021-01-01T10:00:00.${'1'.repeat(100)}Z`,
  ])('%j is no date', (text) => {
    expect(readDateTime(text)).toBeNull()
  })

  test('a birth date has no time of day', () => {
    expect(readLastDay('2004-01-01T00:00:00Z')).toBeNull()
  })

  test('every instant is read back as it was written', () => {
    const instants = fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(9999, 11, 31) })
    fc.assert(fc.property(instants, (epoch) => readDateTime(writeInstant(epoch))?.epoch === epoch))
  })
})

describe('adding', () => {
  test.each([
    ['2021-01-31T10:00:00Z', 1, 'month', '2021-02-28T10:00:00.000Z'],
    ['2021-03-31T10:00:00Z', -1, 'month', '2021-02-28T10:00:00.000Z'],
    ['2004-02-29T23:59:59.999Z', 18, 'year', '2022-02-28T23:59:59.999Z'],
    ['2021-12-15', 14, 'month', '2023-02-15T00:00:00.000Z'],
    ['1969-12-31T23:00:00Z', -1, 'month', '1969-11-30T23:00:00.000Z'],
    ['2021-02-28', 1, 'day', '2021-03-01T00:00:00.000Z'],
    ['2021-10-01T00:00:00+07:00', 72, 'hour', '2021-10-03T17:00:00.000Z'],
  ] as const)('%s and %i %s', (text, amount, unit, expected) => {
    expect(add(text, amount, unit)).toBe(expected)
  })

  test.each([
    ['year', 8000],
    ['year', -2000],
    ['month', Number.MAX_SAFE_INTEGER],
    ['hour', Number.MAX_SAFE_INTEGER],
    ['day', Number.MIN_SAFE_INTEGER],
  ] as const)('leaves no calendar by %ss', (unit, amount) => {
    expect(add('2021-01-01', amount, unit)).toBeNull()
  })
})
