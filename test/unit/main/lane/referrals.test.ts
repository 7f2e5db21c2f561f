import { describe, expect, it } from 'vitest'
import { recallCrossings, Referrals, type Lane } from '../../../../main/lane/index.ts'
import type { Decision } from '../../../../shared/domain/crossing/crossing.ts'
import { an, binh, type SomePerson } from '../../../fixtures/shown-things.ts'
import { laneAt, scanResult, type LaneAt } from './lane-at.ts'

const hour = 3_600_000
const doubted = { code: 'symptoms', note: null } as const
const admitted = { code: 'papers-seen', note: null } as const

/** Somebody on foot, of whom it is decided so. Answers with the entry's number. */
function decide(lane: Lane, person: SomePerson, decision: Decision): number {
  lane.edit({ kind: 'on-foot', onFoot: true })
  scanResult(lane, person)
  const decided = lane.decide(decision, decision === 'referred' ? doubted : admitted)
  if (!decided.recorded) throw new Error(decided.code)
  return decided.seq
}

const waitedFor = ({ referrals }: LaneAt): (string | null)[] => referrals.list().lines.map(({ name }) => name)

describe('the open referrals of a lane', () => {
  it('are a line a person, with when, and why they were referred', async () => {
    const at = await laneAt()
    const seq = decide(at.lane, an, 'referred')
    expect(at.referrals.list()).toMatchObject({
      lines: [
        {
          crossing: seq,
          at: at.clock.now,
          enteredLater: false,
          onFoot: true,
          name: an.name,
          reason: 'rules-met',
          why: doubted,
        },
      ],
      more: false,
    })
  })

  it('say of whom it was entered later, from paper', async () => {
    const at = await laneAt()
    at.lane.edit({ kind: 'happened-at', at: at.clock.now - hour })
    decide(at.lane, an, 'referred')
    expect(at.referrals.list().lines).toMatchObject([{ at: at.clock.now - hour, enteredLater: true }])
  })

  it('end once the person is admitted, and are counted as long as they do not', async () => {
    const at = await laneAt()
    decide(at.lane, an, 'referred')
    decide(at.lane, binh, 'referred')
    expect(at.referrals.count()).toBe(2)
    at.clock.now += hour
    decide(at.lane, an, 'admitted')
    expect(waitedFor(at)).toEqual([binh.name])
  })

  it('end where the referral is undone, voided or corrected', async () => {
    const at = await laneAt()
    decide(at.lane, an, 'referred')
    at.lane.takeBack()
    at.lane.abandon()
    at.corrections.void(decide(at.lane, an, 'referred'), doubted)
    at.corrections.amend(decide(at.lane, binh, 'referred'), 'admitted', null, doubted)
    expect(at.referrals.count()).toBe(0)
  })

  it('are forgotten after three days, and known after a restart until then', async () => {
    const at = await laneAt()
    decide(at.lane, an, 'referred')
    const again = await at.restart(at.clock.now + 71 * hour)
    expect(waitedFor(again)).toEqual([an.name])
    again.clock.now += 2 * hour
    expect(waitedFor(again)).toEqual([])
  })

  it('are cut short where there are too many, and say so', async () => {
    const { journal, lane, clock } = await laneAt()
    const memory = recallCrossings(journal, clock.now)
    const seq = decide(lane, an, 'referred')
    const { crossing } = journal.crossing(seq)!
    const nobody = { ...crossing.travellers[0]!, name: null, numbers: [], birthDate: null }
    for (let each = 1; each <= 4; each++) {
      memory.remember({
        seq: each,
        at: clock.now,
        crossing: { ...crossing, travellers: Array.from({ length: 80 }, () => nobody) },
      })
    }
    const { lines, more } = new Referrals(memory, () => clock.now).list()
    expect([lines.length, more]).toEqual([300, true])
  })
})
