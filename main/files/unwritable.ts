/** A disk that takes nothing, in a person's words. */

const reasons = [
  { code: /\b(ENOSPC|EDQUOT)\b/, vi: 'ổ đĩa đầy', en: 'the disk is full' },
  { code: /\bEROFS\b/, vi: 'ổ đĩa chỉ đọc', en: 'the disk is read-only' },
  { code: /\b(EACCES|EPERM)\b/, vi: 'không có quyền ghi', en: 'you may not write there' },
]

/**
 * The sentence for something that could not be written below `folder`, in both languages; null where that was not why.
 * @param said what the system said, with its code
 */
export function sayUnwritable(folder: string, said: string): string | null {
  const reason = reasons.find(({ code }) => code.test(said))
  if (!reason) return null
  return (
    `Không ghi được vào ${folder}: ${reason.vi}. Hãy giải phóng chỗ, mở quyền ghi hoặc báo bộ phận CNTT rồi chạy lại. / ` +
    `Nothing can be written to ${folder}: ${reason.en}. Make room, allow writing or tell IT, then start again.`
  )
}
