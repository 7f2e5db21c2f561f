/** When a kiosk tries again. */
import { describe, expect, test } from 'vitest'
import { firstTryIn, nextTryIn, readRetryAfter } from '../../../../main/sync/wire/retry.ts'

const minute = 60_000

describe('the next try', () => {
  test('comes at first after a time of each kiosk’s own, within two minutes', () => {
    expect([firstTryIn(0), firstTryIn(0.5), firstTryIn(0.9999)]).toEqual([0, minute, 119_988])
  })

  test('comes after 30 s, twice that, and so on to 15 minutes, in the middle of what may be', () => {
    const waits = Array.from({ length: 8 }, (_, index) => nextTryIn(index + 1, 0.5, null) / 1000)
    expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900, 900])
  })

  test('is spread by half after it was capped, so that a hundred kiosks never come at once', () => {
    expect([nextTryIn(20, 0, null), nextTryIn(20, 1, null)]).toEqual([7.5 * minute, 22.5 * minute])
    expect([nextTryIn(1, 0, null), nextTryIn(1, 1, null)]).toEqual([15_000, 45_000])
    expect(nextTryIn(10_000, 0.5, null)).toBe(15 * minute)
  })

  test('comes when the hub asked for it, but not in a year', () => {
    expect(nextTryIn(5, 0.9, 7000)).toBe(7000)
    expect(nextTryIn(5, 0.9, 365 * 24 * 60 * minute)).toBe(24 * 60 * minute)
  })

  test('is read from a number of seconds or a date', () => {
    const now = Date.parse('Sun, 29 Nov 2026 10:00:00 GMT')
    expect(readRetryAfter('120', now)).toBe(120_000)
    expect(readRetryAfter('Sun, 29 Nov 2026 10:01:00 GMT', now)).toBe(minute)
    expect(readRetryAfter('Sun, 29 Nov 2026 09:00:00 GMT', now)).toBe(0)
    expect([readRetryAfter(null, now), readRetryAfter('soon', now)]).toEqual([null, null])
  })
})
