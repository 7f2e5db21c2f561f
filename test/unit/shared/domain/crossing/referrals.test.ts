import { describe, expect, it } from 'vitest'
import type { Crossing, Decision, Traveller } from '../../../../../shared/domain/crossing/crossing.ts'
import { openReferrals } from '../../../../../shared/domain/crossing/referrals.ts'
import { personKeys, type EarlierCrossing } from '../../../../../shared/domain/crossing/repeats.ts'
import { aRecorded, aTraveller } from '../../../renderer/records/recorded.ts'

const hour = 3_600_000
const binh = { name: 'Trần Thị Bình', birthDate: '1985-07-01', numbers: ['024185004321'] }

/** Crossings one hour after another: each with its decision and who was in it. */
function crossings(...decided: readonly [Decision, ...Partial<Traveller>[]][]): EarlierCrossing[] {
  return decided.map(([decision, ...people], index) => {
    const travellers = people.map((each) => aTraveller(each))
    return { seq: index + 1, at: index * hour, crossing: { ...aRecorded().crossing, decision, travellers } }
  })
}

/** `entry name` of each referral that is open. */
function open(earlier: readonly EarlierCrossing[]): string[] {
  const newestFirst = earlier.toReversed()
  const shares = (crossing: Crossing, keys: readonly string[]): boolean =>
    crossing.travellers.some((each) => personKeys(each).some((key) => keys.includes(key)))
  const ofPerson = (traveller: Traveller): EarlierCrossing[] =>
    newestFirst.filter(({ crossing }) => shares(crossing, personKeys(traveller)))
  return openReferrals(newestFirst, ofPerson).map(({ by, traveller }) => `${by.seq} ${traveller.name}`)
}

/** What the medical post gave them, seen here after they were referred. */
const newResult = { ...aTraveller().certificate!, id: 'URN:UVCI:01:VN:2' }

describe('a referral', () => {
  it('is open for everybody who was referred, the newest first', () => {
    expect(
      open(crossings(['referred', {}, binh], ['admitted', { ...binh, numbers: ['001'], name: 'Ai Khác' }])),
    ).toEqual(['1 Nguyễn Văn An', '1 Trần Thị Bình'])
    expect(open(crossings(['referred', {}], ['referred', binh]))).toEqual(['2 Trần Thị Bình', '1 Nguyễn Văn An'])
  })

  it('is closed by a later crossing in which that person is admitted, and for nobody else', () => {
    expect(open(crossings(['referred', {}, binh], ['admitted', {}]))).toEqual(['1 Trần Thị Bình'])
  })

  it('is not closed by what was before it, nor by a refusal', () => {
    expect(open(crossings(['admitted', {}], ['referred', {}], ['refused', {}]))).toEqual(['2 Nguyễn Văn An'])
  })

  it('is the last one where somebody was referred twice', () => {
    expect(open(crossings(['referred', {}], ['referred', {}]))).toEqual(['2 Nguyễn Văn An'])
    expect(open(crossings(['referred', {}], ['referred', {}], ['admitted', {}]))).toEqual([])
  })

  it('is closed by a new accepted result, whatever was decided of the vehicle', () => {
    const good = { certificate: newResult, outcome: 'check', reason: 'person-referred' } as const
    expect(open(crossings(['referred', {}], ['refused', good]))).toEqual([])
    expect(
      open(crossings(['referred', {}], ['refused', { ...good, outcome: 'accepted', reason: 'rules-met' }])),
    ).toEqual([])
  })

  it('is not closed by the result that they were referred with, nor by a new one that is not accepted', () => {
    const same = { outcome: 'check', reason: 'person-referred' } as const
    expect(open(crossings(['referred', {}], ['refused', same]))).toHaveLength(1)
    const positive = { certificate: newResult, outcome: 'rejected', reason: 'result-positive' } as const
    expect(open(crossings(['referred', {}], ['refused', positive]))).toHaveLength(1)
  })

  it('of somebody whom nothing tells apart stays open: nobody can be known again as them', () => {
    const unknown = { name: null, birthDate: null, numbers: [] }
    expect(open(crossings(['referred', unknown], ['admitted', unknown]))).toEqual(['1 null'])
  })
})
