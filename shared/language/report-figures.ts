/**
 * Every figure of a report with what it is called, in its order: screen, workbook and the table of what changed since a
 * day was closed all take them from here, so that they cannot say it differently.
 */
import { decisions, directions, reasonCodes } from '../domain/crossing/crossing.ts'
import { countedAs, isFindingCode } from '../domain/finding/finding-codes.ts'
import type { KnownOfficer } from '../domain/report/officer-named.ts'
import { countedKinds, type Beside, type Count, type Totals } from '../domain/report/totals.ts'
import { outcomes } from '../domain/finding/verdict.ts'
import { decisionWords, directionWords, reasonWords, vehicleKindWords } from './crossing-words.ts'
import type { Locale } from './locale.ts'
import { outcomeWords } from './say.ts'
import { shownText } from './shown-text.ts'

/** What belongs together in one table. */
export const figureGroups = [
  'direction',
  'outcome',
  'decision',
  'reason',
  'finding',
  'kind',
  'origin',
  'officer',
  'override',
  'noteworthy',
  'hour-in',
  'hour-out',
] as const
export type FigureGroup = (typeof figureGroups)[number]

/** What a table of such figures is called. */
export const groupWords: Record<Locale, Record<FigureGroup, string>> = {
  vi: {
    direction: 'Chiều',
    outcome: 'Kết luận',
    decision: 'Quyết định',
    reason: 'Lý do quyết định khác kết luận',
    finding: 'Vì sao chưa hợp lệ',
    kind: 'Loại phương tiện',
    origin: 'Nơi đi của lượt vào tỉnh',
    officer: 'Cán bộ quyết định',
    override: 'Cán bộ quyết định khác kết luận',
    noteworthy: 'Cần lưu ý',
    'hour-in': 'Vào tỉnh theo giờ',
    'hour-out': 'Ra tỉnh theo giờ',
  },
  en: {
    direction: 'Direction',
    outcome: 'Verdict',
    decision: 'Decision',
    reason: 'Why a decision departed from the verdict',
    finding: 'Why people were not accepted',
    kind: 'Kind of vehicle',
    origin: 'Where those who came in came from',
    officer: 'Officer who decided',
    override: 'Officer who departed from the verdict',
    noteworthy: 'To be looked at',
    'hour-in': 'Into the province by the hour',
    'hour-out': 'Out of the province by the hour',
  },
}

/** One figure. `crossings`, `people`: null where it does not count them; both null: it is not known of this part (`notOfPart`). */
export interface Figure {
  /** Equal for the same figure of two reports. */
  key: string
  group: FigureGroup
  label: string
  crossings: number | null
  people: number | null
}

const words = {
  vi: {
    all: 'Tất cả',
    'on-foot': 'đi bộ',
    unsaid: 'không ghi loại',
    others: 'nơi khác',
    unsaidOrigin: 'không ghi',
    nobody: 'chưa đăng nhập',
    overrides: 'Quyết định khác kết luận của máy',
    emergencies: 'Cho qua vì cấp cứu',
    unseen: 'Cấp cứu chỉ huy chưa xem',
    referrals: 'Đã chuyển y tế, chưa có kết quả',
    scans: 'Mã đã quét',
    unreadable: 'Mã không đọc được',
    amended: 'Lượt đã sửa',
    later: 'Lượt nhập sau từ sổ giấy',
    voided: 'Lượt đã hủy (không tính)',
    erased: 'Lượt đã xóa dữ liệu (không tính)',
  },
  en: {
    all: 'All',
    'on-foot': 'on foot',
    unsaid: 'kind not said',
    others: 'elsewhere',
    unsaidOrigin: 'not said',
    nobody: 'nobody signed in',
    overrides: 'Decided against the verdict',
    emergencies: 'Let pass as an emergency',
    unseen: 'Emergencies no supervisor has seen',
    referrals: 'Sent to the medical post, no result yet',
    scans: 'Codes scanned',
    unreadable: 'Codes nobody could read',
    amended: 'Crossings corrected',
    later: 'Crossings entered later, from paper',
    voided: 'Crossings voided (not counted)',
    erased: 'Crossings erased (not counted)',
  },
} as const satisfies Record<Locale, Record<string, string>>

/** Said in place of a count that is of a part of a time, and only known of all of it. */
export const notOfPart: Record<Locale, string> = {
  vi: 'không tách được theo phần đã chọn',
  en: 'not known for this part alone',
}

/** What an hour of the day is called: `07:00–07:59`. */
export function hourLabel(hour: number): string {
  const two = String(hour).padStart(2, '0')
  return `${two}:00–${two}:59`
}

/**
 * What an officer is called whom the totals know by number. @param known whose rank and name are known here; of another lane's
 * officers the number has to do
 */
export function officerLabel(locale: Locale, officer: string | null, known: readonly KnownOfficer[]): string {
  if (officer === null) return words[locale].nobody
  const named = known.find(({ number }) => number === officer)
  return shownText(named ? `${officer} ${named.rank} ${named.name}` : officer)
}

