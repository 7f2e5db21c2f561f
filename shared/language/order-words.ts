/** Changes of the orders in words: what it is, what it was, and what it is now. */
import type { OrderChange, orderNames } from '../domain/shift/orders.ts'
import type { Locale } from './locale.ts'
import { say } from './say.ts'
import { shownText } from './shown-text.ts'

type OrderName = (typeof orderNames)[number]

const names: Record<Locale, Record<OrderName, string>> = {
  vi: {
    policy: 'bộ quy định',
    naatHours: 'kết quả PCR có giá trị',
    rapidHours: 'kết quả xét nghiệm nhanh có giá trị',
    clockStart: 'thời hạn tính từ lúc',
    doses: 'số mũi tiêm cần có',
    repeatWithinMinutes: 'hỏi lại xe và người qua lại trong vòng',
    signedOutLane: 'ghi quyết định khi không ai đăng nhập',
    emergencies: 'cho qua khẩn cấp khi không có chỉ huy',
    rules: 'quy tắc kiểm tra đã thay đổi',
    rest: 'mục khác của quy định đã thay đổi',
  },
  en: {
    policy: 'set of rules',
    naatHours: 'a PCR result holds for',
    rapidHours: 'a rapid test result holds for',
    clockStart: 'hours count from the',
    doses: 'doses asked for',
    repeatWithinMinutes: 'vehicles and people are asked about again within',
    signedOutLane: 'decisions while nobody is signed in',
    emergencies: 'emergency admission without a supervisor',
    rules: 'the rules of checking changed',
    rest: 'another part of the orders changed',
  },
}

const values = {
  vi: {
    hours: '{value, number} giờ',
    minutes: '{value, number} phút',
    sample: 'lấy mẫu',
    result: 'có kết quả',
    yes: 'được',
    no: 'không được',
    nothing: 'không',
  },
  en: {
    hours: '{value, plural, one {# hour} other {# hours}}',
    minutes: '{value, plural, one {# minute} other {# minutes}}',
    sample: 'sample',
    result: 'result',
    yes: 'allowed',
    no: 'not allowed',
    nothing: 'none',
  },
} as const satisfies Record<Locale, Record<string, string>>

function sayValue(locale: Locale, what: OrderName, value: OrderChange['is']): string {
  const words = values[locale]
  if (value === null) return words.nothing
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'string') return value === 'sample' || value === 'result' ? words[value] : shownText(value)
  const unit =
    what === 'naatHours' || what === 'rapidHours' ? 'hours' : what === 'repeatWithinMinutes' ? 'minutes' : null
  return say(locale, unit ? words[unit] : '{value, number}', { value })
}

/** `kết quả PCR có giá trị: 72 giờ → 48 giờ`; of what is known by its hash alone, that it changed. */
export function sayOrderChange(locale: Locale, { what, was, is }: OrderChange): string {
  const name = names[locale][what]
  return what === 'rules' || what === 'rest'
    ? name
    : `${name}: ${sayValue(locale, what, was)} → ${sayValue(locale, what, is)}`
}
