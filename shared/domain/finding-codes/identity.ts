/** Codes of the check `identity`: whether what a traveller shows is all of one person. */
export const identityCodes = {
  'identity-same': {
    check: 'identity',
    status: 'pass',
    vi: 'Cùng một người: kết quả và giấy tờ trùng khớp.',
    en: 'The same person: result and papers agree.',
  },
  'identity-confirmed': {
    check: 'identity',
    status: 'pass',
    vi: 'Cán bộ đã đối chiếu người và giấy tờ.',
    en: 'An officer compared the person and the papers.',
  },
  'identity-alone': {
    check: 'identity',
    status: 'skipped',
    vi: 'Chưa có giấy tờ để đối chiếu với kết quả.',
    en: 'No papers to compare the result with yet.',
  },
  'identity-unclear': {
    check: 'identity',
    status: 'warn',
    vi: 'Cần đối chiếu. {vi}',
    en: 'Compare by eye. {en}',
  },
  'identity-different': {
    check: 'identity',
    status: 'fail',
    vi: 'Khác người. {vi}',
    en: 'A different person. {en}',
  },
  'result-missing': {
    check: 'identity',
    status: 'warn',
    vi: 'Chưa có kết quả của người này. Quét mã kết quả, hoặc nhập kết quả giấy.',
    en: 'No result of this person yet. Scan the result’s code, or type in the paper.',
  },
  'result-on-paper': {
    check: 'identity',
    status: 'warn',
    vi: 'Kết quả trên giấy: khai báo, chưa xác minh. Xem giấy gốc rồi quyết định.',
    en: 'The result is on paper: a claim, not verified. See the original and decide.',
  },
  'crossing-full': {
    check: 'identity',
    status: 'warn',
    vi: 'Lượt đã đầy: nhiều nhất {most} người và giấy tờ của họ. Quyết định lượt này, rồi làm lượt mới cho người còn lại.',
    en: 'The crossing is full: it takes {most} people and their papers at most. Decide it, then begin a new one for the others.',
  },
  'traveller-full': {
    check: 'identity',
    status: 'warn',
    vi: 'Người này đã trình đủ {most} mã và giấy tờ nên chưa thêm được. Tách phần không phải của người này, rồi làm lại.',
    en: 'This person has shown {most} codes and papers already, so this was not added. Part what is not theirs, then try again.',
  },
} as const
