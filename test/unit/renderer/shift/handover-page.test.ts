import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { qrMatrix } from '../../../../main/qr/index.ts'
import { HandoverPage } from '../../../../renderer/screens/shift/handover-page.tsx'
import type { Kiosk } from '../../../../shared/contract/schemas.ts'
import { kiosk } from '../../../contract/answers.ts'
import { aRecord, incoming, outgoing, theTotals } from '../../../fixtures/shifts.ts'

const real: Kiosk = { ...kiosk, mode: 'real', checkpoint: { name: 'Km 98', lane: '1' } }
type Code = Awaited<ReturnType<typeof qrMatrix>> | null
const page = (record = aRecord(), headCode: Code = null, of: Kiosk = real): string =>
  renderToStaticMarkup(createElement(HandoverPage, { record, headCode, kiosk: of }))

const at = Date.parse('2026-11-22T07:50:00+07:00')

describe('the handover record of a shift', () => {
  it('says where, from when to when, and every count', () => {
    const html = page()
    for (const said of [
      'Cầu Như Nguyệt · Làn 2',
      'kiosk-1',
      '23:42 21/11/2026',
      '07:42 22/11/2026',
      'Lượt qua chốt</dt><dd>204<',
      'Người</dt><dd>498<',
      'Lượt quét mã</dt><dd>512<',
      'Mã không đọc được</dt><dd>7<',
      'Cho qua</dt><dd>180<',
      'Lượt không ai ký</dt><dd>2<',
      'Người chuyển y tế, chưa quay lại</dt><dd>3<',
      'Cho qua khẩn cấp, chỉ huy chưa xem</dt><dd>1<',
      '>1.204<',
    ]) {
      expect(html).toContain(said)
    }
  })

  it('of a version that did not count all says so, and stands where the kiosk stands now', () => {
    const totals = theTotals({ unreadable: null, unsigned: null, open: null })
    const html = page(aRecord({ totals, post: null, opened: null }))
    expect(html.match(/không đếm/g)).toHaveLength(4)
    expect(html).toContain('Km 98 · Làn 1')
    expect(html).toContain('không ai mở ca')
  })

  it('has the names and ranks of both where somebody took over, also where they sign', () => {
    const html = page(aRecord({ incoming: { at, who: incoming } }))
    expect(html).toContain('Thượng sĩ Lê Văn Sáu · số 204118')
    expect(html).toContain('Trung úy Nguyễn Thị Bình · số 204121, nhận lúc 07:50 22/11/2026')
    expect([...html.matchAll(/data-testid="signs">([^<]+)</g)].map(([, name]) => name)).toEqual([
      'Thượng sĩ Lê Văn Sáu',
      'Trung úy Nguyễn Thị Bình',
    ])
  })

  it('leaves a place for the name of whoever takes over by hand, and says why nobody was there', () => {
    expect(page()).toMatch(/Người nhận<\/th><td>chưa có</)
    expect(page(aRecord({ absent: 'ca sau đến muộn' }))).toContain('chưa có: ca sau đến muộn')
    expect(page().match(/data-testid="signs"/g)).toHaveLength(1)
    expect(page()).toMatch(/Người giao.*Người nhận/)
  })

  it('lists the orders that changed with both values, and who knows them', () => {
    const changes = [{ what: 'naatHours', was: 72, is: 48 } as const, { what: 'rules', was: null, is: null } as const]
    const orders = [{ seq: 9, at, changes, acknowledged: [{ who: outgoing, at }] }]
    expect(page(aRecord({ orders }))).toContain('kết quả PCR có giá trị: 72 giờ → 48 giờ; quy tắc kiểm tra đã thay đổi')
    expect(page(aRecord({ orders }))).toContain('đã biết: Thượng sĩ Lê Văn Sáu')
    expect(page(aRecord({ orders: [{ seq: 9, at, changes, acknowledged: [] }] }))).toContain('chưa ai xác nhận')
    expect(page()).toContain('Không có quy định nào thay đổi trong ca.')
  })

  it('lists who corrected what and why, and what is no longer known', () => {
    const lines = [
      { seq: 9, at, kind: 'amended', of: 7, by: outgoing, why: { code: 'order', note: 'công văn 12' } },
      { seq: 10, at, kind: 'voided', of: 8, by: null, why: null },
      { seq: 11, at, kind: 'voided', of: null, by: outgoing, why: null },
    ] as const
    const html = page(aRecord({ corrections: { lines: [...lines], more: true } }))
    expect(html).toMatch(
      /<td>7<\/td><td>sửa<\/td>.*Thượng sĩ Lê Văn Sáu<\/td><td>Theo chỉ đạo của cấp trên: công văn 12/,
    )
    expect(html).toMatch(/<td>8<\/td><td>hủy<\/td>.*không ai đăng nhập<\/td><td>bấm nhầm, lấy lại ngay/)
    expect(html).toContain('nội dung đã xóa')
    expect(html).toContain('Còn nữa')
    expect(page()).toContain('Không có lượt nào bị sửa hay hủy')
  })

  it('carries the signed head as text and, once it is drawn, as a code', async () => {
    expect(page()).toContain('{&quot;kiosk&quot;:&quot;kiosk-1&quot;,&quot;seq&quot;:1204}')
    expect(page()).not.toContain('<svg')
    expect(page(aRecord(), await qrMatrix('x'))).toContain('<svg')
  })

  it('says so where there is no head, and where no shift was closed before', () => {
    const html = page(aRecord({ head: null, from: null }))
    expect(html).toContain('Không có dấu')
    expect(html).toContain('đầu nhật ký')
  })

  it('of a practice profile says so on the paper, and of a real one does not', () => {
    expect(page(aRecord(), null, { ...real, mode: 'practice' })).toContain('TẬP HUẤN')
    expect(page()).not.toContain('TẬP HUẤN')
  })
})
