/**
 * What the help page says in Vietnamese: one situation an entry, one step a line. What it quotes from the screen comes
 * from the screen's own catalogues by its name in braces (renderer/screens/help/quotes.ts), and cannot differ from it.
 */
export const helpInVietnamese = {
  'room.help': 'Hướng dẫn',
  'guide.title': 'Hướng dẫn cho cán bộ trực chốt',
  'help.page': 'Dòng trên, dòng dưới của trang',

  'guide.accepted.title': '{accepted}',
  'guide.accepted.steps':
    'Nền kín và tiếng cho qua chỉ có khi đủ người, tất cả đều đạt: bấm {admit}.\n“{some}” là những người đã quét đều đạt nhưng cả lượt chưa xong: làm theo câu ở dưới.',
  'guide.check.title': '{check}',
  'guide.check.steps':
    'Máy chưa kết luận được. Làm theo câu dưới chữ lớn.\nKhông phím nào được đánh dấu là máy không đề nghị gì: bấm phím nào cũng phải chọn lý do.',
  'guide.rejected.title': '{rejected}',
  'guide.rejected.steps':
    'Giả mạo, hết hạn hoặc không đạt quy định; mỗi dòng nói lý do của từng người. Bấm phím được đánh dấu: {refuse} hoặc {refer}.\nGhi “{slip}” trên màn hình cho người đó.',
  'guide.unreadable.title': '{unreadable}',
  'guide.unreadable.steps':
    'Không phải mã kết quả hay giấy tờ mà Chốt biết. Lượt đang làm không thay đổi.\nHỏi đúng mã rồi quét lại; chỉ có giấy thì bấm {paper}.',
  'guide.positive.title': '{positive}',
  'guide.positive.steps':
    'Giữ khoảng cách, bấm {refer}.\nCho qua người dương tính, mã giả mạo hay đã bị thu hồi phải viết lý do bằng lời.\nAi đã được chuyển y tế hay bị từ chối mà quay lại, máy báo giờ và nơi, dù kết quả hợp lệ.',
  'guide.missing.title': 'Chưa đủ người',
  'guide.missing.steps':
    'Bấm {people}, gõ số người đếm được, bấm Enter.\n“{missing}”: quét tiếp từng người; ai không có mã thì bấm {next} để nhập tay.\n“{surplus}”: đếm lại, hoặc ghép hai dòng của cùng một người.',
  'guide.paper.title': 'Kết quả bản giấy',
  'guide.paper.steps':
    'Chạm vào dòng của người đó, bấm {paper}. Chưa có dòng nào thì nhập họ tên trước.\nBấm 1 {negative}, 2 {positiveSaid}, 3 {unknown}; 4 đến 6 là phương pháp; gõ giờ lấy mẫu như 0730 hoặc 0730 2211; Enter để ghi.\nBản giấy là khai báo, chưa xác minh: xem giấy gốc, quyết định kèm lý do.',
  'guide.names.title': 'Hai họ tên không khớp',
  'guide.names.steps':
    'Họ tên trên kết quả và trên giấy tờ đứng trên dưới, chữ khác nhau được đánh dấu. Nhìn người, nhìn ảnh.\n{same}: ghép làm một. {other}: thành hai dòng, người sau còn thiếu kết quả.',
  'guide.keys.title': '{old}',
  'guide.keys.steps':
    'Không kết quả nào là “{accepted}” nữa. Hỏi chỉ huy ca trước khi cho qua.\nBáo kỹ thuật cập nhật. {menu}, “{sync}” cho biết cái nào cũ.\nKỹ thuật: {menu}, “{setUp}”, {trust}: cập nhật từ USB hoặc địa chỉ, chốt vẫn chạy.',
  'guide.clock.title': '{clock}',
  'guide.clock.steps':
    'Xem đồng hồ của mình. Giờ máy sai: chỉnh giờ máy.\nGiờ máy đúng: bấm {confirm} hai lần, rồi quét lại mã vừa kiểm tra.',
  'guide.disk.title': '{disk}',
  'guide.disk.steps':
    'Vẫn quét và xem kết quả được, nhưng chưa gì được ghi. Ghi lượt này ra sổ giấy, báo kỹ thuật dọn ổ đĩa.\nCó chỗ rồi, bấm lại phím quyết định: lượt vẫn mở.',
  'guide.lost.title': '{lost}',
  'guide.lost.steps':
    'Bàn làm việc xám đi: điều đang thấy không chắc còn đúng. Chốt tự nối lại; bấm {retry} để tải lại.\nQuá 1 phút, khởi động lại Chốt. Lượt đang làm vẫn còn trong máy.',
  'guide.window.title': '{taken}',
  'guide.window.steps': 'Dùng cửa sổ kia. Muốn dùng cửa sổ này: đóng cửa sổ kia, rồi bấm {retry}.',
  'guide.shift.title': 'Đổi ca',
  'guide.shift.steps':
    'Quyết định lượt đang làm trước, hoặc bỏ bằng {abandon} hai lần: còn lượt mở thì chưa kết ca được.\n{menu}, “{shift}”: bấm {close}, đối chiếu số liệu, bấm lần nữa.\nNgười nhận: {signIn}, rồi {take}. Mở biên bản, {print}; hai bên ký.',
  'guide.scanner.title': 'Máy quét không đọc',
  'guide.scanner.steps':
    'Đưa mã trước camera, hoặc bấm {picture}.\n“{letters}”: báo kỹ thuật đặt máy quét theo bàn phím Mỹ (US).\n“{method}”: tắt bộ gõ rồi quét lại.',
  'guide.card.title': 'Thẻ lệnh',
  'guide.card.steps':
    'Quét một mã của thẻ thay cho bấm phím. Thẻ chỉ quyết định được điều màn hình đề nghị, và không nêu được lý do.\nThẻ của máy khác là “{unreadable}” và được ghi nhật ký. Cất thẻ như chìa khóa.',
  'guide.mistake.title': 'Bấm nhầm',
  'guide.mistake.steps':
    '{undo}; sau đó chạm vào dòng của lượt, sửa trong “{records}”.\nChưa quyết định: {abandon} hai lần là bỏ lượt, có ghi nhật ký.',
  'guide.practice.title': '{practice}',
  'guide.practice.steps':
    'Máy này để tập: khóa và mã đều là mẫu. Không dùng để quyết định về người thật.\nMã mẫu ở chốt thật không được tin.\nLàm chốt thật trên máy này: {menu}, “{setUp}”, {begin}.\nHọc cách làm: [Ctrl+B], bài tập mười lần quét.',
} as const
