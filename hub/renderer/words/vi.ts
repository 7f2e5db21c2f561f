/** What the hub's page says in Vietnamese. */
import { postsInVietnamese } from './vi-posts.ts'

export const vi = {
  ...postsInVietnamese,
  'page.title': 'Máy chủ của tỉnh',
  'page.asking': 'Đang hỏi máy chủ…',
  'page.hub': 'Máy chủ {name}',
  'page.today': 'Hôm nay: {crossings, number} lượt · {entries, number} bản ghi',
  'page.backlog': '{backlog, number} bản ghi chờ ở các chốt',
  'page.nav': 'Các phần',
  'nav.posts': 'Các chốt',
  'nav.alerts': '{alerts, plural, =0 {Cảnh báo} other {Cảnh báo (#)}}',
  'nav.enrol': 'Nối chốt mới',
  'nav.backup': 'Bản sao',
  'nav.leave': 'Đăng xuất {name}',
  'key.theme.auto': 'Nền tự động',
  'key.theme.day': 'Nền ngày',
  'key.theme.night': 'Nền đêm',
  'key.language': 'English',
  'key.back': 'Quay lại',
  'page.viewer': 'Tài khoản này chỉ xem. Việc cần quyết định: báo người quản trị.',

  'refused.not-understood': 'Máy chủ không hiểu yêu cầu. Xem lại các ô vừa điền rồi thử lại.',
  'refused.signed-out': 'Phiên đã hết. Đăng nhập lại; việc vừa rồi chưa được làm.',
  'refused.wrong-sign-in': 'Tên hoặc mật khẩu không đúng. Nhập lại.',
  'refused.wrong-password': 'Mật khẩu cũ không đúng. Nhập lại.',
  'refused.weak-password': 'Mật khẩu mới trùng mật khẩu cũ hoặc có tên tài khoản trong đó. Chọn mật khẩu khác.',
  'refused.must-change': 'Phải đổi mật khẩu đã in trước khi làm việc khác.',
  'refused.not-allowed': 'Tài khoản này không được làm việc đó. Báo người quản trị.',
  'refused.another-origin': 'Máy chủ không nhận yêu cầu từ trang này. Mở lại trang bằng đúng địa chỉ của máy chủ.',
  'refused.wait': 'Đã thử quá nhiều lần. Chờ {seconds, number} giây rồi thử lại.',
  'refused.not-found': 'Máy chủ không còn chốt này. Quay lại danh sách.',
  'refused.name-taken': 'Đã có chốt đang gửi mang tên này. Máy mới cho cùng chốt: mở chốt đó, chọn Thay máy trước.',
  'refused.entries-wait':
    'Chưa thay: trên máy cũ có nhiều bản ghi chưa đến đây hơn số vừa hiện. Chọn Thay máy lần nữa để xem số mới.',
  'refused.away':
    'Cơ sở dữ liệu của máy chủ không trả lời; chưa có gì được làm. Chờ một phút rồi thử lại; còn mãi thì xem lại máy chủ.',
  'refused.unreached':
    'Không tới được máy chủ. Trang tự thử lại; nếu còn mãi, kiểm tra mạng và xem máy chủ có đang chạy.',
  'page.old': 'Số liệu dưới đây là lúc {asOfAt}.',

  'signIn.title': 'Đăng nhập máy chủ của tỉnh',
  'signIn.how': 'Lần đầu: tên và mật khẩu mà lệnh mở máy chủ đã in ra.',
  'signIn.name': 'Tên tài khoản',
  'signIn.password': 'Mật khẩu',
  'signIn.in': 'Đăng nhập',
  'password.title': 'Đổi mật khẩu đã in',
  'password.why':
    'Mật khẩu đã in có thể đã có người thấy. Chọn mật khẩu riêng, từ {least, number} chữ trở lên, rồi mới vào.',
  'password.old': 'Mật khẩu đã in',
  'password.new': 'Mật khẩu mới',
  'password.again': 'Mật khẩu mới, lần nữa',
  'password.change': 'Đổi và vào',
  'password.short': 'Mật khẩu mới còn ngắn: có {length, number} chữ, cần từ {least, number} chữ.',
  'password.other': 'Hai lần nhập mật khẩu mới không giống nhau. Nhập lại.',

  'alerts.title': 'Cảnh báo chưa ai xem',
  'alerts.none': 'Không có cảnh báo nào. Mọi việc đã có người xem.',
  'alerts.seen': 'Đã xem: {name}',
  'alert.fork':
    'Hai nhật ký khác nhau dưới cùng số, từ bản ghi {seq, number}: có thể một bản sao của hồ sơ đang chạy ở máy khác. Hỏi chốt ngay; máy chủ giữ cả hai nhánh.',
  'alert.quarantined':
    'Một lô không khớp chuỗi ở bản ghi {seq, number}; máy chủ để riêng nguyên vẹn. Lấy số liệu cho kỹ thuật ở chốt.',
  'alert.revoked':
    'Chốt đã bị thu hồi mà còn gửi; các lô đang chờ duyệt. Xem có đúng máy của chốt không, rồi nhận vào hoặc để nguyên.',
  'alert.kept-full': 'Đã để riêng quá nhiều lô của chốt này; máy chủ không nhận thêm loại đó. Hỏi chốt ngay.',
  'alert.hub-went-back':
    'Chốt có biên nhận đến bản ghi {seq, number}, máy chủ không có: máy chủ đã bị đưa về bản cũ. Chốt tự gửi lại; xem lại bản sao.',
  'alert.epoch-begun': 'Chỉ huy ca ở chốt đã bắt đầu kỷ mới sau bản ghi {seq, number}. Đối chiếu với chốt là đúng ý.',
  'alert.lost': 'Máy của chốt đã được báo mất. Báo cáo lộ dữ liệu phải gửi trong 72 giờ: mở chốt để xem số liệu.',

  'enrol.title': 'Mời một chốt nối với máy chủ',
  'enrol.name': 'Tên chốt',
  'enrol.nameHow': 'như biển tên ở chốt, ví dụ Km 98',
  'enrol.mode': 'Loại chốt',
  'enrol.mode.real': 'Thật',
  'enrol.mode.practice': 'Tập huấn',
  'enrol.by': 'Chốt gửi bằng',
  'enrol.by.wire': 'Mạng',
  'enrol.by.stick': 'Chỉ USB',
  'enrol.address': 'Địa chỉ máy chủ, như chốt thấy',
  'enrol.local': 'Địa chỉ này chỉ máy chủ tự thấy. Chốt ở máy khác cần địa chỉ hoặc tên của máy chủ trong mạng.',
  'enrol.nameless': 'Điền tên chốt trước.',
  'enrol.addressless': 'Địa chỉ phải bắt đầu bằng https:// hoặc http://, không có dấu ? hay #.',
  'enrol.invite': 'Làm thư mời',
  'enrol.for': 'Thư mời cho {name}',
  'enrol.practice': 'TẬP HUẤN',
  'enrol.scan': 'Ở chốt: kỹ thuật đăng nhập, mở Gửi và nhận, bấm Nối với máy chủ, quét mã này.',
  'enrol.carry':
    'Chốt chỉ nhận bằng USB: lưu tệp vào USB, mang đến chốt; kỹ thuật mở Gửi và nhận, bấm Nối với máy chủ, chọn USB.',
  'enrol.compare':
    'Khi chốt gọi, đọc bốn nhóm CUỐI của mã khóa này: chốt gõ vào và tự so. Chốt báo khác thì không nối.',
  'enrol.fingerprint': 'Mã khóa của máy chủ: {fingerprint}',
  'enrol.until': 'Dùng được một lần, đến {untilAt}. Chụp hình mã là chụp được lời mời: chỉ đưa cho chốt này.',
  'enrol.until.file':
    'Dùng được một lần, đến {untilAt}. Ai có tệp là có lời mời: chỉ đưa cho chốt này, rồi xóa khỏi USB.',
  'enrol.qr': 'Mã QR của thư mời',
  'enrol.drawing': 'Đang vẽ mã…',
  'enrol.undrawn': 'Không vẽ được mã trong trình duyệt này. Lưu tệp rồi mang đến chốt bằng USB.',
  'enrol.save': 'Lưu tệp thư mời',
  'enrol.another': 'Mời chốt khác',
  'enrol.waits': 'Chưa thấy chốt nối. Trang này tự biết khi chốt nối.',
  'enrol.came': '{name} đã nối.',

  'backup.title': 'Bản sao của máy chủ',
  'backup.none':
    'CHƯA có bản sao nào đã được khôi phục thử: mất máy chủ là mất những gì chốt đã xóa. Làm bản sao hôm nay.',
  'backup.at': 'Bản sao mới nhất đã khôi phục thử',
  'backup.waiting': 'Chưa nằm trong bản sao nào',
  'backup.entries': '{waiting, number} bản ghi',
  'backup.untried':
    'Có bản sao làm lúc {untriedAt} chưa ai khôi phục thử: chưa được tính. Khôi phục nó ở máy khác, rồi nhập từ mà lệnh đó in ra.',
  'backup.old': 'Bản sao mới nhất làm đã hơn một ngày. Làm bản sao mới hôm nay.',
  'backup.fine': 'Có bản sao trong một ngày nay và đã khôi phục thử.',
  'backup.never': 'chưa có',
  'backup.how': 'Cách làm',
  'backup.own.1': 'Ở máy chủ: npx chot-hub backup --data THƯ_MỤC TỆP',
  'backup.own.2':
    'Mang tệp đến máy khác: npx chot-hub restore --data THƯ_MỤC_MỚI TỆP --key TỆP_KHÓA; lệnh này in một từ.',
  'backup.own.3':
    'Về máy chủ: npx chot-hub backup --data THƯ_MỤC --confirm TỪ. Từ lúc đó bản sao được tính và các chốt được báo.',
  'backup.elsewhere.1':
    'Cơ sở dữ liệu ở máy chủ riêng (DATABASE_URL): người vận hành máy đó làm bản sao và khôi phục thử.',
  'backup.elsewhere.2':
    'Rồi báo: npx chot-hub backup --data THƯ_MỤC --registered GIỜ. Từ lúc đó bản sao được tính và các chốt được báo.',
  'backup.recovery': 'CHƯA CÓ khóa khôi phục của tỉnh. Dừng máy chủ rồi mở lại với --recovery KHÓA.',
  'backup.database': 'Cơ sở dữ liệu',
  'backup.server': '{server, select, own {bản đi kèm, trong thư mục dữ liệu} other {ở máy chủ riêng (DATABASE_URL)}}',
  'backup.version': 'Phiên bản máy chủ',
  'backup.key': 'Mã khóa của máy chủ',
} as const
