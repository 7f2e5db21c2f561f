import { describe, expect, test } from 'vitest'
import { totalsOf } from '../../../../main/reports/day/tally.ts'
import type { ReportedCrossing } from '../../../../shared/domain/crossing/reported-crossing.ts'
import { morning, reported, withTravellers } from './reported.ts'

const truck = { plate: '98A-123.45', trailerPlate: null, kind: 'truck', carrier: null, from: null, to: null } as const
const totals = (...crossings: ReportedCrossing[]) => totalsOf([crossings])
let seq = 100
const at = (minutes: number, crossing: Parameters<typeof reported>[0] = {}) =>
  reported({ seq: seq++, at: morning + minutes * 60_000, startedAt: null, ...crossing })

describe('totals', () => {
  test('of nothing are zeros, and no time was measured', async () => {
    const none = await totals()
    expect(none.all).toEqual({ crossings: 0, people: 0 })
    expect(none.handling).toBeNull()
    expect(none.byOrigin).toEqual({
      named: [],
      others: { crossings: 0, people: 0 },
      unsaid: { crossings: 0, people: 0 },
    })
  })

  test('go by direction, decision, verdict and kind of vehicle, each adding up to all', async () => {
    const sums = await totals(
      at(0),
      at(1, { crossing: { direction: 'out', decision: 'refused', outcome: 'rejected', vehicle: null, travellers: 1 } }),
      at(2, { crossing: { vehicle: { ...truck, kind: null }, outcome: 'check', decision: 'referred', travellers: 3 } }),
    )
    expect(sums.all).toEqual({ crossings: 3, people: 6 })
    for (const parts of [sums.byDirection, sums.byDecision, sums.byOutcome, sums.byKind]) {
      const counts = Object.values(parts)
      expect(counts.reduce((sum, { crossings }) => sum + crossings, 0)).toBe(3)
      expect(counts.reduce((sum, { people }) => sum + people, 0)).toBe(6)
    }
    expect([sums.byKind['on-foot'], sums.byKind.unsaid, sums.byKind.truck].map(({ people }) => people)).toEqual([
      1, 3, 2,
    ])
  })

  test('put a crossing into the hour of the post’s clock', async () => {
    const last = Date.parse('2026-11-29T23:59:59.999+07:00')
    const { byHour } = await totals(
      at(0),
      reported({ at: last }),
      reported({ at: last + 1, crossing: { direction: 'out' } }),
    )
    expect([byHour.in[7], byHour.in[23], byHour.out[0]]).toEqual([1, 1, 1])
    expect([...byHour.in, ...byHour.out].reduce((sum, each) => sum + each)).toBe(3)
  })

  test('know who departed from the verdict, and why', async () => {
    const reason = { code: 'emergency', note: null } as const
    const sums = await totals(
      at(0, { officer: 'an', crossing: { reason } }),
      at(1, { officer: 'an', crossing: { reason: { code: 'order', note: null }, decision: 'refused' } }),
      at(2, { crossing: { reason } }),
      at(3, { crossing: { reason, decision: 'referred' } }),
      at(4),
    )
    expect(sums.overrides).toEqual({
      crossings: 4,
      people: 8,
      byOfficer: [
        { officer: 'an', crossings: 2, people: 4 },
        { officer: null, crossings: 2, people: 4 },
      ],
    })
    expect(sums.byReason).toEqual({ emergency: { crossings: 3, people: 6 }, order: { crossings: 1, people: 2 } })
    expect(sums.emergencies).toEqual({ crossings: 2, people: 4, unseen: 0 })
  })

  test('count emergencies for which there was no time to ask, and those that nobody has seen yet', async () => {
    const { crossing, ...others } = at(0, { crossing: { reason: { code: 'other', note: 'Ngừng thở' } } })
    const without: ReportedCrossing = {
      ...others,
      crossing: { ...crossing, above: { by: 'emergency' } },
    }
    const { emergencies } = await totals(without, { ...without, seq: seq++, unseenEmergency: true })
    expect(emergencies).toEqual({ crossings: 2, people: 4, unseen: 1 })
  })

  test('take an origin for the same however its marks were typed, and the rest together', async () => {
    const from = (place: string | null) => at(0, { crossing: { vehicle: { ...truck, from: place }, travellers: 1 } })
    const places = Array.from({ length: 25 }, (_, index) => from(`Quận ${index + 1}`))
    const { byOrigin } = await totals(
      from('Hà Nội'),
      from('Hà Nội'.normalize('NFD')),
      from('HA  NOI'),
      from(null),
      ...places,
      at(0, { crossing: { direction: 'out', vehicle: { ...truck, from: 'Huế' } } }),
    )
    expect(byOrigin.named[0]).toEqual({ name: 'Hà Nội', crossings: 3, people: 3 })
    expect(byOrigin.named.length).toBe(20)
    expect(byOrigin.others).toEqual({ crossings: 6, people: 6 })
    expect(byOrigin.unsaid).toEqual({ crossings: 1, people: 1 })
  })

  test('count why people were not accepted, and what was corrected or entered later', async () => {
    const crossing = withTravellers({ outcome: 'rejected', reason: 'sample-too-old' }, { outcome: 'accepted' })
    const sums = await totals({ ...crossing, amended: true }, { ...crossing, enteredAt: morning + 1 })
    expect(sums.byFinding).toEqual({ 'sample-too-old': 2 })
    expect(sums.peopleByOutcome).toEqual({ accepted: 2, check: 0, rejected: 2, unreadable: 0 })
    expect([sums.amended, sums.enteredLater]).toEqual([1, 1])
  })

  test('measure from the first scan to the decision, and nothing that was not handled at the desk', async () => {
    const took = (seconds: number) => reported({ startedAt: morning - seconds * 1000 })
    const { handling } = await totals(
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(took),
      took(-5),
      reported({ startedAt: null }),
      { ...took(100), enteredAt: morning + 1 },
    )
    expect(handling).toEqual({ measured: 11, median: 6, ninetieth: 10, longest: 11 })
    expect((await totals(took(9_999_999))).handling).toMatchObject({ longest: 3600 })
  })

  test('wait for whoever was referred until they are let pass', async () => {
    const person = { name: 'Trần Thị Bích', birthDate: '1990-01-02', numbers: ['024099000777'] }
    const passes = (minutes: number, decision: 'referred' | 'admitted' | 'refused') => {
      const each = withTravellers(person)
      return { ...each, seq: seq++, at: morning + minutes * 60_000, crossing: { ...each.crossing, decision } }
    }
    const open = async (...crossings: ReportedCrossing[]) => (await totals(...crossings)).openReferrals
    expect(await open(passes(0, 'referred'))).toBe(1)
    expect(await open(passes(0, 'referred'), passes(5, 'refused'))).toBe(1)
    expect(await open(passes(0, 'referred'), passes(5, 'admitted'))).toBe(0)
    expect(await open(passes(0, 'referred'), passes(5, 'referred'))).toBe(1)
    expect(await open(passes(0, 'admitted'), passes(5, 'referred'))).toBe(1)
  })
})
