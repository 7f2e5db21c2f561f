/** Codes of the check `format`: what kind of code it is. */
export const formatCodes = {
  'format-known': {
    check: 'format',
    status: 'pass',
    vi: 'Mã thuộc loại chứng nhận được hỗ trợ.',
    en: 'The code is a certificate of a supported kind.',
  },
  'format-unknown': {
    check: 'format',
    status: 'fail',
    vi: 'Không phải mã chứng nhận. {vi}',
    en: 'Not a certificate. {en}',
  },
  'format-document': {
    check: 'format',
    status: 'pass',
    vi: 'Đây là mã giấy tờ tùy thân.',
    en: 'This is an identity document’s code.',
  },
} as const
