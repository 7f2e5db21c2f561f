/** Codes of the check `repeat`: whether this certificate or person was here before in a way that does not fit. */
export const repeatCodes = {
  'not-repeated': {
    check: 'repeat',
    status: 'pass',
    vi: 'Chưa qua chốt này trong thời gian quy định.',
    en: 'Not seen at this checkpoint within the policy’s time.',
    short: { vi: 'Chưa qua chốt này gần đây', en: 'Not seen here lately' },
  },
  'person-referred': {
    check: 'repeat',
    status: 'warn',
    vi: 'Người này đã được chuyển y tế lúc {seenAt} tại {place}, xe {plate}. Xem giấy của trạm y tế rồi quyết định.',
    en: 'This person was sent to the medical post at {seenAt}, {place}, vehicle {plate}. See the paper from there, then decide.',
    short: { vi: 'Đã chuyển y tế {seenAt}', en: 'Referred at {seenAt}' },
  },
  'person-refused': {
    check: 'repeat',
    status: 'warn',
    vi: 'Người này đã bị từ chối lúc {seenAt} tại {place}, xe {plate}. Hỏi nay có gì khác rồi quyết định.',
    en: 'This person was refused at {seenAt}, {place}, vehicle {plate}. Ask what has changed, then decide.',
    short: { vi: 'Đã bị từ chối {seenAt}', en: 'Refused at {seenAt}' },
  },
  'vehicle-referred': {
    check: 'repeat',
    status: 'warn',
    vi: 'Xe {plate} có người được chuyển y tế lúc {seenAt} tại {place}. Hỏi nay ai ở trên xe, xem giấy của trạm y tế rồi quyết định.',
    en: 'Vehicle {plate} was sent to the medical post at {seenAt}, {place}. Ask who is in it now, see the paper from there, then decide.',
    short: { vi: 'Xe có người đã chuyển y tế', en: 'Somebody in it was referred' },
  },
  'vehicle-refused': {
    check: 'repeat',
    status: 'warn',
    vi: 'Xe {plate} đã bị từ chối lúc {seenAt} tại {place}. Hỏi nay có gì khác rồi quyết định.',
    en: 'Vehicle {plate} was refused at {seenAt}, {place}. Ask what has changed, then decide.',
    short: { vi: 'Xe bị từ chối {seenAt}', en: 'Vehicle refused {seenAt}' },
  },
  'certificate-of-another': {
    check: 'repeat',
    status: 'warn',
    vi: 'Kết quả này đã được người khác ({name}) dùng lúc {seenAt} tại {place}, xe {plate}. Đối chiếu ảnh và giấy tờ gốc.',
    en: 'Another person ({name}) showed this result at {seenAt}, {place}, vehicle {plate}. Compare the photograph and the original papers.',
    short: { vi: 'Kết quả đã có người khác dùng', en: 'Another person showed this' },
  },
  'certificate-on-another-plate': {
    check: 'repeat',
    status: 'warn',
    vi: 'Kết quả này đã được trình tại {place} lúc {seenAt} trên xe khác ({plate}). Hỏi vì sao đổi xe, đối chiếu giấy tờ.',
    en: 'This result was shown at {place} at {seenAt} in another vehicle ({plate}). Ask why, and compare the papers.',
    short: { vi: 'Kết quả đã dùng trên xe khác', en: 'Shown in another vehicle' },
  },
  'person-again': {
    check: 'repeat',
    status: 'warn',
    vi: 'Người này vừa qua {place} cùng chiều lúc {seenAt}, xe {plate}. Hỏi vì sao qua lại, đối chiếu giấy tờ.',
    en: 'This person passed {place} the same way at {seenAt}, vehicle {plate}. Ask why, and compare the papers.',
    short: { vi: 'Vừa qua lúc {seenAt}', en: 'Just passed at {seenAt}' },
  },
} as const
