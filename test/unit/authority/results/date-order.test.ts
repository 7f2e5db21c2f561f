/** Whether a file has the day or the month first, judged by all its dates. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { csv, heading, line, understood } from './results-files.ts'

const file = (...dates: [birth: string, sampled: string][]): string =>
  csv(heading, ...dates.map(([birth, sampled]) => [line[0]!, birth, sampled, line[3]!, line[4]!]))
const only = async (...asked: Parameters<typeof understood>) =>
  (await understood(...asked)).map((each) => each.split(' | ').slice(1).join(' '))

describe('dates with the year last', () => {
  it('have the day first where nothing shows another order', async () => {
    expect(await only(file(['3/4/1991', '11/5/2026 07:30']))).toEqual(['1991-04-03 2026-05-11T07:30:00+07:00'])
  })

  it('refuse the file, with the lines, where one of them has the month first', async () => {
    const [said] = await understood(
      file(['1/2/1990', '11/27/2026 07:30'], ['3/4/1991', '11/5/2026 07:30'], ['12/25/1992', '10/9/2026 07:30']),
    )
    expect(said).toContain('The file has the month before the day ("11/27/2026 07:30", line 2, 4)')
    expect(said).toContain('--date-order month')
  })

  it('are read with the month first on request', async () => {
    expect(
      await only(file(['1/2/1990', '11/27/2026 07:30'], ['3/4/1991', '11/5/2026 07:30']), { dateOrder: 'month-first' }),
    ).toEqual(['1990-01-02 2026-11-27T07:30:00+07:00', '1991-03-04 2026-11-05T07:30:00+07:00'])
  })

  it('refuse the file where both orders show, whatever was asked for', async () => {
    for (const dateOrder of [null, 'day-first', 'month-first'] as const) {
      const [said] = await understood(file(['25/12/1992', '11/27/2026 07:30']), { dateOrder })
      expect(said).toMatch(
        /in two ways: line 2 "25\/12\/1992" has the day first, line 2 "11\/27\/2026 07:30" the month/,
      )
    }
  })

  it('that contradict what was asked for are refused with their line', async () => {
    expect(await understood(file(['3/4/1991', '11/27/2026 07:30']), { dateOrder: 'day-first' })).toEqual([
      expect.stringMatching(/^line 2, sample time: .* is no time that exists/),
    ])
  })

  it('that do not exist with the month first are refused with the option named', async () => {
    expect(await understood(file(['31/31/1991', '2026-11-27 07:30']), { dateOrder: 'month-first' })).toEqual([
      expect.stringContaining('does not exist with the month first (--date-order month)'),
    ])
  })

  it('may have their order in the heading', async () => {
    const noted = (note: string) => file(['3/4/1991', '11/5/2026 07:30']).replace('Ngày sinh', `Ngày sinh (${note})`)
    expect(await only(noted('dd/mm/yyyy'))).toEqual(['1991-04-03 2026-05-11T07:30:00+07:00'])
    expect(await understood(noted('mm/dd/yyyy'))).toEqual([expect.stringContaining('month before the day')])
    expect(await only(noted('mm/dd/yyyy'), { dateOrder: 'month-first' })).toEqual([
      '1991-03-04 2026-11-05T07:30:00+07:00',
    ])
  })

  test('are never read in another order than another date of the file shows', async () => {
    const part = fc.integer({ min: 1, max: 28 })
    const dates = fc.array(fc.tuple(part, part), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(dates, async (pairs) => {
        const said = await understood(
          file(...pairs.map(([first, second]): [string, string] => [`${first}/${second}/1990`, '2026-11-27 07:30'])),
        )
        const monthShown = pairs.some(([first, second]) => first <= 12 && second > 12)
        const impossible = pairs.some(([first, second]) => first > 12 && second > 12)
        const refused = said.every((each) => !each.includes(' | '))
        expect(refused, JSON.stringify(pairs)).toBe(monthShown || impossible)
      }),
      { numRuns: 60 },
    )
  })
})
