/** What a check has found, in a person's words: what does not agree, then what to do. */
import type { Locale } from '../../../shared/language/locale.ts'
import { say } from '../../../shared/language/say.ts'
import type { DerivedTable, Discord } from '../../../shared/ledger/discord.ts'

type Sentences = Record<Exclude<Discord['why'], 'row-missing' | 'row-altered' | 'row-unfounded'>, string>

const report = {
  vi: 'Hãy báo bộ phận CNTT và giữ nguyên hồ sơ này.',
  en: 'Tell IT, and keep this profile as it is.',
} as const

const sentences: Record<Locale, Sentences> = {
  vi: {
    'out-of-order': `Bản ghi {seq} không nối tiếp bản ghi trước nó: có bản ghi bị mất hoặc bị đổi chỗ. ${report.vi}`,
    'not-chained': `Bản ghi {seq} không khớp với bản ghi trước nó: một trong hai bản ghi đã bị thay. ${report.vi}`,
    'header-altered': `Phần đầu của bản ghi {seq} đã bị sửa. ${report.vi}`,
    'payload-altered': `Nội dung của bản ghi {seq} đã bị sửa. ${report.vi}`,
    'payload-missing': `Nội dung của bản ghi {seq} không còn, mà không bản ghi nào nói là đã xóa. ${report.vi}`,
    'payload-returned': `Bản ghi {seq} đã được ghi là xóa nội dung nhưng nội dung lại có: một bản cũ đã được chép lại. ${report.vi}`,
    'payload-unreadable': `Nội dung của bản ghi {seq} không phải là nội dung của loại bản ghi này: bản ghi này không phải do Chốt ghi, mà có người đã ghi bằng khóa của hồ sơ. ${report.vi}`,
    'head-forged': `Chữ ký tại bản ghi {seq} không phải do máy này ký. ${report.vi}`,
    'not-as-signed': `Bản ghi {seq} khác với bản ghi mà máy này đã ký: nhật ký đã bị viết lại. ${report.vi}`,
    truncated: `Nhật ký thiếu các bản ghi từ {seq} trở đi, mà máy này đã ký. ${report.vi}`,
    'heads-damaged': `Tệp heads.jsonl có {seq} dòng bị hỏng. Hãy đối chiếu với phiếu giao ca đã in, rồi đóng Chốt và chạy "npx chot journal rebuild".`,
    'head-lost': `Chữ ký tại bản ghi {seq} chỉ còn ở một trong hai nơi: trong nhật ký hoặc trong heads.jsonl. Hãy đối chiếu với phiếu giao ca đã in, rồi đóng Chốt và chạy "npx chot journal rebuild".`,
    'keys-forged': `Bản ghi {seq} nói máy đổi khóa nhưng không có đủ chữ ký của khóa cũ và khóa mới: bản ghi này không phải do máy ghi. ${report.vi}`,
    'keys-lost': `Khóa của máy nằm trong nhật ký không phải khóa mà các bản ghi nêu: một phần cũ của tệp đã được chép lại. ${report.vi}`,
    'receipt-forged': `Biên nhận cho đến bản ghi {seq} không phải do trung tâm ký, hoặc là cho nhật ký khác. ${report.vi}`,
    unsigned: `Bản ghi {seq} mang tên cán bộ nhưng mất chữ ký của người đó. ${report.vi}`,
    'signer-unknown': `Bản ghi {seq} được ký bằng khóa mà cán bộ được ghi tên không có vào lúc đó: chưa được thêm, đã thôi, hoặc đã đổi khóa. ${report.vi}`,
    'signature-forged': `Chữ ký bên bản ghi {seq} không phải của cán bộ được ghi tên. ${report.vi}`,
    'cut-off': `Nhật ký thiếu các bản ghi từ {seq} đến {last}, mà tệp journal.end ghi là đã có: cuối nhật ký đã bị cắt hoặc một bản cũ đã được chép lại. ${report.vi}`,
    'not-as-vouched': `Bản ghi {seq} khác với bản ghi mà tệp journal.end ghi: nhật ký đã bị viết lại. ${report.vi}`,
    'cut-off-far': `Nhật ký thiếu các bản ghi từ {seq} đến {last}, mà thư mục thiết lập của người dùng này ghi là đã có: một bản cũ của cả hồ sơ đã được chép lại. Nếu chép lại có chủ ý, phải dùng lệnh khôi phục của Chốt. ${report.vi}`,
    'not-as-vouched-far': `Bản ghi {seq} khác với bản ghi mà thư mục thiết lập của người dùng này ghi: nhật ký đã bị viết lại. ${report.vi}`,
    'mark-missing': `Thiếu tệp journal.end bên cạnh nhật ký {seq} bản ghi: không biết cuối nhật ký có bị cắt hay không. Hãy đối chiếu với phiếu giao ca đã in.`,
    'mark-damaged': `Tệp journal.end bị hỏng hoặc là của hồ sơ khác: không biết cuối nhật ký có bị cắt hay không. Hãy đối chiếu với phiếu giao ca đã in.`,
    'mark-old': `Tệp journal.end chỉ ghi đến bản ghi {seq}, cũ hơn điều máy này đã ký hoặc đã ghi nơi khác sau đó: một bản cũ của tệp đã được chép lại, hoặc đĩa không nhận ghi. Không biết cuối nhật ký có bị cắt hay không. Hãy đối chiếu với phiếu giao ca đã in.`,
    'draft-old': `Lượt qua chốt đang làm dở là bản cũ đã được chép lại: bản ghi {seq} đã ghi quyết định sau bản đó. Bản này không được mở lại; hãy quét lại. ${report.vi}`,
    'draft-misplaced': `Lượt qua chốt đang làm dở không thuộc nhật ký này: bản ghi {seq} khác với bản ghi mà nó được lưu sau đó. Bản này không được mở lại; hãy quét lại. ${report.vi}`,
    unreadable: `Không đọc được tệp nhật ký{seq, plural, =0 {} other { từ bản ghi {seq}}}: tệp bị hỏng. ${report.vi}`,
    'file-inconsistent': `Các trang của tệp nhật ký không khớp nhau: có trang cũ đã được chép lại, hoặc đĩa hỏng. Các con số và kết quả tìm kiếm không đáng tin. ${report.vi}`,
    'schema-altered': `Trong tệp nhật ký, {object} {fault, select, added {không phải do Chốt tạo ra} altered {khác với khi Chốt tạo ra} other {đã bị xóa}}: có người đã sửa cấu trúc của tệp bằng khóa của hồ sơ này. Chốt không đọc và không ghi nhật ký này nữa. ${report.vi} Để chốt làm việc tiếp: "npx chot journal begin" cất nhật ký này sang bên và mở nhật ký mới, hoặc "npx chot restore" từ bản sao lưu.`,
  },
  en: {
    'out-of-order': `Entry {seq} does not follow the one before it: entries are missing or were moved. ${report.en}`,
    'not-chained': `Entry {seq} does not fit the one before it: one of them was replaced. ${report.en}`,
    'header-altered': `The header of entry {seq} was altered. ${report.en}`,
    'payload-altered': `The content of entry {seq} was altered. ${report.en}`,
    'payload-missing': `The content of entry {seq} is gone, and no entry says that it was erased. ${report.en}`,
    'payload-returned': `Entry {seq} was erased and has its content again: an older copy was put back. ${report.en}`,
    'payload-unreadable': `The content of entry {seq} is none that an entry of its kind has: it was not written by Chốt, but by somebody with this profile’s key. ${report.en}`,
    'head-forged': `The signature at entry {seq} is not this kiosk’s. ${report.en}`,
    'not-as-signed': `Entry {seq} is not the one that this kiosk has signed: the journal was written anew. ${report.en}`,
    truncated: `The journal lacks the entries from {seq} on, which this kiosk has signed. ${report.en}`,
    'heads-damaged': `heads.jsonl has {seq, plural, one {# damaged line} other {# damaged lines}}. Compare with printed shift reports, then close Chốt and run "npx chot journal rebuild".`,
    'head-lost': `The signature at entry {seq} is left in only one of two places, the journal or heads.jsonl. Compare with printed shift reports, then close Chốt and run "npx chot journal rebuild".`,
    'keys-forged': `Entry {seq} says that the kiosk changes its keys, and is not signed by the old one and the new one: the kiosk did not write it. ${report.en}`,
    'keys-lost': `The kiosk’s keys in the journal are not those that its entries say: an older part of the file was put back. ${report.en}`,
    'receipt-forged': `The receipt up to entry {seq} is not what the hub signed, or is for another journal. ${report.en}`,
    unsigned: `Entry {seq} names an officer and has lost their signature. ${report.en}`,
    'signer-unknown': `Entry {seq} is signed with a key that the officer it names did not have then: not appointed yet, removed, or given another. ${report.en}`,
    'signature-forged': `The signature beside entry {seq} is not of the officer that it names. ${report.en}`,
    'cut-off': `The journal lacks the entries from {seq} to {last}, which the file journal.end vouches for: its end was cut off, or an older copy was put back. ${report.en}`,
    'not-as-vouched': `Entry {seq} is not the one that the file journal.end vouches for: the journal was written anew. ${report.en}`,
    'cut-off-far': `The journal lacks the entries from {seq} to {last}, which the folder of this user’s settings vouches for: an older copy of the whole profile was put back. Where that was meant, it is done with Chốt’s own command to restore. ${report.en}`,
    'not-as-vouched-far': `Entry {seq} is not the one that the folder of this user’s settings vouches for: the journal was written anew. ${report.en}`,
    'mark-missing': `The file journal.end is missing beside a journal of {seq} entries: nothing vouches for its end. Compare with printed shift reports.`,
    'mark-damaged': `The file journal.end is damaged or another profile’s: nothing vouches for the journal’s end. Compare with printed shift reports.`,
    'mark-old': `The file journal.end vouches up to entry {seq} alone, and is older than what this kiosk has signed or marked elsewhere since: an older copy of it was put back, or the disk did not take it. Nothing vouches for the journal’s end. Compare with printed shift reports.`,
    'draft-old': `The crossing that was being built is an older one that was put back: entry {seq} records a decision of after it. It was not opened again; scan again. ${report.en}`,
    'draft-misplaced': `The crossing that was being built is not of this journal: entry {seq} is not the one that it was kept behind. It was not opened again; scan again. ${report.en}`,
    unreadable: `The journal’s file cannot be read{seq, plural, =0 {} other { from entry {seq} on}}: it is damaged. ${report.en}`,
    'file-inconsistent': `Pages of the journal’s file do not belong together: an older one was put back, or the disk is failing. Numbers and searches are not to be believed. ${report.en}`,
    'schema-altered': `In the journal’s file, {object} {fault, select, added {was not made by Chốt} altered {is not as Chốt made it} other {is missing}}: somebody has altered the file’s structure, with this profile’s key. Chốt no longer reads or writes this journal. ${report.en} To go on working, run "npx chot journal begin", which sets this journal aside and begins a new one, or "npx chot restore" with a backup.`,
  },
}

