/** The totals of a time as rows and sentences of the daily report. */
import { decisionWords, directionWords, reasonWords } from '../../../shared/language/crossing-words.ts'
import { decisions, directions, reasonCodes, type Direction } from '../../../shared/domain/crossing/crossing.ts'
import { isFindingCode } from '../../../shared/domain/finding/finding-codes.ts'
import { outcomes } from '../../../shared/domain/finding/verdict.ts'
import { notOfPart, officerLabel } from '../../../shared/language/report-figures.ts'
import { outcomeWords } from '../../../shared/language/say.ts'
import { formatNumber } from '../../../shared/language/number.ts'
import { findingWords, kindWords } from '../column-words.ts'
import type { Count, Totals } from '../../../shared/domain/report/totals.ts'
import type { DailyReport } from './daily-content.ts'

/** What is counted, and its counts. */
export type CountRow = readonly [name: string, ...counts: number[]]

const counted = (count: number): string => formatNumber('vi', count)

/** The rows as a table has them. */
export const written = (rows: readonly CountRow[]): string[][] =>
  rows.map(([name, ...counts]) => [name, ...counts.map(counted)])

const rowOf = (name: string, { crossings, people }: Count): CountRow => [name, crossings, people]

const first = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** By direction, decision and verdict; the sum of all last. */
export function directionRows({ all, byDirection, byDecision, byOutcome }: Totals): CountRow[] {
  return [
    ...directions.map((each) => rowOf(`Chiều: ${directionWords.vi[each]}`, byDirection[each])),
    ...decisions.map((each) =>
      rowOf(`Quyết định: ${decisionWords.vi[each].toLocaleLowerCase('vi')}`, byDecision[each]),
    ),
    ...outcomes
      .filter((each) => byOutcome[each].crossings > 0)
      .map((each) => rowOf(`Kết luận cả lượt: ${outcomeWords.vi[each].toLocaleLowerCase('vi')}`, byOutcome[each])),
    rowOf('Tổng cộng', all),
  ]
}

const two = (hour: number): string => String(hour).padStart(2, '0')

/** The two halves of the day beside each other. */
export function hourRows({ byHour }: Totals): string[][] {
  const cell = (direction: Direction, hour: number): string => counted(byHour[direction][hour] ?? 0)
  return Array.from({ length: 12 }, (_, hour) =>
    [hour, hour + 12].flatMap((each) => [`${two(each)}:00–${two(each)}:59`, cell('in', each), cell('out', each)]),
  )
}

export function kindRows({ byKind }: Totals): CountRow[] {
  return Object.entries(byKind)
    .filter(([, { crossings }]) => crossings > 0)
    .map(([kind, count]) => rowOf(first(kind === 'unsaid' ? 'không ghi loại' : (kindWords.vi[kind] ?? kind)), count))
}

export function originRows({ byOrigin: { named, others, unsaid } }: Totals): CountRow[] {
  return [
    ...named.map((each) => rowOf(each.name, each)),
    ...(others.crossings > 0 ? [rowOf('Nơi khác', others)] : []),
    ...(unsaid.crossings > 0 ? [rowOf('Không ghi', unsaid)] : []),
  ]
}

export function reasonRows({ byReason, overrides }: Totals): CountRow[] {
  const rows = reasonCodes.flatMap((code) => {
    const count = byReason[code]
    return count ? [rowOf(reasonWords.vi[code], count)] : []
  })
  return [...rows, rowOf('Tổng cộng', overrides)]
}

export function officerRows({ overrides }: Totals, officers: DailyReport['officers']): CountRow[] {
  return overrides.byOfficer.map(({ officer, ...count }) =>
    rowOf(officer === null ? 'Chưa đăng nhập' : officerLabel('vi', officer, officers), count),
  )
}

/** The most first. */
export function findingRows({ byFinding }: Totals): CountRow[] {
  return Object.entries(byFinding)
    .toSorted(([, one], [, other]) => other - one)
    .map(([code, people]) => [isFindingCode(code) ? (findingWords.vi[code] ?? code) : code, people])
}

const minutes = (seconds: number): string =>
  seconds < 60 ? `${seconds} giây` : `${counted(Math.floor(seconds / 60))} phút ${two(seconds % 60)} giây`

/** What is to be looked at, one sentence each; what did not happen is said too, so that nobody wonders. */
export function noteworthy(totals: Totals, { voided, erased, scans, unreadable }: DailyReport['beside']): string[] {
  const { overrides, emergencies, openReferrals, amended, enteredLater, handling } = totals
  return [
    `1. Quyết định khác kết luận của máy: ${counted(overrides.crossings)} lượt với ${counted(overrides.people)} người; trong đó cho qua vì cấp cứu ${counted(emergencies.crossings)} lượt với ${counted(emergencies.people)} người, chỉ huy chưa xem ${counted(emergencies.unseen)} lượt.`,
    `2. Chuyển y tế và chưa có kết quả: ${counted(openReferrals)} người.`,
    scans === null || unreadable === null
      ? `3. Mã đã quét, mã không đọc được: ${notOfPart.vi}.`
      : `3. Mã đã quét: ${counted(scans)}; không đọc được: ${counted(unreadable)}.`,
    `4. Lượt đã sửa: ${counted(amended)}; nhập sau từ sổ giấy: ${counted(enteredLater)}; đã hủy, không tính ở trên: ${counted(voided)}; đã xóa dữ liệu theo quy định, không tính ở trên: ${erased === null ? notOfPart.vi : counted(erased)}.`,
    handling === null
      ? '5. Thời gian xử lý: không có lượt nào đo được.'
      : `5. Thời gian xử lý từ lần quét đầu đến khi quyết định: một nửa số lượt không quá ${minutes(handling.median)}, chín phần mười không quá ${minutes(handling.ninetieth)}, lâu nhất ${minutes(handling.longest)} (đo ở ${counted(handling.measured)} lượt).`,
  ]
}
