/** Codes of the check `structure`: whether its content could be read. */
export const structureCodes = {
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
    vi: 'Không giải nén được nội dung mã. Quét lại; nếu vẫn vậy, kiểm tra bàn phím của máy quét (Y và Z đổi chỗ, Telex); nếu bàn phím đúng, mã không hợp lệ.',
    en: 'The content cannot be decompressed. Scan again; if it stays, check the scanner’s keyboard layout (Y and Z exchanged); if that is right, the code is not valid.',
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
  'statement-absent': {
    check: 'structure',
    status: 'warn',
    vi: 'Thẻ y tế này không ghi kết quả xét nghiệm hay tiêm chủng. Đề nghị xuất trình giấy khác.',
    en: 'This health card states no test result or vaccination. Ask for another document.',
  },
  'statement-unclear': {
    check: 'structure',
    status: 'fail',
    vi: 'Chứng nhận không ghi đúng một kết quả của một người. Đề nghị xuất trình chứng nhận khác.',
    en: 'The certificate does not state exactly one result of one person. Ask for another certificate.',
  },
  'content-foreign': {
    check: 'structure',
    status: 'warn',
    vi: 'Mã chứa {vi}: chốt này không đọc được nội dung đó. Xem giấy tờ gốc, kiểm tra bằng cách khác hoặc chuyển y tế.',
    en: 'The code holds {en}, whose content cannot be read here. See the original paper, check it another way or refer to the medical post.',
  },
  'part-of-several': {
    check: 'structure',
    status: 'warn',
    vi: 'Đây là một phần của thẻ gồm nhiều mã. Quét tiếp các mã còn lại của thẻ (còn thiếu: {missing}).',
    en: 'This is one part of a card in several codes. Scan the card’s other codes (still missing: {missing}).',
  },
  'document-letters-doubtful': {
    check: 'structure',
    status: 'warn',
    vi: 'Chữ trong mã có vẻ bị mất hoặc sai. Đối chiếu tên in trên giấy tờ và nhập tay; nếu thẻ nào cũng vậy, đặt bảng mã của máy quét là UTF-8.',
    en: 'Letters in the code seem to be lost or changed. Compare the name printed on the document and type it in; if every card is like this, set the scanner’s character set to UTF-8.',
  },
  'document-number-inconsistent': {
    check: 'structure',
    status: 'warn',
    vi: 'Số định danh không khớp với ngày sinh hoặc giới tính ghi trên mã. Đối chiếu thẻ gốc.',
    en: 'The number does not agree with the birth date or sex in the code. See the card itself.',
  },
} as const
