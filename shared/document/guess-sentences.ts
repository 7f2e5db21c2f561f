/** What to tell the person at the checkpoint about a code that is neither certificate nor document: what it is, what to do. */
import type { Sentences } from '../language/locale.ts'
import type { CertificateFamily } from './certificate-family.ts'
import type { GuessKind } from './guess.ts'

const askForResult = {
  vi: 'Đề nghị mở mã kết quả xét nghiệm.',
  en: 'Ask for the test result code.',
}

function sentence(vi: string, en: string): { vi: string; en: string } {
  return { vi: `${vi} ${askForResult.vi}`, en: `${en} ${askForResult.en}` }
}

const seePaper = {
  vi: 'Xem giấy gốc có dấu của nơi cấp, hoặc chuyển y tế.',
  en: 'See the original paper with the issuer’s stamp, or refer to the medical post.',
}

/** What is behind a link or in a wallet is not in the code; the certificate itself has one of its own there. */
const askForCode = {
  vi: 'Mã này không chứa chứng nhận mà chỉ dẫn tới nó: đề nghị mở mã QR của chính chứng nhận trong ứng dụng. Không có thì xem giấy gốc có dấu của nơi cấp, hoặc chuyển y tế.',
  en: 'The code does not hold the certificate and only leads to it: ask to open the certificate’s own QR code in the app. If there is none, see the original paper with the issuer’s stamp, or refer to the medical post.',
}

/** What to do about a code of a system that is known and not read here. */
export function adviceFor(family: CertificateFamily): Sentences {
  return family === 'health-link' || family === 'wallet' ? askForCode : seePaper
}

/** ICU messages; the values they quote are the fields of the guess. Two kinds have a finding of their own. */
export const guessSentences: Readonly<
  Record<Exclude<GuessKind, 'certificate-family' | 'mistyped'>, { vi: string; en: string }>
> = {
  binary: sentence('Mã chứa dữ liệu không phải chữ.', 'The code holds data that is not text.'),
  'damaged-document': {
    vi: 'Giống mã giấy tờ tùy thân nhưng nội dung bị hỏng. Quét lại; nếu vẫn vậy, nhập tay và kiểm tra bàn phím và bảng mã (UTF-8) của máy quét.',
    en: 'It looks like an identity code, but is damaged. Scan again; if it stays, type it in and check the scanner’s keyboard layout and character set (UTF-8).',
  },
  'headless-certificate': {
    vi: 'Có thể là mã chứng nhận bị cắt mất phần đầu (như HC1:). Quét lại; nếu vẫn vậy, kiểm tra máy quét có cắt ký tự đầu không.',
    en: 'It may be one whose beginning (such as HC1:) was cut off. Scan again; if it stays, check whether the scanner cuts off the first characters.',
  },
  'location-code': sentence(
    'Đây là mã địa điểm, không phải mã cá nhân.',
    'This is the code of a place, not of a person.',
  ),
  url: sentence('Đây là địa chỉ trang web ({host}).', 'This is a web address ({host}).'),
  wifi: sentence('Đây là mã Wi-Fi.', 'This is a Wi-Fi code.'),
  contact: sentence('Đây là danh thiếp.', 'This is a contact card.'),
  phone: sentence('Đây là số điện thoại.', 'This is a telephone number.'),
  message: sentence('Đây là mã gửi tin nhắn.', 'This is a text message code.'),
  email: sentence('Đây là địa chỉ thư điện tử.', 'This is an e-mail address.'),
  place: sentence('Đây là tọa độ bản đồ.', 'This is a place on a map.'),
  payment: sentence('Đây là mã thanh toán.', 'This is a payment code.'),
  product: sentence('Đây là mã vạch hàng hóa.', 'This is a product’s bar code.'),
  'identity-number': {
    vi: 'Chỉ có số định danh. Quét mã QR trên thẻ căn cước hoặc nhập tay.',
    en: 'This is a personal number alone. Scan the QR code of the citizen card, or type it in.',
  },
  'travel-document': {
    vi: 'Đây là dòng mã của hộ chiếu. Xem hộ chiếu và nhập tay.',
    en: 'These are a passport’s machine-readable lines. See the passport and type it in.',
  },
  empty: { vi: 'Mã không có nội dung. Quét lại.', en: 'The code is empty. Scan again.' },
  'plain-text': sentence('Mã chỉ chứa văn bản.', 'The code holds plain text only.'),
}
