/** Why not everything was delivered, in a sentence that says what to do: one for each word that a trip can end with. */
import type { Sentences } from '../../../shared/language/locale.ts'

export const syncReasons = {
  'not-enrolled': {
    vi: 'Chốt chưa nối với máy chủ nào, hoặc máy chủ không nhận thư mời này (đã dùng, quá hạn). Xin thư mời mới rồi nối lại ở phòng Gửi và nhận, hoặc bằng "npx chot sync enrol TỆP".',
    en: 'The checkpoint is enrolled with no hub, or the hub does not take its invitation (used, or too old). Ask for a new one and enrol in the room Sync, or by "npx chot sync enrol FILE".',
  },
  'no-sealing-key': {
    vi: 'Không biết khóa niêm phong của máy chủ. Nối lại bằng thư mời.',
    en: 'The hub’s sealing key is not known. Enrol with the invitation again.',
  },
  'no-address': {
    vi: 'Máy chủ này chỉ nhận bằng USB: cắm USB và gửi ở phòng Gửi và nhận, hoặc chạy với --folder THƯ MỤC.',
    en: 'This hub only takes sticks: plug one in and send in the room Sync, or run it with --folder DIR.',
  },
  'no-network': {
    vi: 'Không tới được máy chủ. Kiểm tra mạng; chưa có gì mất, lần sau gửi tiếp.',
    en: 'The hub cannot be reached. Check the network; nothing is lost, the next try goes on from here.',
  },
  'timed-out': {
    vi: 'Máy chủ không trả lời trong 30 giây. Chưa có gì mất, lần sau gửi tiếp.',
    en: 'The hub did not answer within 30 seconds. Nothing is lost, the next try goes on from here.',
  },
  busy: {
    vi: 'Máy chủ đang bận hoặc đang nghỉ. Chưa có gì mất, thử lại sau ít phút.',
    en: 'The hub is busy or down. Nothing is lost, try again in some minutes.',
  },
  'not-a-hub': {
    vi: 'Địa chỉ đó trả lời, nhưng không phải máy chủ Chốt (trang đăng nhập mạng?). Mở trình duyệt đăng nhập mạng, hoặc kiểm tra địa chỉ.',
    en: 'Something answers at that address that is no hub (the network’s sign-in page?). Sign in to the network in a browser, or check the address.',
  },
  'too-large': {
    vi: 'Đường truyền (proxy, tường lửa) không cho qua dù một bản ghi. Gửi bằng USB, và nhờ người quản trị mạng cho phép gói 1 MB.',
    en: 'Something on the way (a proxy, a firewall) lets not even one entry through. Send with a stick, and ask whoever keeps the network to allow 1 MB.',
  },
  'no-receipt': {
    vi: 'Máy chủ nói đã nhận nhưng không đưa biên nhận đúng. Dữ liệu vẫn còn nguyên ở máy này; báo cho tỉnh.',
    en: 'The hub says that it took the entries and gives no receipt that holds. They are kept here; tell the province.',
  },
  'unknown-head': {
    vi: 'Máy chủ có những bản ghi mà nhật ký này chưa bao giờ có (bản sao của hồ sơ đang chạy ở máy khác?). Không gửi gì nữa; báo tỉnh, rồi chỉ huy ca bắt đầu kỷ mới ở phòng Gửi và nhận.',
    en: 'The hub has entries that this journal never had (a copy of this profile at work elsewhere?). Nothing more is sent; tell the province, then a supervisor begins a new epoch in the room Sync.',
  },
  unreadable: {
    vi: 'Máy chủ không mở được những gì đã gửi (khóa đã đổi?). Xin thư mời mới, hoặc lấy trả lời mới của máy chủ bằng USB.',
    en: 'The hub cannot open what was sent (has its key changed?). Ask for a new invitation, or bring its newest answer by stick.',
  },
  'not-signed': {
    vi: 'Máy chủ không biết khóa ký của chốt này, hoặc khóa đó đã thay. Báo cho tỉnh; có thể một bản sao cũ đang chạy.',
    en: 'The hub does not know the key that this kiosk signs with, or a newer one is in use. Tell the province; an old copy may be at work.',
  },
  gap: {
    vi: 'Máy chủ thiếu các bản ghi ở giữa mà nhật ký này không còn đưa được. Báo cho tỉnh.',
    en: 'The hub lacks entries in between that this journal cannot give. Tell the province.',
  },
  fork: {
    vi: 'Máy chủ có bản ghi khác dưới cùng số: hai nhật ký của một chốt. Cả hai được giữ; báo tỉnh, rồi chỉ huy ca bắt đầu kỷ mới ở phòng Gửi và nhận.',
    en: 'The hub has other entries of the same numbers: two journals of one checkpoint. Both are kept; tell the province, then a supervisor begins a new epoch in the room Sync.',
  },
  quarantined: {
    vi: 'Máy chủ giữ riêng lô này vì chuỗi bản ghi không khớp. Chạy "npx chot journal verify" và báo cho tỉnh.',
    en: 'The hub keeps this batch apart, for its chain does not hold. Run "npx chot journal verify" and tell the province.',
  },
  revoked: {
    vi: 'Máy chủ đã thu hồi chốt này. Những gì gửi lên được giữ riêng đến khi có người duyệt; báo cho tỉnh.',
    en: 'The hub has revoked this checkpoint. What is sent is kept apart until somebody releases it; tell the province.',
  },
  'stick-full': {
    vi: 'USB đầy. Những tệp đã ghi đều nguyên vẹn; dùng USB khác hoặc dọn chỗ rồi chạy lại.',
    en: 'The stick is full. What is on it is whole; take another one or make room, and run this again.',
  },
  'stick-unwritable': {
    vi: 'USB không ghi được (khóa ghi, đã rút, hoặc hỏng). Cắm lại hoặc dùng USB khác rồi chạy lại.',
    en: 'The stick cannot be written (locked, pulled, or broken). Plug it in again or take another one, and run this again.',
  },
  'stick-crowded': {
    vi: 'Mọi lô đã nằm trên USB, nhưng thư mục của chốt trên đó có quá nhiều tệp nên máy chủ có thể không thấy hết. Dời tệp lạ sang chỗ khác, hoặc dùng USB khác, rồi gửi lại.',
    en: 'Every batch lies on the stick, but this checkpoint’s folder there has more files than are looked at, so the hub may not see them all. Move strange files elsewhere, or take another stick, and send again.',
  },
  'not-read-back': {
    vi: 'USB không giữ đúng những gì đã ghi: đã hỏng hoặc là USB giả dung lượng. Dùng USB khác.',
    en: 'The stick does not give back what was written: it is worn out, or lies about its size. Take another one.',
  },
  'own-disk': {
    vi: 'Ổ đĩa của máy này không ghi được. Giải phóng ổ đĩa; nhật ký còn nguyên, lần sau gửi tiếp.',
    en: 'This computer’s own disk takes nothing. Make room on it; the journal is whole, and the next try goes on from here.',
  },
  'nothing-plugged': {
    vi: 'Không thấy USB hay thư mục đó. Cắm lại rồi thử lại.',
    en: 'That stick or folder is not there. Plug it in again and try again.',
  },
} as const satisfies Record<string, Sentences>

export type SyncReason = keyof typeof syncReasons

/** Why a trip ended, as it is remembered, in a sentence; null: it is the word of another version. */
export function sayReason(why: string): Sentences | null {
  return Object.entries<Sentences>(syncReasons).find(([code]) => code === why)?.[1] ?? null
}
