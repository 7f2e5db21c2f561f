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
    vi: 'Không xét thời điểm cập nhật của khóa, quy định và danh sách thu hồi.',
    en: 'The age of keys, rules and revocations was not asked.',
    short: { vi: 'Không xét thời điểm cập nhật', en: 'Age of keys not asked' },
  },
  'keys-old': {
    check: 'trust-age',
    status: 'warn',
    vi: 'Khóa xác thực đã {hours} giờ chưa cập nhật. Hỏi chỉ huy ca trước khi cho qua; báo kỹ thuật cập nhật.',
    en: 'The keys are {hours} hours old. Ask the supervisor before admitting; have IT update them.',
    short: { vi: 'Khóa lâu chưa cập nhật', en: 'Keys not updated for long' },
  },
  'keys-unusable': {
    check: 'trust-age',
    status: 'warn',
    vi: 'Khóa xác thực đã {hours} giờ chưa cập nhật nên không kết luận được. Xem giấy gốc có dấu của nơi cấp; báo kỹ thuật cập nhật ngay.',
    en: 'The keys are too old ({hours} hours) to conclude from. See the original paper with the issuer’s stamp; have IT update them now.',
    short: { vi: 'Khóa quá cũ, đừng kết luận', en: 'Keys too old to conclude' },
  },
  'rules-old': {
    check: 'trust-age',
    status: 'warn',
    vi: 'Quy định đã {hours} giờ chưa cập nhật. Hỏi chỉ huy ca trước khi cho qua; báo kỹ thuật cập nhật.',
    en: 'The rules are {hours} hours old. Ask the supervisor before admitting; have IT update them.',
    short: { vi: 'Quy định lâu chưa cập nhật', en: 'Rules not updated for long' },
  },
  'rules-unusable': {
    check: 'trust-age',
    status: 'warn',
    vi: 'Quy định đã {hours} giờ chưa cập nhật nên không kết luận được. Xem giấy gốc có dấu của nơi cấp; báo kỹ thuật cập nhật ngay.',
    en: 'The rules are too old ({hours} hours) to conclude from. See the original paper with the issuer’s stamp; have IT update them now.',
    short: { vi: 'Quy định quá cũ, đừng kết luận', en: 'Rules too old to conclude' },
  },
  'revocations-old': {
    check: 'trust-age',
    status: 'warn',
    vi: 'Danh sách thu hồi đã {hours} giờ chưa cập nhật. Hỏi chỉ huy ca trước khi cho qua; báo kỹ thuật cập nhật.',
    en: 'The revocation list is {hours} hours old. Ask the supervisor before admitting; have IT update it.',
    short: { vi: 'DS thu hồi lâu chưa cập nhật', en: 'Revocations not updated lately' },
  },
  'revocations-unusable': {
    check: 'trust-age',
    status: 'warn',
    vi: 'Danh sách thu hồi đã {hours} giờ chưa cập nhật nên không kết luận được. Xem giấy gốc có dấu của nơi cấp; báo kỹ thuật cập nhật ngay.',
    en: 'The revocation list is too old ({hours} hours) to conclude from. See the original paper with the issuer’s stamp; have IT update it now.',
    short: { vi: 'DS thu hồi quá cũ, đừng kết luận', en: 'Revocations too old to conclude' },
  },
} as const
