/** Codes of the check `rules`: whether the rules in force are met. */
export const rulesCodes = {
  'rules-met': {
    check: 'rules',
    status: 'pass',
    vi: 'Đáp ứng quy định đang áp dụng.',
    en: 'The rules in force are met.',
  },
  'checked-earlier': {
    check: 'rules',
    status: 'pass',
    vi: 'Đã kiểm tra hợp lệ tại chốt này lúc {seenAt}.',
    en: 'Found valid at this checkpoint at {seenAt}.',
  },
  'result-positive': {
    check: 'rules',
    status: 'fail',
    vi: 'Kết quả xét nghiệm dương tính. Giữ khoảng cách và chuyển y tế.',
    en: 'The test result is positive. Keep a distance and refer to the medical post.',
  },
  'result-unclear': {
    check: 'rules',
    status: 'warn',
    vi: 'Không rõ kết quả xét nghiệm. Xem chi tiết hoặc chuyển y tế.',
    en: 'The test result is unclear. Look at the details or refer to the medical post.',
  },
  'sample-too-old': {
    check: 'rules',
    status: 'fail',
    vi: 'Mẫu lấy cách đây {hours} giờ, quá hạn {limit} giờ. Đề nghị xét nghiệm lại.',
    en: 'The sample is {hours} hours old; the limit is {limit} hours. A new test is needed.',
  },
  'sample-in-future': {
    check: 'rules',
    status: 'fail',
    vi: 'Giờ lấy mẫu ở tương lai. Kiểm tra giờ máy; nếu giờ đúng thì không chấp nhận.',
    en: 'The sample time lies in the future. Check the clock; if it is right, do not accept.',
  },
  'sample-time-without-zone': {
    check: 'rules',
    status: 'warn',
    vi: 'Giờ lấy mẫu ({text}) không ghi múi giờ nên chưa tính được. Xem giấy tờ gốc và quyết định.',
    en: 'The sample time ({text}) has no time zone, so its age is not certain. See the original paper and decide.',
  },
  'sample-time-unclear': {
    check: 'rules',
    status: 'warn',
    vi: 'Không rõ giờ lấy mẫu. Xem giấy tờ gốc và quyết định.',
    en: 'The sample time is unclear. See the original paper and decide.',
  },
  'method-without-rule': {
    check: 'rules',
    status: 'warn',
    vi: 'Quy định chưa có thời hạn cho phương pháp xét nghiệm này. Hỏi chỉ huy ca.',
    en: 'The rules set no limit for this test method. Ask the supervisor.',
  },
  'kind-without-rule': {
    check: 'rules',
    status: 'warn',
    vi: 'Chứng nhận này không phải kết quả xét nghiệm. Quyết định theo quy định hiện hành.',
    en: 'This certificate is not a test result. Decide by the orders in force.',
  },
  'rules-not-applied': {
    check: 'rules',
    status: 'skipped',
    vi: 'Chưa áp dụng quy định.',
    en: 'The rules were not applied.',
  },
  'rule-not-met': {
    check: 'rules',
    status: 'fail',
    vi: 'Không đáp ứng quy định: {vi}',
    en: 'A rule is not met: {en}',
  },
  'rule-open': {
    check: 'rules',
    status: 'warn',
    vi: 'Chưa kết luận được quy định: {vi}',
    en: 'A rule could not be concluded: {en}',
  },
  'rules-not-in-force': {
    check: 'rules',
    status: 'warn',
    vi: 'Chưa có quy định nào đang áp dụng cho trường hợp này. Hỏi chỉ huy ca.',
    en: 'No rules are in force for this. Ask the supervisor.',
  },
  'disease-unstated': {
    check: 'rules',
    status: 'warn',
    vi: 'Chứng nhận không ghi loại bệnh. Xem giấy tờ gốc và quyết định.',
    en: 'The certificate does not say for which disease. See the original paper and decide.',
  },
} as const
