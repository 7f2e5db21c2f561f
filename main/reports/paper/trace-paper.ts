/**
 * A contact trace as a report of the decree's form: who was asked for, the crossings in which they were, and whom they met, by how
 * they met them. It names people, and is marked so. It is in Vietnamese, as such papers are.
 */
import type { Relation, TraceAnswer, TraceLine, TraceQuery } from '../../../shared/contract/trace-schemas.ts'
import { directionWords } from '../../../shared/language/crossing-words.ts'
import { sayPlates } from '../../../shared/language/plate-words.ts'
import { formatNumber } from '../../../shared/language/number.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import { markingOf } from '../column-words.ts'
import { mm, sizes } from './decree.ts'
import { setEnd } from './end.ts'
import { setFeet, type PageCode } from './foot.ts'
import { setHead } from './head.ts'
import type { Letterhead } from './letterhead.ts'
import { Sheet } from './sheet.ts'
import { table, type TableColumn } from './table.ts'
import { heading, paragraph } from './text.ts'

/** What is on it. Instants are epoch milliseconds. */
export interface TracePaper {
  letterhead: Letterhead
  query: TraceQuery
  answer: TraceAnswer
  /** Why it was asked for; null: nobody had to say. */
  reason: string | null
  post: string
  lane: string
  kiosk: string
  practice: boolean
  madeAt: number
  /** The last entry that is in it. */
  head: { seq: number; hash: string }
  /** The code of each page, signed. */
  codeOf: PageCode
}

const columns: readonly TableColumn[] = [
  { heading: 'TT', width: mm(10), align: 'right' },
  { heading: 'Thời điểm, chiều', width: mm(33) },
  { heading: 'Biển số', width: mm(24) },
  { heading: 'Họ và tên', width: mm(33) },
  { heading: 'Ngày sinh', width: mm(22) },
  { heading: 'Số giấy tờ', width: mm(29) },
  { heading: 'Cách (phút)', width: mm(14), align: 'right' },
]

const written = (value: number): string => formatNumber('vi', value)

/** `1999-03-12` as `12/03/1999`; a year alone stays one. */
const born = (date: string): string => date.split('-').toReversed().join('/')

const rowOf = (line: TraceLine, index: number): string[] => [
  written(index + 1),
  `${formatInstant(line.at)}, ${directionWords.vi[line.direction]}`,
  sayPlates('vi', line),
  shownText(line.name ?? ''),
  line.birthDate === null ? '' : born(shownText(line.birthDate)),
  line.numbers.map(shownText).join('; '),
  written(Math.round(line.minutesApart)),
]

function whom({ subject }: TraceQuery): string {
  if (subject.kind === 'plate') return `phương tiện biển số ${shownText(subject.plate)}`
  const { number, name, birthDate } = subject
  return [
    ...(name === null ? ['người'] : [shownText(name)]),
    ...(birthDate === null ? [] : [`sinh ${born(shownText(birthDate))}`]),
    ...(number === null ? [] : [`số giấy tờ ${shownText(number)}`]),
  ].join(', ')
}

const isSomebody = ({ name, numbers }: TraceLine): boolean => name !== null || numbers.length > 0

/** Crossings, and people by what is known of them; whoever nothing is known of is no other's. */
function countsOf(lines: readonly TraceLine[]): { crossings: number; people: number } {
  const known = lines
    .filter(isSomebody)
    .map(({ name, birthDate, numbers }) => JSON.stringify([name, birthDate, numbers]))
  const unknown = lines.filter((line) => line.relation !== 'subject' && !isSomebody(line)).length
  return { crossings: new Set(lines.map(({ crossing }) => crossing)).size, people: new Set(known).size + unknown }
}

function setPart(sheet: Sheet, title: string, lines: readonly TraceLine[]): void {
  // Its heading stays with the beginning of its table.
  sheet.need(mm(36))
  heading(sheet, title)
  if (lines.length === 0) paragraph(sheet, 'Không có.')
  else table(sheet, columns, lines.map(rowOf), { size: sizes.list })
}

/** The trace as the bytes of a PDF, as they come. */
export async function tracePaper(paper: TracePaper): Promise<AsyncIterable<Uint8Array>> {
  const { letterhead, query, answer, reason, post, lane, kiosk, practice, madeAt, head, codeOf } = paper
  const { from, to, withinMinutes } = query
  const about = [
    'Truy vết người và phương tiện qua chốt',
    `(từ ${formatInstant(from)} đến trước ${formatInstant(to)}, giờ Việt Nam)`,
  ]
  const sheet = new Sheet({ title: `Báo cáo: ${about[0]}`, author: post, madeAt })
  const marking = markingOf({ practice, identities: true })?.vi ?? null
  setHead(sheet, letterhead, { type: 'BC', kind: 'BÁO CÁO', about, marking })
  const counts = countsOf(answer.lines)
  paragraph(sheet, `Đối tượng truy vết: ${whom(query)}.${reason === null ? '' : ` Lý do: ${shownText(reason)}.`}`)
  paragraph(
    sheet,
    `Nhật ký của ${shownText(post)}, làn ${shownText(lane)}, có ${written(counts.crossings)} lượt với ${written(counts.people)} người liên quan, nêu dưới đây. Người được gặp nhiều lần có nhiều dòng.`,
  )
  if (answer.more)
    paragraph(sheet, 'DANH SÁCH CHƯA ĐỦ: còn những dòng khác. Thu hẹp khoảng thời gian rồi lập lại báo cáo.')
  const parts: readonly [Relation, string][] = [
    ['subject', 'I. LƯỢT CỦA ĐỐI TƯỢNG'],
    ['same-crossing', 'II. NGƯỜI ĐI CÙNG LƯỢT'],
    ['same-vehicle', 'III. NGƯỜI ĐI XE ĐÓ Ở LƯỢT KHÁC'],
    ['nearby', `IV. NGƯỜI QUA LÀN CÁCH KHÔNG QUÁ ${withinMinutes} PHÚT`],
  ]
  for (const [relation, title] of parts)
    setPart(
      sheet,
      title,
      answer.lines.filter((line) => line.relation === relation),
    )
  paragraph(sheet, 'Trên đây là kết quả truy vết theo nhật ký của chốt, trân trọng báo cáo./.')
  setEnd(sheet, letterhead)
  const made = `Lập bằng Chốt lúc ${formatInstant(madeAt)} trên máy ${shownText(kiosk)}, đến bản ghi ${written(head.seq)} của nhật ký; giờ Việt Nam (UTC+07:00).`
  const claim = { paper: 'trace', practice, post, lane, kiosk, madeAt, from, to, head, ...counts, apart: null } as const
  await setFeet(sheet, { made, claim, codeOf })
  sheet.document.end()
  return sheet.document
}
