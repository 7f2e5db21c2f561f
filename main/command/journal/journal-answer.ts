/** What `chot journal verify` says of what it found. */
import type { Locale } from '../../../shared/language/locale.ts'
import { formatSeconds } from '../../../shared/language/number.ts'
import { say } from '../../../shared/language/say.ts'
import { isLoss } from '../../../shared/ledger/discord.ts'
import { sayDiscord, type CheckPart, type JournalAnswer } from '../../journal/index.ts'

const words = {
  vi: {
    intact: 'nguyên vẹn: {entries} bản ghi, mã băm cuối {head}, đã ký đến bản ghi {signed}',
    found: 'KHÔNG KHỚP. {sentence}',
    earlier: 'Bản ghi {entry} ghi lại điều Chốt thấy khi mở: {sentence}',
    unsearched: 'Chưa so chỉ mục tìm kiếm (--no-search).',
    time: 'Thời gian: {seconds} giây.',
    entries: 'đã so các bản ghi: {percent} %, {seconds} giây …',
    rows: 'đang so các bảng với các bản ghi, {seconds} giây …',
    search: 'đã so chỉ mục tìm kiếm: {percent} %, {seconds} giây …',
  },
  en: {
    intact: 'intact: {entries} entries, head {head}, signed up to entry {signed}',
    found: 'DOES NOT AGREE. {sentence}',
    earlier: 'Entry {entry} says what Chốt found when it was opened: {sentence}',
    unsearched: 'The search index was not compared (--no-search).',
    time: 'Time: {seconds} s.',
    entries: 'entries compared: {percent} %, {seconds} s …',
    rows: 'comparing tables with the entries, {seconds} s …',
    search: 'search index compared: {percent} %, {seconds} s …',
  },
} as const satisfies Record<Locale, Record<string, string>>

/** Whether nothing was found, and no entry says that something was lost. */
export const isWhole = ({ discords, earlier }: JournalAnswer): boolean =>
  discords.length === 0 && !earlier.some(({ discord }) => isLoss(discord))

/** The lines of an answer. `searched`: whether the search index was compared. */
export function sayAnswer(
  locale: Locale,
  answer: JournalAnswer,
  { searched, milliseconds }: { searched: boolean; milliseconds: number },
): string[] {
  const word = words[locale]
  const { discords, earlier, entries, head, signed } = answer
  return [
    ...earlier.map(({ entry, discord }) => say(locale, word.earlier, { entry, sentence: sayDiscord(locale, discord) })),
    ...discords.map((discord) => say(locale, word.found, { sentence: sayDiscord(locale, discord) })),
    ...(isWhole(answer) ? [say(locale, word.intact, { entries: String(entries), head, signed: String(signed) })] : []),
    ...(searched ? [] : [word.unsearched]),
    say(locale, word.time, { seconds: formatSeconds(locale, milliseconds) }),
  ]
}

/** How far it is, in one line. @param share from 0 to 1 */
export function sayProgress(locale: Locale, part: CheckPart, share: number, milliseconds: number): string {
  return say(locale, words[locale][part], {
    percent: Math.floor(share * 100),
    seconds: formatSeconds(locale, milliseconds),
  })
}
