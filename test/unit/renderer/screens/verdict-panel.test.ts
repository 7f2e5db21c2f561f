import { createElement, type ComponentProps } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LinkProvider } from '../../../../renderer/rpc/link-context.ts'
import { VerdictPanel } from '../../../../renderer/screens/lane/verdict/verdict-panel.tsx'
import type { ShownCrossing } from '../../../../shared/contract/crossing-schemas.ts'
import type { ScanAnswer } from '../../../../shared/contract/schemas.ts'
import type { PaperResult } from '../../../../shared/domain/crossing/crossing.ts'
import { finding } from '../../../../shared/domain/finding/finding.ts'
import { unasked } from '../frame/a-frame.ts'
import { aCrossing, aDocument, aDocumentAnswer, aScanAnswer, aTraveller, now } from './scan-answer.ts'

type Props = ComponentProps<typeof VerdictPanel>
type Changes = Partial<Omit<Props, 'desk'>> & { desk?: Partial<Props['desk']> }

function drawn({ desk, ...changes }: Changes): string {
  const nothing = { detailsOpen: false, dead: false, crossing: null, undoable: false, chooser: null }
  const deaf = { onSamePerson: () => undefined, onOtherPerson: () => undefined, onUndo: () => undefined }
  const lying = { selected: null, decided: null, remark: null, ...desk }
  const alone = createElement(VerdictPanel, {
    view: { kind: 'waiting' },
    ...nothing,
    ...deaf,
    ...changes,
    desk: lying,
  })
  return renderToStaticMarkup(createElement(LinkProvider, { value: unasked }, alone))
}

const viewOf = (answer: ScanAnswer): Props['view'] => ({
  kind: 'shown',
  scan: { id: 1, text: 'HC1:', source: 'camera' },
  answer,
  at: now,
})

/** The panel after a scan, in a crossing of that one person. */
function panel(answer: ScanAnswer, detailsOpen = false, changes: Changes = {}): string {
  return drawn({ view: viewOf(answer), detailsOpen, crossing: aCrossing(), ...changes })
}

