import { describe, expect, test } from 'vitest'
import { readClock, readMoment } from '../../../../shared/certificate/moment.ts'

const at = (text: string): number => Date.parse(text)
const hour = 3_600_000

describe('moments', () => {
  test.each([
    ['2021-10-04T08:00:00Z', '2021-10-04T08:00:00Z'],
    ['2021-10-04T08:00:00.123Z', '2021-10-04T08:00:00.123Z'],
    ['2021-06-08T20:17:27.9906293Z', '2021-06-08T20:17:27.990Z'],
    ['2022-03-15T14:15:00+08:00', '2022-03-15T06:15:00Z'],
    ['2022-01-18T09:53:44.686+0000', '2022-01-18T09:53:44.686Z'],
    ['2022-01-18T09:53+07', '2022-01-18T02:53:00Z'],
    ['2021-10-03T20:00:00-05:00', '2021-10-04T01:00:00Z'],
    ['  2021-10-04T08:00:00Z ', '2021-10-04T08:00:00Z'],
  ])('%s is exactly %s', (text, expected) => {
    expect(readMoment(text)).toMatchObject({ earliest: at(expected), latest: at(expected), zoned: true })
  })

  test('a time without a zone is any instant from UTC+14 to UTC−12, never UTC itself', () => {
    const moment = readMoment('2021-10-04T08:00:00')
    expect(moment).toMatchObject({ zoned: false, text: '2021-10-04T08:00:00' })
    expect(moment?.earliest).toBe(at('2021-10-04T08:00:00Z') - 14 * hour)
    expect(moment?.latest).toBe(at('2021-10-04T08:00:00Z') + 12 * hour)
  })

  test('a bare date is that whole day, anywhere', () => {
    const moment = readMoment('2021-10-04')
    expect(moment?.earliest).toBe(at('2021-10-04T00:00:00Z') - 14 * hour)
    expect(moment?.latest).toBe(at('2021-10-05T00:00:00Z') + 12 * hour)
  })

  test.each([
    '',
    'yesterday',
    '2021-10',
    '2021-02-30T08:00:00Z',
    '2021-13-01T08:00:00Z',
    '2021-00-10',
    '2021-10-04T24:00:00Z',
    '2021-10-04T08:61:00Z',
    '2021-10-04T08:00:00+15:00',
    '2021-10-04T08:00:00Zx',
    '20211004T080000Z',
  ])('refuses %j', (text) => {
    expect(readMoment(text)).toBeNull()
  })

  test('a validation clock without a zone is UTC', () => {
    expect(readClock('2021-05-30T13:38:49.999500')).toBe(at('2021-05-30T13:38:49.999Z'))
    expect(readClock('2021-05-30')).toBe(at('2021-05-30T00:00:00Z'))
    expect(readClock('2021-05-30T20:38:49+07:00')).toBe(at('2021-05-30T13:38:49Z'))
    expect(readClock('now')).toBeNull()
  })
})
