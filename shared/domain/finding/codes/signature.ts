/** Codes of the check `signature`: whether the signature matches. */
export const signatureCodes = {
  'signature-valid': {
    check: 'signature',
    status: 'pass',
    vi: 'Chữ ký khớp với khóa của nơi cấp.',
    en: 'The signature matches the issuer’s key.',
    short: { vi: 'Chữ ký khớp', en: 'Signature matches' },
  },
  'signature-mismatch': {
    check: 'signature',
    status: 'fail',
    vi: 'Chữ ký không khớp: có thể là giả mạo. Mời người này chờ để đối chiếu, báo chỉ huy ca.',
    en: 'The signature does not match: it may be forged. Ask this person to wait for comparison, and tell the supervisor.',
    short: { vi: 'Có thể giả: chữ ký không khớp', en: 'May be forged: false signature' },
  },
  'signature-disputed': {
    check: 'signature',
    status: 'warn',
    vi: 'Máy cho hai kết quả kiểm tra chữ ký khác nhau. Kiểm tra bằng máy khác và báo kỹ thuật.',
    en: 'This computer gives two different answers about the signature. Check on another one and tell IT.',
    short: { vi: 'Hai kết quả chữ ký khác nhau', en: 'Two answers on the signature' },
  },
  'signature-algorithm-unsupported': {
    check: 'signature',
    status: 'warn',
    vi: 'Thuật toán ký không được hỗ trợ: không kiểm tra được tại chốt. Xem giấy gốc có dấu của nơi cấp, hoặc chuyển y tế.',
    en: 'The signature algorithm is not supported: it cannot be checked here. See the original paper with the issuer’s stamp, or refer to the medical post.',
    advises: ['referred'],
    short: { vi: 'Không kiểm tra được: thuật toán', en: 'Cannot be checked: algorithm' },
  },
  'signature-not-checked': {
    check: 'signature',
    status: 'skipped',
    vi: 'Chưa kiểm tra chữ ký vì thiếu khóa hoặc nội dung không đọc được.',
    en: 'The signature was not checked: the key is missing or the content could not be read.',
    short: { vi: 'Chưa kiểm tra chữ ký', en: 'Signature not checked' },
  },
  'document-unsigned': {
    check: 'signature',
    status: 'warn',
    vi: 'Khai báo, chưa xác minh: mã này không có chữ ký. Đối chiếu người với giấy tờ.',
    en: 'A claim, not verified: this code is not signed. Compare the person with the document.',
    short: { vi: 'Khai báo, chưa xác minh', en: 'A claim, not verified' },
  },
  'signature-valid-as-carried': {
    check: 'signature',
    status: 'pass',
    vi: 'Chữ ký khớp với chứng thư kèm trong mã; nơi ký có được tin cậy không thì xem mục khóa.',
    en: 'The signature matches the certificate inside the code; whether its signer is trusted is told by the key.',
    short: { vi: 'Chữ ký khớp chứng thư trong mã', en: 'Matches the signer it carries' },
  },
} as const