const of = (group: FigureGroup, name: string, label: string, { crossings, people }: Count): Figure => ({
  key: `${group} ${name}`,
  group,
  label,
  crossings,
  people,
})

type Counts = Pick<Figure, 'crossings' | 'people'>

const part = (group: FigureGroup, name: string, label: string, given: Partial<Counts>): Figure => ({
  key: `${group} ${name}`,
  group,
  label,
  crossings: null,
  people: null,
  ...given,
})

/**
 * All figures of a report; those of which there is nothing in tables that would be endless are left out.
 * @param officers as of `officerLabel`
 */
export function figuresOf(
  locale: Locale,
  totals: Totals,
  beside: Beside,
  officers: readonly KnownOfficer[] = [],
): Figure[] {
  const word = words[locale]
  const { all, byDirection, byOutcome, byDecision, byReason, byFinding, byKind, byOrigin, byHour } = totals
  return [
    of('direction', 'all', word.all, all),
    ...directions.map((each) => of('direction', each, directionWords[locale][each], byDirection[each])),
    ...outcomes.map((each) =>
      part('outcome', each, outcomeWords[locale][each], {
        crossings: byOutcome[each].crossings,
        people: totals.peopleByOutcome[each],
      }),
    ),
    ...decisions.map((each) => of('decision', each, decisionWords[locale][each], byDecision[each])),
    ...reasonCodes.flatMap((code) => {
      const count = byReason[code]
      return count ? [of('reason', code, reasonWords[locale][code], count)] : []
    }),
    ...Object.entries(byFinding)
      .toSorted(([, people], [, others]) => others - people)
      .map(([code, people]) => part('finding', code, findingLabel(locale, code), { people })),
    ...countedKinds
      .filter((kind) => byKind[kind].crossings > 0)
      .map((kind) => of('kind', kind, { ...word, ...vehicleKindWords[locale] }[kind], byKind[kind])),
    ...byOrigin.named.map((each) => of('origin', each.name, each.name, each)),
    ...(byOrigin.others.crossings > 0 ? [of('origin', 'others ', word.others, byOrigin.others)] : []),
    ...(byOrigin.unsaid.crossings > 0 ? [of('origin', 'unsaid ', word.unsaidOrigin, byOrigin.unsaid)] : []),
    ...totals.byOfficer.map((each) =>
      of('officer', each.officer ?? '', officerLabel(locale, each.officer, officers), each),
    ),
    ...totals.overrides.byOfficer.map((each) =>
      of('override', each.officer ?? '', officerLabel(locale, each.officer, officers), each),
    ),
    ...noteworthy(locale, totals, beside),
    ...directions.flatMap((way) =>
      byHour[way].map((crossings, hour) => part(`hour-${way}`, String(hour), hourLabel(hour), { crossings })),
    ),
  ]
}

function noteworthy(locale: Locale, totals: Totals, { voided, erased, scans, unreadable }: Beside): Figure[] {
  const word = words[locale]
  const { overrides, emergencies, openReferrals, amended, enteredLater } = totals
  return [
    of('noteworthy', 'overrides', word.overrides, overrides),
    of('noteworthy', 'emergencies', word.emergencies, emergencies),
    part('noteworthy', 'unseen', word.unseen, { crossings: emergencies.unseen }),
    part('noteworthy', 'referrals', word.referrals, { people: openReferrals }),
    part('noteworthy', 'scans', word.scans, { crossings: scans }),
    part('noteworthy', 'unreadable', word.unreadable, { crossings: unreadable }),
    part('noteworthy', 'amended', word.amended, { crossings: amended }),
    part('noteworthy', 'later', word.later, { crossings: enteredLater }),
    part('noteworthy', 'voided', word.voided, { crossings: voided }),
    part('noteworthy', 'erased', word.erased, { crossings: erased }),
  ]
}

/** Why a verdict was what it was; of a newer kiosk it may be a code that is not known here. */
function findingLabel(locale: Locale, code: string): string {
  return isFindingCode(code) ? countedAs(code)[locale] : code
}

/** A figure that two reports have differently; null: one of them does not have it. */
export interface Difference {
  key: string
  group: FigureGroup
  label: string
  was: Pick<Figure, 'crossings' | 'people'> | null
  is: Pick<Figure, 'crossings' | 'people'> | null
}

/** What is different from one report to a later one, in the order of the figures. */
export function differencesOf(before: readonly Figure[], after: readonly Figure[]): Difference[] {
  const was = new Map(before.map((figure) => [figure.key, figure]))
  const is = new Map(after.map((figure) => [figure.key, figure]))
  return [...new Map([...was, ...is]).values()]
    .map(
      ({ key, group, label }): Difference => ({
        key,
        group,
        label,
        was: was.get(key) ?? null,
        is: is.get(key) ?? null,
      }),
    )
    .filter(({ was: one, is: other }) => one?.crossings !== other?.crossings || one?.people !== other?.people)
    .toSorted((one, other) => figureGroups.indexOf(one.group) - figureGroups.indexOf(other.group))
}
