/** What can be wrong with a result, in words for who prepared the file. */
import type { FindingValues } from '../../shared/domain/verdict.ts'
import type { Locale } from '../../shared/language/locale.ts'
import { say } from '../../shared/language/say.ts'
import type { Sentences } from '../command/failure.ts'
import { fieldWords, type Field } from './fields.ts'
import type { Place } from './row.ts'

const sentences = {
  missing: { vi: 'còn trống; điền vào', en: 'is empty; fill it in' },
  'too-long': { vi: 'dài hơn {limit} ký tự; viết ngắn lại', en: 'is longer than {limit} characters; shorten it' },
  'not-a-name': {
    vi: '"{value}" có ký tự không có trong tên người; sửa lại',
    en: '"{value}" has characters that no name has; correct it',
  },
  'not-latin': {
    vi: '"{value}" không viết bằng chữ Latinh; ghi theo hộ chiếu',
    en: '"{value}" is not in Latin letters; write it as in the passport',
  },
  'one-word-name': {
    vi: '"{value}" chỉ có một từ; ghi cả họ và tên, hoặc dùng hai cột họ, tên',
    en: '"{value}" is a single word; give family and given name, or use two columns',
  },
  'not-a-date': {
    vi: '"{value}" không phải ngày có thật; ghi ngày/tháng/năm hoặc năm-tháng-ngày',
    en: '"{value}" is no date that exists; write dd/mm/yyyy or yyyy-mm-dd',
  },
  'born-later': { vi: '{value} sau ngày lấy mẫu; kiểm tra lại', en: '{value} is after the sample was taken; check it' },
  'not-a-time': {
    vi: '"{value}" không phải thời điểm có thật; ghi 2021-10-04T07:30:00+07:00 hoặc 04/10/2021 07:30',
    en: '"{value}" is no time that exists; write 2021-10-04T07:30:00+07:00 or 04/10/2021 07:30',
  },
  'hour-missing': {
    vi: '"{value}" thiếu giờ; ghi cả giờ và phút',
    en: '"{value}" has no time of day; give hours and minutes',
  },
  'zone-missing': {
    vi: '"{value}" không ghi múi giờ; thêm +07:00, hoặc chạy với --zone +07:00 nếu cả tệp theo giờ Việt Nam',
    en: '"{value}" has no time zone; add +07:00, or run with --zone +07:00 if the whole file is in Viet Nam’s time',
  },
  'in-future': {
    vi: '{value} chưa tới; kiểm tra lại, và xem đồng hồ của máy này có đúng không',
    en: '{value} has not come yet; check it, and whether this machine’s clock is right',
  },
  'too-old': { vi: '{value} đã hơn một năm; kiểm tra lại năm', en: '{value} is more than a year ago; check the year' },
  'unknown-method': {
    vi: '"{value}" không rõ là gì; ghi "RT-PCR" hoặc "test nhanh"',
    en: '"{value}" is not known; write "PCR" or "rapid antigen"',
  },
  'unknown-result': {
    vi: '"{value}" không rõ là gì; ghi "âm tính" hoặc "dương tính"',
    en: '"{value}" is not known; write "negative" or "positive"',
  },
  'not-an-identifier': {
    vi: '"{value}" chỉ được có chữ A–Z không dấu, chữ số và : / # -',
    en: '"{value}" may only have A–Z, digits and : / # -',
  },
  'identifier-taken': {
    vi: '{value} đã dùng cho người khác trong tệp hoặc thư mục này; mỗi kết quả một mã',
    en: '{value} is used for another result in this file or folder; give each its own',
  },
} as const satisfies Record<string, Sentences>

export type FaultCode = keyof typeof sentences

/** One field that is wrong. */
export interface FieldFault {
  field: Field
  code: FaultCode
  values: FindingValues
}

const places = { line: { vi: 'dòng', en: 'line' }, entry: { vi: 'mục', en: 'entry' } } as const

/** `dòng 5`, `line 5`, `entry 5`. */
export function placeText({ kind, number }: Place, locale: Locale): string {
  return `${places[kind][locale]} ${number}`
}

/** One line for a person: where, which field, what is wrong, what to do. */
export function faultText(place: Place, { field, code, values }: FieldFault, locale: Locale): string {
  return `${placeText(place, locale)}, ${fieldWords[field][locale]}: ${say(locale, sentences[code][locale], values)}`
}
