/** Why a profile could not be opened, in a person's words: the same in both shells. */
import { shortestPassphrase } from '../../shared/domain/secret/passphrase.ts'
import type { Locale, Sentences } from '../../shared/language/locale.ts'
import { shownText } from '../../shared/language/shown-text.ts'
import { OwnFileReplaced } from '../files/index.ts'
import { JournalOfAnotherMode } from '../journal/index.ts'
import { TrustUnreadable } from '../trust/index.ts'
import { sayCheckpointFault } from './checkpoint-fault.ts'

type Said = (profile: string, error: unknown) => Sentences | null

/** By the error's code; see `openApp` and `readPageFiles`. */
const sentences: ReadonlyMap<unknown, Said> = new Map<unknown, Said>([
  [
    'PROFILE_IN_USE',
    (profile) => ({
      vi: `Chốt đang chạy với hồ sơ ${profile}. Hãy dùng cửa sổ đang mở, hoặc đóng nó rồi chạy lại.`,
      en: `Chốt is already running on the profile ${profile}. Use the window that is open, or close it and start again.`,
    }),
  ],
  ['CHECKPOINT_UNREADABLE', sayCheckpointFault],
  [
    'TRUST_UNREADABLE',
    (profile, error) =>
      error instanceof TrustUnreadable
        ? {
            vi: `Hồ sơ ${profile}: ${error.sentence('vi')} Sau đó hãy mở lại Chốt.`,
            en: `The profile ${profile}: ${error.sentence('en')} Then start Chốt again.`,
          }
        : null,
  ],
  [
    'JOURNAL_FROM_FUTURE',
    (profile) => ({
      vi: `Nhật ký trong ${profile} do một phiên bản Chốt mới hơn ghi. Hãy cài phiên bản đó; bản này không động đến nhật ký.`,
      en: `The journal in ${profile} was written by a newer Chốt. Install that one; this one leaves the journal alone.`,
    }),
  ],
  [
    'JOURNAL_FROM_PAST',
    (profile) => ({
      vi: `Nhật ký trong ${profile} do một phiên bản Chốt cũ hơn ghi. Hãy mở Chốt một lần để nâng cấp nhật ký rồi chạy lại lệnh này.`,
      en: `The journal in ${profile} was written by an earlier Chốt. Start Chốt once, which brings it up to date, then run this again.`,
    }),
  ],
  [
    'JOURNAL_EMPTY',
    (profile) => ({
      vi: `Tệp nhật ký trong ${profile} không có gì. Nếu Chốt chưa từng mở ở đây thì hãy mở một lần. Nếu đã mở thì tệp đã bị làm rỗng. Hãy báo bộ phận CNTT, giữ nguyên hồ sơ, khôi phục bản sao lưu vào một thư mục trống ("npx chot restore"); không có bản sao lưu thì "npx chot journal begin" mở nhật ký mới.`,
      en: `The journal’s file in ${profile} has nothing in it. Where Chốt was never started here, start it once. Otherwise the file was emptied: tell IT, keep the profile as it is, and restore a backup into an empty folder ("npx chot restore"); without one, "npx chot journal begin" begins a new journal.`,
    }),
  ],
  [
    'JOURNAL_KEY_WRONG',
    (profile) => ({
      vi: `Khóa trong ${profile} không mở được nhật ký: secret.json là của hồ sơ khác. Hãy lấy lại khóa bí mật bằng mã khôi phục ("npx chot secret recover"), hoặc chép lại đúng secret.json, rồi mở lại Chốt. Nếu vẫn vậy thì đầu tệp nhật ký đã hỏng: khôi phục bản sao lưu vào một thư mục trống ("npx chot restore").`,
      en: `The key in ${profile} does not open the journal: secret.json is another profile’s. Have the right one back with the recovery code ("npx chot secret recover"), or put its copy back, then start Chốt again. Where that changes nothing, the journal’s file is damaged at its beginning: restore a backup into an empty folder ("npx chot restore").`,
    }),
  ],
  [
    'JOURNAL_SCHEMA_ALTERED',
    (profile) => ({
      vi: `Có người đã sửa cấu trúc của nhật ký trong ${profile}, nên Chốt không mở nhật ký này. Hãy chạy "npx chot journal verify" để biết chỗ nào bị sửa, báo bộ phận CNTT và giữ nguyên hồ sơ. Để chốt làm việc tiếp: "npx chot journal begin" cất nhật ký này sang bên và mở nhật ký mới.`,
      en: `Somebody has altered the structure of the journal in ${profile}, so Chốt does not open it. Run "npx chot journal verify", which names what was altered, tell IT, and keep the profile as it is. To go on working, run "npx chot journal begin", which sets this journal aside and begins a new one.`,
    }),
  ],
  ['OWN_FILE_REPLACED', sayReplaced],
  ['JOURNAL_OF_ANOTHER_MODE', sayOtherMode],
  [
    'JOURNAL_NOT_WRITABLE',
    (profile) => ({
      vi: `Không ghi được nhật ký trong ${profile}: đĩa đầy hoặc chỉ đọc. Hãy giải phóng chỗ hoặc báo bộ phận CNTT rồi mở lại Chốt.`,
      en: `The journal in ${profile} cannot be written: the disk is full or read-only. Make room or tell IT, then start Chốt again.`,
    }),
  ],
  [
    'JOURNAL_NOT_SHARED',
    (profile) => ({
      vi: `Chốt đang chạy đã mở nhật ký trong ${profile} khi đĩa đầy, nên chưa lệnh nào khác đọc được. Hãy giải phóng chỗ, quét một mã trong Chốt rồi chạy lại lệnh này.`,
      en: `The running Chốt opened the journal in ${profile} on a full disk, so nothing else can read it yet. Make room, scan a code in Chốt, then run this again.`,
    }),
  ],
  [
    'SECRET_UNREADABLE',
    (profile) => ({
      vi: `Không đọc được secret.json trong ${profile}. Hãy lấy lại khóa bí mật bằng mã khôi phục ("npx chot secret recover") rồi mở lại Chốt; không có mã thì chép lại tệp này từ bản sao.`,
      en: `The file secret.json in ${profile} cannot be read. Have it back with the recovery code ("npx chot secret recover"), then start Chốt again; without a code, put its copy back.`,
    }),
  ],
  [
    'SECRET_MISSING',
    (profile) => ({
      vi: `Thiếu secret.json trong ${profile}. Hãy lấy lại bằng mã khôi phục ("npx chot secret recover"), hoặc khôi phục bản sao lưu vào một thư mục trống ("npx chot restore"): không có khóa thì không mở được nhật ký, và Chốt không tạo khóa mới khi nhật ký cũ còn đó. Nếu không có mã lẫn bản sao, hãy chạy "npx chot journal begin": nhật ký cũ vẫn còn nguyên và nhật ký mới bắt đầu.`,
      en: `The file secret.json in ${profile} is missing. Have it back with the recovery code ("npx chot secret recover"), or restore a backup into an empty folder ("npx chot restore"): the journal cannot be opened without it, and no new one is made while that journal is there. If there is neither code nor copy, run "npx chot journal begin": it keeps the old journal and begins a new one.`,
    }),
  ],
  [
    'SECRET_NOT_MADE',
    (profile) => ({
      vi: `Hồ sơ ${profile} chưa có secret.json vì Chốt chưa mở hồ sơ này lần nào. Hãy mở Chốt một lần rồi chạy lại lệnh.`,
      en: `The profile ${profile} has no secret.json yet, for Chốt has never been started on it. Start Chốt once, then run this again.`,
    }),
  ],
  [
    'SECRET_SEALED',
    (profile) => ({
      vi: `Hệ điều hành giữ khóa của ${profile} và không đưa ra ở đây. Hãy mở bằng ứng dụng Chốt, với đúng người dùng và đúng máy; ở máy khác thì lấy lại khóa bí mật bằng mã khôi phục ("npx chot secret recover").`,
      en: `The operating system keeps the key of ${profile} and does not give it out here. Open it with the Chốt application, as the same user on the same machine; elsewhere have it back with the recovery code ("npx chot secret recover").`,
    }),
  ],
  [
    'PASSPHRASE_NEEDED',
    (profile) => ({
      vi: `Hồ sơ ${profile} cần mật khẩu. Hãy chạy Chốt trong cửa sổ lệnh để nhập, hoặc đặt CHOT_PASSPHRASE.`,
      en: `The profile ${profile} needs its passphrase. Start Chốt in a terminal to type it, or set CHOT_PASSPHRASE.`,
    }),
  ],
  [
    'PASSPHRASE_WRONG',
    (profile) => ({
      vi: `Mật khẩu không đúng với hồ sơ ${profile}. Hãy thử lại; nếu quên thì dùng mã khôi phục ("npx chot secret recover").`,
      en: `That is not the passphrase of the profile ${profile}. Try again; if it is forgotten, use the recovery code ("npx chot secret recover").`,
    }),
  ],
  [
    'PASSPHRASE_SHORT',
    (profile) => ({
      vi: `Mật khẩu trong CHOT_PASSPHRASE ngắn hơn ${shortestPassphrase} ký tự nên không dùng để giữ khóa của ${profile}. Chọn mật khẩu dài hơn, như bốn từ không liên quan, rồi mở lại Chốt.`,
      en: `The passphrase in CHOT_PASSPHRASE has fewer than ${shortestPassphrase} characters, and the secret of ${profile} is not put under it. Choose a longer one, such as four unrelated words, and start Chốt again.`,
    }),
  ],
  [
    'SECRET_NOT_WRITTEN',
    (profile) => ({
      vi: `Không ghi được khóa bí mật của hồ sơ vào ${profile}: ổ đĩa đầy, chỉ đọc hoặc không có quyền. Hãy giải phóng chỗ hoặc mở quyền ghi rồi mở lại Chốt.`,
      en: `The profile’s secret cannot be written to ${profile}: the disk is full or read-only, or you may not write there. Make room or allow writing, then start Chốt again.`,
    }),
  ],
  [
    'PAGE_NOT_BUILT',
    () => ({
      vi: 'Màn hình của Chốt chưa được dựng. Hãy chạy "npm run build" rồi mở lại.',
      en: 'The screen of Chốt has not been built. Run "npm run build", then start again.',
    }),
  ],
])

