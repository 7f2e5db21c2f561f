/** When a kiosk sets out by itself. */
import { describe, expect, test } from 'vitest'
import { after, fresh, isDue, untilFirst, untilNext } from '../../../../main/sync/wire/rhythm.ts'

const minute = 60_000

describe('a kiosk that is open', () => {
  test('first tries within two minutes, spread by chance', () => {
    expect([untilFirst(0), untilFirst(0.5), untilFirst(0.999)]).toEqual([0, minute, 119_880])
  })

  test('waits longer after each failure, at most 15 minutes and half of that', () => {
    let rhythm = fresh
    const waits = Array.from({ length: 8 }, () => {
      rhythm = after(rhythm, { why: 'no-network', now: 0 })
      return untilNext(rhythm, 0.5, null)
    })
    expect(waits.slice(0, 3)).toEqual([30_000, 60_000, 120_000])
    expect(waits.at(-1)).toBe(15 * minute)
    expect(untilNext(rhythm, 0.999, null)).toBeLessThan(22.5 * minute)
  })

  test('waits as long as the hub asks, whatever it had planned', () => {
    expect(untilNext(after(fresh, { why: 'busy', now: 0 }), 0.5, 37_000)).toBe(37_000)
  })

  test('begins anew after a trip that delivered everything', () => {
    const failed = after(after(fresh, { why: 'busy', now: 0 }), { why: 'busy', now: 0 })
    expect(after(failed, { why: null, now: 9 })).toEqual({ failures: 0, goodAt: 9 })
  })

  test('sends what is new within two minutes, and else lets the hub know within five that it is there', () => {
    const rhythm = after(fresh, { why: null, now: 0 })
    expect(untilNext(rhythm, 0.999, null)).toBeLessThan(1.5 * minute)
    expect(isDue(rhythm, 3, 30_000)).toBe(true)
    expect(isDue(rhythm, 0, 2 * minute)).toBe(false)
    expect(isDue(rhythm, 0, 4 * minute)).toBe(true)
  })

  test('goes at once where the clock was put back', () => {
    expect(isDue(after(fresh, { why: null, now: 10 * minute }), 0, 0)).toBe(true)
  })
})
