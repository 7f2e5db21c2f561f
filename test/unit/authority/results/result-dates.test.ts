/** The birth date and the sample time of a result: every way to write them, and what is refused. */
import { describe, expect, it } from 'vitest'
import { value, faults } from './one-result.ts'

describe('a birth date', () => {
  it.each([
    ['26/02/1999', '1999-02-26'],
    ['6-2-1999', '1999-02-06'],
    ['1999-02-26', '1999-02-26'],
    ['02/1999', '1999-02'],
    ['1999', '1999'],
    ['1999-02-26 00:00:00', '1999-02-26'],
  ])('%s is %s', (birthDate, iso) => expect(value({ birthDate }).birthDate).toBe(iso))

  it('may have its month first', () =>
    expect(value({ birthDate: '02/26/1999' }, { order: 'month-first' }).birthDate).toBe('1999-02-26'))

  it.each([
    ['', 'birthDate missing'],
    ['1999-02-26 07:30:00', 'birthDate date-form'],
    ['30/02/1999', 'birthDate not-a-date'],
    ['02/26/1999', 'birthDate not-a-date'],
    ['1999-**-26', 'birthDate date-form'],
    ['1990/05/17', 'birthDate date-form'],
    ['33010', 'birthDate date-number'],
    ['#REF!', 'birthDate cell-error'],
    ['26/02/99', 'birthDate date-form'],
    ['06/10/2021', 'birthDate born-later'],
    // The sample is of half past seven on the 3rd in Viet Nam: nowhere was it the 4th.
    ['04/10/2021', 'birthDate born-later'],
    ['2022', 'birthDate born-later'],
    ['12/06/1900', 'birthDate born-long-ago'],
    ['1900', 'birthDate born-long-ago'],
  ])('%s is refused: %s', (birthDate, fault) => expect(faults({ birthDate })).toEqual([fault]))
})

describe('a sample time', () => {
  it.each([
    ['2021-10-03T07:30:00+07:00', '2021-10-03T07:30:00+07:00'],
    ['2021-10-03T00:30:00.250Z', '2021-10-03T00:30:00Z'],
    ['03/10/2021 07:30 +0700', '2021-10-03T07:30:00+07:00'],
    // As certificates write them, so may results: there is one reader of times.
    ['2021-10-03T07:30+7', '2021-10-03T07:30:00+07:00'],
    ['2021-10-03 07:30:59,9 +07', '2021-10-03T07:30:59+07:00'],
    ['03/10/2021 07:30 +7', '2021-10-03T07:30:00+07:00'],
  ])('%s is certified as %s', (sampledAt, text) => expect(value({ sampledAt }).sampled.text).toBe(text))

  it.each(['03/10/2021 7:30', '07:30 03/10/2021', '7h30 3/10/2021', '2021-10-03 07:30'])(
    '%s takes the zone given for the file',
    (sampledAt) => {
      expect(value({ sampledAt }, { zone: '+07:00' }).sampled).toEqual({
        text: '2021-10-03T07:30:00+07:00',
        instant: Date.parse('2021-10-03T00:30:00Z'),
      })
    },
  )

  it.each(['10/3/2021 07:30', '07:30 10/03/2021'])('%s may have its month first', (sampledAt) =>
    expect(value({ sampledAt, birthDate: '1999' }, { zone: '+07:00', order: 'month-first' }).sampled.text).toBe(
      '2021-10-03T07:30:00+07:00',
    ),
  )

  it('keeps its own zone where the file has another', () => {
    expect(value({ sampledAt: '2021-10-03T07:30:00+08:00' }, { zone: '+07:00' }).sampled.text).toBe(
      '2021-10-03T07:30:00+08:00',
    )
  })

  it.each([
    ['', 'sampledAt missing'],
    ['03/10/2021 07:30', 'sampledAt zone-missing'],
    ['03/10/2021', 'sampledAt hour-missing'],
    ['hôm qua', 'sampledAt time-form'],
    ['2021/10/03 07:30', 'sampledAt time-form'],
    ['03/10/2021 7:30 PM', 'sampledAt time-form'],
    ['7:30 PM', 'sampledAt time-only'],
    ['07:30', 'sampledAt time-only'],
    ['44472.3125', 'sampledAt date-number'],
    ['#N/A', 'sampledAt cell-error'],
    ['2021-10-03T25:30:00+07:00', 'sampledAt not-a-time'],
    ['31/09/2021 07:30 +07:00', 'sampledAt not-a-time'],
    ['2021-10-04T08:30:00+07:00', 'sampledAt in-future'],
    ['2011-10-03T07:30:00+07:00', 'sampledAt too-old'],
    ['2021-10-03T07:30:00-12:30', 'sampledAt not-a-time'],
    // From when to when, and no zone.
    ['03/10/2021 07:30-08:00', 'sampledAt time-form'],
    ['03/10/2021 07:30 - 08:00', 'sampledAt time-form'],
    ['07:30 03/10/2021 −05:00', 'sampledAt time-form'],
  ])('%s is refused: %s', (sampledAt, fault) => expect(faults({ sampledAt })).toEqual([fault]))
})
