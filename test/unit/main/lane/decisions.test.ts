import { describe, expect, it, vi } from 'vitest'
import type { Lane } from '../../../../main/lane/index.ts'
import { undoable } from '../../../../main/lane/undo.ts'
import { now } from '../../../fixtures/certificates.ts'
import { an, binh, cuong } from '../../../fixtures/shown-things.ts'
import { hour } from '../../../fixtures/verdicts.ts'
import { admit, laneAt, scanCard, scanResult } from './lane-at.ts'

const positiveResult = { tr: '260373001' }
const inWords = { code: 'other', note: 'cấp cứu, xe 115 đưa đi' } as const
const agreed = { code: 'supervisor-agreed', note: null } as const

describe('a decision', () => {
  it('is in the journal, and the next crossing is empty the same way', async () => {
    const { lane, journal, restart } = await laneAt()
    lane.edit({ kind: 'direction', direction: 'out' })
    scanResult(lane, an)
    const decided = lane.decide('admitted', null)
    expect(decided).toMatchObject({ recorded: true, slip: expect.stringMatching(/^[0-9A-F]{4}-2-\d+$/) as string })
    expect(journal.crossing(decided.recorded ? decided.seq : 0)?.crossing).toMatchObject({
      direction: 'out',
      decision: 'admitted',
      outcome: 'accepted',
      travellers: [{ name: an.name }],
    })
    expect(lane.shown()).toMatchObject({ empty: true, direction: 'out', undo: { decision: 'admitted' } })
    const again = await restart()
    expect(again.lane.shown()).toMatchObject({ empty: true, direction: 'out' })
  })

  it('that departs from the verdict is not recorded without a reason', async () => {
    const { lane, journal } = await laneAt()
    scanResult(lane, cuong, positiveResult)
    expect(lane.decide('admitted', null)).toEqual({ recorded: false, code: 'reason-needed' })
    expect(lane.shown().travellers).toHaveLength(1)
    const decided = lane.decide('refused', agreed)
    expect(journal.crossing(decided.recorded ? decided.seq : 0)?.crossing.reason).toEqual(agreed)
  })

  it('to admit a positive is recorded with the officer’s words, and never with a stock reason', async () => {
    const { lane, journal } = await laneAt()
    scanResult(lane, cuong, positiveResult)
    expect(lane.shown()).toMatchObject({ grave: true, expected: ['referred'] })
    expect(lane.decide('admitted', agreed)).toEqual({ recorded: false, code: 'words-needed' })
    expect(lane.shown().travellers).toHaveLength(1)
    const decided = lane.decide('admitted', inWords)
    expect(journal.crossing(decided.recorded ? decided.seq : 0)?.crossing.reason).toEqual(inWords)
  })

  it('to admit people whom nobody has counted is not recorded, whatever the reason, and they stay', async () => {
    const { lane } = await laneAt()
    lane.edit({ kind: 'vehicle', fields: { plate: '98A-123.45' } })
    scanResult(lane, an)
    expect(lane.decide('admitted', null)).toEqual({ recorded: false, code: 'count-needed' })
    expect(lane.decide('admitted', agreed)).toEqual({ recorded: false, code: 'count-needed' })
    lane.edit({ kind: 'people', people: 2 })
    expect(lane.decide('admitted', null)).toEqual({ recorded: false, code: 'reason-needed' })
    lane.edit({ kind: 'people', people: 1 })
    expect(lane.decide('admitted', null)).toMatchObject({ recorded: true })
  })

  it('pressed twice decides nothing about nobody', async () => {
    const { lane } = await laneAt()
    scanResult(lane, an)
    lane.decide('admitted', null)
    expect(lane.decide('admitted', null)).toEqual({ recorded: false, code: 'nobody' })
  })
})

