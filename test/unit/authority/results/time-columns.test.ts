/** A sample's date and its time of day in two columns. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { csv, line, meant, understood } from './results-files.ts'

/** Two columns of the sample time, and what stands in them line by line. */
function file(headings: readonly [string, string], ...cells: (readonly [string, string])[]): string {
  const [name, birth, , method, result] = line
  return csv(
    ['Họ và tên', 'Ngày sinh', ...headings, 'Phương pháp', 'Kết quả'],
    ...cells.map((pair) => [name!, birth!, ...pair, method!, result!]),
  )
}

const apart = ['Ngày lấy mẫu', 'Giờ lấy mẫu'] as const

describe('a date and a time of day in two columns', () => {
  it.each([
    ['27/11/2026', '07:30'],
    ['27-11-2026', '7h30'],
    ['2026-11-27', '07:30:00'],
  ])('are one sample time: %s and %s', async (date, time) => {
    expect(await understood(file(apart, [date, time]))).toEqual([`2 ${meant}`])
  })

  it('may stand in either order, under any two headings of the sample time', async () => {
    expect(await understood(file(['Giờ lấy mẫu', 'Ngày lấy mẫu'], ['07:30', '27/11/2026']))).toEqual([`2 ${meant}`])
    expect(await understood(file(['Lấy mẫu lúc', 'Sample time'], ['27/11/2026', '07:30']))).toEqual([`2 ${meant}`])
  })

  it('have day and month in the order that the whole file shows', async () => {
    const pairs = [
      ['11/27/2026', '07:30'],
      ['11/5/2026', '07:30'],
    ] as const
    const content = file(apart, ...pairs).replaceAll('17/05/1990', '1990-05-17')
    expect(await understood(content)).toEqual([expect.stringContaining('the month before the day')])
    const read = await understood(content, { dateOrder: 'month-first' })
    expect(read.map((each) => each.split(' | ')[2])).toEqual(['2026-11-27T07:30:00+07:00', '2026-11-05T07:30:00+07:00'])
  })

  it.each([
    ['two dates', ['27/11/2026', '28/11/2026']],
    ['two times of day', ['07:30', '08:30']],
    ['a whole time beside a time of day', ['27/11/2026 07:30', '07:30']],
    ['a date beside a whole time', ['27/11/2026', '27/11/2026 07:30']],
    ['a time of day in the afternoon, as clocks of twelve hours have it', ['27/11/2026', '7:30 PM']],
    ['words', ['27/11/2026', 'sáng']],
    ['nothing', ['27/11/2026', '']],
  ] as const)('refuse the file where they are %s', async (_, pair) => {
    expect(await understood(file(apart, pair))).toEqual([
      expect.stringMatching(/^There are two columns for sample time: "Ngày lấy mẫu", "Giờ lấy mẫu"\./),
    ])
  })

  it('refuse the file where one line has them the other way round', async () => {
    expect(await understood(file(apart, ['27/11/2026', '07:30'], ['07:30', '27/11/2026']))).toEqual([
      expect.stringContaining('There are two columns for sample time'),
    ])
  })

  it.each([
    [['27/11/2026', ''], 'line 3, sample time: "27/11/2026" has no time of day'],
    [['', '07:30'], 'line 3, sample time: "07:30" is a time of day without a date'],
    [['', ''], 'line 3, sample time: is empty'],
    [['31/11/2026', '07:30'], 'line 3, sample time: "31/11/2026 07:30" is no time that exists'],
    [['27/11/2026', '25:30'], 'line 3, sample time: "27/11/2026 25:30" is no time that exists'],
  ] as const)('are refused by their line where one is missing or is none: %j', async (pair, why) => {
    expect(await understood(file(apart, ['27/11/2026', '07:30'], pair))).toEqual([expect.stringContaining(why)])
  })

  test('mean what they mean in one column', async () => {
    const two = (number: number): string => String(number).padStart(2, '0')
    const dates = [
      (day: number) => `${day}/11/2026`,
      (day: number) => `${two(day)}.11.2026`,
      (day: number) => `2026-11-${two(day)}`,
    ]
    const times = [
      (hour: number, minute: number) => `${two(hour)}:${two(minute)}`,
      (hour: number, minute: number) => `${two(hour)}:${two(minute)}:09`,
    ]
    const written = fc.tuple(
      fc.constantFrom(...dates),
      fc.constantFrom(...times),
      fc.integer({ min: 13, max: 27 }),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
    )
    await fc.assert(
      fc.asyncProperty(written, async ([dateOf, timeOf, day, hour, minute]) => {
        const [date, time] = [dateOf(day), timeOf(hour, minute)]
        const [name, birth, , method, result] = line
        const whole = csv(
          ['Họ và tên', 'Ngày sinh', 'Thời điểm lấy mẫu', 'Phương pháp', 'Kết quả'],
          [name!, birth!, `${date} ${time}`, method!, result!],
        )
        const expected = await understood(whole)
        expect(expected).toEqual([expect.stringContaining(' | 2026-11-')])
        expect(await understood(file(apart, [date, time]))).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })
})
