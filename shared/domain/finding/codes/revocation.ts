/** Codes of the check `revocation`: whether it has been revoked. */
export const revocationCodes = {
  'revocation-clear': {
    check: 'revocation',
    status: 'pass',
    vi: 'Không có trong danh sách thu hồi.',
    en: 'It is not on the revocation list.',
    short: { vi: 'Không bị thu hồi', en: 'Not revoked' },
  },
  'revocation-listed': {
    check: 'revocation',
    status: 'fail',
    vi: 'Chứng nhận đã bị thu hồi. Không chấp nhận; mời người này chờ để đối chiếu, báo chỉ huy ca.',
    en: 'The certificate has been revoked. Do not accept; ask this person to wait for comparison, and tell the supervisor.',
    short: { vi: 'Đã bị thu hồi', en: 'Revoked' },
  },
  'revocation-no-list': {
    check: 'revocation',
    status: 'skipped',
    vi: 'Chưa có danh sách thu hồi tại chốt.',
    en: 'There is no revocation list here.',
    short: { vi: 'Chưa có danh sách thu hồi', en: 'No revocation list here' },
  },
  'revocation-not-checked': {
    check: 'revocation',
    status: 'skipped',
    vi: 'Chưa tra danh sách thu hồi vì nội dung không đọc được.',
    en: 'The revocation list was not asked: the content could not be read.',
    short: { vi: 'Chưa tra danh sách thu hồi', en: 'Revocation not checked' },
  },
} as const
