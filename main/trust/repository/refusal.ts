/**
 * Why an update of the trust store was refused. Codes are stable: they are stored in journals. One sentence each, in
 * both languages: what is wrong, then what to do. Whatever the refusal, the store stays as it was.
 */
import type { FindingValues } from '../../../shared/domain/finding/verdict.ts'
import type { Locale, Sentences } from '../../../shared/language/locale.ts'
import { say } from '../../../shared/language/say.ts'
import { shownText } from '../../../shared/language/shown-text.ts'

export const refusalSentences = {
  rollback: {
    vi: 'Bản cập nhật cũ hơn bản đang dùng ({file}). Giữ bản đang dùng; hãy lấy bản mới nhất từ cơ quan phát hành.',
    en: 'The update is older than what is in use ({file}). The store in use stays; get the newest publication from the authority.',
  },
  frozen: {
    vi: 'Bản cập nhật đã hết hạn lúc {expiredAt} ({file}). Kiểm tra đồng hồ máy; nếu đúng, hãy lấy bản mới nhất từ cơ quan phát hành.',
    en: 'The update expired at {expiredAt} ({file}). Check this computer’s clock; if it is right, get the newest publication from the authority.',
  },
  'mixed-versions': {
    vi: 'Bản cập nhật trộn lẫn các lần phát hành khác nhau ({file}). Xóa sạch USB rồi chép lại toàn bộ một bản.',
    en: 'The update mixes files of different publications ({file}). Empty the stick and copy one whole publication again.',
  },
  'not-signed': {
    vi: 'Bản cập nhật không có đủ chữ ký được tin cậy ({file}). Không dùng; báo cho cơ quan phát hành.',
    en: 'The update lacks signatures that are trusted here ({file}). Do not use it; tell the authority.',
  },
  'root-expired': {
    vi: 'Khóa gốc của kho tin cậy đã hết hạn lúc {expiredAt}. Kiểm tra đồng hồ máy; nếu đúng, yêu cầu cơ quan phát hành gia hạn khóa gốc.',
    en: 'The repository’s root expired at {expiredAt}. Check this computer’s clock; if it is right, ask the authority to renew its root.',
  },
  'too-large': {
    vi: 'Tệp {file} lớn hơn mức cho phép nên không được đọc. Không dùng; báo cho cơ quan phát hành.',
    en: 'The file {file} is larger than it may be and was not read. Do not use it; tell the authority.',
  },
  incomplete: {
    vi: 'Bản cập nhật chép chưa đủ: thiếu hoặc cụt tệp {file}. Chép lại toàn bộ, rút USB đúng cách rồi thử lại.',
    en: 'The update was not copied in full: {file} is missing or cut short. Copy all of it again, eject the stick properly, and try again.',
  },
  altered: {
    vi: 'Nội dung tệp {file} đã bị thay đổi hoặc hỏng. Chép lại từ nguồn khác; nếu vẫn vậy, báo cho cơ quan phát hành.',
    en: 'The content of {file} was altered or damaged. Copy it again from another source; if it stays, tell the authority.',
  },
  'not-a-repository': {
    vi: 'Ở đây không có kho tin cậy đúng chuẩn ({file}). Chọn thư mục có "metadata" và "targets"; nếu dùng Wi-Fi công cộng, hãy đăng nhập mạng trước.',
    en: 'There is no well-formed trust repository here ({file}). Choose the folder that has "metadata" and "targets"; on public Wi-Fi, sign in to the network first.',
  },
  unreachable: {
    vi: 'Không đọc được kho tin cậy ({why}). Kiểm tra kết nối mạng hoặc cắm lại USB rồi thử lại.',
    en: 'The trust repository cannot be reached ({why}). Check the connection, or plug the stick in again, and try again.',
  },
  'server-unknown': {
    vi: 'Không xác nhận được máy chủ {server}: chứng thư của máy chủ do một nơi mà máy này không biết cấp. Hỏi kỹ thuật tệp chứng thư gốc của máy chủ rồi chạy lại với --ca TỆP; hoặc cập nhật bằng USB.',
    en: 'The server {server} cannot be told from another one: its certificate comes from an authority that this computer does not know. Ask IT for the file of that authority’s certificate and run this again with --ca FILE; or update from a stick.',
  },
  'server-silent': {
    vi: 'Máy chủ {server} không trả lời trong {seconds} giây. Kiểm tra kết nối mạng và địa chỉ rồi thử lại; hoặc cập nhật bằng USB.',
    en: 'The server {server} has been silent for {seconds} seconds. Check the connection and the address and try again; or update from a stick.',
  },
  'anchor-changed': {
    vi: 'Khóa gốc của chốt ({file}) đã mất hoặc không phải khóa gốc đã tin lần trước nên không cập nhật. Chép lại khóa gốc cũ; nếu cơ quan phát hành yêu cầu đổi, cài lại bằng "npx chot trust init".',
    en: 'The checkpoint’s root ({file}) is gone, or is not the one that was believed last, so nothing was updated. Put the old one back; where the authority asked for a new one, install it with "npx chot trust init".',
  },
  'disk-full': {
    vi: 'Ổ đĩa của máy đã đầy. Giải phóng chỗ trống rồi cập nhật lại.',
    en: 'This computer’s disk is full. Free some space and update again.',
  },
  'disk-failed': {
    vi: 'Không ghi được vào ổ đĩa của máy ({why}). Kiểm tra ổ đĩa và quyền ghi rồi cập nhật lại.',
    en: 'This computer’s disk could not be written ({why}). Check the disk and its permissions and update again.',
  },
  'not-acceptable': {
    vi: 'Bản cập nhật được ký đúng nhưng tệp {file} không dùng được: {why}. Báo cho cơ quan phát hành.',
    en: 'The update is properly signed, but {file} cannot be used: {why}. Tell the authority.',
  },
  stopped: {
    vi: 'Đã dừng cập nhật theo yêu cầu. Giữ nguyên bản đang dùng; cập nhật lại khi thuận tiện.',
    en: 'The update was stopped as asked. The store in use stays; update again when it suits.',
  },
  'anchor-unusable': {
    vi: 'Tệp khóa gốc ban đầu của chốt không đọc được. Cài đặt lại khóa gốc (root.json) do cơ quan phát hành cấp.',
    en: 'The checkpoint’s first root file cannot be used. Install the root.json that the authority handed out again.',
  },
} as const satisfies Record<string, Record<Locale, string>>

export type RefusalCode = keyof typeof refusalSentences

/** A refusal, JSON-safe. `values` fill the sentence: `file` relative to the repository, `expiredAt` epoch milliseconds. */
export interface Refusal {
  code: RefusalCode
  values: FindingValues
  /** What stands for `{why}` in each language; else what `values` has for it. */
  why?: Sentences
}

/** The refusal in one sentence. */
export function sayRefusal(locale: Locale, { code, values, why }: Refusal): string {
  const filled = why ? { ...values, why: why[locale] } : values
  const shown = Object.entries(filled).map(([name, value]) => [
    name,
    typeof value === 'string' ? shownText(value) : value,
  ])
  return say(locale, refusalSentences[code][locale], Object.fromEntries(shown))
}

/** A refusal whose sentence quotes a reason. The English one stands among its values, as earlier journals have it. */
export function refusalBecause(code: RefusalCode, why: Sentences, values: FindingValues = {}): Refusal {
  return { code, values: { ...values, why: why.en }, why }
}
