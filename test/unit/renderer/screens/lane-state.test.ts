import { describe, expect, it } from 'vitest'
import {
  firstState,
  reduceLane,
  type LaneAction,
  type LaneState,
  type Scan,
} from '../../../../renderer/screens/lane/lane-state.ts'
import { aScanAnswer } from './scan-answer.ts'

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
    })
  })
})
