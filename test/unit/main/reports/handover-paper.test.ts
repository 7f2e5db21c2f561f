/** The handover record on paper, read back from its own bytes. */
import { expect, test } from 'vitest'
import { qrMatrix } from '../../../../main/qr/index.ts'
import { handoverPaper, type HandoverPaper } from '../../../../main/reports/paper/handover-paper.ts'
import { letterheadOf } from '../../../../main/reports/paper/letterhead.ts'
import { page } from '../../../../main/reports/paper/decree.ts'
import { readPaperCode } from '../../../../shared/paper/paper-code.ts'
import { sealed } from '../../../fixtures/sealed-paper.ts'
import { aRecord, incoming, theTotals } from '../../../fixtures/shifts.ts'
import { codesOf } from './drawn-pdf.ts'
import { pagesOf } from './read-pdf.ts'
import { whole } from './reported.ts'

const at = Date.parse('2026-11-22T07:50:00+07:00')

const bytesOf = async (changes: Partial<HandoverPaper> = {}): Promise<Buffer> =>
  whole(
    await handoverPaper({
      letterhead: { ...letterheadOf('Chốt Như Nguyệt', 'Bắc Ninh'), symbol: 'CNN' },
      record: aRecord(),
      post: 'Chốt Như Nguyệt',
      lane: '2',
      practice: false,
      madeAt: at,
      head: { seq: 1204, hash: 'ab'.repeat(32) },
      codeOf: (claim) => qrMatrix(sealed(claim), 'M'),
      ...changes,
    }),
  )

const textOf = async (changes: Partial<HandoverPaper> = {}): Promise<string> =>
  pagesOf(await bytesOf(changes))
    .flat()
    .map(({ text }) => text)
    .join(' ')

test('it is a record of the decree’s form: BB in its number, both who hand over and take over, and their names to sign over', async () => {
  const text = await textOf({ record: aRecord({ incoming: { at, who: incoming } }) })
  for (const said of [
    '/BB-CNN',
    'BIÊN BẢN Bàn giao ca trực',
    'Bên giao: Thượng sĩ Lê Văn Sáu, số hiệu 204118.',
    'Bên nhận: Trung úy Nguyễn Thị Bình, số hiệu 204121, nhận lúc 07:50 22/11/2026.',
    'BÊN GIAO',
    'BÊN NHẬN',
    '(Ký, ghi rõ họ tên)',
  ])
    expect(text).toContain(said)
  expect(text.match(/Thượng sĩ Lê Văn Sáu/g)?.length).toBeGreaterThanOrEqual(2)
})

test('it has every count, what is left, and says of nothing that it is nothing', async () => {
  const text = await textOf({ record: aRecord({ totals: theTotals({ unsigned: null }), absent: 'xe đón muộn' }) })
  for (const said of [
    'Lượt qua chốt 204',
    'Người 498',
    'Từ chối 20',
    'Lượt không ai ký không đếm',
    'chưa quay lại: 3',
    'chỉ huy chưa xem: 1',
    'Không có quy định nào thay đổi.',
    'Không có lượt nào bị sửa hay hủy.',
    'Bên nhận: chưa có, vì: xe đón muộn.',
  ])
    expect(text).toContain(said)
})

test('thousands are written as on the screen, in counts and in numbers of entries', async () => {
  const totals = theTotals({ scans: 12_040, open: { referrals: 1310, emergencies: 0 } })
  const text = await textOf({ record: aRecord({ totals }) })
  for (const said of ['Mã đã quét 12.040', 'chưa quay lại: 1.310', 'đến bản ghi 1.204']) expect(text).toContain(said)
})

test('a long one goes on within the margins, and each page’s code says the shift', async () => {
  const by = { number: '1', name: 'Lê Văn Sáu', rank: 'Thượng sĩ', role: 'officer' } as const
  const lines = Array.from({ length: 60 }, (_, index) => ({
    ...({ seq: 2000 + index, at, kind: index % 2 === 0 ? 'amended' : 'voided', of: 1000 + index, by } as const),
    why: { code: 'other', note: 'ghi nhầm biển số của xe đi sau, đã đối chiếu với sổ' } as const,
  }))
  const bytes = await bytesOf({ record: aRecord({ corrections: { lines, more: true } }) })
  const pages = pagesOf(bytes)
  expect(pages.length).toBeGreaterThan(2)
  const beyond = pages
    .flat()
    .filter(({ x, y }) => x < page.left - 0.01 || x > page.width - page.right || y > page.height - page.bottom)
  expect(beyond).toEqual([])
  for (const [index, [text = '']] of (await codesOf(bytes)).entries())
    expect(readPaperCode(text)?.claim).toMatchObject({
      paper: 'handover',
      page: index + 1,
      pages: pages.length,
      crossings: 204,
      people: 498,
      apart: { in: 150, out: 54, admitted: 180, refused: 20, referred: 4 },
    })
})