const tableWords: Record<Locale, Record<DerivedTable, string>> = {
  vi: {
    scans: 'danh sách lượt quét',
    crossings: 'danh sách lượt qua chốt',
    crossing_changes: 'danh sách lần sửa lượt qua chốt',
    entry_times: 'bảng thời gian các bản ghi',
    erased_counts: 'số lượt quét đã xóa',
    erased_crossings: 'số lượt qua chốt đã xóa',
    delivered: 'mốc đã giao',
    search: 'chỉ mục tìm kiếm',
    indices: 'chỉ mục của nhật ký',
  },
  en: {
    scans: 'the list of scans',
    crossings: 'the list of crossings',
    crossing_changes: 'the list of corrections',
    entry_times: 'the times of entries',
    erased_counts: 'the counts of erased scans',
    erased_crossings: 'the counts of erased crossings',
    delivered: 'how far it was delivered',
    search: 'the search index',
    indices: 'the journal’s indices',
  },
}

const rowSentences: Record<Locale, string> = {
  vi: `{seq, plural, =0 {Các bản ghi} other {Bản ghi {seq}}} và {table} không khớp nhau ({fault, select, missing {thiếu dòng} altered {dòng bị khác} other {dòng không có gốc}}): các con số và kết quả tìm kiếm trước nay không đáng tin. Hãy đóng Chốt và chạy "npx chot journal rebuild".`,
  en: `{seq, plural, =0 {The entries} other {Entry {seq}}} and {table} do not agree ({fault, select, missing {a row is missing} altered {a row is different} other {a row has no entry behind it}}): numbers and searches were not to be believed. Close Chốt and run "npx chot journal rebuild".`,
}

/** The sentence of what was found. */
export function sayDiscord(locale: Locale, discord: Discord): string {
  const { seq } = discord
  if (!('table' in discord)) {
    const last = 'vouched' in discord ? discord.vouched.seq : seq
    const { object, fault } = 'object' in discord ? discord : { object: '', fault: '' }
    return say(locale, sentences[locale][discord.why], { seq, last, object, fault })
  }
  const { why, table } = discord
  // The letters of ICU's selectors: it takes no hyphen.
  return say(locale, rowSentences[locale], { fault: why.slice('row-'.length), table: tableWords[locale][table], seq })
}
