import { createElement, type ComponentProps } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { VerdictPanel } from '../../../../renderer/screens/lane/verdict-panel.tsx'
import type { ScanAnswer } from '../../../../shared/contract/schemas.ts'
import { finding } from '../../../../shared/domain/finding.ts'
import { aCrossing, aDocument, aDocumentAnswer, aScanAnswer, aTraveller, now } from './scan-answer.ts'

type Props = ComponentProps<typeof VerdictPanel>

function drawn(changes: Partial<Props>): string {
  const nothing = { detailsOpen: false, crossing: null, decided: null, undoable: false, remark: null, chooser: null }
  const deaf = { onConfirm: () => undefined, onUndo: () => undefined }
  return renderToStaticMarkup(
    createElement(VerdictPanel, { view: { kind: 'waiting' }, ...nothing, ...deaf, ...changes }),
  )
}

function panel(answer: ScanAnswer, detailsOpen = false, changes: Partial<Props> = {}): string {
  const view = { kind: 'shown', scan: { id: 1, text: 'HC1:', source: 'camera' }, answer, at: now } as const
  return drawn({ view, detailsOpen, ...changes })
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

describe('a verdict in its crossing', () => {
  const withPapers = (code: 'identity-same' | 'identity-unclear'): ScanAnswer => {
    const answer = aScanAnswer()
    const identity = finding(code, { vi: '', en: '' })
    const { verdict } = answer
    return { ...answer, verdict: { ...verdict, document: aDocument(), findings: [...verdict.findings, identity] } }
  }

  it('shows the certificate, and of the papers beside it whether they are of the same person', () => {
    const html = panel(withPapers('identity-same'))
    expect(html).toContain('xét nghiệm RT-PCR âm tính')
    expect(html).toContain('data-identity="same"')
    expect(html).not.toContain('data-testid="confirm"')
  })

  it('has the key for a comparison by eye where the papers do not tell', () => {
    expect(panel(withPapers('identity-unclear'))).toContain('data-testid="confirm"')
  })

  it('says that a code names somebody else than those who are there', () => {
    expect(panel(aScanAnswer({ placed: { traveller: 4, how: 'apart' } }))).toContain(
      'Đã thêm người mới (khác người ở dòng trên)',
    )
    expect(panel(aScanAnswer())).not.toContain('Đã thêm người mới (khác người ở dòng trên)')
  })

  it('says that a code was scanned before in this crossing', () => {
    expect(panel(aScanAnswer({ placed: { traveller: 2, how: 'again' } }))).toContain('đã quét rồi')
  })

  it('does not let a good result stand for a crossing that is not good', () => {
    const bad = aTraveller({ id: 4, outcome: 'rejected' })
    const crossing = aCrossing({ travellers: [aTraveller(), bad], outcome: 'rejected' })
    expect(panel(aScanAnswer(), false, { crossing })).toContain('CẢ XE: KHÔNG HỢP LỆ, 1 người')
    expect(panel(aScanAnswer(), false, { crossing: aCrossing() })).not.toContain('CẢ XE')
  })

  it('says how many are missing where all who were scanned are good', () => {
    const crossing = aCrossing({ people: 4, missing: 3, outcome: 'check' })
    expect(panel(aScanAnswer(), false, { crossing })).toContain('CẢ XE: CẦN KIỂM TRA, Còn thiếu 3 người')
  })
})

describe('the panel without a verdict', () => {
  const decided = { decision: 'refused', seq: 12, slip: '2-12' } as const
  const empty = aCrossing({ travellers: [], empty: true })

  it('shows what all of the crossing comes to, and no name', () => {
    const html = drawn({ crossing: aCrossing() })
    expect(html).toContain('data-testid="standing"')
    expect(html).toContain('data-outcome="accepted"')
    expect(html).not.toContain('Nguyễn Văn An')
  })

  it('shows what was decided with its slip, and how it can be taken back', () => {
    const html = drawn({ decided, crossing: empty, undoable: true })
    expect(html).toContain('Đã ghi lượt, bản ghi số 12')
    expect(html).toContain('2-12')
    expect(html).toContain('data-over="false"')
    expect(drawn({ decided, crossing: empty, undoable: false })).toContain('data-over="true"')
  })

  it('says that it is ready only once the program has told what is open here', () => {
    expect(drawn({ crossing: empty })).toContain('Sẵn sàng quét')
    expect(drawn({ crossing: null })).toContain('Chưa quét được')
    expect(drawn({ crossing: null })).not.toContain('Sẵn sàng quét')
  })

  it('gives no slip to who may pass', () => {
    expect(drawn({ decided: { ...decided, decision: 'admitted' }, crossing: empty })).not.toContain('Số phiếu')
  })

  it('does not let the last decision stand for the crossing that has begun since', () => {
    const plateOnly = aCrossing({ travellers: [] })
    const html = drawn({ decided, crossing: plateOnly })
    expect(html).not.toContain('data-testid="decided"')
    expect(html).toContain('Lượt trước (bản ghi số 12): Từ chối · số phiếu chuyển/từ chối 2-12')
  })

  it('says calmly that there was nobody to decide about, and what was decided stays', () => {
    const html = drawn({ decided, crossing: empty, remark: 'remark.nobody' })
    expect(html).toContain('Chưa có ai để quyết định')
    expect(html).toContain('2-12')
    expect(html).not.toContain('role="alert"')
  })

  it('says loudly that a decision is not on disk', () => {
    const html = panel(aScanAnswer(), false, { remark: 'remark.disk-full' })
    expect(html).toContain('role="alert"')
    expect(html).toContain('CHƯA GHI quyết định')
  })

  it('asks for the reason in the place of everything below the word', () => {
    const html = panel(aScanAnswer(), false, { chooser: createElement('p', null, 'vì sao') })
    expect(html).toContain('HỢP')
    expect(html).toContain('vì sao')
    expect(html).not.toContain('Nguyễn Văn An')
  })
})
