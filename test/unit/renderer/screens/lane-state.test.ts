import { describe, expect, it } from 'vitest'
import {
  firstState,
  reduceLane,
  verdictNow,
  type LaneAction,
  type LaneState,
  type Scan,
} from '../../../../renderer/screens/lane/lane-state.ts'
import { finding } from '../../../../shared/domain/finding.ts'
import { aCrossing, aScanAnswer, aTraveller } from './scan-answer.ts'

const after = (...actions: LaneAction[]): LaneState => actions.reduce(reduceLane, firstState)
const scan = (id: number): Scan => ({ id, text: `text ${id}`, source: 'camera' })
const scanned = (id: number): LaneAction => ({ kind: 'scanned', scan: scan(id) })
const answered = (id: number): LaneAction => ({ kind: 'answered', scan: scan(id), answer: aScanAnswer(), at: 0 })

describe('the lane', () => {
  it('takes the last verdict away at once when the next code is scanned', () => {
    expect(after(scanned(1), answered(1), scanned(2)).verdict).toEqual({ kind: 'verifying', scan: scan(2) })
  })

  it('never shows the verdict of an earlier scan once a later one is on its way', () => {
    expect(after(scanned(1), scanned(2), answered(1)).verdict).toMatchObject({ kind: 'verifying', scan: { id: 2 } })
    expect(after(scanned(1), scanned(2), answered(2), answered(1)).verdict).toMatchObject({
      kind: 'shown',
      scan: { id: 2 },
    })
  })

  it('opens details of a verdict only, and closes them for the next person', () => {
    const open = after(scanned(1), answered(1), { kind: 'details-toggled' })
    expect(open.detailsOpen).toBe(true)
    expect(reduceLane(open, scanned(2)).detailsOpen).toBe(false)
    expect(after({ kind: 'details-toggled' }).detailsOpen).toBe(false)
  })

  it('says so when a scan could not be verified', () => {
    expect(after(scanned(1), { kind: 'failed', scan: scan(1), failure: 'closed' }).verdict).toMatchObject({
      kind: 'failed',
      failure: 'closed',
    })
  })

  it('takes a verdict that was left standing away, but not its successor', () => {
    expect(after(scanned(1), answered(1), { kind: 'left-standing', scan: scan(1) }).verdict.kind).toBe('waiting')
    expect(after(scanned(2), answered(2), { kind: 'left-standing', scan: scan(1) }).verdict.kind).toBe('shown')
  })

  it('forgets what it said about a picture when a code comes from elsewhere', () => {
    const noticed = after({ kind: 'picture-noticed', picture: { kind: 'none' } })
    expect(reduceLane(noticed, scanned(1)).picture).toBeNull()
    expect(reduceLane(noticed, { kind: 'scanned', scan: { ...scan(1), source: 'image' } }).picture).not.toBeNull()
  })

  it('follows a chosen setting before it is stored', () => {
    expect(after({ kind: 'settings-chosen', settings: { language: 'en' } }).settings).toEqual({
      language: 'en',
      theme: 'auto',
      camera: null,
      scannerPrefix: '',
    })
  })
})

describe('the crossing being built', () => {
  const decided: LaneAction = {
    kind: 'desk',
    of: { kind: 'decided', decided: { decision: 'admitted', seq: 8, slip: '2-8' } },
  }
  const asked: LaneAction = {
    kind: 'desk',
    of: { kind: 'opened', form: { kind: 'reason', decision: 'refused', words: false } },
  }

  it('follows what the program tells', () => {
    expect(after({ kind: 'crossing-changed', crossing: aCrossing() }).crossing).toEqual(aCrossing())
  })

  it('takes the verdict away once it is decided, so that the next person starts clean', () => {
    expect(after(scanned(1), answered(1), decided).verdict).toEqual({ kind: 'waiting' })
  })

  it('keeps the next person’s code that is on its way when the decision is on disk', () => {
    const both = after(scanned(1), answered(1), scanned(2), decided)
    expect(both.verdict).toMatchObject({ kind: 'verifying', scan: { id: 2 } })
    expect(reduceLane(both, answered(2)).verdict).toMatchObject({ kind: 'shown', scan: { id: 2 } })
  })

  it('forgets the last decision with the next scan', () => {
    expect(after(decided, scanned(1)).desk.decided).toBeNull()
  })

  it('closes the details where the reason is asked for', () => {
    expect(after(scanned(1), answered(1), { kind: 'details-toggled' }, asked).detailsOpen).toBe(false)
  })

  it('takes a verdict away that may be of two people since they were parted or joined', () => {
    expect(after(scanned(1), answered(1), { kind: 'rearranged' }).verdict.kind).toBe('waiting')
  })

  it('closes what is open when the recorded crossings are shown, and comes back to the same crossing', () => {
    const shown = after({ kind: 'crossing-changed', crossing: aCrossing() }, asked, {
      kind: 'records-opened',
      crossing: 7,
    })
    expect(shown).toMatchObject({ records: { crossing: 7 }, desk: { form: null } })
    expect(reduceLane(shown, { kind: 'records-closed' })).toMatchObject({ records: null, crossing: aCrossing() })
  })
})

describe('a verdict that stands', () => {
  const view = after(scanned(1), answered(1)).verdict

  it('is what is concluded of its traveller by now', () => {
    const look = finding('identity-unclear', { vi: '', en: '' })
    const traveller = aTraveller({ outcome: 'check', reason: look, findings: [look] })
    const now = verdictNow(view, aCrossing({ travellers: [traveller] }))
    expect(now).toMatchObject({ answer: { verdict: { outcome: 'check', reason: look, findings: [look] } } })
  })

  it('stays what it was where its traveller is not in the crossing', () => {
    expect(verdictNow(view, aCrossing({ travellers: [aTraveller({ id: 9, outcome: 'rejected' })] }))).toBe(view)
    expect(verdictNow(view, null)).toBe(view)
  })
})
