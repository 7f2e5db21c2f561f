import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { VerdictPanel } from '../../../../renderer/screens/lane/verdict-panel.tsx'
import type { ScanAnswer } from '../../../../shared/contract/schemas.ts'
import { finding } from '../../../../shared/domain/finding.ts'
import { aDocumentAnswer, aScanAnswer, now } from './scan-answer.ts'

function panel(answer: ScanAnswer, detailsOpen = false): string {
  const view = { kind: 'shown', scan: { id: 1, text: 'HC1:', source: 'camera' }, answer, at: now } as const
  return renderToStaticMarkup(createElement(VerdictPanel, { view, detailsOpen }))
}

describe('the verdict panel', () => {
  it('names outcome, reason and journal entry of a recorded scan', () => {
    const html = panel(aScanAnswer())
    expect(html).toContain('data-outcome="accepted"')
    expect(html).toContain('data-code="rules-met"')
    expect(html).toContain('data-seq="7"')
    expect(html).not.toContain('role="alert"')
  })

  it('shows the verdict of a scan that could not be recorded, and says so with what to do', () => {
    const html = panel(aScanAnswer({ record: { recorded: false, code: 'disk-full' } }))
    expect(html).toContain('data-outcome="accepted"')
    expect(html).toContain('CHƯA GHI vào nhật ký: ổ đĩa đầy')
    expect(html).not.toContain('data-seq')
  })

  it('marks what an unverified code says about its holder as a claim', () => {
    const answer = aScanAnswer()
    const unknown = { check: 'signature', status: 'skipped', code: 'signature-not-checked' } as const
    expect(panel({ ...answer, verdict: { ...answer.verdict, findings: [unknown] } })).toContain('chưa xác minh')
    expect(panel(answer)).not.toContain('chưa xác minh')
  })

  it('marks as a claim what is signed, but by nobody that is believed', () => {
    const answer = aScanAnswer()
    const findings = [finding('signature-valid-as-carried'), finding('key-unknown')]
    expect(panel({ ...answer, verdict: { ...answer.verdict, findings } })).toContain('chưa xác minh')
  })

  it('shows an identity document as a claim, with all that is on it', () => {
    const html = panel(aDocumentAnswer())
    expect(html).toContain('data-outcome="check"')
    expect(html).toContain('Khai báo, chưa xác minh:')
    for (const shown of ['Nguyễn Văn An', '024099001234', '12/03/1999', 'nam', 'Bắc Giang', '01/01/2021']) {
      expect(html).toContain(shown)
    }
  })

  it('says which codes of a card are still missing', () => {
    const answer = aScanAnswer()
    const reason = finding('part-of-several', { missing: '1, 3' })
    const verdict = { ...answer.verdict, outcome: 'check', reason, findings: [reason], certificate: null } as const
    expect(panel({ ...answer, verdict: { ...verdict, findings: [reason] } })).toContain('còn thiếu: 1, 3')
  })

  it('lists every finding in order when details are open', () => {
    const html = panel(aScanAnswer(), true)
    expect(html.indexOf('Chữ ký: đạt')).toBeGreaterThan(-1)
    expect(html.indexOf('Quy định: đạt')).toBeGreaterThan(html.indexOf('Chữ ký: đạt'))
    expect(panel(aScanAnswer())).not.toContain('data-testid="details"')
  })

  it('takes what a code says about its holder as text, never as markup', () => {
    const answer = aScanAnswer()
    const { certificate } = answer.verdict
    if (!certificate) throw new Error('the builder gives a certificate')
    certificate.holder.name = '<img src=x onerror=alert(1)>'
    expect(panel(answer)).not.toContain('<img')
  })
})
