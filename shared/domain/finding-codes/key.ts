/** Codes of the check `key`: whether the key is believed for this. */
export const keyCodes = {
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
  'key-certificate-damaged': {
    check: 'key',
    status: 'fail',
    vi: 'Chứng thư của nơi ký kèm trong mã bị hỏng hoặc không dùng được. Không chấp nhận; đề nghị xuất trình chứng nhận khác.',
    en: 'The signer’s certificate inside the code is damaged or cannot be used. Do not accept; ask for another certificate.',
  },
  'key-not-issued': {
    check: 'key',
    status: 'fail',
    vi: 'Chứng thư kèm trong mã nhận là do cơ quan có thẩm quyền cấp nhưng cơ quan đó không ký: có thể là giả mạo. Giữ lại để đối chiếu, báo chỉ huy ca.',
    en: 'The certificate inside the code claims an authority that did not sign it: it may be forged. Hold for comparison and tell the supervisor.',
  },
  'key-not-checkable': {
    check: 'key',
    status: 'warn',
    vi: 'Chứng thư của nơi ký dùng thuật toán không kiểm tra được tại chốt. Kiểm tra bằng cách khác hoặc chuyển y tế.',
    en: 'The signer’s certificate uses an algorithm that cannot be checked here. Check it another way or refer to the medical post.',
  },
  'key-other-state': {
    check: 'key',
    status: 'warn',
    vi: 'Mã ghi nước cấp khác với nước của nơi ký. Xem giấy tờ gốc và hỏi chỉ huy ca.',
    en: 'The code names another issuing country than its signer’s. See the original paper and ask the supervisor.',
  },
} as const
