/** What can keep the authority from publishing, and what to do about it. Codes are stable. */
import type { FindingValues } from '../../shared/domain/finding/verdict.ts'
import type { Sentences } from '../../shared/language/locale.ts'
import { status, Failure } from '../../main/terminal/index.ts'

const sentences = {
  'no-authority': {
    vi: 'Không có thư mục cơ quan phát hành ở "{folder}". Chạy "chot-authority init" trước, hoặc chỉ đúng thư mục bằng --authority.',
    en: 'There is no authority in "{folder}". Run "chot-authority init" first, or name its folder with --authority.',
  },
  'already-authority': {
    vi: 'Thư mục "{folder}" đã có cơ quan phát hành. Chọn thư mục khác; khóa cũ không bị ghi đè.',
    en: 'There already is an authority in "{folder}". Choose another folder; its keys are not overwritten.',
  },
  'passphrase-missing': {
    vi: 'Chưa có mật khẩu bảo vệ khóa. Đặt biến CHOT_AUTHORITY_PASSPHRASE hoặc chạy lệnh trong cửa sổ dòng lệnh để được hỏi.',
    en: 'The passphrase of the keys is missing. Set CHOT_AUTHORITY_PASSPHRASE, or run this in a terminal to be asked.',
  },
  'passphrase-differs': {
    vi: 'Hai lần nhập mật khẩu không giống nhau. Chạy lại lệnh.',
    en: 'The two passphrases differ. Run the command again.',
  },
  'wrong-passphrase': {
    vi: 'Mật khẩu không mở được khóa "{file}". Kiểm tra mật khẩu; nếu đúng, tệp khóa đã hỏng, hãy dùng bản sao lưu.',
    en: 'The passphrase does not open the key "{file}". Check it; if it is right, the file is damaged and its backup is needed.',
  },
  'key-file-damaged': {
    vi: 'Tệp khóa "{file}" không đọc được. Khôi phục từ bản sao lưu.',
    en: 'The key file "{file}" cannot be read. Restore it from its backup.',
  },
  'keys-missing': {
    vi: 'Vai trò {role} cần {needed} chữ ký nhưng chỉ tìm thấy {found} khóa. Cắm thẻ có khóa còn thiếu và chỉ thư mục bằng --keys.',
    en: 'The role {role} needs {needed} signatures, but only {found} of its keys were found. Plug in what holds the others and name it with --keys.',
  },
  'metadata-damaged': {
    vi: 'Không đọc được "{file}" của cơ quan phát hành. Khôi phục thư mục từ bản sao lưu.',
    en: 'The authority’s own "{file}" cannot be read. Restore the folder from its backup.',
  },
  'root-expired': {
    vi: 'Khóa gốc đã hết hạn lúc {expiredAt}. Chạy "chot-authority key renew" rồi phát hành lại.',
    en: 'The root expired at {expiredAt}. Run "chot-authority key renew" and publish again.',
  },
  'too-few-keys': {
    vi: 'Vai trò {role} sẽ chỉ còn {found} khóa trong khi ngưỡng là {needed}. Thêm khóa mới trước ("key add {role}") hoặc giảm ngưỡng bằng --threshold.',
    en: 'The role {role} would have {found} keys left for a threshold of {needed}. Add a new key first ("key add {role}"), or lower it with --threshold.',
  },
  'no-such-key': {
    vi: 'Không có khóa nào bắt đầu bằng "{key}". Xem danh sách bằng "chot-authority key list".',
    en: 'No key begins with "{key}". "chot-authority key list" shows them.',
  },
  'key-ambiguous': {
    vi: 'Có nhiều khóa bắt đầu bằng "{key}". Ghi thêm ký tự.',
    en: 'Several keys begin with "{key}". Give more of it.',
  },
  'key-beginning-short': {
    vi: '"{key}" quá ngắn để chỉ một khóa. Ghi ít nhất {least} ký tự đầu; xem mã khóa bằng "chot-authority key list".',
    en: '"{key}" is too short to name a key. Give at least its first {least} characters; "chot-authority key list" shows them.',
  },
  'key-not-here': {
    vi: 'Phần bí mật của khóa {key} không có trong thư mục cơ quan phát hành. Chưa làm gì; có thể nó đã ở trên USB.',
    en: 'The private half of the key {key} is not in the authority’s folder. Nothing was done; it may be on a stick already.',
  },
  'export-folder': {
    vi: '"{folder}" không phải thư mục có thể nhận khóa: phải có sẵn và nằm ngoài thư mục cơ quan phát hành. Chưa làm gì.',
    en: '"{folder}" cannot take a key: it must be a folder that is there, outside the authority’s. Nothing was done.',
  },
  'export-taken': {
    vi: 'Trong "{file}" đã có tệp khác. Chưa chuyển khóa; chọn thư mục khác.',
    en: 'There is another file in "{file}". The key was not moved; choose another folder.',
  },
  'export-unverified': {
    vi: 'Đọc lại "{file}" không đúng với khóa đã ghi. Khóa vẫn ở chỗ cũ; dùng USB khác.',
    en: 'What was read back from "{file}" is not the key. The key is where it was; use another stick.',
  },
  'target-unusable': {
    vi: 'Không thể phát hành {file}: {why}. Sửa tệp trong thư mục "working" rồi chạy lại.',
    en: '{file} cannot be published: {why}. Put it right in the "working" folder and run this again.',
  },
  'rules-unusable': {
    vi: 'Bộ quy tắc "{file}" không dùng được: {why}. Sửa tệp rồi chạy lại; bộ đang dùng không thay đổi.',
    en: 'The rules in "{file}" cannot be used: {why}. Put the file right and run this again; the rules in place are unchanged.',
  },
  'foreign-repository': {
    vi: 'Trong "{folder}" là kho tin cậy của một cơ quan khác. Chọn thư mục trống.',
    en: 'In "{folder}" is the repository of another authority. Choose an empty folder.',
  },
  'newer-repository': {
    vi: 'Trong "{folder}" là bản phát hành mới hơn ({there}) thư mục cơ quan này biết ({here}). Dùng thư mục cơ quan mới nhất.',
    en: 'In "{folder}" is a newer publication ({there}) than this authority’s folder knows of ({here}). Use the newest folder of the authority.',
  },
  'folder-is-link': {
    vi: '"{folder}" không phải thư mục thường mà là liên kết hoặc tệp. Chưa ghi gì. Xem ai đã đặt nó ở đó, xóa đi rồi chạy lại.',
    en: '"{folder}" is no plain folder but a link or a file. Nothing was written. Find out who put it there, delete it and run again.',
  },
  'publishing-into-itself': {
    vi: 'Không phát hành vào chính thư mục cơ quan, nơi có khóa bí mật. Chọn thư mục khác.',
    en: 'Do not publish into the authority’s own folder, where its private keys are. Choose another folder.',
  },
} as const satisfies Record<string, Sentences>

export type FailureCode = keyof typeof sentences

/** What keeps the authority's folder from being used at all, whatever was asked of it. */
const ofSetUp: ReadonlySet<FailureCode> = new Set([
  'no-authority',
  'passphrase-missing',
  'wrong-passphrase',
  'key-file-damaged',
  'metadata-damaged',
])

/** A failure with its sentences. */
export function failure(code: FailureCode, values: FindingValues = {}, options?: ErrorOptions): Failure {
  return new Failure(code, sentences[code], values, {
    ...options,
    status: ofSetUp.has(code) ? status.setup : status.no,
  })
}