describe('undo', () => {
  it('opens the crossing again, as it was, and voids what was recorded', async () => {
    const { lane, journal, clock, restart } = await laneAt()
    scanResult(lane, an)
    const before = lane.shown()
    const decided = lane.decide('refused', agreed)
    clock.now += undoable - 1
    expect(lane.takeBack()).toEqual({ undone: true })
    expect(lane.shown()).toEqual(before)
    expect(journal.crossing(decided.recorded ? decided.seq : 0)?.line.state).toBe('voided')
    const again = await restart()
    expect(again.lane.shown().travellers.map(({ name }) => name)).toEqual([an.name])
  })

  it('comes too late after ten seconds', async () => {
    const { lane, clock } = await laneAt()
    scanResult(lane, an)
    lane.decide('admitted', null)
    clock.now += undoable + 1
    expect(lane.takeBack()).toEqual({ undone: false, code: 'too-late' })
  })

  it('does not throw away a crossing that was begun meanwhile', async () => {
    const { lane } = await laneAt()
    scanResult(lane, an)
    lane.decide('admitted', null)
    scanResult(lane, binh)
    expect(lane.takeBack()).toEqual({ undone: false, code: 'begun' })
  })

  it('has nothing to take back at first, nor a second time', async () => {
    const { lane } = await laneAt()
    expect(lane.takeBack()).toEqual({ undone: false, code: 'nothing' })
    scanResult(lane, an)
    lane.decide('admitted', null)
    lane.takeBack()
    expect(lane.takeBack()).toEqual({ undone: false, code: 'nothing' })
  })

  it('leaves no trace of the crossing in what the lane remembers', async () => {
    const { lane } = await laneAt()
    scanResult(lane, an)
    lane.decide('admitted', null)
    lane.takeBack()
    expect(lane.shown().travellers[0]?.outcome).toBe('accepted')
  })
})

describe('a correction', () => {
  /** A decided crossing with two digits of its plate the wrong way round, and the vehicle as it should be. */
  async function mistyped(decide: (lane: Lane) => ReturnType<Lane['decide']>) {
    const { lane, corrections } = await laneAt()
    lane.edit({ kind: 'vehicle', fields: { plate: '98A-123.45' } })
    scanResult(lane, an)
    const decided = decide(lane)
    const of = decided.recorded ? decided.seq : 0
    const vehicle = { ...corrections.read(of)!.crossing.vehicle!, plate: '98A-123.54' }
    return { lane, corrections, of, vehicle }
  }

  it('changes decision and plate, and keeps what was', async () => {
    const { lane, corrections, of, vehicle } = await mistyped(admit)
    expect(corrections.amend(of, 'refused', vehicle, agreed)).toMatchObject({ recorded: true })
    lane.corrected(of)
    expect(corrections.read(of)).toMatchObject({
      line: { state: 'amended', plate: '98A-123.54', decision: 'refused' },
      crossing: { outcome: 'accepted', reason: agreed, travellers: [{ name: an.name }] },
    })
    expect(lane.shown().undo).toBeNull()
    lane.edit({ kind: 'vehicle', fields: { plate: '98A-123.54' } })
    expect(lane.shown().seen).toMatchObject({ decision: 'refused' })
  })

  it('of a plate alone leaves the reason of the decision as it was', async () => {
    const { corrections, of, vehicle } = await mistyped((at) => at.decide('refused', agreed))
    corrections.amend(of, 'refused', vehicle, { code: 'entered-wrongly', note: null })
    expect(corrections.read(of)?.crossing).toMatchObject({ vehicle: { plate: '98A-123.54' }, reason: agreed })
  })

  it('of when it happened is before it was entered, and else leaves that as it was', async () => {
    const { lane, corrections, of, vehicle } = await mistyped(admit)
    const entered = corrections.read(of)!.line.at
    const happens = (at: number | null | undefined) => corrections.amend(of, 'admitted', vehicle, agreed, at)
    expect(happens(entered + 1)).toEqual({ recorded: false, code: 'happened-after' })
    expect(happens(entered - hour)).toMatchObject({ recorded: true })
    expect(happens(undefined)).toMatchObject({ recorded: true })
    expect(corrections.read(of)?.line).toMatchObject({ at: entered - hour, enteredAt: entered })
    lane.edit({ kind: 'vehicle', fields: { plate: '98A-123.54' } })
    expect(lane.shown().seen).toMatchObject({ at: entered - hour })
    expect(happens(null)).toMatchObject({ recorded: true })
    expect(corrections.read(of)?.line).toMatchObject({ at: entered, enteredAt: null })
    expect(corrections.read(of)?.crossing).not.toHaveProperty('happenedAt')
  })

  it('of a day that was mistyped brings a crossing back to what the lane remembers', async () => {
    const { lane, corrections, of, vehicle } = await mistyped((at) => {
      at.edit({ kind: 'happened-at', at: now - 100 * hour })
      // That long ago there was no such result yet, which wants a reason.
      return admit(at, agreed)
    })
    // With the next decision it is forgotten.
    scanResult(lane, binh)
    admit(lane)
    lane.edit({ kind: 'vehicle', fields: { plate: '98A-123.54' } })
    expect(lane.shown().seen).toBeNull()
    corrections.amend(of, 'admitted', vehicle, agreed, now - hour)
    expect(lane.shown().seen).toMatchObject({ seq: of, at: now - hour })
  })

  it('to have admitted a positive wants words too, and the other way none', async () => {
    const { lane, corrections } = await laneAt()
    scanResult(lane, cuong, positiveResult)
    const decided = lane.decide('referred', null)
    const of = decided.recorded ? decided.seq : 0
    expect(corrections.amend(of, 'admitted', null, agreed)).toEqual({ recorded: false, code: 'words-needed' })
    expect(corrections.amend(of, 'admitted', null, inWords)).toMatchObject({ recorded: true })
    expect(corrections.amend(of, 'refused', null, agreed)).toMatchObject({ recorded: true })
  })

  it('of what is not there, or was voided, says so', async () => {
    const { lane, corrections } = await laneAt()
    expect(corrections.amend(77, 'refused', null, agreed)).toEqual({ recorded: false, code: 'unknown' })
    expect(corrections.void(77, agreed)).toEqual({ recorded: false, code: 'unknown' })
    scanResult(lane, an)
    const decided = lane.decide('admitted', null)
    const of = decided.recorded ? decided.seq : 0
    expect(corrections.void(of, agreed)).toMatchObject({ recorded: true })
    scanResult(lane, an)
    expect(lane.shown().travellers[0]?.outcome).toBe('accepted')
    expect(corrections.amend(of, 'refused', null, agreed)).toEqual({ recorded: false, code: 'voided' })
    expect(corrections.void(of, { code: 'other', note: null })).toEqual({ recorded: false, code: 'words-needed' })
  })
})

