import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CrossingHistory } from '../../../../renderer/screens/records/crossing/crossing-history.tsx'
import { CrossingFacts } from '../../../../renderer/screens/records/crossing/crossing-facts.tsx'
import { CorrectedLine } from '../../../../renderer/screens/records/crossing/opened-crossing.tsx'
import { FoundLines } from '../../../../renderer/screens/records/search/search-part.tsx'
import { TraceTable } from '../../../../renderer/screens/records/trace/trace-table.tsx'
import { sayReasonCode } from '../../../../renderer/screens/records/crossing/said-crossing.ts'
import { speakIn } from '../../../../renderer/i18n/catalogue.ts'
import type { RecordedCrossing } from '../../../../shared/contract/recorded-schemas.ts'
import { findingCodes, isFindingCode } from '../../../../shared/domain/finding/finding-codes.ts'
import { aLine, aRecorded, aTraceLine, aTraveller, now } from './recorded.ts'

const ignored = (): void => undefined

describe('the crossings that are found', () => {
  const found = (lines = [aLine()], more = false): string =>
    renderToStaticMarkup(
      createElement(FoundLines, { found: { kind: 'answered', answer: { lines, more } }, onOpen: ignored }),
    )

  it('are a line each: when, which way, plate, names, decision', () => {
    const html = found()
    for (const said of ['07:42 22/11/2026', 'vào tỉnh', '98A-123.45', 'Nguyễn Văn An, chưa rõ tên', 'Cho qua']) {
      expect(html).toContain(said)
    }
    expect(html).toContain('data-outcome="accepted"')
  })

  it('say what became of them since', () => {
    expect(found([aLine({ state: 'amended' })])).toContain('đã sửa')
    expect(found([aLine({ state: 'voided' })])).toContain('đã hủy')
    expect(found()).not.toContain('đã sửa')
  })

  it('are marked where they were entered later, from paper', () => {
    expect(found([aLine({ enteredAt: now + 3_600_000 })])).toContain('nhập sau lúc 08:42 22/11/2026')
    expect(found()).not.toContain('nhập sau')
  })

  it('are told to be narrowed where there are others', () => {
    expect(found([aLine()], true)).toContain('thu hẹp')
    expect(found()).not.toContain('thu hẹp')
  })

  it('are none, and the screen says what to try', () => {
    expect(found([])).toContain('Không có lượt nào khớp')
  })

  it('cannot be had, and the screen says what to do', () => {
    const html = renderToStaticMarkup(createElement(FoundLines, { found: { kind: 'failed' }, onOpen: ignored }))
    expect(html).toContain('role="alert"')
  })
})

describe('an opened crossing', () => {
  const facts = (recorded: RecordedCrossing): string =>
    renderToStaticMarkup(createElement(CrossingFacts, { recorded, onTrace: ignored }))

  it('says on whose word it was decided that was not its officer’s to decide alone', () => {
    const by = { number: '204117', name: 'Trần Quốc Hùng', rank: 'Đại úy', role: 'supervisor' } as const
    const permitted = facts({ ...aRecorded(), above: { by: 'permission', given: [{ what: 'rejected', by }] } })
    expect(permitted).toContain('Đại úy Trần Quốc Hùng (riêng lượt này')
    expect(facts({ ...aRecorded(), above: { by: 'emergency' } })).toContain('Khẩn cấp')
    expect(facts({ ...aRecorded(), above: { by: 'permission', given: [] } })).toContain('không còn bản ghi')
    expect(facts(aRecorded())).not.toContain('Ai cho phép')
  })

  it('shows everything that is kept of it', () => {
    const html = facts(aRecorded({ reason: { code: 'order', note: 'công văn 12' } }))
    for (const said of [
      'Lượt ở bản ghi số 7',
      'xe tải',
      'Theo chỉ đạo của cấp trên: công văn 12',
      '26/02/1999',
      'thẻ căn cước số 024099001234',
      'Kết quả xét nghiệm · HC1 · NGUYEN VAN AN · còn hạn đến 08:42 22/11/2026',
      'cùng một người',
    ]) {
      expect(html).toContain(said)
    }
  })

  it('says when it was entered, where that was later', () => {
    const entered = facts(aRecorded({ happenedAt: now }, { enteredAt: now + 3_600_000 }))
    expect(entered).toContain('nhập sau lúc 08:42 22/11/2026')
    expect(facts(aRecorded())).not.toContain('nhập sau')
  })

  it('offers a trace of the vehicle and of each traveller that can be found', () => {
    const html = facts(aRecorded({ travellers: [aTraveller(), aTraveller({ numbers: [], birthDate: null })] }))
    expect(html.match(/Truy vết xe này/g)).toHaveLength(1)
    expect(html.match(/Truy vết người này/g)).toHaveLength(1)
  })

  it('takes names as text, never as markup', () => {
    expect(facts(aRecorded({ travellers: [aTraveller({ name: '<img src=x>' })] }))).not.toContain('<img')
  })

  it('can say why of every code there is, without the values that are not kept', () => {
    const codes = Object.keys(findingCodes).filter((code) => isFindingCode(code))
    for (const code of codes) expect(sayReasonCode('vi', speakIn('vi'), code)).not.toMatch(/[{}]/)
  })

  it.each(['unknown', 'erased', 'voided', 'words-needed', 'disk-full', 'read-only', 'failed'] as const)(
    'says why a correction was not recorded: %s',
    (code) => {
      const corrected = { kind: 'amend', answer: { recorded: false, code } } as const
      expect(renderToStaticMarkup(createElement(CorrectedLine, { corrected }))).toContain('role="alert"')
    },
  )

  it('says which entry a correction is', () => {
    const corrected = { kind: 'void', answer: { recorded: true, seq: 12, at: 0 } } as const
    expect(renderToStaticMarkup(createElement(CorrectedLine, { corrected }))).toContain('số 12')
  })
})

