/**
 * The one table of why an identity check came out as it did. Codes are stable: journals keep them. Each sentence says
 * what was found and, where it matters, what to do.
 */

/** `disagrees` alone makes two people different; `unclear` leaves it to the officer. */
export type Standing = 'agrees' | 'unclear' | 'disagrees'

export interface IdentityReasonEntry {
  standing: Standing
  vi: string
  en: string
}

export const identityReasons = {
  'name-equal': { standing: 'agrees', vi: 'Họ tên trùng khớp.', en: 'The names are equal.' },
  'name-reordered': {
    standing: 'agrees',
    vi: 'Họ tên trùng khớp, chỉ khác thứ tự.',
    en: 'The names are equal but for their order.',
  },
  'name-respaced': {
    standing: 'agrees',
    vi: 'Họ tên trùng khớp, chỉ khác cách tách chữ.',
    en: 'The names are equal but for their spacing.',
  },
  'name-repeated': {
    standing: 'agrees',
    vi: 'Họ tên trùng khớp, có phần ghi lặp lại.',
    en: 'The names are equal; one repeats a part.',
  },
  'name-part-missing': {
    standing: 'unclear',
    vi: 'Kết quả và giấy tờ ghi họ tên không đủ như nhau. Đối chiếu họ tên đầy đủ trên giấy tờ.',
    en: 'Result and papers do not write the whole name alike. Compare the full names on the papers.',
  },
  'name-partial': {
    standing: 'unclear',
    vi: 'Họ tên chỉ trùng một phần. Đối chiếu ảnh và giấy tờ gốc.',
    en: 'The names have only some part in common. Compare the photograph and the original papers.',
  },
  'name-different': {
    standing: 'disagrees',
    vi: 'Họ tên khác hẳn nhau. Yêu cầu xuất trình giấy tờ của chính người này.',
    en: 'The names have nothing in common. Ask for this person’s own papers.',
  },
  'name-unknown': {
    standing: 'unclear',
    vi: 'Họ tên không viết bằng chữ Latinh nên chưa so được. Đối chiếu bằng mắt.',
    en: 'A name is not in Latin letters and was not compared. Compare by eye.',
  },
  'name-too-long': {
    standing: 'unclear',
    vi: 'Họ tên dài bất thường nên máy không so. Đối chiếu bằng mắt với giấy tờ gốc.',
    en: 'A name is abnormally long and was not compared. Compare by eye with the original papers.',
  },
  'birth-date-equal': { standing: 'agrees', vi: 'Ngày sinh trùng khớp.', en: 'The birth dates are equal.' },
  'birth-date-compatible': {
    standing: 'unclear',
    vi: 'Ngày sinh bị che hoặc thiếu một phần, phần còn lại khớp. Hỏi đủ ngày sinh.',
    en: 'A birth date is partly masked or missing; the rest fits. Ask for the full date.',
  },
  'birth-date-swapped': {
    standing: 'unclear',
    vi: 'Ngày và tháng sinh bị đảo chỗ. Đối chiếu với giấy tờ gốc.',
    en: 'Day and month of birth are exchanged. Compare with the original papers.',
  },
  'birth-date-different': {
    standing: 'disagrees',
    vi: 'Ngày sinh khác nhau. Yêu cầu xuất trình giấy tờ của chính người này.',
    en: 'The birth dates differ. Ask for this person’s own papers.',
  },
  'birth-date-unknown': {
    standing: 'unclear',
    vi: 'Một bên không ghi ngày sinh. Hỏi ngày sinh và đối chiếu.',
    en: 'One side states no birth date. Ask for it and compare.',
  },
  'number-equal': { standing: 'agrees', vi: 'Số giấy tờ trùng khớp.', en: 'The document numbers are equal.' },
  'number-compatible': {
    standing: 'unclear',
    vi: 'Số giấy tờ bị che một phần, phần còn lại khớp.',
    en: 'A document number is partly masked; the rest fits.',
  },
  'number-different': {
    standing: 'disagrees',
    vi: 'Số định danh khác nhau. Yêu cầu xuất trình giấy tờ của chính người này.',
    en: 'The personal numbers differ. Ask for this person’s own papers.',
  },
  'number-differs': {
    standing: 'unclear',
    vi: 'Số giấy tờ khác nhau, có thể do cấp lại hoặc bị che. Xem cả hai giấy tờ.',
    en: 'The document numbers differ, perhaps renewed or masked. Look at both papers.',
  },
} as const satisfies Record<string, IdentityReasonEntry>

export type IdentityReason = keyof typeof identityReasons
