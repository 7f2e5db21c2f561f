/** Who looked at whom, and why, in Vietnamese. */
export const accessesInVietnamese = {
  'because.title': 'Lý do xem thông tin này: bấm một số, hoặc nêu bằng lời.',
  'because.request': 'Cơ quan nào yêu cầu, công văn số mấy',
  'because.words': 'Lý do',
  'because.go': 'Xem tiếp',
  'because.kept': 'Chỉ hỏi một lần cho đến khi rời phòng. Nhật ký ghi ai đã xem, lúc nào và vì sao.',

  'room.accesses': 'Ai đã xem',
  'accesses.person': 'Ai đã xem người này',
  'accesses.personHow': 'họ tên hoặc số giấy tờ; để trống: xem tất cả',
  'accesses.ask': 'Xem',
  'accesses.older': 'Cũ hơn',
  'accesses.how':
    'Nhật ký không ghi tên người được xem, chỉ ghi mã băm: muốn biết ai đã xem một người thì gõ tên hoặc số của người đó.',
  'accesses.asking': 'Đang đọc nhật ký…',
  'accesses.failed': 'Chưa đọc được: chương trình không trả lời. Bấm Xem lần nữa; nếu vẫn vậy, báo kỹ thuật.',
  'accesses.nobody': 'Đây là biển số, không phải người. Gõ họ tên hoặc số giấy tờ.',
  'accesses.none': 'Chưa ai xem.',
  'accesses.noneYet': 'Chưa thấy trong phần mới nhất. Bấm Cũ hơn để tìm tiếp.',
  'accesses.at': 'Lúc',
  'accesses.who': 'Cán bộ',
  'accesses.what': 'Việc đã làm',
  'accesses.why': 'Lý do',
} as const
