/** What the screen says in Vietnamese around its rooms: their names, the keys, the lane in one line, codes that do nothing. */
export const frameInVietnamese = {
  'room.lane': 'Về làn',
  'room.records': 'Sổ theo dõi',
  'room.sync': 'Gửi và nhận',
  'room.shift': 'Ca trực',

  'header.practice': 'TẬP HUẤN · dữ liệu mẫu',
  'header.way.in': 'VÀO',
  'header.referrals': '{people, number} chờ y tế',
  'header.way.out': 'RA',
  'key.menu': 'Mục lục',
  'key.help': 'Phím',
  'key.retry': 'Tải lại Chốt',
  'strip.empty': 'Làn: chưa có lượt nào đang làm',
  'strip.trying': 'Đang thử: quét mã không về làn',
  'strip.scan': 'Quét kết quả là về làn',

  'inert.badge':
    'Đây là thẻ cán bộ. Máy này chưa có cán bộ nào nên thẻ không làm gì: thêm người đầu tiên trong phòng Cán bộ.',
  'inert.export':
    'Đây là mã của biên bản hoặc tệp đã xuất, không phải kết quả. Muốn kiểm tra nhật ký với mã này, báo kỹ thuật.',
  'inert.enrolment': 'Đây là mã ghi danh máy với tỉnh, không phải kết quả. Giao mã này cho kỹ thuật.',
  'inert.doctor': 'Đây là mã thử máy quét: máy đọc được. Quét mã kết quả để kiểm tra người.',

  'help.theme': 'Nền ngày, nền đêm, tự động',
  'help.language': 'Tiếng Việt, English',
  'help.clock': 'Xác nhận giờ máy đúng (khi có báo)',
  'help.press': 'Bấm nút đang chọn',
  'help.turn': 'Đổi chiều vào, ra',
  'help.rows': 'Dòng trên, dòng dưới',
  'help.choice': 'Chọn theo số',
  'help.second': 'Máy dùng F1 đến F12 cho âm lượng, độ sáng: bấm Alt cùng chữ số, như Alt+1 thay F1; Alt+M thay F12.',
} as const
