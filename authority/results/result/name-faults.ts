/** What can be wrong with a person's name, in words for who prepared the file. */
import type { NameDamage } from '../../../shared/domain/person/name-plausibility.ts'
import type { Sentences } from '../../../shared/language/locale.ts'
import type { NameForm } from './name-form.ts'

/** What happened to a name, by the signs it shows. */
export const nameSentences = {
  'name-empty': { vi: 'còn trống; điền vào', en: 'is empty; fill it in' },
  'name-unseen': {
    vi: '"{value}" có xuống dòng hoặc ký tự không nhìn thấy; gõ lại tên trên một dòng',
    en: '"{value}" has a line break or characters that cannot be seen; type the name again on one line',
  },
  'name-replaced': {
    vi: '"{value}" mất chữ: có dấu hỏi hoặc dấu � thay cho chữ; xuất lại tệp bằng UTF-8',
    en: '"{value}" lost letters to question marks or �; export the file again in UTF-8',
  },
  'name-not-letters': {
    vi: '"{value}" có ký tự không có trong tên người; sửa lại',
    en: '"{value}" has characters that no name has; correct it',
  },
  'name-styled': {
    vi: '"{value}" viết bằng chữ kiểu đặc biệt; gõ lại bằng chữ thường',
    en: '"{value}" is in decorative letters; type it in plain ones',
  },
  'name-mixed-scripts': {
    vi: '"{value}" lẫn chữ của bảng chữ cái khác trông giống chữ Latinh; gõ lại tên',
    en: '"{value}" has letters of another alphabet that look like Latin ones; type the name again',
  },
  'name-piled-marks': {
    vi: '"{value}" có dấu đặt sai hoặc quá nhiều dấu; gõ lại tên',
    en: '"{value}" has marks out of place or too many of them; type the name again',
  },
  'name-twice-encoded': {
    vi: '"{value}" là tiếng Việt UTF-8 bị đọc sai bảng mã; lưu lại tệp gốc kiểu "CSV UTF-8" hoặc .xlsx',
    en: '"{value}" is UTF-8 that was read as another encoding; save the original file again as "CSV UTF-8" or .xlsx',
  },
  'name-tcvn3': {
    vi: '"{value}" viết bằng bảng mã cũ TCVN3 (phông .VnTime); chuyển tệp sang Unicode rồi chạy lại',
    en: '"{value}" is in the old character set TCVN3 (fonts .VnTime); convert the file to Unicode and run again',
  },
  'name-vni': {
    vi: '"{value}" viết bằng bảng mã cũ VNI; chuyển tệp sang Unicode rồi chạy lại',
    en: '"{value}" is in the old character set VNI; convert the file to Unicode and run again',
  },
  'name-windows-1258': {
    vi: '"{value}" viết bằng bảng mã cũ Windows-1258; lưu lại tệp bằng Unicode rồi chạy lại',
    en: '"{value}" is in the old character set Windows-1258; save the file in Unicode and run again',
  },
  'name-lost-letters': {
    vi: '"{value}" mất những chữ có dấu; gõ lại tên, hoặc xuất lại tệp bằng UTF-8',
    en: '"{value}" lost its letters with marks; type the name again, or export the file in UTF-8',
  },
  'name-keyed': {
    vi: '"{value}" gõ Telex hoặc VNI khi bộ gõ đang tắt; gõ lại tên có dấu',
    en: '"{value}" was typed in Telex or VNI with the input method off; type the name again with its marks',
  },
  'name-eth': {
    vi: '"{value}" có chữ Ð của bảng chữ cái khác, không phải Đ tiếng Việt; gõ lại tên bằng bộ gõ Unicode',
    en: '"{value}" has another alphabet’s Ð, which is not the Vietnamese Đ; type the name again',
  },
  'name-shortened': {
    vi: '"{value}" viết tắt; ghi đủ họ tên như trên giấy tờ, không có dấu chấm',
    en: '"{value}" is shortened; write the whole name as in the passport, without full stops',
  },
  'name-title': {
    vi: '"{value}" có danh xưng hoặc học vị; chỉ ghi họ tên',
    en: '"{value}" has a title; write the name alone',
  },
  'name-placeholder': {
    vi: '"{value}" không phải tên của ai; ghi họ tên như trên giấy tờ, hoặc xóa dòng',
    en: '"{value}" is nobody’s name; write the name as in the passport, or delete the line',
  },
  'name-remark': {
    vi: '"{value}" có ghi chú hoặc hai người trong một ô; chỉ ghi họ tên của một người',
    en: '"{value}" has a remark or two people in one cell; write the name of one person alone',
  },
} as const satisfies Record<`name-${NameDamage | NameForm}`, Sentences>
