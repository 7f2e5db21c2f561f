/** One grammar of times for everybody who reads them: each spelling of an instant is that instant. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readClock, readMoment } from '../../../../../shared/certificate/moment.ts'
import { readWrittenTime, writeTime } from '../../../../../shared/domain/time/written-time.ts'
import { readDateTime } from '../../../../../shared/rules/date-time.ts'

const two = (number: number): string => String(number).padStart(2, '0')

/** A zone's minutes east of Greenwich, as somebody may write them. */
const zone = fc.integer({ min: -12 * 60, max: 14 * 60 }).chain((east) => {
  const [hours, minutes] = [Math.floor(Math.abs(east) / 60), Math.abs(east) % 60]
  const signs = east === 0 ? ['+', '-', '\u2212'] : east < 0 ? ['-', '\u2212'] : ['+']
  const numbers = [
    `${two(hours)}:${two(minutes)}`,
    `${two(hours)}${two(minutes)}`,
    `${hours}:${two(minutes)}`,
    `${hours}${two(minutes)}`,
    ...(minutes === 0 ? [`${hours}`, two(hours)] : []),
  ]
  const spellings = signs.flatMap((sign) => numbers.map((number) => sign + number))
  return fc.record({
    east: fc.constant(east),
    spelling: fc.constantFrom(...spellings, ...(east === 0 ? ['Z', 'z'] : [])),
  })
})

/** An instant to the millisecond, and one of its spellings. */
const spelled = fc
  .record({
    epoch: fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2199, 11, 31) }),
    zone,
    between: fc.constantFrom('T', 't', ' '),
    mark: fc.constantFrom('.', ','),
    beyond: fc.stringMatching(/^\d{0,12}$/),
    gap: fc.constantFrom('', ' '),
    around: fc.constantFrom('', ' ', '\r\n'),
    shortest: fc.boolean(),
  })
  .map(({ epoch, zone: { east, spelling }, between, mark, beyond, gap, around, shortest }) => {
    // Whole seconds and minutes are commoner than chance makes them.
    const instant = shortest ? epoch - (epoch % 60_000) : epoch
    const [date = '', time = ''] = new Date(instant + east * 60_000).toISOString().slice(0, -1).split('T')
    const clock = shortest ? time.slice(0, 5) : `${time.replace('.', mark)}${beyond}`
    return { instant, text: `${around}${date}${between}${clock}${gap}${spelling}${around}` }
  })

describe('times as they are written', () => {
  test('every spelling of an instant is that instant, to whoever reads it', () => {
    fc.assert(
      fc.property(spelled, ({ instant, text }) => {
        expect(readWrittenTime(text)).toMatchObject({ epoch: instant, precision: 'instant' })
        expect(readMoment(text)).toMatchObject({ earliest: instant, latest: instant, zoned: true })
        expect(readClock(text)).toBe(instant)
        expect(readDateTime(text)?.epoch).toBe(instant)
      }),
    )
  })

  test('no text is a time to one reader and none to the other', () => {
    const nearly = fc.oneof(
      spelled.map(({ text }) => text),
      fc.stringMatching(/^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2})?([.,]\d{1,11})?( ?([Zz]|[+-]\d{1,4}))?$/),
      fc
        .tuple(spelled, fc.nat({ max: 40 }), fc.string({ minLength: 1, maxLength: 2 }))
        .map(([{ text }, at, mark]) => text.slice(0, at) + mark + text.slice(at + 1)),
    )
    fc.assert(
      fc.property(nearly, (text) => {
        expect(readMoment(text) === null).toBe(readWrittenTime(text) === null)
        // Rules know months and years beside.
        if (text.trim().length > 'YYYY-MM'.length)
          expect(readDateTime(text) === null).toBe(readWrittenTime(text) === null)
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['2021-10-03T12:00:00+7', '2021-10-03T05:00:00.000Z'],
    ['2021-10-03T12:00:00+0', '2021-10-03T12:00:00.000Z'],
    ['2021-10-03T12:00:00.1234567891Z', '2021-10-03T12:00:00.123Z'],
    ['2021-10-03T12:00+07:00', '2021-10-03T05:00:00.000Z'],
    ['2021-10-03 12:00:00 +07:00', '2021-10-03T05:00:00.000Z'],
    ['2021-10-03T12:00:00z', '2021-10-03T12:00:00.000Z'],
    ['2021-10-03T12:00:00,29Z', '2021-10-03T12:00:00.290Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['2017-01-01T06:59:60+07:00', '2017-01-01T00:00:00.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(readWrittenTime(text)).toMatchObject({ epoch: Date.parse(expected), precision: 'instant' })
  })

  test('an instant that is written with a zone is read as that instant and zone', () => {
    const whole = fc.integer({ min: Date.UTC(1900, 0, 1) / 1000, max: Date.UTC(2199, 11, 31) / 1000 })
    fc.assert(
      fc.property(whole, fc.integer({ min: -12 * 60, max: 14 * 60 }), (seconds, east) => {
        const [epoch, offset] = [seconds * 1000, east * 60_000]
        const text = writeTime(epoch, offset)
        expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/)
        expect(readWrittenTime(text)).toEqual({ epoch, precision: 'instant', offset })
      }),
    )
  })

  test('a time without a zone and a mere day say that they are', () => {
    expect(readWrittenTime('2021-10-03 12:00')?.precision).toBe('zoneless')
    expect(readWrittenTime('2021-10-03')?.precision).toBe('day')
  })

  test.each([
    '2021-10-03T24:00:00Z',
    '2021-10-03T12:60:00Z',
    '2021-10-03T12:00:60Z',
    '2021-10-03T23:59:60+07:00',
    '2021-10-03T12:31:60',
    '2021-10-03T12:00:61Z',
    '2021-10-03T12:00:00+14:01',
    '2021-10-03T12:00:00-12:01',
    '2021-10-03T12:00:00+07:60',
    '2021-10-03T12:00:00+',
    '2021-10-03T12:00:00 07:00',
    '2021-10-03T12:00:00+070',
    '2021-10-03T12:00:00ZZ',
    '2021-10-03T1:00:00Z',
    '2021-10-03T12',
    '2021-10-03  12:00',
    '2021-02-29T12:00:00Z',
    '2021-**-03T12:00:00Z',
    '03/10/2021 12:00',
    '20211003T120000Z',
    `2021-10-03T12:00:00.${'1'.repeat(60)}Z`,
  ])('%j is none', (text) => {
    expect(readWrittenTime(text)).toBeNull()
  })
})
