import { describe, expect, it } from 'vitest'
import { readHappened } from '../../../../renderer/screens/lane/forms/vehicle-form.tsx'

const now = Date.parse('2026-11-22T07:42:00+07:00')

describe('the time at which a crossing of the paper book happened', () => {
  it('is read as an officer types times', () => {
    expect(readHappened('0730', now)).toBe(now - 12 * 60_000)
    expect(readHappened('0742 2111', now)).toBe(now - 86_400_000)
  })

  it('is now where nothing is typed, and no time where it is none or lies ahead', () => {
    expect(readHappened(' ', now)).toBeNull()
    expect([readHappened('sáng nay', now), readHappened('0742 22112026', now)]).toEqual([undefined, undefined])
  })
})
