import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { catalogues } from '../../../../renderer/i18n/catalogue.ts'
import { meaningOf } from '../../../../renderer/keys/key-map.ts'
import { ShiftReportPage } from '../../../../renderer/screens/shift/shift-report.tsx'
import {
  openShift,
  reduceShift,
  type ShiftAction,
  type ShiftState,
} from '../../../../renderer/screens/shift/shift-state.ts'
import type { Kiosk } from '../../../../shared/contract/schemas.ts'
import { qrMatrix } from '../../../../main/qr/index.ts'
import { kiosk } from '../../../contract/answers.ts'
import { aReport } from '../records/recorded.ts'

const after = (...actions: ShiftAction[]): ShiftState => actions.reduce(reduceShift, openShift)
const pressed: ShiftAction = { kind: 'pressed' }
const answered: ShiftAction = { kind: 'answered', answer: { recorded: true, report: aReport() } }

describe('closing a shift', () => {
  it('takes two presses, the second within a while', () => {
    expect(after(pressed).step).toBe('asked')
    expect(after(pressed, pressed).step).toBe('closing')
    expect(after(pressed, { kind: 'left' }).step).toBe('idle')
    expect(after(pressed, { kind: 'left' }, pressed).step).toBe('asked')
  })

  it('is not asked for again by a third press while it is being recorded', () => {
    expect(after(pressed, pressed, pressed).step).toBe('closing')
    expect(after(pressed, pressed, { kind: 'left' }).step).toBe('closing')
  })

  it('ends with a report, which stays while the key is pressed by mistake', () => {
    expect(after(pressed, pressed, answered)).toMatchObject({ step: 'idle', report: aReport(), failure: null })
    expect(after(pressed, pressed, answered, pressed, { kind: 'left' }).report).toEqual(aReport())
  })

  it('shows the report of the shift before where that is asked for, and says so', () => {
    const before = aReport({ seq: 7 })
    const known: ShiftAction = { kind: 'known', last: before }
    expect(after(known)).toMatchObject({ report: null, last: before })
    expect(after(known, { kind: 'reopened' })).toMatchObject({ report: before, reopened: true })
    expect(after({ kind: 'known', last: null }, { kind: 'reopened' })).toEqual(openShift)
  })

  it('puts its own report in place of the one before, whichever is known first', () => {
    const known: ShiftAction = { kind: 'known', last: aReport({ seq: 7 }) }
    const closed = { report: aReport(), last: aReport(), reopened: false }
    expect(after(known, { kind: 'reopened' }, pressed, pressed, answered)).toMatchObject(closed)
    expect(after(pressed, pressed, answered, known, { kind: 'reopened' })).toMatchObject(closed)
  })

  it('asks for the key that closes it', () => {
    const { key } = meaningOf('shift.close')
    for (const catalogue of Object.values(catalogues)) expect(catalogue['shift.asked']).toContain(` ${key} `)
  })

  it('says why it was not closed', () => {
    const full: ShiftAction = { kind: 'answered', answer: { recorded: false, code: 'disk-full' } }
    expect(after(pressed, pressed, full)).toMatchObject({ step: 'idle', report: null, failure: 'disk-full' })
    const open: ShiftAction = { kind: 'answered', answer: { recorded: false, code: 'crossing-open' } }
    expect(after(pressed, pressed, open)).toMatchObject({ step: 'idle', report: null, failure: 'crossing-open' })
    expect(after(pressed, pressed, { kind: 'unanswered' }).failure).toBe('unanswered')
    expect(after(pressed, pressed, full, pressed).failure).toBeNull()
  })
})

describe('the report of a shift', () => {
  const real: Kiosk = { ...kiosk, mode: 'real', checkpoint: { name: 'Cầu Như Nguyệt', lane: '2' } }
  type Code = Awaited<ReturnType<typeof qrMatrix>> | null
  const page = (report = aReport(), headCode: Code = null, of: Kiosk = real): string =>
    renderToStaticMarkup(createElement(ShiftReportPage, { report, headCode, kiosk: of }))

  it('says where, from when to when, and every count', () => {
    const html = page()
    for (const said of [
      'Cầu Như Nguyệt · Làn 2',
      'kiosk-1',
      '23:42 21/11/2026',
      '07:42 22/11/2026',
      '204 lượt, 498 người',
      '>512<',
      '>180<',
      '>1.204<',
    ]) {
      expect(html).toContain(said)
    }
  })

  it('says how many crossings were entered later, where some were', () => {
    expect(page(aReport({ enteredLater: 12 }))).toMatch(/Trong đó nhập sau<\/th><td>12</)
    expect(page()).not.toContain('nhập sau')
  })

  it('carries the signed head as text and, once it is drawn, as a code', async () => {
    expect(page()).toContain('{&quot;kiosk&quot;:&quot;kiosk-1&quot;,&quot;seq&quot;:1204}')
    expect(page()).not.toContain('<svg')
    expect(page(aReport(), await qrMatrix('x'))).toContain('<svg')
  })

  it('says so where there is no head, and where no shift was closed before', () => {
    const html = page(aReport({ head: null, from: null }))
    expect(html).toContain('Không có dấu')
    expect(html).toContain('từ đầu nhật ký')
  })

  it('of a practice profile says so on the paper, and of a real one does not', () => {
    expect(page(aReport(), null, { ...real, mode: 'practice' })).toContain('TẬP HUẤN')
    expect(page()).not.toContain('TẬP HUẤN')
  })

  it('has a place for both to sign', () => {
    expect(page()).toMatch(/Người giao.*Người nhận/)
  })
})
