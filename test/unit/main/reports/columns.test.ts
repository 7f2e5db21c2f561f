import { describe, expect, test } from 'vitest'
import { columns } from '../../../../main/reports/columns.ts'
import { initials, lastThree, plateEnds, year } from '../../../../main/reports/mask.ts'
import { isPersonal, textOf } from '../../../../main/reports/value.ts'
import { locales } from '../../../../shared/language/locale.ts'
import { linesAt, reported, withTravellers } from './reported.ts'

const column = (key: string) => {
  const found = columns.find((each) => each.key === key)
  if (!found) throw new Error(`there is no column ${key}`)
  return found
}

describe('the table of columns', () => {
  test('has every key and every heading once', () => {
    expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length)
    for (const locale of locales) {
      const headings = columns.map(({ heading }) => heading[locale])
      expect(new Set(headings).size).toBe(columns.length)
    }
  })

  test('has what a crossing says in front of what each traveller says', () => {
    const kinds = columns.map(({ of }) => of).join(' ')
    expect(kinds).toMatch(/^(crossing )+(traveller ?)+$/)
  })

  test.each(columns.filter((each) => each.type === 'choice').map((each) => [each.key, each.words] as const))(
    'has words for the same codes of %s in both languages, which quote nothing that is not kept',
    (_, { vi, en }) => {
      expect(Object.keys(vi).toSorted()).toEqual(Object.keys(en).toSorted())
      expect(Object.values({ ...vi, ...en }).filter((text) => /[{}]|^$/.test(text))).toEqual([])
    },
  )

  test('says the zone of every time', () => {
    const times = columns.filter(({ type }) => type === 'wall-time')
    expect(times.map(({ heading }) => heading.vi.includes('+07:00') && heading.en.includes('+07:00'))).toEqual(
      times.map(() => true),
    )
  })

  test('has numbers of people, papers and crossings as text', () => {
    expect(['crossing', 'numbers', 'certificate', 'paperNumber', 'plate'].map((key) => column(key).type)).toEqual(
      Array.from({ length: 5 }, () => 'text'),
    )
  })

  test('names what is personal', () => {
    expect(columns.filter(isPersonal).map(({ key }) => key)).toEqual([
      'plate',
      'trailerPlate',
      'carrier',
      'decisionNote',
      'name',
      'birthDate',
      'numbers',
      'certificate',
      'paperNumber',
    ])
  })

  test('lets nobody out of a masked row', () => {
    const crossing = withTravellers({
      name: 'Nguyễn Văn An',
      birthDate: '1990-11-27',
      numbers: ['024099000120', 'B1234567'],
    })
    const [line] = linesAt({
      ...crossing,
      crossing: { ...crossing.crossing, reason: { code: 'other', note: 'Bà An ốm' } },
    })[0]!
    const masked = columns.map((each) => (each.type === 'text' ? textOf(each, line!, false) : null)).join('\n')
    for (const personal of ['Nguyễn', 'Văn', '1990-11', '0240990', 'B1234', '123.45', 'Hòa Bình', 'ốm', 'URN:'])
      expect(masked).not.toContain(personal)
    expect(masked).toContain('N.V.A.')
    expect(masked).toContain('•••120 / •••567')
  })
})

describe('sums', () => {
  const sum = (key: string, lines: ReturnType<typeof linesAt>): number => {
    const counted = column(key)
    if (counted.type !== 'integer') throw new Error(`${key} has no sum`)
    return lines.flat().reduce((total, line) => total + (counted.value(line) ?? 0), 0)
  }

  test('count a crossing once however many are in it, one of nobody too, and each person', () => {
    const lines = linesAt(reported({ crossing: { travellers: 3 } }), reported({ seq: 13, crossing: { travellers: 0 } }))
    expect([sum('crossings', lines), sum('people', lines), sum('countedPeople', lines)]).toEqual([2, 3, 3])
  })
})

test.each([
  [initials, 'Nguyễn Văn An', 'N.V.A.'],
  [initials, 'ĐẶNG  thị ửng', 'Đ.T.Ử.'],
  [initials, '…', '•••'],
  [year, '1990-11-27', '1990'],
  [year, '**', '•••'],
  [lastThree, '024099000120', '•••120'],
  [lastThree, '123456', '•••'],
  [plateEnds, '98A-123.45', '98A•••45'],
  [plateEnds, '29-G1 123.45', '29•••45'],
  [plateEnds, 'AB 12', '•••'],
  [plateEnds, 'LONGFOREIGN', '•••'],
])('a mask leaves of %#', (mask, text, left) => {
  expect(mask(text)).toBe(left)
})
