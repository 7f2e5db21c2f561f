/** A contact trace on paper, read back from its own bytes. */
import { expect, test } from 'vitest'
import { qrMatrix } from '../../../../main/qr/index.ts'
import { page } from '../../../../main/reports/paper/decree.ts'
import { letterheadOf } from '../../../../main/reports/paper/letterhead.ts'
import { tracePaper, type TracePaper } from '../../../../main/reports/paper/trace-paper.ts'
import type { TraceLine } from '../../../../shared/contract/trace-schemas.ts'
import { readPaperCode } from '../../../../shared/paper/paper-code.ts'
import { sealed } from '../../../fixtures/sealed-paper.ts'
import { codesOf } from './drawn-pdf.ts'
import { pagesOf } from './read-pdf.ts'
import { morning, whole } from './reported.ts'

const line = (changes: Partial<TraceLine> = {}): TraceLine => ({
  relation: 'subject',
  crossing: 12,
  at: morning,
  enteredAt: null,
  direction: 'in',
  onFoot: false,
  plate: '98A-123.45',
  decision: 'admitted',
  name: 'Nguyễn Văn An',
  birthDate: '1999-03-12',
  numbers: ['024099001234'],
  minutesApart: 0,
  ...changes,
})

const bytesOf = async (changes: Partial<TracePaper> = {}): Promise<Buffer> =>
  whole(
    await tracePaper({
      letterhead: { ...letterheadOf('Chốt Như Nguyệt', 'Bắc Ninh'), symbol: 'CNN' },
      query: {
        subject: { kind: 'person', number: '024099001234', name: null, birthDate: null },
        from: Date.parse('2026-11-22T00:00:00+07:00'),
        to: Date.parse('2026-11-30T00:00:00+07:00'),
        withinMinutes: 30,
      },
      answer: {
        lines: [line(), line({ relation: 'nearby', crossing: 14, name: 'Đặng Thị Ửng', numbers: [], minutesApart: 7 })],
        more: false,
      },
      reason: 'công văn 1204 của CDC tỉnh',
      post: 'Chốt Như Nguyệt',
      lane: '2',
      kiosk: 'kiosk-1',
      practice: false,
      madeAt: morning,
      head: { seq: 77, hash: 'ab'.repeat(32) },
      codeOf: (claim) => qrMatrix(sealed(claim), 'M'),
      ...changes,
    }),
  )

const textOf = async (changes: Partial<TracePaper> = {}): Promise<string> =>
  pagesOf(await bytesOf(changes))
    .flat()
    .map(({ text }) => text)
    .join(' ')

test('it is a report of the decree’s form that says whom it is of and why, and is marked for it names people', async () => {
  const text = await textOf()
  for (const said of [
    '/BC-CNN',
    'LƯU HÀNH NỘI BỘ',
    'BÁO CÁO Truy vết người và phương tiện qua chốt',
    'người, số giấy tờ 024099001234. Lý do: công văn 1204 của CDC tỉnh.',
    'có 2 lượt với 2 người liên quan',
    'trân trọng báo cáo./.',
  ])
    expect(text).toContain(said)
})

test('whoever was met stands under how they were met, and of what did not happen it says so', async () => {
  const text = await textOf()
  expect(text).toMatch(/I\. LƯỢT CỦA ĐỐI TƯỢNG.*Nguyễn Văn An 12\/03\/1999/)
  expect(text).toMatch(/II\. NGƯỜI ĐI CÙNG LƯỢT Không có\./)
  expect(text).toMatch(/IV\. NGƯỜI QUA LÀN CÁCH KHÔNG QUÁ 30 PHÚT.*Đặng Thị Ửng/)
})

test('a list that was cut short says so', async () => {
  expect(await textOf()).not.toContain('CHƯA ĐỦ')
  expect(await textOf({ answer: { lines: [line()], more: true } })).toContain('DANH SÁCH CHƯA ĐỦ')
})

test('a long one goes on within the margins, and the code of each page says what stands on it', async () => {
  const lines = Array.from({ length: 60 }, (_, index) =>
    line({ relation: 'nearby', crossing: index, name: `Lê ${index}` }),
  )
  const bytes = await bytesOf({ answer: { lines, more: false } })
  const beyond = pagesOf(bytes)
    .flat()
    .filter(({ x }) => x < page.left - 0.01 || x > page.width - page.right)
  expect(beyond).toEqual([])
  const claims = (await codesOf(bytes)).map(([code = '']) => readPaperCode(code)?.claim)
  expect(claims.length).toBeGreaterThan(2)
  for (const [index, claim] of claims.entries())
    expect(claim).toMatchObject({ paper: 'trace', page: index + 1, crossings: 60, people: 60, apart: null })
})
