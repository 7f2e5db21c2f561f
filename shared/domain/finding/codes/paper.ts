/** Codes about papers that a kiosk printed itself: pages of reports and slips. None of them is a result of anybody's. */
export const paperCodes = {
  'paper-own': {
    check: 'format',
    // It is read and genuine, and still says nothing about whoever holds it.
    status: 'warn',
    vi: 'Không phải kết quả xét nghiệm: đề nghị mở mã kết quả. Giấy do chính máy này in, mã chưa bị sửa; so với số trên giấy: {vi}.',
    en: 'No test result: ask for the result code. This kiosk printed the paper, and its code was not changed; hold against it: {en}.',
    short: { vi: 'Giấy chốt in, không phải kết quả', en: 'The post’s paper, no result' },
  },
  'paper-stranger': {
    check: 'format',
    status: 'warn',
    vi: 'Không phải kết quả xét nghiệm: đề nghị mở mã kết quả. Giấy không do máy này ký; mã như vậy ai cũng làm được, và ở đây chưa biết khóa {fingerprint}: gọi hỏi chốt đó. Trên giấy: {vi}.',
    en: 'No test result: ask for the result code. This kiosk did not sign the paper; anybody can make such a code, and the key {fingerprint} is not known here: ask that post. It says: {en}.',
    short: { vi: 'Giấy chưa rõ ai ký', en: 'Paper, signer unknown' },
  },
  'paper-changed': {
    check: 'signature',
    status: 'fail',
    vi: 'Mã trên giấy này đã bị sửa hoặc làm giả, chữ ký không khớp. Đừng tin số trên giấy; báo chỉ huy ca và xin bản gốc từ chốt đã in.',
    en: 'The code on this paper was changed or made up: its signature does not fit. Do not believe the paper; tell the supervisor, and ask the post that printed it for the original.',
    short: { vi: 'Mã trên giấy đã bị sửa', en: 'The paper’s code was changed' },
  },
  'paper-damaged': {
    check: 'format',
    status: 'fail',
    vi: 'Mã trên giấy của chốt bị hỏng hoặc quét thiếu. Quét lại; nếu vẫn vậy, xin bản in khác.',
    en: 'The code of a post’s paper is damaged or was read in part. Scan again; if it stays, ask for another print.',
    short: { vi: 'Mã trên giấy bị hỏng', en: 'The paper’s code is damaged' },
  },
} as const