describe('the verdict panel', () => {
  it('names outcome, reason and journal entry of a recorded scan', () => {
    const html = panel(aScanAnswer())
    expect(html).toContain('data-outcome="accepted"')
    expect(html).toContain('data-code="rules-met"')
    expect(html).toContain('data-seq="7"')
    expect(html).not.toContain('role="alert"')
  })

  it('shows the verdict of a scan that could not be recorded, and says so', () => {
    const html = panel(aScanAnswer({ record: { recorded: false, code: 'disk-full' } }))
    expect(html).toContain('data-outcome="accepted"')
    expect(html).toContain('CHƯA GHI vào nhật ký')
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
    const part = { ...answer, placed: null, verdict: { ...verdict, findings: [reason] } }
    expect(panel(part)).toContain('còn thiếu: 1, 3')
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

describe('the strip of the person just scanned', () => {
  const unclear = (): ScanAnswer => {
    const answer = aScanAnswer()
    const identity = finding('identity-unclear', { vi: '', en: '' })
    const { verdict } = answer
    const document = aDocument({ name: 'Nguyễn Văn Anh' })
    return { ...answer, verdict: { ...verdict, document, findings: [...verdict.findings, identity] } }
  }

  it('sets two names to be compared one above the other, the difference marked, with a key for each answer', () => {
    const html = panel(unclear())
    expect(html).toContain('data-testid="confirm"')
    expect(html).toContain('data-testid="other-person"')
    expect(html).toMatch(/<mark[^>]*>An<\/mark>/)
    expect(html).toMatch(/<mark[^>]*>Anh<\/mark>/)
    expect(panel(aScanAnswer())).not.toContain('data-testid="confirm"')
  })

  it('says whether the papers are of the person whom the certificate names', () => {
    const answer = aScanAnswer()
    const same = finding('identity-same', { vi: '', en: '' })
    const verdict = { ...answer.verdict, document: aDocument(), findings: [...answer.verdict.findings, same] }
    expect(panel({ ...answer, verdict })).toContain('data-testid="papers" data-identity="same"')
    expect(panel(answer)).not.toContain('data-testid="papers"')
  })

  it('says that a code names somebody else than those who are there', () => {
    const said = 'Đã thêm người mới (khác người ở dòng trên)'
    expect(panel(aScanAnswer({ placed: { traveller: 4, how: 'apart' } }))).toContain(said)
    expect(panel(aScanAnswer())).not.toContain(said)
  })

  it('says that a code was scanned before in this crossing', () => {
    expect(panel(aScanAnswer({ placed: { traveller: 2, how: 'again' } }))).toContain('đã quét rồi')
  })

  it('is of a row that is selected, and says why that person is as they are', () => {
    const reason = finding('result-positive')
    const bad = aTraveller({ id: 4, name: 'Trần Thị Bình', outcome: 'rejected', reason, findings: [reason] })
    const crossing = aCrossing({ travellers: [aTraveller(), bad] })
    const html = panel(aScanAnswer(), false, { crossing, desk: { selected: 4 } })
    expect(html).toContain('Trần Thị Bình')
    expect(html).toContain('Dương tính')
    expect(html).not.toContain('Nguyễn Văn An')
  })

  it('is of a row with a result on paper what was typed of that', () => {
    const result: PaperResult = {
      result: 'negative',
      method: 'naat',
      sampledAt: now,
      laboratory: null,
      number: 'GD4 79',
    }
    const shown = { id: 5, kind: 'paper', documentKind: null, name: null, birthDate: null, number: null } as const
    const tu = aTraveller({ id: 4, name: 'Mai Văn Tú', evidence: [{ ...shown, paper: result }] })
    const crossing = aCrossing({ travellers: [aTraveller(), tu] })
    const html = panel(aScanAnswer(), false, { crossing, desk: { selected: 4 } })
    expect(html).toContain('bản giấy: âm tính · RT-PCR')
    expect(html).toContain('số GD4 79')
  })

  it('alters nothing of the crossing where the code is nobody’s', () => {
    const reason = finding('format-unknown', { vi: '', en: '' })
    const answer = aScanAnswer({ placed: null })
    const nobodys: ScanAnswer['verdict'] = {
      ...answer.verdict,
      outcome: 'unreadable',
      reason,
      findings: [reason],
      certificate: null,
    }
    const html = panel({ ...answer, verdict: nobodys })
    expect(html).toContain('data-testid="whole" data-outcome="accepted"')
    expect(html).toContain('data-testid="verdict" data-outcome="unreadable"')
  })
})

describe('the panel', () => {
  const whole = (changes: Partial<ShownCrossing['whole']>): ShownCrossing['whole'] => ({
    ...aCrossing().whole,
    ...changes,
  })
  const two = [aTraveller(), aTraveller({ id: 4, outcome: 'rejected', reason: finding('result-positive') })]

  it('is as the worst of the crossing, whoever was scanned last', () => {
    const bad = whole({
      worst: 'rejected',
      outcome: 'rejected',
      filled: false,
      completeness: 'met',
      accepted: 1,
      rejected: 1,
    })
    const html = panel(aScanAnswer(), false, { crossing: aCrossing({ travellers: two, whole: bad }) })
    expect(html).toContain('data-testid="whole" data-outcome="rejected"')
    expect(html).toContain('1 đạt · 1 không')
    expect(html).toContain('Kết quả xét nghiệm dương tính')
  })

  it('is an outline where not everybody is known to be there', () => {
    const some = whole({ filled: false, completeness: 'uncounted', accepted: 1 })
    const html = panel(aScanAnswer(), false, { crossing: aCrossing({ whole: some }) })
    expect(html).toContain('data-filled="false"')
    expect(html).toContain('ĐẠT 1')
    expect(html).toContain('chưa đếm')
    expect(html).toContain('Đếm người trên xe')
  })

  it('is filled where all are there and in order', () => {
    const all = whole({ filled: true, completeness: 'met', accepted: 2 })
    const html = panel(aScanAnswer(), false, { crossing: aCrossing({ whole: all }) })
    expect(html).toContain('data-filled="true"')
    expect(html).toContain('tất cả đều đạt: cho qua')
  })
})

describe('the panel without a verdict', () => {
  const decided = { decision: 'refused', seq: 12, slip: '2-12', plate: '98A-123.45', people: 1, above: null } as const
  const empty = aCrossing({ travellers: [], empty: true })

  it('shows what all of the crossing comes to, and no name', () => {
    const html = drawn({ crossing: aCrossing() })
    expect(html).toContain('data-testid="whole" data-outcome="accepted"')
    expect(html).not.toContain('Nguyễn Văn An')
  })

  it('shows what was decided with its slip, and how it can be taken back', () => {
    const html = drawn({ desk: { decided }, crossing: empty, undoable: true })
    expect(html).toContain('Đã ghi lượt, bản ghi số 12')
    expect(html).toContain('2-12')
    expect(html).toContain('data-over="false"')
    expect(drawn({ desk: { decided }, crossing: empty, undoable: false })).toContain('data-over="true"')
  })

  it('says that it is ready only once the program has told what is open here', () => {
    expect(drawn({ crossing: empty })).toContain('Sẵn sàng quét')
    expect(drawn({ crossing: null })).toContain('Chưa quét được')
    expect(drawn({ crossing: null })).not.toContain('Sẵn sàng quét')
  })

  it('gives no slip to who may pass', () => {
    expect(drawn({ desk: { decided: { ...decided, decision: 'admitted' } }, crossing: empty })).not.toContain(
      'Số phiếu',
    )
  })

  it('does not let the last decision stand for the crossing that has begun since', () => {
    const plateOnly = aCrossing({ travellers: [] })
    const html = drawn({ desk: { decided }, crossing: plateOnly })
    expect(html).not.toContain('data-testid="decided"')
    expect(html).toContain('Lượt trước (bản ghi số 12): Từ chối · số phiếu chuyển/từ chối 2-12')
  })

  it('never says admitted of a crossing that was voided since', () => {
    const admitted = { ...decided, decision: 'admitted' } as const
    const corrected = { seq: 12, decision: 'admitted', state: 'voided' } as const
    for (const crossing of [empty, aCrossing({ travellers: [] })]) {
      const html = drawn({ desk: { decided: admitted }, crossing: { ...crossing, corrected } })
      expect(html).not.toContain('Cho qua')
      expect(html).toMatch(/đã hủy/i)
    }
  })

  it('says what a crossing was corrected to since, and of another one nothing', () => {
    const corrected = { seq: 12, decision: 'referred', state: 'amended' } as const
    const html = drawn({ desk: { decided }, crossing: { ...empty, corrected } })
    expect(html).toContain('Chuyển y tế')
    expect(html).toContain('Đã sửa lượt')
    expect(html).toContain('2-12')
    const ofAnother = drawn({ desk: { decided }, crossing: { ...empty, corrected: { ...corrected, seq: 11 } } })
    expect(ofAnother).toContain('Từ chối')
  })

  it('says calmly that there was nobody to decide about, and what was decided stays', () => {
    const html = drawn({ desk: { decided, remark: 'remark.nobody' }, crossing: empty })
    expect(html).toContain('Chưa có ai để quyết định')
    expect(html).toContain('2-12')
    expect(html).not.toContain('role="alert"')
  })

  it('says loudly that a decision is not on disk', () => {
    const html = panel(aScanAnswer(), false, { desk: { remark: 'remark.disk-full' } })
    expect(html).toContain('role="alert"')
    expect(html).toContain('CHƯA GHI quyết định')
  })

  it('asks for the reason in the place of everything below the word', () => {
    const html = panel(aScanAnswer(), false, { chooser: createElement('p', null, 'vì sao') })
    expect(html).toContain('ĐẠT')
    expect(html).toContain('vì sao')
    expect(html).not.toContain('Nguyễn Văn An')
  })
})
