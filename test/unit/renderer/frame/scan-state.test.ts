import { describe, expect, it } from 'vitest'
import {
  leaves,
  noScan,
  reduceScan,
  soundOf,
  spoiltByClock,
  verdictNow,
  type Scan,
  type ScanAction,
  type ScanState,
} from '../../../../renderer/frame/scans/scan-state.ts'
import { finding } from '../../../../shared/domain/finding/finding.ts'
import type { Finding } from '../../../../shared/domain/finding/verdict.ts'
import { aCrossing, aScanAnswer, aTraveller, now } from '../screens/scan-answer.ts'

const after = (...actions: ScanAction[]): ScanState => actions.reduce(reduceScan, noScan)
const scan = (id: number): Scan => ({ id, text: `text ${id}`, source: 'camera' })
const scanned = (id: number): ScanAction => ({ kind: 'scanned', scan: scan(id) })
const answered = (id: number, reason?: Finding): ScanAction => {
  const answer = aScanAnswer()
  const verdict = reason ? { ...answer.verdict, outcome: 'check' as const, reason, findings: [reason] } : answer.verdict
  return { kind: 'answered', scan: scan(id), answer: { ...answer, verdict }, at: now }
}

describe('the last scan', () => {
  it('takes the verdict before it away at once', () => {
    expect(after(scanned(1), answered(1), scanned(2)).verdict).toEqual({ kind: 'verifying', scan: scan(2) })
  })

  it('never gives way to the verdict of an earlier one', () => {
    expect(after(scanned(1), scanned(2), answered(1)).verdict).toMatchObject({ kind: 'verifying', scan: { id: 2 } })
    expect(after(scanned(1), scanned(2), answered(2), answered(1)).verdict).toMatchObject({ scan: { id: 2 } })
  })

  it('says so when it could not be verified', () => {
    const failed = after(scanned(1), { kind: 'failed', scan: scan(1), failure: 'closed' })
    expect(failed.verdict).toMatchObject({ kind: 'failed', failure: 'closed' })
  })

  it('goes when it was left standing, but not its successor', () => {
    expect(after(scanned(1), answered(1), { kind: 'left-standing', scan: scan(1) }).verdict.kind).toBe('waiting')
    expect(after(scanned(2), answered(2), { kind: 'left-standing', scan: scan(1) }).verdict.kind).toBe('shown')
  })

  it('ends what was said of a picture, unless it comes from one, and of a code that does nothing', () => {
    const noticed = after({ kind: 'picture-noticed', picture: { kind: 'none' } }, { kind: 'inert', what: 'badge' })
    expect(reduceScan(noticed, scanned(1))).toMatchObject({ picture: null, inert: null })
    const ofImage: ScanAction = { kind: 'scanned', scan: { ...scan(1), source: 'image' } }
    expect(reduceScan(noticed, ofImage).picture).not.toBeNull()
  })

  it('goes once the crossing is decided, so that the next person starts clean', () => {
    expect(after(scanned(1), answered(1), { kind: 'decided' }).verdict).toEqual({ kind: 'waiting' })
  })

  it('stays when it is the next person’s, and on its way while the decision is being recorded', () => {
    const both = after(scanned(1), answered(1), scanned(2), { kind: 'decided' })
    expect(both.verdict).toMatchObject({ kind: 'verifying', scan: { id: 2 } })
    expect(reduceScan(both, answered(2)).verdict).toMatchObject({ kind: 'shown', scan: { id: 2 } })
  })

  it('goes where it may be of two people since they were parted or joined', () => {
    expect(after(scanned(1), answered(1), { kind: 'outdated' }).verdict.kind).toBe('waiting')
    expect(after(scanned(1), { kind: 'outdated' }).verdict.kind).toBe('verifying')
  })

  it('leaves the screen by itself, unless it is one code of several', () => {
    expect(leaves(after(scanned(1), answered(1, finding('key-unknown'))).verdict)).toBe(true)
    const part = after(scanned(1), answered(1, finding('part-of-several', { missing: '2' }))).verdict
    expect(leaves(part)).toBe(false)
  })

  it('is known to be spoilt by a doubted clock, and only by that', () => {
    expect(spoiltByClock(after(scanned(1), answered(1, finding('clock-behind', { knownAt: now }))).verdict)).toBe(true)
    expect(spoiltByClock(after(scanned(1), answered(1, finding('key-unknown'))).verdict)).toBe(false)
  })
})

describe('the sound of a scan', () => {
  const filled = (all: boolean) => aCrossing({ whole: { ...aCrossing().whole, filled: all } })

  it('is that of admitting only where all are there and in order', () => {
    expect(soundOf('accepted', filled(true))).toBe('accepted')
    expect(soundOf('accepted', filled(false))).toBe('passed')
    expect(soundOf('accepted', null)).toBe('passed')
  })

  it('is the outcome’s own for whoever is not in order', () => {
    for (const outcome of ['check', 'rejected', 'unreadable'] as const)
      expect(soundOf(outcome, filled(false))).toBe(outcome)
  })
})

describe('a verdict that stands', () => {
  const view = after(scanned(1), answered(1)).verdict

  it('is what is concluded of its traveller by now', () => {
    const look = finding('identity-unclear', { vi: '', en: '' })
    const traveller = aTraveller({ outcome: 'check', reason: look, findings: [look] })
    const current = verdictNow(view, aCrossing({ travellers: [traveller] }))
    expect(current).toMatchObject({ answer: { verdict: { outcome: 'check', reason: look, findings: [look] } } })
  })

  it('stays what it was where its traveller is not in the crossing', () => {
    expect(verdictNow(view, aCrossing({ travellers: [aTraveller({ id: 9, outcome: 'rejected' })] }))).toBe(view)
    expect(verdictNow(view, null)).toBe(view)
  })
})
