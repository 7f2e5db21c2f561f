/** What can be wrong with a result, in words for who prepared the file. */
import type { FindingValues } from '../../../shared/domain/finding/verdict.ts'
import type { Locale, Sentences } from '../../../shared/language/locale.ts'
import { say } from '../../../shared/language/say.ts'
import { fieldWords, type Field } from '../columns/fields.ts'
import { nameSentences } from './name-faults.ts'
import type { Place } from '../table/place.ts'
import { shownValues } from './said.ts'

const sentences = {
  missing: { vi: 'còn trống; điền vào', en: 'is empty; fill it in' },
  'too-long': { vi: 'dài hơn {limit} ký tự; viết ngắn lại', en: 'is longer than {limit} characters; shorten it' },
  'cell-count': {
    vi: 'có {found} ô, dòng tiêu đề có {expected}: không rõ ô nào thuộc cột nào. Ô chứa dấu phẩy hay chấm phẩy phải đặt trong ngoặc kép; xuất đủ cả những ô trống',
    en: 'has {found} cells, the heading has {expected}: it is not known which cell is whose. Quote a cell with a comma or semicolon, and write empty cells too',
  },
  'not-a-text': {
    vi: '{value} không phải chữ; ghi giá trị dưới dạng chữ (trong JSON: đặt trong ngoặc kép)',
    en: '{value} is no text; write it as text (in JSON: in quotation marks)',
  },
  'name-part-missing': {
    vi: 'còn trống; điền vào, hoặc ghi dấu "-" nếu người đó chỉ có một tên',
    en: 'is empty; fill it in, or write "-" if the person has a single name',
  },
  'unfit-line': {
    vi: '"{value}" có xuống dòng, ký tự không nhìn thấy hoặc chữ sai bảng mã; gõ lại trên một dòng, bằng Unicode',
    en: '"{value}" has a line break, characters that cannot be seen, or letters of another character set; type it again on one line, in Unicode',
  },
  'not-latin': {
    vi: '"{value}" không viết bằng chữ Latinh; ghi theo hộ chiếu',
    en: '"{value}" is not in Latin letters; write it as in the passport',
  },
  'one-word-name': {
    vi: '"{value}" chỉ có một từ; ghi cả họ và tên, hoặc dùng hai cột "Họ", "Tên" nếu người đó chỉ có một tên',
    en: '"{value}" is a single word; give family and given name, or use two columns for a person with a single name',
  },
  'not-a-date': {
    vi: '"{value}" không phải ngày có thật; ghi ngày/tháng/năm hoặc năm-tháng-ngày',
    en: '"{value}" is no date that exists; write dd/mm/yyyy or yyyy-mm-dd',
  },
  'born-later': { vi: '{value} sau ngày lấy mẫu; kiểm tra lại', en: '{value} is after the sample was taken; check it' },
  'born-long-ago': {
    vi: '{value} đã hơn 120 năm; kiểm tra lại. Nếu chỉ biết năm, ghi năm đó trong ô dạng chữ (Text)',
    en: '{value} is more than 120 years ago; check it. If only the year is known, write it in a cell of text',
  },
  'not-a-time': {
    vi: '"{value}" không phải thời điểm có thật; ghi 2021-10-04T07:30:00+07:00 hoặc 04/10/2021 07:30',
    en: '"{value}" is no time that exists; write 2021-10-04T07:30:00+07:00 or 04/10/2021 07:30',
  },
  'date-form': {
    vi: '"{value}" không theo dạng được nhận; ghi như 17/05/1990 hoặc 1990-05-17',
    en: '"{value}" is not in an accepted form; write 17/05/1990 or 1990-05-17',
  },
  'time-form': {
    vi: '"{value}" không theo dạng được nhận; ghi như 27/11/2026 07:30 hoặc 2026-11-27T07:30:00+07:00',
    en: '"{value}" is not in an accepted form; write 27/11/2026 07:30 or 2026-11-27T07:30:00+07:00',
  },
  'not-in-month-order': {
    vi: '"{value}" không phải ngày có thật khi tháng đứng trước (--date-order month); sửa ngày, hoặc bỏ --date-order nếu ngày đứng trước',
    en: '"{value}" does not exist with the month first (--date-order month); correct it, or leave --date-order out if the day comes first',
  },
  'time-only': {
    vi: '"{value}" chỉ có giờ, không có ngày; ghi cả ngày và giờ trong một ô, như 27/11/2026 07:30',
    en: '"{value}" is a time of day without a date; write both in one cell, as 27/11/2026 07:30',
  },
  'date-number': {
    vi: '"{value}" là số, không phải ngày: ô đang ở dạng số hoặc General. Trong Excel định dạng cả cột thành ngày (dd/mm/yyyy hh:mm)',
    en: '"{value}" is a number and no date: the cell is a number or General. In Excel, format the column as a date (dd/mm/yyyy hh:mm)',
  },
  'cell-error': {
    vi: '{value} là lỗi của bảng tính; sửa công thức hoặc ghi thẳng giá trị vào ô',
    en: '{value} is an error of the spreadsheet; correct the formula or write the value itself',
  },
  'no-result': {
    vi: '("{value}") hầu như không có ngày sinh, thời điểm lấy mẫu, phương pháp và kết quả; xóa dòng nếu không phải kết quả của ai (dòng tổng cộng, chữ ký)',
    en: '("{value}") has one at most of birth date, sample time, method and result; delete it if it is nobody’s result (a total, a signature)',
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
    vi: '"{value}" không phải mã UVCI; ghi như URN:UVCI:01:VN:… (chữ A–Z không dấu, chữ số và : / # -), hoặc để trống',
    en: '"{value}" is no UVCI; write URN:UVCI:01:VN:… (A–Z, digits and : / # -), or leave it empty',
  },
  'other-country': {
    vi: '"{value}" là mã của nước khác; mã ở đây bắt đầu bằng URN:UVCI:01:{country}:, hoặc để trống',
    en: '"{value}" is another country’s; one of here begins with URN:UVCI:01:{country}:, or leave it empty',
  },
  contradicts: {
    vi: 'khác với kết quả ở dòng {line} của cùng người, cùng lúc lấy mẫu và cùng phương pháp; hỏi lại phòng xét nghiệm, chỉ giữ dòng đúng',
    en: 'is another one than in line {line}, of the same person, sample time and method; ask the laboratory, and keep the right line alone',
  },
  'name-turned': {
    vi: 'có vẻ bị đảo họ và tên (họ "{family}", tên "{given}"), như ở hầu hết các dòng; xem lại hai cột, hoặc viết họ trước tên',
    en: 'seems to have family and given name exchanged (family name "{family}", given name "{given}"), as in most lines; check the two columns, or write the family name first',
  },
  'hour-zero': {
    vi: '00:00 ở mọi dòng của tệp: giờ lấy mẫu có lẽ không được ghi; ghi giờ thật',
    en: '00:00 in every line of the file: the time of day was probably never entered; write the real one',
  },
  'identifier-taken': {
    vi: '{value} đã dùng cho một kết quả khác; mỗi kết quả một mã. Kết quả đã sửa thì thu hồi mã cũ và để trống ô này',
    en: '{value} is used for another result; give each its own. For a corrected result revoke the old one and leave this cell empty',
  },
  'issued-before': {
    vi: 'đã được cấp chứng nhận {identifier}{at, select, unknown {} other { lúc {at}, trong thư mục {folder}}}. In lại chứng nhận đó; nếu thật sự muốn cấp thêm lần nữa, chạy lại với --again',
    en: 'has its certificate already: {identifier}{at, select, unknown {} other {, issued at {at} into {folder}}}. Print that one again; to issue another one knowingly, run with --again',
  },
  ...nameSentences,
} as const satisfies Record<string, Sentences>

