import { expect, test } from 'vitest'
import { chance } from '../../../../main/practice/chance.ts'
import { dayMoments, oneByOne, scanTimes, shiftEndsOf } from '../../../../main/practice/day-plan.ts'
import { passage } from '../../../../main/practice/passage.ts'

const hour = 3_600_000

/** Passages that are decided at these instants, each after so long. */
const passages = (takes: number, ...instants: number[]) =>
  instants.map((at, serial) => ({ ...passage(serial, 1, at), takes }))

test('the moments of a day are all different, however many there are', () => {
  const moments = dayMoments(10_800, 0, chance(1))
  expect(new Set(moments).size).toBe(10_800)
  expect(moments).toEqual(moments.toSorted((one, other) => one - other))
})

test('nobody is scanned before whoever stood there is decided, nor before the day begins', () => {
  const planned = oneByOne(passages(20_000, 50_000, 5_000, 60_000), 0)
  expect(planned.map(({ begins, passage: { at } }) => [begins, at])).toEqual([
    [0, 5_000],
    [30_000, 50_000],
    [50_001, 60_000],
  ])
})

test('the first code is scanned as a passage begins, and the last before it is decided', () => {
  const [planned] = oneByOne(passages(30_000, 100_000), 0)
  if (!planned) throw new Error('nobody')
  const code = planned.passage.scans[0]
  const three = { ...planned, passage: { ...planned.passage, scans: code ? [code, code, code] : [] } }
  expect(scanTimes(three)).toEqual([70_000, 80_000, 90_000])
})

test('a shift ends on the hour, or once whoever stands there then is decided', () => {
  const planned = oneByOne(passages(20_000, 6 * hour + 5_000, 14 * hour - 1), 0)
  expect(shiftEndsOf(planned, 0)).toEqual([6 * hour + 5_001, 14 * hour, 22 * hour])
})
