/** How old keys, rules and revocations may be, each on its own ladder. */
import { describe, expect, test } from 'vitest'
import { artefactAges, freshnessOf, worstAge, type Published } from '../../../../shared/domain/freshness.ts'

const hour = 3_600_000
const now = Date.parse('2021-10-04T08:00:00+07:00')
const ladder = { ageingAfterHours: 10, oldAfterHours: 20, unusableAfterHours: 30 }
const ages = { keys: ladder, rules: { ...ladder, ageingAfterHours: 15 }, revocations: ladder }
const aged = (hours: Partial<Record<keyof Published, number>>) => {
  const date = (age: number | undefined): number | null => (age === undefined ? null : now - age * hour)
  const published = { keys: date(hours.keys), rules: date(hours.rules), revocations: date(hours.revocations) }
  return artefactAges(published, ages, now)
}

describe('the age ladder', () => {
  test.each([
    [0, 'fresh'],
    [10 * hour, 'fresh'],
    [10 * hour + 1, 'ageing'],
    [20 * hour, 'ageing'],
    [20 * hour + 1, 'old'],
    [30 * hour, 'old'],
    [30 * hour + 1, 'unusable'],
  ])('at %d milliseconds is %s: a bound still belongs to the better step', (age, freshness) => {
    expect(freshnessOf(age, ladder)).toBe(freshness)
  })

  test('is each artefact’s own', () => {
    expect(aged({ keys: 12, rules: 12 })).toEqual([
      { artefact: 'keys', freshness: 'ageing', hours: 12 },
      { artefact: 'rules', freshness: 'fresh', hours: 12 },
    ])
  })

  test('asks nothing of what has no date', () => {
    expect(aged({})).toEqual([])
    expect(worstAge(aged({}))).toBeNull()
  })

  test('takes what is dated ahead of our clock for new', () => {
    expect(aged({ keys: -5 })).toEqual([{ artefact: 'keys', freshness: 'fresh', hours: 0 }])
  })
})

describe('the worst off', () => {
  test('is the one lowest on its own ladder, not the oldest', () => {
    expect(worstAge(aged({ keys: 12, rules: 14 }))).toMatchObject({ artefact: 'keys', freshness: 'ageing' })
  })

  test('of equals is the first', () => {
    expect(worstAge(aged({ revocations: 25, keys: 21 }))).toMatchObject({ artefact: 'keys', freshness: 'old' })
  })
})
