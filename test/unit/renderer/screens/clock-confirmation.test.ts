import { describe, expect, it } from 'vitest'
import {
  firstState,
  leaves,
  reduceLane,
  type LaneAction,
  type LaneState,
  type Scan,
} from '../../../../renderer/screens/lane/lane-state.ts'
import type { Standing } from '../../../../shared/contract/schemas.ts'
import { finding } from '../../../../shared/domain/finding.ts'
import type { Finding } from '../../../../shared/domain/verdict.ts'
import { kiosk, standing } from '../../../contract/answers.ts'
import { aScanAnswer, now } from './scan-answer.ts'

const doubted = (doubt: Standing['clock']['doubt']): Standing => ({ ...standing, clock: { doubt, knownAt: now } })
const started = (of: Standing): LaneState =>
  reduceLane(firstState, { kind: 'kiosk-read', kiosk: { ...kiosk, standing: of } })
const after = (of: Standing, ...actions: LaneAction[]): LaneState => actions.reduce(reduceLane, started(of))

const scan: Scan = { id: 1, text: 'HC1:', source: 'camera' }
function judged(reason: Finding): LaneAction[] {
  const answer = aScanAnswer()
  const verdict = { ...answer.verdict, outcome: 'check' as const, reason, findings: [reason] }
  return [
    { kind: 'scanned', scan },
    { kind: 'answered', scan, answer: { ...answer, verdict }, at: now },
  ]
}
const asked: LaneAction = { kind: 'clock-asked' }
const confirmed: LaneAction = { kind: 'clock-confirmed', standing }

describe('saying that a doubted clock is right', () => {
  it('takes two presses, the second within a while', () => {
    expect(after(doubted('behind'), asked).clockConfirmation).toBe('asked')
    expect(after(doubted('behind'), asked, { kind: 'clock-unanswered' }).clockConfirmation).toBe('none')
  })

  it('is not asked for of a clock that is not doubted, or is in another zone', () => {
    expect(after(standing, asked).clockConfirmation).toBe('none')
    expect(after(doubted('other-zone'), asked).clockConfirmation).toBe('none')
  })

  it('is said to be done until the next scan', () => {
    const done = after(doubted('behind'), asked, confirmed)
    expect(done.clockConfirmation).toBe('done')
    expect(done.kiosk?.standing).toEqual(standing)
    expect(reduceLane(done, { kind: 'scanned', scan }).clockConfirmation).toBe('none')
  })

  it('is said to have failed where the clock is still doubted', () => {
    const still: LaneAction = { kind: 'clock-confirmed', standing: doubted('behind') }
    expect(after(doubted('behind'), asked, still).clockConfirmation).toBe('failed')
  })

  it('takes away a verdict that the doubt spoilt, and no other', () => {
    const spoilt = judged(finding('clock-behind', { knownAt: now }))
    expect(after(doubted('behind'), ...spoilt, asked, confirmed).verdict.kind).toBe('waiting')
    const other = judged(finding('key-unknown'))
    expect(after(doubted('behind'), ...other, asked, confirmed).verdict.kind).toBe('shown')
  })
})

describe('what is believed', () => {
  it('follows what the program tells', () => {
    const ageing = { ...standing, trust: { keys: 2, ages: [], damaged: false } }
    expect(after(standing, { kind: 'standing-changed', standing: ageing }).kiosk?.standing).toEqual(ageing)
  })
})

describe('a verdict left standing', () => {
  it('goes, unless it is one code of several', () => {
    expect(leaves(after(standing, ...judged(finding('key-unknown'))).verdict)).toBe(true)
    expect(leaves(after(standing, ...judged(finding('part-of-several', { missing: '2' }))).verdict)).toBe(false)
  })
})
