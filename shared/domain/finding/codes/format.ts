/** Codes of the check `format`: what kind of code it is. */
export const formatCodes = {
  'format-known': {
    check: 'format',
    status: 'pass',
    vi: 'Mã thuộc loại chứng nhận được hỗ trợ.',
    en: 'The code is a certificate of a supported kind.',
    short: { vi: 'Mã chứng nhận', en: 'A certificate' },
  },
  'format-unknown': {
    check: 'format',
    status: 'fail',
    vi: 'Không phải mã chứng nhận. {vi}',
    en: 'Not a certificate. {en}',
    short: { vi: 'Không phải mã chứng nhận', en: 'Not a certificate' },
  },
  'command-not-ours': {
    check: 'format',
    status: 'fail',
    vi: 'Mã lệnh này không phải của máy này nên không có tác dụng. Hỏi ai đưa mã; dùng thẻ lệnh in từ chính máy này.',
    en: 'A command code that is not this kiosk’s: nothing was done. Ask who holds it; use the card printed for this kiosk.',
    short: { vi: 'Mã lệnh không phải của máy này', en: 'Command of another kiosk' },
  },
  'command-replaced': {
    check: 'format',
    status: 'fail',
    vi: 'Thẻ lệnh số {card} này đã bị thay bằng thẻ số {newest} nên không có tác dụng. Dùng thẻ mới; thu thẻ cũ và hỏi ai đưa mã.',
    en: 'This command card, number {card}, was replaced by number {newest}: nothing was done. Use the new one; take the old one in, and ask who holds it.',
    short: { vi: 'Thẻ lệnh cũ, đã bị thay', en: 'An old command card' },
  },
  'command-departs': {
    check: 'format',
    status: 'fail',
    vi: 'Thẻ lệnh chỉ quyết định đúng theo kết quả. Muốn quyết định khác, bấm phím và ghi lý do.',
    en: 'The command card decides only what the verdict asks for. To decide otherwise, press the key and give the reason.',
    short: { vi: 'Ngoài quyền của thẻ lệnh', en: 'Beyond the command card' },
  },
  'format-unsupported': {
    check: 'format',
    // Its kind is known, and nothing was found against it: it is to be checked in another way, and not unreadable.
    status: 'warn',
    vi: 'Đây là chứng nhận của hệ thống chưa được hỗ trợ ({system}), không kiểm tra được tại chốt. {vi}',
    en: 'This is a certificate of a system not supported here ({system}). {en}',
    short: { vi: 'Không kiểm tra được: hệ thống lạ', en: 'Cannot be checked: other system' },
  },
  'format-mistyped': {
    check: 'format',
    status: 'fail',
    vi: 'Giống mã {vi} nhưng bàn phím máy tính làm sai ký tự. Chuyển bàn phím sang tiếng Anh (Mỹ), tắt Unikey và CapsLock, rồi quét lại.',
    en: 'It looks like {en}, but the computer’s keyboard layout changed its characters. Switch the keyboard to English (US), turn off Unikey and CapsLock, and scan again.',
    short: { vi: 'Bàn phím làm sai mã: quét lại', en: 'Keyboard garbled it: scan again' },
  },
  'format-document': {
    check: 'format',
    status: 'pass',
    vi: 'Đây là mã giấy tờ tùy thân.',
    en: 'This is an identity document’s code.',
    short: { vi: 'Mã giấy tờ tùy thân', en: 'An identity document' },
  },
} as const