function sayReplaced(profile: string, error: unknown): Sentences {
  const path = shownText(error instanceof OwnFileReplaced ? error.path : profile)
  return {
    vi: `${path} không phải tệp thường: có người đã đặt thư mục, liên kết, ống dẫn hay thiết bị vào chỗ của tệp, nên Chốt không mở. Hãy báo bộ phận CNTT, chuyển nó ra khỏi hồ sơ ${profile} và chép lại tệp thật, hoặc khôi phục bản sao lưu vào một thư mục trống ("npx chot restore"); mất hẳn nhật ký thì chạy "npx chot journal begin".`,
    en: `${path} is no regular file: somebody has put a folder, a link, a pipe or a device in its place, and Chốt does not open it. Tell IT, move it out of the profile ${profile} and put the real file back, or restore a backup into an empty folder ("npx chot restore"); where the journal is lost for good, run "npx chot journal begin".`,
  }
}

function sayOtherMode(profile: string, error: unknown): Sentences {
  const mode = error instanceof JournalOfAnotherMode ? error.mode : 'real'
  const vi = { practice: 'để tập huấn', real: 'của chốt thật' }[mode]
  const en = { practice: 'for practice', real: 'of a real checkpoint' }[mode]
  return {
    vi: `Nhật ký trong ${profile} là nhật ký ${vi}, còn checkpoint.json ghi khác. Chế độ của một hồ sơ không bao giờ đổi. Hãy chạy "npx chot checkpoint set" với --name và --lane, lệnh ghi lại checkpoint.json theo nhật ký; muốn dùng chế độ kia thì lập hồ sơ khác trong một thư mục trống.`,
    en: `The journal in ${profile} is ${en}, and checkpoint.json says otherwise. A profile’s mode never changes. Run "npx chot checkpoint set" with --name and --lane, which writes checkpoint.json by the journal again; for the other mode, set up another profile in an empty folder.`,
  }
}

/**
 * What to tell the person, or null where the error is none of the expected ones.
 * @param locale null: nobody has chosen one, and it is told in both
 */
export function openingSentence(error: unknown, profile: string, locale: Locale | null): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  const said = sentences.get(code)?.(profile, error) ?? null
  if (said === null || locale !== null) return said?.[locale ?? 'vi'] ?? null
  return `${said.vi} / ${said.en}`
}
