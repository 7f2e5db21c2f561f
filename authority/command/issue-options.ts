/** What the command line of `issue` says: how the file is to be read, and how certificates are to be made. */
import { basename } from 'node:path'
import { required, type Options, type Terminal, type Values, UsageError } from '../../main/terminal/index.ts'
import { issuerAlgorithms } from '../repository/issuer-keys.ts'
import type { DateOrder } from '../results/columns/date-order.ts'
import { pictures, type Issuing } from '../results/issue/issue-results.ts'
import { chooseIssuingKey, type ChosenKey } from '../results/issue/issuing-key.ts'
import { isFitLine } from '../results/result/result.ts'
import { isZone } from '../results/result/sample-time.ts'
import type { Reading } from '../results/understand.ts'
import { algorithmOption, authorityOption, countryOption, keysOption } from './options.ts'
import { readChoice, readCount, readCountry } from './read-arguments.ts'

export const options = {
  ...authorityOption,
  out: {
    type: 'string',
    value: 'DIR',
    says: {
      vi: 'thư mục cho ảnh mã, manifest.jsonl, sheet.html và slips.pdf để in',
      en: 'the folder for the pictures, manifest.jsonl, and sheet.html and slips.pdf to print',
    },
  },
  'dry-run': {
    type: 'boolean',
    says: {
      vi: 'chạy thử: cho biết từng cột được hiểu là gì và mọi lỗi, không cấp gì',
      en: 'shows what each column was taken for and all that is wrong, and issues nothing',
    },
  },
  again: {
    type: 'boolean',
    says: {
      vi: 'cấp thêm một lần nữa kết quả đã cấp vào thư mục khác, cùng mã',
      en: 'issues once more what was issued into another folder, under the same identifier',
    },
  },
  columns: {
    type: 'boolean',
    says: { vi: 'liệt kê mọi tiêu đề cột được hiểu', en: 'lists all headings that are understood' },
  },
  template: {
    type: 'string',
    value: 'FILE.xlsx|FILE.csv',
    says: { vi: 'ghi một tệp mẫu trống có đủ tiêu đề', en: 'writes an empty file with the headings' },
  },
  ignore: {
    type: 'string',
    multiple: true,
    value: 'COLUMN',
    says: { vi: 'bỏ qua một cột; có thể nêu nhiều lần', en: 'leaves a column out; may be given again' },
  },
  'date-order': {
    type: 'string',
    value: 'day|month',
    says: {
      vi: 'ngày hay tháng đứng trước trong 11/5/2026 (mặc định: ngày, trừ khi tệp cho thấy khác)',
      en: 'what comes first in 11/5/2026 (default: the day, unless the file shows otherwise)',
    },
  },
  sheet: {
    type: 'string',
    value: 'NAME',
    says: {
      vi: 'trang tính của tệp .xlsx (mặc định: trang đầu)',
      en: 'the sheet of an .xlsx file (default: the first)',
    },
  },
  zone: {
    type: 'string',
    value: '+07:00',
    says: { vi: 'múi giờ của thời điểm không ghi múi giờ', en: 'the zone of times that have none' },
  },
  centre: {
    type: 'string',
    value: 'TEXT',
    says: { vi: 'cơ sở xét nghiệm, nếu tệp không ghi', en: 'the centre, where the file has none' },
  },
  issuer: {
    type: 'string',
    value: 'TEXT',
    says: {
      vi: 'nơi cấp ghi trên chứng nhận; chọn khóa của nơi cấp đó',
      en: 'who issues, as the certificate says it; chooses that issuer’s key',
    },
  },
  ...countryOption,
  days: {
    type: 'string',
    value: 'N',
    says: { vi: 'chứng nhận có hiệu lực bao nhiêu ngày (mặc định: 7)', en: 'valid for so many days (default: 7)' },
  },
  picture: {
    type: 'string',
    multiple: true,
    value: pictures.join('|'),
    says: { vi: 'kiểu ảnh (mặc định: png)', en: 'the kind of picture (default: png)' },
  },
  ...algorithmOption,
  key: {
    type: 'string',
    value: 'KID|FILE',
    says: {
      vi: 'khóa ký: một khóa của cơ quan phát hành (xem "key list"), hoặc tệp PEM',
      en: 'the key that signs: one of the authority’s ("key list" shows them), or a PEM file',
    },
  },
  ...keysOption,
} as const satisfies Options

export type Given = Values<typeof options>

const day = 86_400_000
/** DCC schema 1.3: texts have at most 80 characters. */
const longestIssuer = 80

const orders: Readonly<Record<'day' | 'month', DateOrder>> = { day: 'day-first', month: 'month-first' }

/** How the file is to be read. @throws UsageError */
export function readingOf(given: Given, chosen: ChosenKey | null, terminal: Terminal): Reading {
  const { centre, country, sheet, zone } = given
  const order = given['date-order']
  if (zone !== undefined && !isZone(zone))
    throw new UsageError({ vi: '--zone nhận +07:00, hoặc Z', en: '--zone takes +07:00, or Z' })
  return {
    sheet: sheet ?? null,
    ignore: given.ignore ?? [],
    dateOrder: order === undefined ? null : orders[readChoice('--date-order', order, ['day', 'month'])],
    zone: zone ?? null,
    centre: centre ?? null,
    country: country === undefined ? (chosen?.country ?? 'VN') : readCountry(country),
    now: terminal.now(),
  }
}

/** The key to sign with. @throws Failure where there is none, or several, UsageError */
export function chooseKey(given: Given, terminal: Terminal): ChosenKey {
  const { authority: home, key, issuer, keys: folders = [] } = given
  const algorithm =
    given.algorithm === undefined ? undefined : readChoice('--algorithm', given.algorithm, issuerAlgorithms)
  return chooseIssuingKey({ home, key, issuer, folders, algorithm }, terminal)
}

/** How certificates are to be made; the key is not open yet. */
export interface Plan extends Omit<Issuing, 'key'> {
  chosen: ChosenKey
}

/** @throws UsageError */
export function planOf(file: string, given: Given, { country, now }: Reading, chosen: ChosenKey): Plan {
  const { days, issuer, out, picture = ['png'] } = given
  const authority = (issuer ?? chosen.authority)?.normalize('NFC')
  if (!authority || authority.length > longestIssuer || !isFitLine(authority))
    throw new UsageError({
      vi: '--issuer phải nói nơi cấp là ai, trên một dòng không quá 80 ký tự',
      en: '--issuer must say who issues, on one line of at most 80 characters',
    })
  return {
    chosen,
    authority,
    country,
    now,
    lifetime: (readCount('--days', days, 366) ?? 7) * day,
    folder: required(out, '--out DIR'),
    file: basename(file),
    pictures: [...new Set(picture.map((each) => readChoice('--picture', each, pictures)))],
  }
}
