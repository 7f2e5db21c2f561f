/** Kiosks that a hub sends away together do not come back together. */
import { expect, test } from 'vitest'
import { comeBackAfter } from '../../../hub/come-back.ts'
import { nodeMeans } from '../../../main/sync/means.ts'
import { chained, sealedOf } from '../../fixtures/sync-parties.ts'

const entries = chained(1)

test('each has a place of its own in the minute, and all of it is used', () => {
  const times = Array.from({ length: 60 }, (_, kiosk) => {
    const body = sealedOf(entries, { enrolment: nodeMeans.sha256(`${kiosk}`).slice(0, 32) })
    const [soonest, latest] = [comeBackAfter(body, 0), comeBackAfter(body, 0.999)]
    expect(latest - soonest).toBeLessThanOrEqual(5)
    return soonest
  })
  expect(Math.min(...times)).toBeGreaterThanOrEqual(5)
  expect(Math.max(...times)).toBeLessThan(60)
  const sixths = new Set(times.map((time) => Math.floor((time - 5) / (55 / 6))))
  expect([...sixths].toSorted((one, other) => one - other)).toEqual([0, 1, 2, 3, 4, 5])
})

test('whoever sends nothing sealed has one by chance', () => {
  expect([comeBackAfter(null, 0), comeBackAfter(Buffer.from('x'), 0.5)]).toEqual([5, 35])
})
