import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  blocksOf,
  postingsIn,
  QuarterLines,
  quarterOf,
  withoutCrossings,
} from '../../../../main/journal/search/block.ts'
import { dayOf, daysOf, endOf, isWeek, startOf, weekOf } from '../../../../main/journal/search/span.ts'
import { beginning, isWanted } from '../../../../main/journal/search/wanted.ts'
import { day, noon } from './search-in.ts'

const word = fc.constantFrom('AN', 'ANH', 'BA', 'HA', 'HAN')
const term = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.array(word, { maxLength: 2 }))
  .map(([words, before]) => [words.join(' '), before.join(' ')].join(', '))
const wanted = fc.record({
  begins: fc.constantFrom('A', 'AN', 'AN ', 'AN,', 'ANH', 'HA'),
  whole: fc.constant(false),
  words: fc.array(fc.constantFrom('A', 'AN', 'BA', 'H', 'HAN'), { maxLength: 3 }),
})
const exact = term.map((begins) => ({ begins, whole: true, words: [] }))

/** A block of a day of these terms, each of another crossing, all in one text whatever they begin with. */
function blockOf(terms: readonly string[], at = noon): string {
  const lines = new QuarterLines()
  for (const [index, each] of terms.entries()) lines.add([each], { at: at + index, seq: index + 1, mark: index % 6 })
  return [...lines.blocks(quarterOf(at))].map(([, text]) => text).join('')
}

describe('a block of the index', () => {
  test('gives the crossings of every term that is wanted, and of no other', () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 30 }), fc.oneof(wanted, exact), (terms, each) => {
        const expected = terms.flatMap((text, index) =>
          isWanted(text, each) ? [{ at: noon + index, seq: index + 1, mark: index % 6 }] : [],
        )
        const found = postingsIn(dayOf(noon), blockOf(terms), each)
        expect(found.toSorted((one, other) => one.seq - other.seq)).toEqual(expected)
      }),
    )
  })

  test('loses the lines of crossings that go, and no others', () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 20 }), fc.integer({ min: 1, max: 7 }), (terms, step) => {
        const gone = new Set(terms.map((_, index) => index + 1).filter((seq) => seq % step === 0))
        const rest = postingsIn(dayOf(noon), withoutCrossings(blockOf(terms), gone), beginning(''))
        expect(rest.map(({ seq }) => seq).some((seq) => gone.has(seq))).toBe(false)
        expect(rest).toHaveLength(terms.length - gone.size)
      }),
    )
  })
})

describe('spans of the index', () => {
  /** As far as spans go to either side; what lies beyond is put into the last. */
  const instant = fc.integer({ min: -8e13, max: 8e13 })

  test('hold the instant, and a week its seven days', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const [own, week] = [dayOf(at), weekOf(dayOf(at))]
        expect([isWeek(own), isWeek(week), weekOf(week)]).toEqual([false, true, week])
        expect(daysOf(week)).toContain(own)
        expect(daysOf(week).map(weekOf)).toEqual(Array(7).fill(week))
        expect([startOf(own) <= at, at < endOf(own), endOf(own) - startOf(own)]).toEqual([true, true, day])
        expect([startOf(daysOf(week)[0]!), endOf(daysOf(week)[6]!)]).toEqual([startOf(week), endOf(week)])
      }),
    )
  })

  test('begin on Mondays, at midnight in Viet Nam', () => {
    expect(startOf(dayOf(noon))).toBe(Date.parse('2026-03-10T00:00:00+07:00'))
    expect(startOf(weekOf(dayOf(noon)))).toBe(Date.parse('2026-03-09T00:00:00+07:00'))
  })

  test('have keys apart from each other, which JavaScript holds exactly', () => {
    fc.assert(
      fc.property(fc.oneof(instant, fc.integer({ min: -8.64e15, max: 8.64e15 })), (at) => {
        const spans = [...daysOf(weekOf(dayOf(at))), weekOf(dayOf(at))].toSorted((one, other) => one - other)
        const ends = spans.flatMap((span) => blocksOf(span, ''))
        expect(ends.every(Number.isSafeInteger)).toBe(true)
        expect(ends).toEqual(ends.toSorted((one, other) => one - other))
        expect(new Set(ends).size).toBe(ends.length)
      }),
    )
  })
})
