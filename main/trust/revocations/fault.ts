/** Why a revocation list is refused, in words for who brought it. */
import type { Locale } from '../../../shared/language/locale.ts'

export type RevocationFault =
  | 'not-a-list'
  | 'version-unknown'
  | 'too-many'
  | 'wrong-size'
  | 'time-impossible'
  | 'not-in-order'

/** What is wrong with a `revocations.bin`, and what to do. */
export const revocationFaults: Readonly<Record<RevocationFault, Readonly<Record<Locale, string>>>> = {
  'not-a-list': {
    vi: 'Tệp này không phải danh sách thu hồi. Lấy lại bản cập nhật từ cơ quan có thẩm quyền.',
    en: 'This file is not a revocation list. Get the update from the authority again.',
  },
  'version-unknown': {
    vi: 'Danh sách thu hồi dùng định dạng mới hơn. Cập nhật phần mềm của chốt.',
    en: 'The revocation list has a newer format. Update the program of this checkpoint.',
  },
  'too-many': {
    vi: 'Danh sách thu hồi quá lớn. Báo cho cơ quan có thẩm quyền.',
    en: 'The revocation list is too large. Tell the authority.',
  },
  'wrong-size': {
    vi: 'Danh sách thu hồi bị chép thiếu hoặc thừa. Chép lại hoặc cập nhật lại.',
    en: 'The revocation list was not copied whole. Copy it or update again.',
  },
  'time-impossible': {
    vi: 'Danh sách thu hồi ghi thời điểm phát hành không có thật. Báo cho cơ quan có thẩm quyền.',
    en: 'The revocation list states an impossible issue time. Tell the authority.',
  },
  'not-in-order': {
    vi: 'Danh sách thu hồi không theo thứ tự nên không tra cứu được. Báo cho cơ quan có thẩm quyền.',
    en: 'The revocation list is out of order and cannot be searched. Tell the authority.',
  },
}
