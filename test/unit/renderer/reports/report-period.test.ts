import { describe, expect, test } from 'vitest'
import {
  beside,
  dayOf,
  daysOf,
  readLane,
  readPeriod,
  sayPeriod,
  spanOf,
  type Period,
} from '../../../../renderer/screens/reports/report-period.ts'

const now = Date.parse('2026-11-22T07:42:00+07:00')
const at = (text: string): number => Date.parse(`${text}+07:00`)
const today: Period = { kind: 'today' }

describe('the time of a report', () => {
  test('is today, from midnight to midnight in Viet Nam', () => {
    expect(spanOf(today, now)).toEqual({ from: at('2026-11-22T00:00:00'), to: at('2026-11-23T00:00:00') })
    expect(sayPeriod(spanOf(today, now))).toBe('22/11/2026')
  })

  test('goes a day back and comes to today again, and never into what has not begun', () => {
    const yesterday = beside(today, -1, now)
    expect(yesterday && dayOf(spanOf(yesterday, now))).toBe('2026-11-21')
    expect(yesterday && beside(yesterday, 1, now)).toEqual(today)
    expect(beside(today, 1, now)).toBeNull()
  })

  test('is asked for less of from its own days', () => {
    const yesterday = beside(today, -1, now)
    expect(yesterday && daysOf(spanOf(yesterday, now))).toEqual({ from: '21/11/2026', to: '21/11/2026' })
    const night = { from: at('2026-11-21T18:00:00'), to: at('2026-11-22T06:00:00') }
    expect(daysOf(night)).toEqual({ from: '21/11/2026', to: '22/11/2026' })
  })

  test('is said as days where it is of whole days, else from when until when', () => {
    expect(sayPeriod({ from: at('2026-11-01T00:00:00'), to: at('2026-11-23T00:00:00') })).toBe(
      '01/11/2026 – 22/11/2026',
    )
    expect(sayPeriod({ from: at('2026-11-21T18:00:00'), to: at('2026-11-22T06:00:00') })).toBe(
      '18:00 21/11/2026 – 06:00 22/11/2026',
    )
  })

  test.each([
    ['', '', 'from'],
    ['31/02/2026', '', 'from'],
    ['22/11/2026', 'x', 'to'],
    ['22/11/2026', '21/11/2026', 'order'],
    ['01/01/2024', '22/11/2026', 'long'],
  ])('typed as “%s” to “%s” is refused for “%s”', (from, to, fault) => {
    expect(readPeriod({ from, to, officer: '', lane: '' })).toEqual({ ok: false, fault })
  })

  test('typed as one day alone is that day', () => {
    const read = readPeriod({ from: '22112026', to: '', officer: '', lane: '' })
    expect(read.ok && dayOf(spanOf(read.period, now))).toBe('2026-11-22')
  })
})

describe('the lane', () => {
  test('typed as nothing is all of them, and one that is known is as it is called', () => {
    expect(readLane('  ', ['2', '1'])).toEqual({ ok: true, lane: null })
    expect(readLane('làn 1', ['2', '1'])).toEqual({ ok: true, lane: '1' })
  })

  test('at which the kiosk never stood is refused', () => {
    expect(readLane('3', ['2', '1'])).toEqual({ ok: false, fault: 'lane' })
  })
})
