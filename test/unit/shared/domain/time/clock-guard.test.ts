/** When a computer's clock is not believed. */
import { describe, expect, test } from 'vitest'
import { doubtClock, vouchedInstant, type ClockEvidence } from '../../../../../shared/domain/time/clock-guard.ts'

const minute = 60_000
const day = 86_400_000
const now = Date.parse('2021-10-04T08:00:00+07:00')
const hanoi = 420
const doubt = (evidence: Partial<ClockEvidence>) =>
  doubtClock({ highWater: now, zoneMinutes: hanoi, expectedZoneMinutes: hanoi, ...evidence }, now, 5)

describe('a clock', () => {
  test.each([
    ['at what last happened', 0, null],
    ['as far behind it as is tolerated', 5 * minute, null],
    ['a millisecond further behind', 5 * minute + 1, 'behind'],
    ['years behind', 3_650 * day, 'behind'],
    ['400 days after it', -400 * day, null],
    ['longer after it than any post is shut', -400 * day - 1, 'far-ahead'],
  ])('%s', (_where, ahead, doubted) => {
    expect(doubt({ highWater: now + ahead })).toBe(doubted)
  })

  test('about which nothing is known is believed', () => {
    expect(doubt({ highWater: null })).toBeNull()
  })

  test('in another zone is doubted, where the checkpoint says in which it is', () => {
    expect(doubt({ zoneMinutes: 0 })).toBe('other-zone')
    expect(doubt({ zoneMinutes: 0, expectedZoneMinutes: null })).toBeNull()
  })

  test('that is behind and in another zone is said to be behind', () => {
    expect(doubt({ highWater: now + day, zoneMinutes: 0 })).toBe('behind')
  })
})

describe('what certificates vouch for', () => {
  test('is the second latest over issuers, so that one issuer alone can put no clock in doubt', () => {
    const newest = new Map([
      ['a', now + 1_000 * day],
      ['b', now],
      ['c', now - day],
    ])
    expect(vouchedInstant(newest)).toBe(now)
  })

  test.each([0, 1])('is nothing with %d issuers', (issuers) => {
    expect(vouchedInstant(new Map([['a', now] as const].slice(0, issuers)))).toBeNull()
  })
})
