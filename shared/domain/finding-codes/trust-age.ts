/** Codes of the check `trust-age`: whether what we believe is recent enough. */
export const trustAgeCodes = {
  'trust-fresh': {
    check: 'trust-age',
    status: 'pass',
    vi: 'Khóa, quy định và danh sách thu hồi còn mới.',
    en: 'Keys, rules and revocations are up to date.',
    short: { vi: 'Khóa, quy định còn mới', en: 'Keys and rules up to date' },
  },
  'trust-undated': {
    check: 'trust-age',
    status: 'skipped',
    vi: 'Không xét tuổi của khóa, quy định và danh sách thu hồi.',
    en: 'The age of keys, rules and revocations was not asked.',
    short: { vi: 'Không xét thời điểm cập nhật', en: 'Age of keys not asked' },
  },
  'keys-old': {
    check: 'trust-age',
    status: 'warn',
    vi: 'Khóa xác thực đã cũ {hours} giờ. Cập nhật; trong lúc chờ, hỏi chỉ huy ca.',
    en: 'The keys are {hours} hours old. Update them; meanwhile ask the supervisor.',
    short: { vi: 'Khóa lâu chưa cập nhật', en: 'Keys not updated for long' },
  },
  'keys-unusable': {
    check: 'trust-age',
    status: 'warn',
    vi: 'Khóa xác thực đã quá cũ ({hours} giờ), không kết luận được. Cập nhật ngay; kiểm tra bằng cách khác.',
    en: 'The keys are too old ({hours} hours) to conclude from. Update them now; check another way.',
    short: { vi: 'Khóa quá cũ, đừng kết luận', en: 'Keys too old to conclude' },
  },
  'rules-old': {
    check: 'trust-age',
    status: 'warn',
    vi: 'Quy định đã cũ {hours} giờ. Cập nhật; trong lúc chờ, hỏi chỉ huy ca.',
    en: 'The rules are {hours} hours old. Update them; meanwhile ask the supervisor.',
    short: { vi: 'Quy định lâu chưa cập nhật', en: 'Rules not updated for long' },
  },
  'rules-unusable': {
    check: 'trust-age',
    status: 'warn',
    vi: 'Quy định đã quá cũ ({hours} giờ), không kết luận được. Cập nhật ngay; kiểm tra bằng cách khác.',
    en: 'The rules are too old ({hours} hours) to conclude from. Update them now; check another way.',
    short: { vi: 'Quy định quá cũ, đừng kết luận', en: 'Rules too old to conclude' },
  },
  'revocations-old': {
    check: 'trust-age',
    status: 'warn',
    vi: 'Danh sách thu hồi đã cũ {hours} giờ. Cập nhật; trong lúc chờ, hỏi chỉ huy ca.',
    en: 'The revocation list is {hours} hours old. Update it; meanwhile ask the supervisor.',
    short: { vi: 'DS thu hồi lâu chưa cập nhật', en: 'Revocations not updated lately' },
  },
  'revocations-unusable': {
    check: 'trust-age',
    status: 'warn',
    vi: 'Danh sách thu hồi đã quá cũ ({hours} giờ), không kết luận được. Cập nhật ngay; kiểm tra bằng cách khác.',
    en: 'The revocation list is too old ({hours} hours) to conclude from. Update it now; check another way.',
    short: { vi: 'DS thu hồi quá cũ, đừng kết luận', en: 'Revocations too old to conclude' },
  },
} as const
