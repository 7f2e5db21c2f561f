/** The crossing that is open in the lane, until it is decided, and again when it is opened later. */
import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../../../shared/rules/policy.ts'
import defaults from '../../../../shared/rules/policies/program-default.json' with { type: 'json' }
import { hour, storeOf } from '../../../fixtures/certificates.ts'
import { an, binh, cuong } from '../../../fixtures/shown-things.ts'
import { newFolder } from '../journal/journal-in.ts'
import { rule } from '../../shared/rules/evaluated.ts'
import { admit, laneAt, type LaneAt, scanCard, scanResult } from './lane-at.ts'

/** A policy of one rule that asks where the traveller comes from. */
function onlyFromLowZones() {
  const zoned = rule({ Logic: { '<': [{ var: 'external.originZone' }, 4] } })
  const reading = readPolicy({ ...defaults, rules: [zoned] })
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return reading.policy
}

const agreed = { code: 'supervisor-agreed', note: null } as const

describe('the open crossing', () => {
  it('survives a restart, whoever is at the desk then', async () => {
    const first = await laneAt()
    scanResult(first.lane, an)
    scanCard(first.lane, an)
    first.lane.edit({ kind: 'vehicle', fields: { plate: '98a12345', kind: 'car' } })
    first.lane.edit({ kind: 'state', traveller: null, name: 'Bé Na', birthDate: '2018', number: null })
    const paper = { laboratory: 'CDC', number: '1', sampledAt: null, method: 'naat', result: 'negative' } as const
    first.lane.edit({ kind: 'paper', traveller: first.lane.shown().current!, result: paper })
    const before = first.lane.shown()
    const second = await first.restart()
    expect(second.lane.shown()).toEqual(before)
    expect(before.travellers.map(({ identity }) => identity)).toEqual(['same', 'alone'])
  })

  it('takes a paper against the rules for what it is', async () => {
    const { lane, clock } = await laneAt()
    scanCard(lane, an)
    const traveller = lane.shown().current!
    const paper = { laboratory: 'CDC', number: '1', method: 'naat', result: 'negative' } as const
    lane.edit({ kind: 'paper', traveller, result: { ...paper, sampledAt: clock.now - 20 * hour } })
    expect(lane.shown().travellers[0]).toMatchObject({ outcome: 'check', reason: { code: 'result-on-paper' } })
    expect(lane.shown().travellers[0]?.findings.map(({ check }) => check)).not.toContain('rules')
    lane.edit({ kind: 'paper', traveller, result: { ...paper, method: 'unknown', sampledAt: clock.now } })
    expect(lane.shown().travellers[0]?.findings.map(({ check }) => check)).not.toContain('rules')
    lane.edit({ kind: 'paper', traveller, result: { ...paper, sampledAt: clock.now - 200 * hour } })
    expect(lane.shown().travellers[0]).toMatchObject({ outcome: 'rejected', reason: { code: 'sample-too-old' } })
  })

  it('says at once that the vehicle was here the same way a moment ago', async () => {
    const { lane, clock } = await laneAt()
    const plate = { kind: 'vehicle', fields: { plate: '98A-123.45' } } as const
    lane.edit(plate)
    scanResult(lane, an)
    admit(lane)
    clock.now += 5 * 60_000
    lane.edit(plate)
    expect(lane.shown().seen).toMatchObject({ direction: 'in', decision: 'admitted', people: 1, again: true })
    lane.edit({ kind: 'direction', direction: 'out' })
    expect(lane.shown().seen).toMatchObject({ again: false })
    clock.now += 24 * hour
    expect(lane.shown().seen).toBeNull()
  })

  it('says at once that a result was shown on another plate, and the person passed already', async () => {
    const { lane, clock } = await laneAt()
    lane.edit({ kind: 'vehicle', fields: { plate: '98A-123.45' } })
    scanResult(lane, an)
    admit(lane)
    clock.now += 5 * 60_000
    scanResult(lane, an)
    expect(lane.shown().travellers[0]).toMatchObject({ outcome: 'check', reason: { code: 'person-again' } })
    lane.edit({ kind: 'vehicle', fields: { plate: '29C-555.55' } })
    expect(lane.shown().travellers[0]?.findings.map(({ code }) => code)).toContain('certificate-on-another-plate')
  })

  it('takes vehicle and people over when it comes back out, and lets them pass by one decision', async () => {
    const { lane, clock } = await laneAt()
    lane.edit({ kind: 'vehicle', fields: { plate: '98A-123.45', kind: 'car' } })
    scanResult(lane, an)
    scanCard(lane, an)
    const decided = admit(lane)
    clock.now += hour
    lane.edit({ kind: 'return', of: decided.recorded ? decided.seq : 0 })
    expect(lane.shown()).toMatchObject({
      direction: 'out',
      vehicle: { plate: '98A-123.45', kind: 'car' },
      whole: { outcome: 'accepted' },
      expected: ['admitted'],
      travellers: [{ name: an.name, reason: { code: 'checked-earlier' } }],
    })
    expect(admit(lane)).toMatchObject({ recorded: true })
  })

  describe('the other way than the lane', () => {
    /** A car that is admitted in, and of which the people are taken over on its way out. */
    async function returned() {
      const at = await laneAt()
      at.lane.edit({ kind: 'vehicle', fields: { plate: '98A-123.45' } })
      scanResult(at.lane, an)
      const decided = admit(at.lane)
      at.clock.now += hour
      at.lane.edit({ kind: 'return', of: decided.recorded ? decided.seq : 0 })
      expect(at.lane.shown().direction).toBe('out')
      return at
    }

    it('leaves the lane as it was for the next vehicle, decided or abandoned', async () => {
      const { lane } = await returned()
      expect(lane.decide('admitted', null)).toMatchObject({ recorded: true })
      expect(lane.shown()).toMatchObject({ empty: true, direction: 'in' })
      const other = await returned()
      other.lane.abandon()
      expect(other.lane.shown()).toMatchObject({ empty: true, direction: 'in' })
    })

    it('leaves it so after a restart, and after an undo', async () => {
      const first = await returned()
      const { lane } = await first.restart(first.clock.now)
      expect(lane.shown().direction).toBe('out')
      lane.decide('admitted', null)
      expect(lane.takeBack()).toEqual({ undone: true })
      expect(lane.shown().direction).toBe('out')
      lane.decide('admitted', null)
      expect(lane.shown().direction).toBe('in')
    })

    it('turns the lane where the officer turns it by hand', async () => {
      const { lane } = await returned()
      lane.edit({ kind: 'direction', direction: 'in' })
      lane.edit({ kind: 'direction', direction: 'out' })
      lane.decide('admitted', null)
      expect(lane.shown()).toMatchObject({ empty: true, direction: 'out' })
    })
  })

  it('is a look at whoever was taken over and taken off again, and none at whom somebody decides about', async () => {
    const { lane, clock, journal } = await laneAt()
    scanResult(lane, an)
    scanCard(lane, binh)
    const decided = admit(lane, agreed)
    const of = decided.recorded ? decided.seq : 0
    const looks = () => {
      const list = journal.accesses.list({ person: an.name, before: null })
      return list.kind === 'listed' ? list.lines.map(({ kind }) => kind) : []
    }
    clock.now += hour
    lane.edit({ kind: 'return', of })
    admit(lane, agreed)
    lane.edit({ kind: 'return', of })
    lane.abandon()
    expect(looks()).toEqual([])
    lane.edit({ kind: 'return', of })
    for (const { id } of lane.shown().travellers) lane.edit({ kind: 'remove', traveller: id })
    expect(looks()).toEqual(['access.opened'])
  })

  it('takes nobody over twice who has shown something already', async () => {
    const { lane, clock } = await laneAt()
    scanResult(lane, an)
    scanCard(lane, an)
    scanResult(lane, binh)
    const decided = admit(lane)
    clock.now += hour
    scanCard(lane, binh)
    lane.edit({ kind: 'return', of: decided.recorded ? decided.seq : 0 })
    expect(lane.shown().travellers.map(({ name, outcome }) => [name, outcome])).toEqual([
      [binh.name, 'accepted'],
      [an.name, 'accepted'],
    ])
  })

  it('does not let those come back in on a result that has run out meanwhile, or was not good', async () => {
    const { lane, clock } = await laneAt()
    lane.edit({ kind: 'direction', direction: 'out' })
    scanResult(lane, an)
    scanCard(lane, binh)
    const decided = admit(lane, agreed)
    const of = decided.recorded ? decided.seq : 0
    clock.now += hour
    lane.edit({ kind: 'return', of })
    const reasons = () => lane.shown().travellers.map(({ reason }) => reason.code)
    expect(reasons()).toEqual(['checked-earlier', 'result-missing'])
    lane.abandon()
    lane.edit({ kind: 'direction', direction: 'out' })
    scanResult(lane, cuong)
    const refused = lane.decide('refused', agreed)
    lane.edit({ kind: 'return', of: refused.recorded ? refused.seq : 0 })
    expect(reasons()).toEqual(['result-missing'])
    lane.abandon()
    clock.now += 60 * hour
    lane.edit({ kind: 'return', of })
    expect(reasons()).toEqual(['result-missing', 'result-missing'])
  })

  it('that is opened again long after is judged by its period and the rules of then', async () => {
    const first = await laneAt()
    scanResult(first.lane, an)
    const reasonOf = ({ lane }: LaneAt) => lane.shown().travellers.map(({ reason }) => reason.code)
    const before = reasonOf(first)
    const soon = await first.restart()
    expect(reasonOf(soon)).toEqual(before)
    const late = await soon.restart(soon.clock.now + 500 * hour)
    expect(reasonOf(late)).toEqual(['period-expired'])
    expect(late.lane.shown().travellers[0]?.findings).toContainEqual(
      expect.objectContaining({ code: 'sample-too-old' }),
    )
  })

  it('goes back to nothing but its direction when abandoned', async () => {
    const { lane } = await laneAt()
    lane.edit({ kind: 'direction', direction: 'out' })
    scanResult(lane, an)
    lane.abandon()
    expect(lane.shown()).toMatchObject({ empty: true, direction: 'out', travellers: [] })
  })
})

describe('where the travellers come from', () => {
  it('is asked by some rules, and every result is judged again by the answer', async () => {
    const { lane } = await laneAt(newFolder(), { ...storeOf(), rules: onlyFromLowZones() })
    lane.edit({ kind: 'origin-zone', zone: 4 })
    scanResult(lane, an)
    lane.edit({ kind: 'origin-zone', zone: 2 })
    expect(lane.shown()).toMatchObject({ originZone: 2, whole: { outcome: 'accepted' } })
    lane.edit({ kind: 'origin-zone', zone: 4 })
    expect(lane.shown()).toMatchObject({ whole: { outcome: 'rejected' } })
    expect(lane.originZone).toBe(4)
  })
})
