/**
 * The one table of finding codes. Codes are stable: they are stored in journals and read by other programs.
 *
 * `meaning` is one whole sentence for the person at the checkpoint, in both languages: what it means, then what to
 * do. It may quote values of the finding (`{hours}`); a value whose name ends in `At` is an instant. docs/finding-codes.md is generated from it.
 */
import type { Check, Status } from './verdict.ts'

/** One row of the table. */
export interface FindingCodeEntry {
  check: Check
  status: Status
  vi: string
  en: string
}

export const findingCodes = {
  'format-known': {
    check: 'format',
    status: 'pass',
    vi: 'Mã thuộc loại chứng nhận được hỗ trợ.',
    en: 'The code is a certificate of a supported kind.',
  },
  'format-unknown': {
    check: 'format',
    status: 'fail',
    vi: 'Mã này không phải chứng nhận đã biết. Đề nghị người dân mở đúng mã kết quả.',
    en: 'This code is not a certificate of any known kind. Ask for the result code itself.',
  },
  'structure-sound': {
    check: 'structure',
    status: 'pass',
    vi: 'Nội dung đọc được đầy đủ.',
    en: 'The content was read in full.',
  },
  'text-damaged': {
    check: 'structure',
    status: 'fail',
    vi: 'Mã bị hỏng hoặc máy quét gõ sai ký tự. Quét lại; nếu vẫn vậy, kiểm tra bàn phím của máy quét (tắt Telex và CapsLock).',
    en: 'The code is damaged or the scanner typed wrong characters. Scan again; if it stays, check the scanner’s keyboard layout and CapsLock.',
  },
  'compression-damaged': {
    check: 'structure',
    status: 'fail',
    vi: 'Không giải nén được nội dung mã. Quét lại; nếu vẫn vậy, mã không hợp lệ.',
    en: 'The content cannot be decompressed. Scan again; if it stays, the code is not valid.',
  },
  'content-too-large': {
    check: 'structure',
    status: 'fail',
    vi: 'Nội dung mã lớn bất thường nên không được mở. Không chấp nhận mã này.',
    en: 'The content is abnormally large and was not opened. Do not accept this code.',
  },
  'envelope-damaged': {
    check: 'structure',
    status: 'fail',
    vi: 'Cấu trúc chữ ký của mã không đúng chuẩn. Không chấp nhận mã này.',
    en: 'The signed envelope is not well formed. Do not accept this code.',
  },
  'claims-damaged': {
    check: 'structure',
    status: 'fail',
    vi: 'Nội dung đã ký không phải chứng nhận. Không chấp nhận mã này.',
    en: 'What was signed is not a certificate. Do not accept this code.',
  },
  'statement-unclear': {
    check: 'structure',
    status: 'fail',
    vi: 'Chứng nhận không ghi đúng một kết quả của một người. Đề nghị xuất trình chứng nhận khác.',
    en: 'The certificate does not state exactly one result of one person. Ask for another certificate.',
  },
  'signature-valid': {
    check: 'signature',
    status: 'pass',
    vi: 'Chữ ký khớp với khóa của nơi cấp.',
    en: 'The signature matches the issuer’s key.',
  },
  'signature-mismatch': {
    check: 'signature',
    status: 'fail',
    vi: 'Chữ ký không khớp: có thể là giả mạo. Giữ lại để đối chiếu, báo chỉ huy ca.',
    en: 'The signature does not match: it may be forged. Hold for comparison and tell the supervisor.',
  },
  'signature-disputed': {
    check: 'signature',
    status: 'warn',
    vi: 'Máy cho hai kết quả kiểm tra chữ ký khác nhau. Kiểm tra bằng máy khác và báo kỹ thuật.',
    en: 'This computer gives two different answers about the signature. Check on another one and tell IT.',
  },
  'signature-algorithm-unsupported': {
    check: 'signature',
    status: 'warn',
    vi: 'Thuật toán ký không được hỗ trợ: không kiểm tra được tại chốt. Kiểm tra bằng cách khác.',
    en: 'The signature algorithm is not supported: it cannot be checked here. Check it another way.',
  },
  'signature-not-checked': {
    check: 'signature',
    status: 'skipped',
    vi: 'Chưa kiểm tra chữ ký vì thiếu khóa hoặc nội dung không đọc được.',
    en: 'The signature was not checked: the key is missing or the content could not be read.',
  },
  'key-trusted': {
    check: 'key',
    status: 'pass',
    vi: 'Khóa của nơi cấp được tin cậy cho loại chứng nhận này.',
    en: 'The issuer’s key is trusted for this kind of certificate.',
  },
  'key-unknown': {
    check: 'key',
    status: 'warn',
    vi: 'Chưa có khóa của nơi cấp: không kiểm tra được tại chốt. Kiểm tra bằng cách khác hoặc chuyển y tế.',
    en: 'Issuer unknown: cannot be checked here. Check it another way or refer to the medical post.',
  },
  'key-out-of-date': {
    check: 'key',
    status: 'fail',
    vi: 'Khóa của nơi cấp không còn hoặc chưa có hiệu lực vào lúc ký. Không chấp nhận; đề nghị cấp lại chứng nhận.',
    en: 'The issuer’s key was not in date when this was signed. Do not accept; a new certificate is needed.',
  },
  'key-wrong-purpose': {
    check: 'key',
    status: 'fail',
    vi: 'Khóa của nơi cấp không được phép ký loại chứng nhận này. Không chấp nhận; báo chỉ huy ca.',
    en: 'The issuer’s key may not sign this kind of certificate. Do not accept; tell the supervisor.',
  },
  'key-not-checked': {
    check: 'key',
    status: 'skipped',
    vi: 'Chưa kiểm tra khóa vì nội dung không đọc được.',
    en: 'The key was not checked: the content could not be read.',
  },
  'period-current': {
    check: 'period',
    status: 'pass',
    vi: 'Chứng nhận đang trong thời hạn.',
    en: 'The certificate is in date.',
  },
  'period-expired': {
    check: 'period',
    status: 'fail',
    vi: 'Chứng nhận đã hết hạn lúc {expiredAt}. Đề nghị xuất trình kết quả còn hạn.',
    en: 'The certificate expired at {expiredAt}. Ask for one that is in date.',
  },
  'period-not-begun': {
    check: 'period',
    status: 'fail',
    vi: 'Chứng nhận chưa có hiệu lực, bắt đầu từ {beginsAt}. Kiểm tra giờ máy, rồi quét lại.',
    en: 'The certificate is not valid before {beginsAt}. Check the clock, then scan again.',
  },
  'period-unstated': {
    check: 'period',
    status: 'warn',
    vi: 'Chứng nhận không ghi thời hạn. Xem ngày trên chứng nhận và quyết định.',
    en: 'The certificate states no period. Look at its dates and decide.',
  },
  'period-not-checked': {
    check: 'period',
    status: 'skipped',
    vi: 'Chưa kiểm tra thời hạn vì nội dung không đọc được.',
    en: 'The period was not checked: the content could not be read.',
  },
  'rules-met': {
    check: 'rules',
    status: 'pass',
    vi: 'Đáp ứng quy định đang áp dụng.',
    en: 'The rules in force are met.',
  },
  'result-positive': {
    check: 'rules',
    status: 'fail',
    vi: 'Kết quả xét nghiệm dương tính. Giữ khoảng cách và chuyển y tế.',
    en: 'The test result is positive. Keep a distance and refer to the medical post.',
  },
  'result-unclear': {
    check: 'rules',
    status: 'warn',
    vi: 'Không rõ kết quả xét nghiệm. Xem chi tiết hoặc chuyển y tế.',
    en: 'The test result is unclear. Look at the details or refer to the medical post.',
  },
  'sample-too-old': {
    check: 'rules',
    status: 'fail',
    vi: 'Mẫu lấy cách đây {hours} giờ, quá hạn {limit} giờ. Đề nghị xét nghiệm lại.',
    en: 'The sample is {hours} hours old; the limit is {limit} hours. A new test is needed.',
  },
  'sample-in-future': {
    check: 'rules',
    status: 'fail',
    vi: 'Giờ lấy mẫu ở tương lai. Kiểm tra giờ máy; nếu giờ đúng thì không chấp nhận.',
    en: 'The sample time lies in the future. Check the clock; if it is right, do not accept.',
  },
  'sample-time-without-zone': {
    check: 'rules',
    status: 'warn',
    vi: 'Giờ lấy mẫu ({text}) không ghi múi giờ nên chưa tính được. Xem giấy tờ gốc và quyết định.',
    en: 'The sample time ({text}) has no time zone, so its age is not certain. See the original paper and decide.',
  },
  'sample-time-unclear': {
    check: 'rules',
    status: 'warn',
    vi: 'Không rõ giờ lấy mẫu. Xem giấy tờ gốc và quyết định.',
    en: 'The sample time is unclear. See the original paper and decide.',
  },
  'method-without-rule': {
    check: 'rules',
    status: 'warn',
    vi: 'Quy định chưa có thời hạn cho phương pháp xét nghiệm này. Hỏi chỉ huy ca.',
    en: 'The rules set no limit for this test method. Ask the supervisor.',
  },
  'kind-without-rule': {
    check: 'rules',
    status: 'warn',
    vi: 'Chứng nhận này không phải kết quả xét nghiệm. Quyết định theo quy định hiện hành.',
    en: 'This certificate is not a test result. Decide by the orders in force.',
  },
  'rules-not-applied': {
    check: 'rules',
    status: 'skipped',
    vi: 'Chưa áp dụng quy định.',
    en: 'The rules were not applied.',
  },
} as const satisfies Record<string, FindingCodeEntry>

export type FindingCode = keyof typeof findingCodes

/** Is this text one of our codes? */
export function isFindingCode(text: string): text is FindingCode {
  return Object.hasOwn(findingCodes, text)
}