describe('what the lane remembers', () => {
  it('comes from the journal after a restart', async () => {
    const first = await laneAt()
    scanResult(first.lane, an)
    first.lane.decide('admitted', null)
    const { lane } = await first.restart()
    scanResult(lane, an)
    expect(lane.shown().travellers[0]?.reason.code).toBe('person-again')
  })
})

describe('on a disk that takes nothing', () => {
  const full = { recorded: false, code: 'disk-full' } as const

  async function laneOnAFullDisk() {
    const at = await laneAt()
    vi.spyOn(at.journal, 'saveDraft').mockReturnValue({ saved: false, code: 'disk-full' })
    vi.spyOn(at.journal, 'recordScan').mockReturnValue(full)
    vi.spyOn(at.journal, 'recordCrossing').mockReturnValue(full)
    return at
  }

  it('scanning goes on, and the screen is told that a restart would lose the crossing', async () => {
    const { lane } = await laneOnAFullDisk()
    scanResult(lane, an)
    expect(scanCard(lane, an)).toMatchObject({ verdict: { outcome: 'accepted' }, record: full })
    expect(lane.shown()).toMatchObject({ unsaved: 'disk-full', travellers: [{ name: an.name, identity: 'same' }] })
  })

  it('a decision is not called recorded, and the crossing stays open', async () => {
    const { lane } = await laneOnAFullDisk()
    scanResult(lane, an)
    expect(lane.decide('admitted', null)).toEqual(full)
    expect(lane.shown()).toMatchObject({ undo: null, travellers: [{ name: an.name }] })
  })

  it('a decision that cannot be taken back stays decided', async () => {
    const { lane, journal } = await laneAt()
    scanResult(lane, an)
    lane.decide('admitted', null)
    vi.spyOn(journal, 'voidCrossing').mockReturnValue(full)
    expect(lane.takeBack()).toEqual({ undone: false, code: 'disk-full' })
    expect(lane.shown()).toMatchObject({ empty: true, undo: { decision: 'admitted' } })
  })
})
