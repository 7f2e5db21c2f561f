import { describe, expect, it } from 'vitest'
import type { Lane } from '../../../../main/lane/index.ts'
import type { Decision } from '../../../../shared/domain/crossing/crossing.ts'
import { an, binh } from '../../../fixtures/shown-things.ts'
import { laneAt, scanResult } from './lane-at.ts'

const doubted = { code: 'identity-doubted', note: null } as const
const plated = { kind: 'vehicle', fields: { plate: '98A-123.45' } } as const

/** Somebody with a good result, in a car, of whom it is decided so. Answers with the entry's number. */
function turnAway(lane: Lane, decision: Decision): number {
  lane.edit(plated)
  scanResult(lane, an)
  const decided = lane.decide(decision, doubted)
  if (!decided.recorded) throw new Error(decided.code)
  return decided.seq
}

const codes = (lane: Lane) => {
  const { travellers, whole } = lane.shown()
  return { person: travellers.map(({ reason }) => reason.code), vehicle: whole.reasons.map(({ code }) => code) }
}

describe('who was referred and comes back', () => {
  it('on foot with a good result is a check, and no key is marked', async () => {
    const { lane, clock } = await laneAt()
    turnAway(lane, 'referred')
    clock.now += 3_600_000
    lane.edit({ kind: 'on-foot', onFoot: true })
    expect(scanResult(lane, an).verdict).toMatchObject({ outcome: 'check', reason: { code: 'person-referred' } })
    expect(lane.shown()).toMatchObject({ expected: [], whole: { outcome: 'check', filled: false } })
    expect(lane.shown().travellers[0]?.turnedAway).toMatchObject({ code: 'person-referred' })
    expect(lane.decide('admitted', null)).toEqual({ recorded: false, code: 'reason-needed' })
  })

  it('as somebody else in the same vehicle is a check for the vehicle’s sake', async () => {
    const { lane } = await laneAt()
    turnAway(lane, 'refused')
    lane.edit(plated)
    scanResult(lane, binh)
    lane.edit({ kind: 'people', people: 1 })
    expect(codes(lane)).toEqual({ person: ['rules-met'], vehicle: ['vehicle-refused'] })
    expect(lane.shown()).toMatchObject({ expected: [], whole: { outcome: 'check', worst: 'check', filled: false } })
    expect(lane.decide('admitted', null)).toEqual({ recorded: false, code: 'reason-needed' })
  })

  it('in the same vehicle is one for both', async () => {
    const { lane } = await laneAt()
    turnAway(lane, 'referred')
    lane.edit(plated)
    scanResult(lane, an)
    expect(codes(lane)).toEqual({ person: ['person-referred'], vehicle: ['vehicle-referred'] })
  })

  it('is known after a restart', async () => {
    const first = await laneAt()
    turnAway(first.lane, 'refused')
    const { lane } = await first.restart()
    lane.edit(plated)
    scanResult(lane, an)
    expect(codes(lane)).toEqual({ person: ['person-refused'], vehicle: ['vehicle-refused'] })
  })

  it('is not, where that was undone, voided, or corrected', async () => {
    const good = { person: ['rules-met'], vehicle: [] }
    const { lane, corrections } = await laneAt()
    turnAway(lane, 'refused')
    lane.takeBack()
    expect(codes(lane)).toEqual(good)
    lane.abandon()
    const voided = turnAway(lane, 'refused')
    corrections.void(voided, doubted)
    lane.edit(plated)
    scanResult(lane, an)
    expect(codes(lane)).toEqual(good)
    lane.abandon()
    const amended = turnAway(lane, 'refused')
    const { vehicle } = corrections.read(amended)!.crossing
    corrections.amend(amended, 'admitted', vehicle, doubted)
    lane.edit(plated)
    scanResult(lane, an)
    expect(codes(lane)).toEqual({ person: ['person-again'], vehicle: [] })
  })
})