export type FaultCode = keyof typeof sentences

/** What is wrong with a field, or with the whole line (`field` null). */
export interface FieldFault {
  field: Field | null
  code: FaultCode
  values: FindingValues
}

const places = { line: { vi: 'dòng', en: 'line' }, entry: { vi: 'mục', en: 'entry' } } as const

/** `dòng 5`, `line 5`, `entry 5`. */
export function placeText({ kind, number }: Place, locale: Locale): string {
  return `${places[kind][locale]} ${number}`
}

function faultLine(where: string, { field, code, values }: FieldFault, locale: Locale): string {
  const what = say(locale, sentences[code][locale], shownValues(values))
  return field === null ? `${where} ${what}` : `${where}, ${fieldWords[field][locale]}: ${what}`
}

/** One line for a person: where, which field, what is wrong, what to do. */
export function faultText(place: Place, fault: FieldFault, locale: Locale): string {
  return faultLine(placeText(place, locale), fault, locale)
}

/** Causes that one deed mends in every line: they are said once, with the first line's value, whatever the others have. */
const sharedCauses: ReadonlySet<FaultCode> = new Set([
  'cell-count',
  'no-result',
  'date-form',
  'time-form',
  'time-only',
  'date-number',
  'cell-error',
  'zone-missing',
  'hour-missing',
  'hour-zero',
  'name-turned',
  'missing',
  'in-future',
  'too-old',
  'issued-before',
  'name-replaced',
  'name-twice-encoded',
  'name-tcvn3',
  'name-vni',
  'name-windows-1258',
  'name-lost-letters',
])

/** More lines than these are not named: they show the same. */
const mostPlaces = 5

/** A fault with its place. */
export interface PlacedFault {
  place: Place
  fault: FieldFault
}

function causeOf({ field, code, values }: FieldFault): string {
  return JSON.stringify([field, code, sharedCauses.has(code) ? null : values])
}

/** `line 5`, or `line 5 and 11 more (6, 7, 8, 9, …)` where others have the same. */
function placesText(all: readonly Place[], locale: Locale): string {
  const [first, ...others] = all
  if (!first) return ''
  if (others.length === 0) return placeText(first, locale)
  const named = others.slice(0, mostPlaces - 1).map(({ number }) => number)
  const list = `${named.join(', ')}${others.length > named.length ? ', …' : ''}`
  const more = { vi: `và ${others.length} ${places[first.kind].vi} nữa`, en: `and ${others.length} more` }[locale]
  return `${placeText(first, locale)} ${more} (${list})`
}

/** What is wrong, each cause once with the lines that have it, in the order in which they first come. */
export function faultTexts(faults: readonly PlacedFault[], locale: Locale): string[] {
  const byCause = new Map<string, { fault: FieldFault; places: Place[] }>()
  for (const { place, fault } of faults) {
    const cause = causeOf(fault)
    const same = byCause.get(cause) ?? { fault, places: [] }
    byCause.set(cause, same)
    same.places.push(place)
  }
  return [...byCause.values()].map(({ fault, places: all }) => faultLine(placesText(all, locale), fault, locale))
}
