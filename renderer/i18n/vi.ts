/**
 * What the screen says in Vietnamese, as the officers' own paperwork says it. This catalogue sets the keys; messages
 * are ICU MessageFormat. The outcome words and the findings' sentences live in shared/.
 */
import { accessesInVietnamese } from './vi-accesses.ts'
import { crossingInVietnamese } from './vi-crossing.ts'
import { frameInVietnamese } from './vi-frame.ts'
import { helpInVietnamese } from './vi-help.ts'
import { lessonInVietnamese } from './vi-lesson.ts'
import { officersInVietnamese } from './vi-officers.ts'
import { recordsInVietnamese } from './vi-records.ts'
import { reportsInVietnamese } from './vi-reports.ts'
import { setUpInVietnamese } from './vi-set-up.ts'
import { syncInVietnamese } from './vi-sync.ts'
import { shiftInVietnamese } from './vi-shift.ts'

export const vi = {
  'header.lane': 'Làn {lane}',
  'header.keys': '{keys, number} khóa',
  'header.keysAge': '{age} trước',
  'header.rulesAge': 'quy định {age} trước',
  'header.revocationsAge': 'thu hồi {age} trước',
  'header.undated': 'không rõ ngày cập nhật',
  'header.waiting': 'chờ gửi {waiting, number}',

  'link.connecting': 'Đang nối với chương trình…',
  'link.lost':
    'MẤT KẾT NỐI với chương trình. Lúc này không kiểm tra được mã. Đang tự nối lại; nếu quá 1 phút, khởi động lại Chốt.',

  'link.taken-over':
    'Chốt đang mở ở cửa sổ khác. Dùng cửa sổ đó; muốn dùng cửa sổ này, đóng cửa sổ kia rồi tải lại trang.',
  'link.slow':
    'Máy đang chậm: chương trình chưa trả lời. Chờ, đừng quét lại; nếu quá 1 phút, khởi động lại Chốt và xem mã cuối đã ghi chưa.',
  'link.unentered':
    'Cửa sổ này chưa vào Chốt nên không kiểm tra được gì. Mở địa chỉ mới nhất in trong cửa sổ dòng lệnh đã chạy Chốt, hoặc đóng Chốt rồi mở lại.',
  'link.used-address':
    'Địa chỉ này không đúng hoặc đã được dùng một lần. Mở địa chỉ mới nhất in trong cửa sổ dòng lệnh đã chạy Chốt, hoặc đóng Chốt rồi mở lại.',
  'link.stranger':
    'KHÔNG PHẢI CHỐT của cửa sổ này đang trả lời: Chốt đã được mở lại, hoặc chương trình khác chiếm chỗ. Đóng cửa sổ này, dùng cửa sổ mới của Chốt; không thấy thì mở lại Chốt.',

  'age.underHour': 'chưa đầy 1 giờ',
  'age.hours': '{hours, number} giờ',
  'age.days': '{days, number} ngày',
  'artefact.keys': 'khóa xác thực ({age})',
  'artefact.rules': 'quy định áp dụng ({age})',
  'artefact.revocations': 'danh sách thu hồi ({age})',
  'trust.ageing': 'Cần sớm cập nhật {what}. Kết quả vẫn dùng được; báo kỹ thuật cập nhật trong ca này.',
  'trust.old': 'Đã lâu chưa cập nhật: {what}. Hỏi chỉ huy ca trước khi cho qua; báo kỹ thuật cập nhật ngay.',
  'trust.unusable':
    'Không kết luận được kết quả nào, vì đã quá lâu chưa cập nhật: {what}. Xem giấy gốc có dấu của nơi cấp; báo kỹ thuật cập nhật ngay.',
  'trust.damaged':
    'Kho khóa của chốt bị thay đổi hoặc hỏng; phần sai không được dùng. Hỏi chỉ huy ca trước khi chấp nhận; báo kỹ thuật ngay.',
  'trust.nothing':
    'Kho khóa của chốt bị thay đổi hoặc hỏng nên không tin khóa nào. Xem giấy gốc có dấu của nơi cấp; báo kỹ thuật cập nhật ngay.',
  'clock.behind':
    'Giờ máy có thể sai: đang là {clockAt} nhưng đã ghi nhận việc lúc {knownAt}. Chỉnh giờ máy; nếu giờ đúng, bấm F7 hai lần.',
  'clock.far-ahead':
    'Giờ máy có thể sai: đang là {clockAt} mà việc cuối được biết là lúc {knownAt}. Chỉnh giờ máy; nếu giờ đúng, bấm F7 hai lần.',
  'clock.other-zone':
    'Giờ máy có thể sai: máy không đặt giờ Việt Nam. Đặt múi giờ Hà Nội (UTC+7) trong cài đặt của máy; F7 không sửa được.',
  'clock.asked': 'Xem đồng hồ của mình: bây giờ có đúng là {clockAt} không? Nếu đúng, bấm F7 lần nữa.',
  'clock.failed': 'Chưa ghi được xác nhận giờ đúng. Bấm lại F7 hai lần; nếu vẫn vậy, báo kỹ thuật.',
  'clock.done': 'Đã xác nhận giờ máy đúng và ghi vào nhật ký. Quét lại mã vừa kiểm tra.',

  'camera.title': 'Camera',
  'camera.starting': 'Đang mở camera… Nếu được hỏi, chọn Cho phép.',
  'camera.missing': 'Không thấy camera. Cắm camera vào máy, hình sẽ tự hiện; hoặc dùng máy quét, ảnh.',
  'camera.denied': 'Camera bị chặn. Cho phép dùng camera trong cài đặt hệ thống, hình sẽ tự hiện.',
  'camera.busy': 'Camera đang bị chương trình khác dùng. Đóng chương trình đó, hình sẽ tự hiện.',
  'camera.lost': 'Mất hình camera. Kiểm tra dây cắm, hình sẽ tự hiện lại.',
  'camera.reader': 'Bộ đọc mã không chạy. Khởi động lại Chốt; trong lúc chờ, dùng máy quét.',
  'coach.aim': 'Đưa mã vào khung',
  'coach.closer': 'Gần hơn một chút',
  'coach.steady': 'Giữ yên, tránh lóa',
  'coach.dark': 'Tối quá, bật thêm đèn',
  'coach.read': 'Đã đọc mã',

  'verdict.title': 'Kết quả kiểm tra',
  'verdict.notReady': 'Chưa quét được',
  'verdict.notReadyWhy': 'Đang đợi Chốt. Nếu có dòng báo ở trên, hãy làm theo dòng đó.',
  'verdict.waiting': 'Sẵn sàng quét',
  'verdict.waitingHow': 'Đưa mã kết quả trước camera, hoặc dùng máy quét.',
  'verdict.verifying': 'Đang kiểm tra mã…',
  'verdict.failed': 'Chưa kiểm tra được mã vừa quét',
  'verdict.failedClosed': 'Chương trình mất kết nối giữa chừng. Chờ nối lại rồi quét lại mã này.',
  'verdict.failedOther': 'Chương trình gặp lỗi với mã này. Quét lại; nếu vẫn vậy, báo kỹ thuật.',
  'verdict.tooLong': 'Mã dài bất thường nên không được kiểm tra. Quét lại đúng mã kết quả.',
  'scanner.letters-lost':
    'Máy quét gửi thiếu chữ. Quét lại; nếu vẫn vậy, đưa mã trước camera và báo kỹ thuật đặt máy quét theo bàn phím Mỹ (US), không gửi chữ bằng Alt và phím số.',
  'scanner.input-method':
    'Bộ gõ tiếng Việt đã đổi chữ của máy quét. Tắt bộ gõ (chuyển sang tiếng Anh) rồi quét lại, hoặc đưa mã trước camera.',
  'verdict.claim': 'Khai báo, chưa xác minh:',
  'verdict.recorded': 'Đã ghi nhật ký, bản ghi số {seq, number}, lúc {clock}',
  'verdict.notRecorded': 'CHƯA GHI vào nhật ký',

  'statement.naat': 'xét nghiệm RT-PCR',
  'statement.rapid-antigen': 'xét nghiệm nhanh kháng nguyên',
  'statement.unknown': 'xét nghiệm (không rõ phương pháp)',
  'statement.negative': 'âm tính',
  'statement.positive': 'dương tính',
  'statement.unclear': 'không rõ kết quả',
  'statement.vaccination': 'tiêm chủng',
  'statement.doses': 'mũi {dose, number}/{doses, number}',
  'statement.recovery': 'khỏi bệnh',
  'statement.on': 'ngày {date}',
  'statement.positiveOn': 'dương tính ngày {date}',
  'statement.pass': 'giấy thông hành (không ghi vì sao được cấp)',
  'holder.number': 'giấy tờ số {number}',
  'document.citizen-card': 'thẻ căn cước số {number}',
  'document.health-insurance-card': 'thẻ bảo hiểm y tế số {number}',
  'document.personal-code': 'mã PC-Covid, số giấy tờ {number}',
  'document.born': 'sinh {date}',
  'document.issued': 'cấp ngày {date}',
  'sex.M': 'nam',
  'sex.F': 'nữ',
  'sample.hours': 'lấy mẫu {hours, number} giờ trước',
  'sample.underHour': 'lấy mẫu chưa đầy 1 giờ trước',
  'sample.days': 'lấy mẫu {days, number} ngày trước',
  'sample.ahead': 'lấy mẫu lúc {sampledAt} (chưa tới)',
  'sample.unzoned': 'lấy mẫu lúc {text} (không rõ múi giờ)',
  'sample.reported': 'có kết quả lúc {text}',
  'period.until': 'còn hạn đến {untilAt}',
  'period.ended': 'hết hạn lúc {untilAt}',

  'details.title': 'Chi tiết kiểm tra',
  'status.pass': 'đạt',
  'status.warn': 'chưa rõ',
  'status.fail': 'không đạt',
  'status.skipped': 'chưa kiểm tra',
  'check.format': 'Loại mã',
  'check.structure': 'Nội dung',
  'check.signature': 'Chữ ký',
  'check.key': 'Khóa',
  'check.period': 'Thời hạn',
  'check.revocation': 'Thu hồi',
  'check.rules': 'Quy định',
  'check.trust-age': 'Cập nhật dữ liệu',
  'check.clock': 'Giờ máy',
  'field.transliterated': 'Không dấu',
  'field.name': 'Họ tên',
  'field.birthDate': 'Ngày sinh',
  'field.number': 'Số giấy tờ',
  'field.oldNumber': 'Số cũ',
  'field.sex': 'Giới tính',
  'field.address': 'Nơi ở',
  'field.issued': 'Ngày cấp',
  'field.extras': 'Ghi thêm',
  'field.sampled': 'Lấy mẫu lúc',
  'field.reported': 'Có kết quả lúc',
  'field.centre': 'Nơi xét nghiệm',
  'field.authority': 'Cơ quan cấp',
  'field.country': 'Nước',
  'field.identifier': 'Số chứng nhận',
  'field.issuedAt': 'Ký lúc',
  'field.expiresAt': 'Hết hạn lúc',
  'field.issuer': 'Nơi cấp',
  'field.kid': 'Mã khóa',
  'field.format': 'Định dạng',

  'day.title': 'Hôm nay',
  'day.total': 'lượt quét',
  'last.title': 'Các lượt gần nhất',
  'last.none': 'Chưa có lượt nào hôm nay.',

  'key.details': 'Chi tiết',
  'key.image': 'Mở ảnh',
  'key.clock': 'Giờ đúng',
  'key.clockAgain': 'Bấm lần nữa',
  'key.camera': 'Đổi camera',
  'key.theme.auto': 'Nền tự động',
  'key.theme.day': 'Nền ngày',
  'key.theme.night': 'Nền đêm',
  'key.language': 'English',

  'image.reading': 'Đang tìm mã trong ảnh…',
  'image.none': 'Không thấy mã nào trong ảnh này. Chụp lại gần hơn, đủ sáng, mã chiếm gần hết ảnh.',
  'image.unopened': 'Không mở được tệp này. Chọn tệp ảnh PNG, JPEG, WebP, BMP hoặc PGM.',
  'image.unsupported': 'Chưa đọc được loại ảnh {name}. Lưu lại thành PNG hoặc JPEG rồi mở lại.',
  'image.tooHard': 'Ảnh này đọc quá lâu. Cắt lấy phần có mã rồi mở lại.',
  'image.tooLarge': 'Ảnh quá lớn. Cắt lấy phần có mã rồi mở lại.',
  'image.found':
    'Đã lấy {codes, number} mã trong ảnh, mỗi người là một dòng ở bên trái.{others, plural, =0 {} other { Còn {others, number} mã khác không phải giấy tờ của người.}}',
  'image.drop': 'Thả ảnh ra để đọc mã',
  'journal.doubted':
    'Nhật ký của máy không khớp: các con số và kết quả tìm kiếm có thể sai. Vẫn kiểm tra và cho qua như thường; báo kỹ thuật chạy "npx chot journal verify".',
  'journal.moved':
    'Hồ sơ này được chép từ máy khác hoặc người dùng khác sang. Vẫn làm việc như thường; nếu máy kia còn mở Chốt thì tắt Chốt ở đó, và báo kỹ thuật.',
  'journal.overdue':
    'Dữ liệu người qua chốt đã giữ {kept, number} ngày{policy, plural, =0 {, chính sách không nói giữ bao lâu} other {, lâu hơn mức {policy, number} ngày của chính sách}}, vì chưa trung tâm nào sao lưu. Vẫn làm việc như thường; báo kỹ thuật đăng ký và gửi về trung tâm, hoặc chạy "npx chot journal begin" rồi chuyển nhật ký cũ đi.',
  'settings.failed': 'Không lưu được lựa chọn. Vẫn dùng được đến khi tắt máy; báo kỹ thuật.',

  ...crossingInVietnamese,
  ...frameInVietnamese,
  ...officersInVietnamese,
  ...accessesInVietnamese,
  ...lessonInVietnamese,
  ...recordsInVietnamese,
  ...reportsInVietnamese,
  ...setUpInVietnamese,
  ...syncInVietnamese,
  ...shiftInVietnamese,
  ...helpInVietnamese,
} as const
