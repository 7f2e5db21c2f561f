import { describe, expect, it } from 'vitest'
import { an } from '../../../fixtures/shown-things.ts'
import type { Lane } from '../../../../main/lane/index.ts'
import { admit, laneAt, scanCard, scanResult } from './lane-at.ts'

const hour = 3_600_000
const minute = 60_000
const doubted = { code: 'identity-doubted', note: null } as const
const plated = { kind: 'vehicle', fields: { plate: '98A-123.45' } } as const

/** Everything that is said of whoever is in the open crossing. */
const codesOf = (lane: Lane): string[] =>
  lane.shown().travellers.flatMap(({ findings }) => findings.map(({ code }) => code))

describe('a crossing that is entered later, from paper', () => {
  it('is recorded with when it happened, and the next one happens now', async () => {
    const { lane, journal, clock } = await laneAt()
    const happenedAt = clock.now - 20 * hour
    lane.edit({ kind: 'on-foot', onFoot: true })
    expect(lane.edit({ kind: 'happened-at', at: happenedAt }).happenedAt).toBe(happenedAt)
    scanResult(lane, an)
    const decided = lane.decide('admitted', null)
    if (!decided.recorded) throw new Error(decided.code)
    expect(journal.crossing(decided.seq)).toMatchObject({
      crossing: { happenedAt },
      line: { at: happenedAt, enteredAt: clock.now },
    })
    expect(lane.shown().happenedAt).toBeNull()
    lane.takeBack()
    expect(lane.shown().happenedAt).toBe(happenedAt)
  })

  it('outlives a restart while it is being built', async () => {
    const { lane, clock, restart } = await laneAt()
    lane.edit({ kind: 'happened-at', at: clock.now - hour })
    expect((await restart()).lane.shown()).toMatchObject({ happenedAt: clock.now - hour, empty: false })
  })

  it('happens now where the time is taken away again, or lies ahead', async () => {
    const { lane, clock } = await laneAt()
    lane.edit({ kind: 'happened-at', at: clock.now - hour })
    expect(lane.edit({ kind: 'happened-at', at: null }).happenedAt).toBeNull()
    expect(lane.edit({ kind: 'happened-at', at: clock.now + hour }).happenedAt).toBeNull()
  })

  it('is marked where the lane says that the vehicle was here', async () => {
    const { lane, clock } = await laneAt()
    const plate = { kind: 'vehicle', fields: { plate: '98A-123.45' } } as const
    lane.edit(plate)
    lane.edit({ kind: 'happened-at', at: clock.now - hour })
    scanResult(lane, an)
    admit(lane, { code: 'papers-seen', note: null })
    lane.edit(plate)
    expect(lane.shown().seen).toMatchObject({ at: clock.now - hour, later: true })
  })

  it('is remembered at the time at which it happened', async () => {
    const { lane, clock } = await laneAt()
    lane.edit({ kind: 'on-foot', onFoot: true })
    lane.edit({ kind: 'happened-at', at: clock.now - 30 * hour })
    scanResult(lane, an)
    lane.decide('referred', { code: 'symptoms', note: null })
    lane.edit({ kind: 'on-foot', onFoot: true })
    // Whoever was referred is told of for a day.
    expect(scanResult(lane, an).verdict).toMatchObject({ outcome: 'accepted' })
  })

  it('is judged by when it happened, whether the time was said before or after the result was shown', async () => {
    const { lane, clock } = await laneAt()
    const sampledAt = clock.now - 80 * hour
    const entry = { sc: new Date(sampledAt).toISOString() }
    const whole = () => lane.shown().travellers.map(({ outcome, reason }) => [outcome, reason.code])
    lane.edit({ kind: 'on-foot', onFoot: true })
    scanResult(lane, an, entry)
    expect(whole()).toEqual([['rejected', 'sample-too-old']])
    lane.edit({ kind: 'happened-at', at: clock.now - 15 * hour })
    expect(whole()).toMatchObject([['accepted', expect.anything()]])
    lane.edit({ kind: 'happened-at', at: null })
    expect(whole()).toEqual([['rejected', 'sample-too-old']])
  })

  it('is judged so on paper too, and not by a time before the certificate was issued', async () => {
    const { lane, clock } = await laneAt()
    lane.edit({ kind: 'on-foot', onFoot: true })
    lane.edit({ kind: 'happened-at', at: clock.now - 30 * hour })
    const { placed } = scanCard(lane, an)
    const result = { result: 'negative', method: 'naat', laboratory: 'CDC', number: null } as const
    const sampledAt = clock.now - 90 * hour
    lane.edit({ kind: 'paper', traveller: placed?.traveller ?? 0, result: { ...result, sampledAt } })
    expect(codesOf(lane)).not.toContain('sample-too-old')
    lane.edit({ kind: 'happened-at', at: clock.now - 10 * hour })
    expect(codesOf(lane)).toContain('sample-too-old')
    lane.edit({ kind: 'happened-at', at: clock.now - 40 * hour })
    scanResult(lane, an, { sc: new Date(clock.now - 50 * hour).toISOString() })
    lane.edit({ kind: 'happened-at', at: clock.now - 41 * hour })
    expect(codesOf(lane)).toContain('period-not-begun')
  })

  it('knows what had happened then, and not what came after it', async () => {
    const { lane, clock } = await laneAt()
    lane.edit(plated)
    scanResult(lane, an)
    lane.decide('refused', doubted)
    const refusedAt = clock.now
    clock.now += 2 * hour
    lane.edit(plated)
    lane.edit({ kind: 'happened-at', at: refusedAt - hour })
    scanResult(lane, an)
    expect(codesOf(lane)).not.toContain('person-refused')
    expect(lane.shown().whole.reasons).toEqual([])
    lane.edit({ kind: 'happened-at', at: refusedAt + hour })
    expect(codesOf(lane)).toContain('person-refused')
    expect(lane.shown().whole.reasons).toMatchObject([{ code: 'vehicle-refused' }])
  })

  it('is told as the same one again where it is close to the other, before it or behind it, however late it is written', async () => {
    const { lane, clock } = await laneAt()
    const then = clock.now
    lane.edit(plated)
    scanResult(lane, an)
    expect(admit(lane)).toMatchObject({ recorded: true })
    clock.now += 20 * hour
    lane.edit(plated)
    lane.edit({ kind: 'happened-at', at: then })
    scanResult(lane, an)
    for (const [minutes, again] of [
      [5, true],
      [-5, true],
      [300, false],
      [-300, false],
    ] as const) {
      lane.edit({ kind: 'happened-at', at: then + minutes * minute })
      expect([minutes, codesOf(lane).includes('person-again')]).toEqual([minutes, again])
      expect(lane.shown().seen?.again ?? false).toBe(again)
    }
  })
})