describe('what became of an opened crossing', () => {
  const history = (recorded: RecordedCrossing): string =>
    renderToStaticMarkup(createElement(CrossingHistory, { recorded }))

  it('shows what it was before each correction, and why it was corrected', () => {
    const was = { decision: 'referred', reason: null, vehicle: aRecorded().crossing.vehicle } as const
    const html = history({
      ...aRecorded({ vehicle: { ...was.vehicle!, plate: '98A-123.46' } }),
      history: [
        { kind: 'amended', seq: 9, at: now, why: { code: 'order', note: 'công văn 12' }, was },
        {
          kind: 'amended',
          seq: 10,
          at: now,
          why: { code: 'entered-wrongly', note: null },
          was: { ...was, decision: 'admitted' },
        },
        { kind: 'voided', seq: 11, at: now, why: { code: 'other', note: 'Ghi hai lần' } },
      ],
    })
    for (const said of [
      'bản ghi số 9',
      'Theo chỉ đạo của cấp trên: công văn 12',
      'Quyết định: <del>Chuyển y tế</del> → <b>Cho qua</b>',
      'Nhập nhầm',
      'Biển số: <del>98A-123.45</del> → <b>98A-123.46</b>',
      'Lý do khác: Ghi hai lần',
    ]) {
      expect(html).toContain(said)
    }
    expect(html.match(/<del>/g)).toHaveLength(2)
  })

  it('says of a crossing that was taken back at once that nobody gave a reason', () => {
    const changes = [{ kind: 'voided', seq: 11, at: now, why: null }] as const
    expect(history({ ...aRecorded(), history: [...changes] })).toContain('hoàn tác')
  })

  it('is a note too, as text and never as markup', () => {
    const noted = { kind: 'noted', seq: 12, at: now, text: 'Trạm y tế gọi lại <b>' } as const
    const html = history({ ...aRecorded(), history: [noted] })
    expect(html).toContain('Ghi chú lúc 07:42 22/11/2026, bản ghi số 12')
    expect(html).toContain('Trạm y tế gọi lại &lt;b&gt;')
  })

  it('has the newest first', () => {
    const why = { code: 'order', note: null } as const
    const { decision, reason, vehicle } = aRecorded().crossing
    const amended = { kind: 'amended', seq: 9, at: now, why, was: { decision, reason, vehicle } } as const
    const html = history({ ...aRecorded(), history: [amended, { kind: 'voided', seq: 11, at: now, why }] })
    expect(html.indexOf('bản ghi số 11')).toBeLessThan(html.indexOf('bản ghi số 9'))
  })
})

describe('the table of a trace', () => {
  const table = (more = false): string => {
    const lines = [aTraceLine({ relation: 'subject', minutesApart: 0 }), aTraceLine(), aTraceLine()]
    return renderToStaticMarkup(createElement(TraceTable, { answer: { lines, more }, onOpen: ignored }))
  }

  it('has a part for each relation, with how many and how far apart', () => {
    const html = table()
    expect(html).toContain('Chính người/xe này (1)')
    expect(html).toContain('Qua làn cùng khoảng thời gian (2)')
    expect(html).toContain('12 phút')
    expect(html).not.toContain('Cùng lượt')
  })

  it('says that it was cut short', () => {
    expect(table(true)).toContain('Danh sách chưa đủ')
    expect(table()).not.toContain('Danh sách chưa đủ')
  })
})
