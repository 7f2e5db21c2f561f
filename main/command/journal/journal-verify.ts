/** `chot journal verify`: is a profile's journal whole, and all that comes of it right? */
import { checkJournal, keysFrom, readHead, type Secrets } from '../../journal/index.ts'
import { endsFolder } from '../../profile/index.ts'
import { defineCommand, UsageError, type Terminal } from '../../terminal/index.ts'
import { readingSecrets } from '../profile/command-secrets.ts'
import { isWhole, sayAnswer, sayProgress } from './journal-answer.ts'
import { withJournalToRead } from './journal-to-read.ts'
import { journalOption } from './no-journal.ts'
import { chosenProfile, profileOption } from '../options.ts'
import { practiceLine } from '../../../shared/language/practice-mark.ts'
import { journalMode } from '../profile/profile-mode.ts'

/** How far apart lines of progress are, in milliseconds. */
const betweenLines = 5000

/**
 * Checks the journal in a folder of a profile: its chain, what vouches for it, and everything that is derived from its entries. Exit
 * status 0: all agrees; 1: what does not is named, with what to do.
 * @param options `head`: a signed head as a report carries it (JSON), which the journal must keep to as well; `search`:
 *   whether the search index is compared too; `ends`: where this user's settings have the end once more
 * @throws UsageError, and what the secrets throw
 */
async function verifyJournal(
  { profile, folder }: { profile: string; folder: string },
  secrets: Secrets,
  { locale, print, complain }: Terminal,
  options: { head?: string; search: boolean; ends: string },
): Promise<0 | 1> {
  const head = options.head === undefined ? null : readHead(options.head)
  if (options.head !== undefined && head === null)
    throw new UsageError({ vi: '--head không phải đầu nhật ký có chữ ký', en: '--head is not a signed head' })
  const keys = await keysFrom(secrets)
  const begun = performance.now()
  let said = begun
  const answer = checkJournal(folder, keys, {
    shown: head ? [head] : [],
    search: options.search,
    ends: options.ends,
    progress(part, share) {
      const now = performance.now()
      if (now - said < betweenLines) return
      said = now
      complain(`${sayProgress(locale, part, share, now - begun)}\n`)
    },
  })
  const milliseconds = performance.now() - begun
  print(practiceLine(journalMode(profile, keys.journal, folder), locale))
  print(`${sayAnswer(locale, answer, { searched: options.search, milliseconds }).join('\n')}\n`)
  return isWhole(answer) ? 0 : 1
}

export const journalVerify = defineCommand({
  summary: { vi: 'nhật ký có còn nguyên vẹn không', en: 'is the journal whole, and what is derived from it right?' },
  about: {
    vi: 'So nhật ký với chính nó và với những gì làm chứng cho nó: chuỗi các bản ghi, các đầu nhật ký mà chốt đã ký, tệp journal.end nêu bản ghi cuối, đầu nhật ký trên báo cáo đã in; rồi so mọi thứ suy ra từ các bản ghi: danh sách, số đếm, mốc đã giao, sau cùng là chỉ mục tìm kiếm. Nêu bản ghi hoặc dòng đầu tiên không khớp và việc cần làm. Chạy được cả khi chốt đang mở.',
    en: 'Compares the journal with itself and with what vouches for it: its chain, the heads that the kiosk has signed, the file journal.end that holds its end, the signed head of a printed report; then everything that is derived from its entries: lists, counts, what was delivered, and last the search index. Names the first entry or row that does not agree, and what to do. Also while the kiosk runs.',
  },
  options: {
    head: {
      type: 'string',
      value: 'JSON',
      says: { vi: 'đầu nhật ký có chữ ký, như trên báo cáo', en: 'a signed head, as a report carries it' },
    },
    'no-search': {
      type: 'boolean',
      says: {
        vi: 'không so chỉ mục tìm kiếm, là phần lâu nhất',
        en: 'leave out the search index, which is most of the work',
      },
    },
    ...journalOption,
    ...profileOption,
  } as const,
  statuses: {
    0: { vi: 'nguyên vẹn', en: 'intact' },
    1: { vi: 'có chỗ không khớp; chỗ đó được nêu', en: 'something does not agree; it is named' },
  },
  async run(_words, values, terminal) {
    const profile = chosenProfile(values, terminal.env)
    const { head, journal, 'no-search': unsearched = false } = values
    const ends = endsFolder(terminal.env)
    const options = { ...(head === undefined ? {} : { head }), search: !unsearched, ends }
    const secrets = readingSecrets(profile, terminal)
    return withJournalToRead(profile, journal, secrets, (folder) =>
      verifyJournal({ profile, folder }, secrets, terminal, options),
    )
  },
})
