/** Codes of the check `period`: whether it is in date. */
export const periodCodes = {
  'period-current': {
    check: 'period',
    status: 'pass',
    vi: 'Chứng nhận đang trong thời hạn.',
    en: 'The certificate is in date.',
    short: { vi: 'Còn hạn', en: 'In date' },
  },
  'period-expired': {
    check: 'period',
    status: 'fail',
    vi: 'Chứng nhận đã hết hạn lúc {expiredAt}. Đề nghị xuất trình kết quả còn hạn.',
    en: 'The certificate expired at {expiredAt}. Ask for one that is in date.',
    short: { vi: 'Hết hạn lúc {expiredAt}', en: 'Expired at {expiredAt}' },
    counted: { vi: 'Đã hết hạn', en: 'Expired' },
  },
  'period-not-begun': {
    check: 'period',
    status: 'fail',
    vi: 'Chứng nhận chưa có hiệu lực, bắt đầu từ {beginsAt}. Kiểm tra giờ máy, rồi quét lại.',
    en: 'The certificate is not valid before {beginsAt}. Check the clock, then scan again.',
    advises: [],
    short: { vi: 'Chưa có hiệu lực', en: 'Not valid yet' },
  },
  'period-unstated': {
    check: 'period',
    status: 'warn',
    vi: 'Chứng nhận không ghi thời hạn. Xem ngày trên chứng nhận và quyết định.',
    en: 'The certificate states no period. Look at its dates and decide.',
    short: { vi: 'Không ghi thời hạn', en: 'States no period' },
  },
  'period-not-checked': {
    check: 'period',
    status: 'skipped',
    vi: 'Chưa kiểm tra thời hạn vì nội dung không đọc được.',
    en: 'The period was not checked: the content could not be read.',
    short: { vi: 'Chưa kiểm tra thời hạn', en: 'Period not checked' },
  },
  'period-open': {
    check: 'period',
    status: 'pass',
    vi: 'Loại chứng nhận này không ghi ngày hết hạn; thời hạn tính theo quy định.',
    en: 'This kind of certificate states no end; the rules decide how long it counts.',
    short: { vi: 'Không ghi ngày hết hạn', en: 'States no end' },
  },
} as const
