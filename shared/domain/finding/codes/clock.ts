/** Codes of the check `clock`: whether this computer’s clock is plausible. */
export const clockCodes = {
  'clock-plausible': {
    check: 'clock',
    status: 'pass',
    vi: 'Giờ máy hợp lý.',
    en: 'The clock is plausible.',
    short: { vi: 'Giờ máy hợp lý', en: 'Clock plausible' },
  },
  'clock-behind': {
    check: 'clock',
    status: 'warn',
    vi: 'Giờ máy có thể sai: đang chậm hơn việc đã xảy ra lúc {knownAt}. Chỉnh giờ máy, hoặc bấm F7 hai lần nếu giờ đúng.',
    en: 'The clock is in doubt: it is behind what happened at {knownAt}. Set the clock, or press F7 twice if it is right.',
    short: { vi: 'Giờ máy có thể sai: chạy chậm', en: 'Clock in doubt: behind' },
  },
  'clock-far-ahead': {
    check: 'clock',
    status: 'warn',
    vi: 'Giờ máy có thể sai: đi trước việc cuối cùng được biết ({knownAt}) hơn một năm. Chỉnh giờ máy, hoặc bấm F7 hai lần nếu giờ đúng.',
    en: 'The clock is in doubt: it is more than a year after the last thing known ({knownAt}). Set the clock, or press F7 twice if it is right.',
    short: { vi: 'Giờ máy có thể sai: chạy trước', en: 'Clock in doubt: far ahead' },
  },
  'clock-other-zone': {
    check: 'clock',
    status: 'warn',
    vi: 'Giờ máy có thể sai: máy không đặt giờ Việt Nam. Đặt múi giờ Hà Nội (UTC+7) và giờ đúng.',
    en: 'The clock is in doubt: the laptop is not set to Viet Nam’s time. Set the zone to Hanoi (UTC+7) and the right time.',
    short: { vi: 'Máy không đặt giờ Việt Nam', en: 'Not set to Viet Nam’s time' },
  },
} as const
