/**
 * The handover record of a shift (Biên bản, form 1.9 of the decree's Phụ lục III): when and where, who hands over and who takes
 * over, what the shift came to, what is left, which orders changed, what was corrected, and room for both to sign. It is in
 * Vietnamese, as such papers are.
 */
import { decisions, directions } from '../../../shared/domain/crossing/crossing.ts'
import type { HandoverRecord } from '../../../shared/domain/shift/handover-record.ts'
import { decisionWords, directionWords, reasonWords } from '../../../shared/language/crossing-words.ts'
import { sayOrderChange } from '../../../shared/language/order-words.ts'
import { formatNumber } from '../../../shared/language/number.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import type { Who } from '../../../shared/ledger/officers.ts'
import { markingOf } from '../column-words.ts'
import { mm, textWidth } from './decree.ts'
import { setFeet, type PageCode } from './foot.ts'
import { setHead } from './head.ts'
import type { Letterhead } from './letterhead.ts'
import { Sheet } from './sheet.ts'
import { setTwoSignatures } from './signatures.ts'
import { table } from './table.ts'
import { heading, paragraph } from './text.ts'

/** What is on it. Instants are epoch milliseconds. */
export interface HandoverPaper {
  letterhead: Letterhead
  record: HandoverRecord
  /** Where the kiosk stands now, for a record whose version did not say. */
  post: string
  lane: string
  practice: boolean
  madeAt: number
  /** The end of the journal that the record's signed head vouches for. */
  head: { seq: number; hash: string }
  /** The code of each page, signed. */
  codeOf: PageCode
}

const called = (who: Who | null): string =>
  who === null
    ? 'không ai đăng nhập'
    : `${shownText(who.rank)} ${shownText(who.name)}, số hiệu ${shownText(who.number)}`

const number = (value: number): string => formatNumber('vi', value)
const counted = (value: number | null): string => (value === null ? 'không đếm' : number(value))

/** Read aloud and compared by eye, eight at a time. */
const grouped = (hash: string): string => (hash.match(/.{1,8}/g) ?? []).join(' ')

const first = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

function countRows({ totals }: HandoverRecord): string[][] {
  const { crossings, scans, unreadable, enteredLater, unsigned, amended, voided } = totals
  const rows: [string, number | null][] = [
    ['Lượt qua chốt', crossings.total],
    ['Người', crossings.people],
    ...directions.map((way): [string, number] => [first(directionWords.vi[way]), crossings.byDirection[way]]),
    ...decisions.map((each): [string, number] => [decisionWords.vi[each], crossings.byDecision[each]]),
    ['Lượt nhập sau, từ sổ giấy', enteredLater],
    ['Lượt không ai ký', unsigned],
    ['Lần sửa', amended],
    ['Lần hủy', voided],
    ['Mã đã quét', scans],
    ['Mã không đọc được', unreadable],
  ]
  return rows.map(([name, value]) => [name, counted(value)])
}

function correctionRows({ corrections: { lines } }: HandoverRecord): string[][] {
  return lines.map(({ of, kind, at, by, why }) => [
    of === null ? '—' : number(of),
    kind === 'amended' ? 'sửa' : 'hủy',
    formatInstant(at),
    by === null ? 'không ai đăng nhập' : `${shownText(by.rank)} ${shownText(by.name)}`,
    why === null ? '—' : [reasonWords.vi[why.code], ...(why.note === null ? [] : [shownText(why.note)])].join(': '),
  ])
}

