import { describe, expect, it } from 'vitest'
import type { Lane } from '../../../../main/lane/index.ts'
import { an, binh } from '../../../fixtures/shown-things.ts'
import { laneAt, scanResult } from './lane-at.ts'

const wrongly = { code: 'entered-wrongly', note: null } as const

function admit(lane: Lane, person = an): number {
  lane.edit({ kind: 'on-foot', onFoot: true })
  scanResult(lane, person)
  const decided = lane.decide('admitted', null)
  if (!decided.recorded) throw new Error(decided.code)
  return decided.seq
}

describe('the decision that the lane took last', () => {
  it('stands until somebody corrects it', async () => {
    const { lane } = await laneAt()
    admit(lane)
    expect(lane.shown().corrected).toBeNull()
  })

  it('is said to be voided once it is', async () => {
    const { lane, corrections } = await laneAt()
    const seq = admit(lane)
    corrections.void(seq, wrongly)
    lane.corrected(seq)
    expect(lane.shown().corrected).toEqual({ seq, decision: 'admitted', state: 'voided' })
  })

  it('is what it was corrected to', async () => {
    const { lane, corrections, heard } = await laneAt()
    const seq = admit(lane)
    corrections.amend(seq, 'refused', null, wrongly)
    lane.corrected(seq)
    expect(heard.at(-1)?.corrected).toEqual({ seq, decision: 'refused', state: 'amended' })
  })

  it('is another one once the next is decided', async () => {
    const { lane, corrections } = await laneAt()
    const first = admit(lane)
    const second = admit(lane, binh)
    corrections.void(first, wrongly)
    lane.corrected(first)
    expect(lane.shown().corrected).toBeNull()
    corrections.amend(second, 'refused', null, wrongly)
    lane.corrected(second)
    expect(lane.shown().corrected?.seq).toBe(second)
    admit(lane)
    expect(lane.shown().corrected).toBeNull()
  })
})
