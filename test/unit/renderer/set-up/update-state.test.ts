import { describe, expect, it } from 'vitest'
import {
  isGood,
  noUpdate,
  percentOf,
  reduceUpdate,
  type UpdateAction,
  type UpdateState,
} from '../../../../renderer/screens/set-up/trust/update-state.ts'

const after = (...actions: UpdateAction[]): UpdateState => actions.reduce(reduceUpdate, noUpdate)

const begun: UpdateAction = { kind: 'begun', from: '/media/usb' }
const said = { vi: 'Đã nhận.', en: 'Taken.' }
const reading = { path: 'keys.json', bytes: 1_000, total: null, whole: null }

describe('an update of what is believed', () => {
  it('runs, reads, and ends with what came of it', () => {
    expect(after(begun, { kind: 'progressed', reading })).toMatchObject({ step: 'running', reading })
    expect(after(begun, { kind: 'ended', answer: { outcome: 'updated', said } })).toEqual({
      step: 'ended',
      from: '/media/usb',
      answer: { outcome: 'updated', said },
    })
  })

  it('is one at a time: another that is begun meanwhile is not', () => {
    expect(after(begun, { kind: 'begun', from: 'https://a.example' })).toMatchObject({ from: '/media/usb' })
  })

  it('shows no progress of one that was begun elsewhere', () => {
    expect(after({ kind: 'progressed', reading })).toEqual(noUpdate)
  })

  it('goes on saying that it is being stopped until it has ended', () => {
    expect(after(begun, { kind: 'stopping' }, { kind: 'progressed', reading })).toMatchObject({ stopping: true })
    expect(after(begun, { kind: 'stopping' }, { kind: 'ended', answer: null })).toMatchObject({ answer: null })
  })

  it('can be begun again', () => {
    expect(after(begun, { kind: 'ended', answer: null }, begun).step).toBe('running')
  })

  it('ended well where something newer was taken, or nothing newer was there', () => {
    const outcomes = ['updated', 'current', 'refused', 'stopped', 'busy'] as const
    expect(outcomes.filter((outcome) => isGood({ outcome, said }))).toEqual(['updated', 'current'])
  })

  it('has a share of a file only where the file’s size is known', () => {
    expect(percentOf(reading)).toBeNull()
    expect(percentOf({ ...reading, total: 0 })).toBeNull()
    expect(percentOf({ ...reading, total: 4_000 })).toBe(25)
    expect(percentOf({ ...reading, total: 500 })).toBe(100)
    // Of everything, where that is known.
    const whole = { file: 2, files: 3, bytes: 37, total: 100 }
    expect(percentOf({ ...reading, total: 1_000, whole })).toBe(37)
  })
})