function setCourse(sheet: Sheet, record: HandoverRecord): void {
  heading(sheet, 'I. SỐ LIỆU CỦA CA')
  table(
    sheet,
    [
      { heading: 'Nội dung', width: textWidth - mm(32) },
      { heading: 'Số lượng', width: mm(32), align: 'right' },
    ],
    countRows(record),
  )
  heading(sheet, 'II. VIỆC CÒN LẠI')
  const open = record.totals.open
  paragraph(
    sheet,
    `Người đã chuyển y tế, chưa quay lại: ${counted(open?.referrals ?? null)}. Lượt cho qua vì cấp cứu, chỉ huy chưa xem: ${counted(open?.emergencies ?? null)}.`,
  )
  heading(sheet, 'III. QUY ĐỊNH THAY ĐỔI TRONG CA')
  if (record.orders.length === 0) paragraph(sheet, 'Không có quy định nào thay đổi.')
  for (const { at, changes, acknowledged } of record.orders) {
    const known = acknowledged.map(({ who }) => `${shownText(who.rank)} ${shownText(who.name)}`).join(', ')
    const what = changes.map((change) => sayOrderChange('vi', change)).join('; ')
    paragraph(
      sheet,
      `${formatInstant(at)}: ${what} (${known === '' ? 'chưa ai xác nhận đã biết' : `đã biết: ${known}`}).`,
    )
  }
  heading(sheet, 'IV. LƯỢT ĐÃ SỬA, ĐÃ HỦY TRONG CA')
  if (record.corrections.lines.length === 0) paragraph(sheet, 'Không có lượt nào bị sửa hay hủy.')
  else
    table(
      sheet,
      [
        { heading: 'Lượt', width: mm(18), align: 'right' },
        { heading: 'Việc', width: mm(14) },
        { heading: 'Lúc', width: mm(36) },
        { heading: 'Ai', width: mm(42) },
        { heading: 'Lý do', width: textWidth - mm(110) },
      ],
      correctionRows(record),
    )
  if (record.corrections.more) paragraph(sheet, 'Còn những lượt khác, ghi trong nhật ký.')
}

/** The record as the bytes of a PDF, as they come. */
export async function handoverPaper(paper: HandoverPaper): Promise<AsyncIterable<Uint8Array>> {
  const { letterhead, record, practice, madeAt, head, codeOf } = paper
  const { name: post, lane } = record.post ?? { name: paper.post, lane: paper.lane }
  const { outgoing, incoming, absent, opened, from, to, kiosk } = record
  const sheet = new Sheet({ title: 'Biên bản: Bàn giao ca trực', author: post, madeAt })
  const marking = markingOf({ practice, identities: false })?.vi ?? null
  setHead(
    sheet,
    { ...letterhead, addressees: [] },
    { type: 'BB', kind: 'BIÊN BẢN', about: ['Bàn giao ca trực'], marking },
  )
  paragraph(
    sheet,
    `Thời gian: ca tính từ ${from === null ? 'đầu nhật ký' : formatInstant(from)}${opened ? `, mở lúc ${formatInstant(opened.at)} (${called(opened.by)})` : ''}, kết lúc ${formatInstant(to)}.`,
  )
  paragraph(sheet, `Địa điểm: ${shownText(post)}, làn ${shownText(lane)}.`)
  paragraph(sheet, `Bên giao: ${called(outgoing)}.`)
  paragraph(
    sheet,
    incoming
      ? `Bên nhận: ${called(incoming.who)}, nhận lúc ${formatInstant(incoming.at)}.`
      : `Bên nhận: chưa có${absent === null ? '' : `, vì: ${shownText(absent)}`}.`,
  )
  setCourse(sheet, record)
  heading(sheet, 'V. NHẬT KÝ CỦA MÁY')
  paragraph(
    sheet,
    record.head === null
      ? `Nhật ký đến bản ghi ${number(record.seq)}; chưa ký được.`
      : `Nhật ký được máy ký đến bản ghi ${number(head.seq)}, mã băm ${grouped(head.hash)}.`,
  )
  paragraph(sheet, 'Biên bản được lập sau khi kết ca, hai bên cùng xem và ký tên./.')
  setTwoSignatures(sheet, [
    { position: 'Bên giao', name: outgoing && `${shownText(outgoing.rank)} ${shownText(outgoing.name)}` },
    { position: 'Bên nhận', name: incoming && `${shownText(incoming.who.rank)} ${shownText(incoming.who.name)}` },
  ])
  const { crossings } = record.totals
  const apart = { ...crossings.byDirection, ...crossings.byDecision }
  const { total, people } = crossings
  const claim = { paper: 'handover', practice, post, lane, kiosk, madeAt, from: from ?? 0, to, head } as const
  const made = `Lập bằng Chốt lúc ${formatInstant(madeAt)} trên máy ${shownText(kiosk)}, bản ghi kết thúc ca ${number(record.seq)}; giờ Việt Nam (UTC+07:00).`
  await setFeet(sheet, { made, claim: { ...claim, crossings: total, people, apart }, codeOf })
  sheet.document.end()
  return sheet.document
}
