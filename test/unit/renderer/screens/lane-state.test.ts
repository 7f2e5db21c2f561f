import { describe, expect, it } from 'vitest'
import { emptyLane, reduceLane, type LaneAction, type LaneState } from '../../../../renderer/screens/lane/lane-state.ts'

const after = (...actions: LaneAction[]): LaneState => actions.reduce(reduceLane, emptyLane)
const decided: LaneAction = {
  kind: 'desk',
  of: {
    kind: 'decided',
    decided: { decision: 'admitted', seq: 8, slip: '2-8', plate: '98A-123.45', people: 1, above: null },
  },
}
const asked: LaneAction = {
  kind: 'desk',
  of: { kind: 'opened', form: { kind: 'reason', decision: 'refused', words: false, only: false } },
}

describe('the lane', () => {
  it('forgets the last decision with the next scan, and only then', () => {
    expect(after(decided).desk.decided).not.toBeNull()
    expect(after(decided, { kind: 'scanned', scan: 1 })).toMatchObject({ desk: { decided: null }, scan: 1 })
  })

  it('opens the details of one scan, and closes them by the same key', () => {
    const open = after({ kind: 'details-toggled', scan: 1 })
    expect(open.details).toBe(1)
    expect(reduceLane(open, { kind: 'details-toggled', scan: 1 }).details).toBeNull()
    expect(reduceLane(open, { kind: 'details-toggled', scan: 2 }).details).toBe(2)
  })

  it('closes the details where the reason is asked for', () => {
    expect(after({ kind: 'details-toggled', scan: 1 }, asked).details).toBeNull()
  })
})
