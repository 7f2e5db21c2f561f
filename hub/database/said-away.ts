/** Why the database took nothing, in a sentence for whoever runs the hub: what was sent stays where it came from. */
import { say } from '../../shared/language/say.ts'
import type { Locale } from '../../shared/language/locale.ts'

const sentences = {
  full: {
    vi: 'Ổ đĩa của cơ sở dữ liệu đầy: chưa nhận gì và không đưa biên nhận; các chốt vẫn giữ và sẽ gửi lại. Giải phóng ổ đĩa; máy chủ tự chạy tiếp. ({why})',
    en: 'The database’s disk is full: nothing was taken and no receipt given; checkpoints keep what they have and send it again. Make room on the disk; the hub goes on by itself. ({why})',
  },
  away: {
    vi: 'Cơ sở dữ liệu không trả lời: chưa nhận gì và không đưa biên nhận; các chốt vẫn giữ và sẽ gửi lại. Nếu kéo dài, xem postgres.log trong thư mục dữ liệu, hoặc máy chủ ở DATABASE_URL. ({why})',
    en: 'The database did not answer: nothing was taken and no receipt given; checkpoints keep what they have and send it again. Where it goes on, see postgres.log in the data folder, or the server of DATABASE_URL. ({why})',
  },
} as const

/** PostgreSQL writes its log in files of 16 MB. With no room for the next one it ends, and starts again and again. Bytes. */
const leastRoom = 16 * 2 ** 20

/** disk_full (PostgreSQL, appendix A). */
const isFull = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '53100'

/** The sentence. @param room bytes that are free where the database writes its log; null: nobody can tell */
export function sayAway(locale: Locale, error: unknown, room: number | null): string {
  const full = isFull(error) || (room !== null && room < leastRoom)
  return say(locale, sentences[full ? 'full' : 'away'][locale], { why: String(error) })
}
