import { expect, test } from 'vitest'
import { slipOf } from '../../../../main/lane/slip.ts'
import { an } from '../../../fixtures/shown-things.ts'
import { laneAt, scanResult } from './lane-at.ts'

test('a slip names epoch, lane and entry', () => {
  expect(slipOf(`a3f0${'9'.repeat(60)}`, '2', 1204)).toBe('A3F0-2-1204')
})

test('the same entry of a journal that was begun anew is another slip', async () => {
  const [one, other] = [await laneAt(), await laneAt()].map(({ lane, journal }) => {
    scanResult(lane, an)
    const decided = lane.decide('refused', { code: 'order', note: null })
    if (!decided.recorded) throw new Error(decided.code)
    expect(decided.slip).toBe(slipOf(journal.ledger.head()?.epoch ?? '', '2', decided.seq))
    return decided
  })
  expect(one?.seq).toBe(other?.seq)
  expect(one?.slip).not.toBe(other?.slip)
})
