/** The guided lesson, in Vietnamese: who comes, and why something is right. */
export const lessonInVietnamese = {
  'lesson.title': 'Bài tập mười lần quét',
  'lesson.begin': 'Bài tập mười lần quét (chỉ ở chế độ tập huấn)',
  'lesson.count': '{at}/{of}',
  'lesson.scan': 'Quét mã',
  'lesson.another': 'Mời đưa mã khác',
  'lesson.next': 'Người tiếp theo',
  'lesson.end': 'Xong',
  'lesson.leave': 'Thôi bài tập',
  'lesson.right': 'ĐÚNG.',
  'lesson.wrong': 'CHƯA ĐÚNG.',
  'lesson.decide':
    'Xem kết luận rồi bấm F1 cho qua, F2 từ chối, F3 chuyển y tế. Không có gì để quyết định thì mời đưa mã khác.',
  'lesson.none': 'Chưa có mã bài tập. Đóng Chốt, mở lại bằng "npm start" để tạo mã mới.',
  'lesson.done': 'Xong bài tập: đúng {right}/{of}. Bấm lần nữa để đóng; làm lại lúc nào cũng được.',

  'lesson.valid.comes': 'Một người đi bộ đưa mã kết quả xét nghiệm trên điện thoại.',
  'lesson.valid.why': 'PCR âm tính, mẫu lấy 20 giờ trước, chữ ký đúng: cho qua (F1), không cần lý do.',
  'lesson.too-old.comes': 'Một người đưa mã in trên giấy và nói mới xét nghiệm tuần này.',
  'lesson.too-old.why':
    'Mẫu lấy quá 72 giờ: từ chối (F2) và mời xét nghiệm lại, hoặc chuyển y tế (F3) để xét nghiệm tại chỗ.',
  'lesson.positive.comes': 'Một người đưa mã, đeo khẩu trang, ho nhiều.',
  'lesson.positive.why':
    'Kết quả dương tính: giữ khoảng cách, chuyển y tế (F3). Từ chối là để người bệnh đi tiếp nơi khác.',
  'lesson.last-hours.comes': 'Một người vội, sợ mã sắp hết hạn.',
  'lesson.last-hours.why': 'Còn vài giờ vẫn là còn hạn: cho qua (F1). Máy tính giờ, không phải mình.',
  'lesson.forged.comes': 'Một người đưa ảnh chụp mã; tên trên mã hơi lạ.',
  'lesson.forged.why':
    'Chữ ký không khớp, nội dung mã đã bị sửa: không cho qua, từ chối (F2), mời chờ đối chiếu và báo chỉ huy ca.',
  'lesson.payment.comes': 'Một người mở nhầm ứng dụng và đưa mã chuyển tiền.',
  'lesson.payment.why': 'Mã thanh toán không nói gì về sức khỏe: không quyết định gì, mời đưa đúng mã kết quả.',
  'lesson.unknown-key.comes': 'Một người đưa mã của nơi cấp mà chốt chưa từng gặp.',
  'lesson.unknown-key.why':
    'Chưa có khóa thì chưa kiểm tra được, không phải giả: chuyển y tế (F3). Đã xem giấy gốc có dấu thì cũng có thể cho qua, kèm lý do.',
  'lesson.expired.comes': 'Một người đưa mã đã dùng từ đợt trước.',
  'lesson.expired.why': 'Chứng nhận đã hết hạn: từ chối (F2), mời lấy chứng nhận mới, hoặc chuyển y tế (F3).',
  'lesson.cut.comes': 'Màn hình điện thoại vỡ, máy quét chỉ đọc được một phần mã.',
  'lesson.cut.why': 'Mã đọc chưa hết thì chưa kết luận được về người: không quyết định gì, mời đưa lại mã hoặc giấy.',
  'lesson.returned.comes': 'Người bị chuyển y tế lúc trước quay lại, có kết quả mới.',
  'lesson.returned.why':
    'Kết quả mới âm tính, trạm y tế đã cho về: cho qua (F1). Máy nhắc là người này đã chuyển y tế, để mình xem giấy của trạm.',
} as const
