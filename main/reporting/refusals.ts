/** Why an export was not written, in a person's words, with what to do. */
import type { Sentences } from '../../shared/language/locale.ts'
import { inBoth } from '../../shared/language/locale.ts'
import { say } from '../../shared/language/say.ts'
import { systemReasons } from '../files/index.ts'

export const notRecorded: Sentences = {
  vi: 'Nhật ký không ghi được việc xuất, nên không có tệp nào được xuất. Kiểm tra ổ đĩa còn chỗ rồi xuất lại.',
  en: 'The journal did not take that this was written out, so nothing was. Make sure the disk has room and export again.',
}

export const busy: Sentences = {
  vi: 'Đang xuất một tệp khác. Chờ xong, hoặc dừng tệp đó, rồi xuất lại.',
  en: 'Another file is being written. Wait for it, or stop it, then export again.',
}

export const stopped: Sentences = {
  vi: 'Đã dừng. Không có tệp nào được xuất.',
  en: 'Stopped. No file was written.',
}

const byCode: Readonly<Record<string, Sentences>> = {
  NOT_READ_BACK: {
    vi: 'Không có tệp nào được xuất: đọc lại thì không giống như đã ghi, USB hoặc ổ đĩa bị hỏng. Dùng USB khác rồi xuất lại.',
    en: 'No file was written: what was read back is not what was written, so the stick or disk is worn out. Take another and export again.',
  },
  ARCHIVE_TOO_LARGE: {
    vi: 'Không có tệp nào được xuất: sổ tính lớn quá bốn gigabyte. Chọn khoảng thời gian ngắn hơn, hoặc xuất CSV.',
    en: 'No file was written: the workbook would be beyond four gigabytes. Choose a shorter time, or CSV.',
  },
}

const bySystem: Sentences = {
  vi: 'Không có tệp nào được xuất vào {folder}: {reason}. Chọn nơi khác hoặc dọn chỗ rồi xuất lại.',
  en: 'No file was written to {folder}: {reason}. Choose another place or make room, then export again.',
}

const unknown: Sentences = {
  vi: 'Không có tệp nào được xuất vì lỗi của chương trình. Xuất lại; nếu vẫn vậy, báo kỹ thuật xem kiosk.log.',
  en: 'No file was written, because the program failed. Export again; where that does not help, have IT look at kiosk.log.',
}

/** @param code the stable code of what went wrong; null: it had none */
export function sayNotWritten(code: string | null, folder: string): Sentences {
  if (code === null) return unknown
  const own = byCode[code]
  if (own) return own
  const reason = systemReasons[code]
  return reason ? inBoth((locale) => say(locale, bySystem[locale], { folder, reason: reason[locale] })) : unknown
}
