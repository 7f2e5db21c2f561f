/** Why something on a stick was not taken, for whoever stands at the hub with it: what happened, and what to do. */
import type { Sentences } from '../../shared/language/locale.ts'
import type { Refusal } from '../../shared/sync/answer.ts'

export const refusalWords: Readonly<Record<Refusal, Sentences>> = {
  unreadable: {
    vi: 'không mở được: tệp hỏng, chép chưa hết, hoặc niêm phong cho máy chủ khác. Để chốt cắm lại USB rồi mang đến lần nữa.',
    en: 'it cannot be opened: damaged, not copied whole, or sealed to another hub. Have the checkpoint make a trip with the stick again.',
  },
  'not-enrolled': {
    vi: 'thư mời của chốt này không dùng được: của chốt khác, đã dùng, hoặc quá hạn. Phát thư mời mới ("npx chot-hub enrol") và nối lại ở chốt.',
    en: 'its invitation is not taken: it is another checkpoint’s, used, or too old. Give out a new one ("npx chot-hub enrol") and enrol the checkpoint again.',
  },
  'not-signed': {
    vi: 'không phải khóa mà chốt này ký: chốt chưa nối được, đã đổi khóa, hoặc một bản sao cũ đang chạy. Xem "npx chot-hub status", rồi hỏi ở chốt.',
    en: 'it is not signed by the key of this checkpoint: it is not enrolled yet, has a newer key, or an old copy of it is at work. See "npx chot-hub status", then ask at the checkpoint.',
  },
  gap: {
    vi: 'thiếu các bản ghi trước đó. Mang USB có các bản ghi đó đến trước, hoặc để chốt cắm lại USB: nó ghi lại từ chỗ máy chủ đang có.',
    en: 'entries before it are missing. Bring the stick that has them first, or have the checkpoint make a trip with this one: it goes on from where the hub is.',
  },
  fork: {
    vi: 'ở đây đã có bản ghi khác dưới cùng số; cả hai được giữ. Xem "npx chot-hub kept", rồi hỏi ở chốt.',
    en: 'other entries of these numbers are here; both are kept. See "npx chot-hub kept", then ask at the checkpoint.',
  },
  quarantined: {
    vi: 'chuỗi bản ghi không khớp; được giữ riêng. Xem "npx chot-hub kept"; ở chốt chạy "npx chot journal verify".',
    en: 'its chain does not hold; it is kept apart. See "npx chot-hub kept"; run "npx chot journal verify" at the checkpoint.',
  },
  revoked: {
    vi: 'chốt này đã bị thu hồi; được giữ riêng. Muốn nhận vào: "npx chot-hub kiosk release".',
    en: 'this checkpoint is revoked; it is kept apart. To let it in: "npx chot-hub kiosk release".',
  },
}
