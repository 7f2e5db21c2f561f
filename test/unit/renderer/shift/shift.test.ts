import { describe, expect, it } from 'vitest'
import { catalogues } from '../../../../renderer/i18n/catalogue.ts'
import { meaningOf } from '../../../../renderer/keys/key-map.ts'
import {
  isWaiting,
  openShift,
  reduceShift,
  type ShiftAction,
  type ShiftState,
} from '../../../../renderer/screens/shift/shift-state.ts'
import { aClosedShift, aRecord, aStanding, theTotals } from '../../../fixtures/shifts.ts'

const after = (...actions: ShiftAction[]): ShiftState => actions.reduce(reduceShift, openShift)
const pressed: ShiftAction = { kind: 'pressed' }
const left: ShiftAction = { kind: 'left' }
const read: ShiftAction = { kind: 'read', standing: aStanding() }
const answered: ShiftAction = { kind: 'answered', answer: { recorded: true, record: aRecord() } }

describe('closing a shift', () => {
  it('takes two presses, with the counts to be compared between them', () => {
    expect(after(pressed).step).toBe('counting')
    expect(after(pressed, pressed).step).toBe('counting')
    expect(after(pressed, read)).toMatchObject({ step: 'asked', standing: { totals: theTotals() } })
    expect(after(pressed, read, pressed).step).toBe('closing')
    expect(after(pressed, read, left).step).toBe('idle')
    expect(after(pressed, read, left, pressed).step).toBe('counting')
  })

  it('is not asked for again by a third press while it is being recorded, and not called off', () => {
    expect(after(pressed, read, pressed, pressed).step).toBe('closing')
    expect(after(pressed, read, pressed, left).step).toBe('closing')
  })

  it('ends with its record', () => {
    expect(after(pressed, read, pressed, answered)).toMatchObject({ step: 'idle', record: aRecord(), failure: null })
  })

  it('shows what it comes to now where that is no longer what was compared, to be confirmed anew', () => {
    const totals = theTotals({ scans: 513 })
    const changed: ShiftAction = { kind: 'answered', answer: { recorded: false, code: 'counts-changed', totals } }
    const state = after(pressed, read, pressed, changed)
    expect(state).toMatchObject({ step: 'asked', failure: 'counts-changed', standing: { totals } })
    expect(reduceShift(state, pressed)).toMatchObject({ step: 'closing', failure: null })
  })

  it('asks for the key that closes it', () => {
    const { key } = meaningOf('shift.close')
    for (const catalogue of Object.values(catalogues)) {
      expect(catalogue['shift.asked']).toContain(` ${key} `)
      expect(catalogue['shift.failure.counts-changed']).toContain(` ${key} `)
    }
  })

  it('says why it was not closed', () => {
    const full: ShiftAction = { kind: 'answered', answer: { recorded: false, code: 'disk-full' } }
    const closing = [pressed, read, pressed] as const
    expect(after(...closing, full)).toMatchObject({ step: 'idle', record: null, failure: 'disk-full' })
    const open: ShiftAction = { kind: 'answered', answer: { recorded: false, code: 'crossing-open' } }
    expect(after(...closing, open)).toMatchObject({ step: 'idle', record: null, failure: 'crossing-open' })
    expect(after(...closing, { kind: 'unanswered' }).failure).toBe('unanswered')
    expect(after(...closing, full, pressed).failure).toBeNull()
    expect(after(pressed, { kind: 'troubled', trouble: 'unread' })).toMatchObject({ step: 'idle', trouble: 'unread' })
  })
})

describe('the closed shifts', () => {
  const listed = (...seqs: number[]): ShiftAction => ({
    kind: 'listed',
    shifts: seqs.map((seq) => aClosedShift({ seq })),
    more: true,
    behind: false,
  })

  it('are chosen by steps that go no further than the ends', () => {
    const down: ShiftAction = { kind: 'moved', step: 1 }
    expect(after(listed(9, 7), down).chosen).toBe(1)
    expect(after(listed(9, 7), down, down).chosen).toBe(1)
    expect(after(listed(9, 7), down, { kind: 'moved', step: -1 }, { kind: 'moved', step: -1 }).chosen).toBe(0)
    expect(after({ kind: 'moved', step: 1 }).chosen).toBe(0)
  })

  it('are joined by older ones, and stay at the line that is chosen', () => {
    const older: ShiftAction = { kind: 'listed', shifts: [aClosedShift({ seq: 5 })], more: false, behind: true }
    const state = after(listed(9, 7), { kind: 'moved', step: 1 }, older)
    expect(state).toMatchObject({ chosen: 1, more: false })
    expect(state.list.map(({ seq }) => seq)).toEqual([9, 7, 5])
  })

  it('give way to a record, and come back', () => {
    const state = after(listed(9, 7), { kind: 'shown', record: aRecord() })
    expect(state.record).toEqual(aRecord())
    expect(reduceShift(state, { kind: 'shown', record: null })).toMatchObject({ record: null, list: { length: 2 } })
  })
})

describe('a record that waits for somebody to take over', () => {
  const waiting = aStanding({ waiting: aClosedShift() })

  it('is the last, as long as nobody has', () => {
    expect(isWaiting({ record: aRecord(), standing: waiting })).toBe(true)
    expect(isWaiting({ record: aRecord({ seq: 7 }), standing: waiting })).toBe(false)
    expect(isWaiting({ record: aRecord(), standing: aStanding() })).toBe(false)
    expect(isWaiting({ record: null, standing: waiting })).toBe(false)
  })

  it('takes words on why nobody does, which Esc puts away before the record', () => {
    const begun = after({ kind: 'shown', record: aRecord() }, { kind: 'absence-begun' })
    expect(begun.absence).toBe(true)
    expect(reduceShift(begun, left)).toMatchObject({ absence: false, record: aRecord() })
  })
})
