import { describe, expect, test } from 'vitest'
import { overdue } from '../../../../main/kiosk/overdue.ts'
import { now } from '../../../fixtures/verdicts.ts'

const day = 86_400_000

/** A kiosk whose oldest person was recorded so many days ago. */
const kept = (days: number, retentionDays: number | undefined, clockHolds = true) =>
  overdue({
    oldestBefore: (instant) => (now - days * day < instant ? now - days * day : null),
    retentionDays,
    clockHolds,
    now,
  })

describe('people who are kept for longer than they should be', () => {
  test('are told a day after the policy’s days are over, with how long it has been', () => {
    expect(kept(30, 30)).toBeNull()
    expect(kept(31, 30)).toBeNull()
    expect(kept(32, 30)).toEqual({ kept: 32, policy: 30 })
  })

  test('are told after ninety days where no policy says how long', () => {
    expect(kept(91, undefined)).toBeNull()
    expect(kept(92, undefined)).toEqual({ kept: 92, policy: null })
  })

  test('are not told by a clock in doubt, which may be ahead', () => {
    expect(kept(400, 30, false)).toBeNull()
  })
})
