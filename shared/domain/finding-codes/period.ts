/** Codes of the check `period`: whether it is in date. */
export const periodCodes = {
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
  'period-open': {
    check: 'period',
    status: 'pass',
    vi: 'Loại chứng nhận này không ghi ngày hết hạn; thời hạn tính theo quy định.',
    en: 'This kind of certificate states no end; the rules decide how long it counts.',
  },
} as const
