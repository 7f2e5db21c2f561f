/** What a report says of itself: whose, of which time and in which zone, as of when, and what is not in it. */
import type { ReportFilter } from '../../shared/domain/report/scope.ts'
import { decisionWords, directionWords } from '../../shared/language/crossing-words.ts'
import type { Locale } from '../../shared/language/locale.ts'
import { formatNumber } from '../../shared/language/number.ts'
import { say } from '../../shared/language/say.ts'
import { notOfPart } from '../../shared/language/report-figures.ts'
import { shownText } from '../../shared/language/shown-text.ts'
import { formatInstant } from '../../shared/language/time.ts'
import type { RowCounts } from './report-rows.ts'
import { zoneName } from './wall-time.ts'

/** What is known before the first row is written. Instants are epoch milliseconds. */
export interface ReportHead {
  post: string
  lane: string
  kiosk: string
  /** What happened from … (inclusive) to … (exclusive). */
  from: number
  to: number
  madeAt: number
  /** The last entry that is in it. */
  through: number
  voided: number
  /** Null: not known of what the filter leaves. */
  erased: number | null
  /** Which of them alone; null: all. */
  filter: ReportFilter | null
  identities: boolean
  reason: string | null
  marking: string | null
}

const words = {
  vi: {
    marking: 'Lưu hành',
    title: 'Báo cáo',
    what: 'Người và phương tiện qua chốt',
    post: 'Chốt',
    lane: 'Làn',
    kiosk: 'Máy',
    time: 'Thời gian',
    range: 'từ {from} đến trước {to}',
    zone: 'Giờ ghi trong báo cáo',
    zoned: 'giờ Việt Nam, {zone}; một ngày từ 00:00 đến trước 00:00 hôm sau',
    madeAt: 'Lập lúc',
    through: 'Đến bản ghi nhật ký',
    only: 'Chỉ gồm',
    officer: 'cán bộ {officer}',
    ofLane: 'làn {lane}',
    crossings: 'Số lượt',
    people: 'Số người',
    voided: 'Lượt đã hủy (không có trong danh sách)',
    erased: 'Lượt đã xóa dữ liệu (không có trong danh sách)',
    identities: 'Danh tính',
    shown: 'ghi đầy đủ',
    masked: 'đã che',
    reason: 'Lý do ghi đầy đủ',
  },
  en: {
    marking: 'Marking',
    title: 'Report',
    what: 'People and vehicles through the checkpoint',
    post: 'Post',
    lane: 'Lane',
    kiosk: 'Kiosk',
    time: 'Time',
    range: 'from {from} until before {to}',
    zone: 'Times in this report',
    zoned: 'Viet Nam time, {zone}; a day is from 00:00 until before the next 00:00',
    madeAt: 'Made at',
    through: 'Up to journal entry',
    only: 'Only',
    officer: 'officer {officer}',
    ofLane: 'lane {lane}',
    crossings: 'Crossings',
    people: 'People',
    voided: 'Crossings voided (not in the list)',
    erased: 'Crossings erased (not in the list)',
    identities: 'Identities',
    shown: 'written out',
    masked: 'masked',
    reason: 'Why they are written out',
  },
} as const satisfies Record<Locale, Record<string, string>>

/** The lines of it, label and text. */
export function aboutRows(locale: Locale, head: ReportHead, counts: RowCounts): [label: string, text: string][] {
  const word = words[locale]
  const number = (value: number): string => formatNumber(locale, value)
  const { post, lane, kiosk, from, to, madeAt, through, voided, erased, filter, identities, reason, marking } = head
  return [
    ...(marking === null ? [] : [[word.marking, marking] as [string, string]]),
    [word.title, word.what],
    [word.post, post],
    [word.lane, lane],
    [word.kiosk, kiosk],
    [word.time, say(locale, word.range, { from: formatInstant(from), to: formatInstant(to) })],
    [word.zone, say(locale, word.zoned, { zone: zoneName })],
    [word.madeAt, formatInstant(madeAt)],
    [word.through, number(through)],
    ...(filter === null ? [] : [[word.only, onlyText(locale, filter)] as [string, string]]),
    [word.crossings, number(counts.crossings)],
    [word.people, number(counts.people)],
    [word.voided, number(voided)],
    [word.erased, erased === null ? notOfPart[locale] : number(erased)],
    [word.identities, identities ? word.shown : word.masked],
    ...(reason === null ? [] : [[word.reason, reason] as [string, string]]),
  ]
}

/** What a filter leaves, in words. */
export function onlyText(locale: Locale, { officer, direction, decision, lane }: ReportFilter): string {
  return [
    ...(lane === null ? [] : [say(locale, words[locale].ofLane, { lane: shownText(lane) })]),
    ...(officer === null ? [] : [say(locale, words[locale].officer, { officer: shownText(officer) })]),
    ...(direction === null ? [] : [directionWords[locale][direction]]),
    ...(decision === null ? [] : [decisionWords[locale][decision]]),
  ].join(' · ')
}
