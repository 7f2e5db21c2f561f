/** What `chot journal verify|export|rebuild|tail` do with a profile's journal. */
import { closeSync, existsSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { say } from '../../shared/language/say.ts'
import {
  checkJournal,
  isReadFault,
  keysFrom,
  readEntries,
  readHead,
  sayDiscord,
  type ReadEntry,
  type Secrets,
} from '../journal/index.ts'
import { openProfileJournal } from '../profile-journal.ts'
import { profilePaths } from '../profile.ts'
import { defineCommand, Failure, status, UsageError, type Terminal } from '../terminal/index.ts'
import { commandSecrets } from './command-secrets.ts'
import { entryLine } from './entry-line.ts'
import { isWhole, sayAnswer, sayProgress } from './journal-answer.ts'
import { noJournal } from './no-journal.ts'
import { chosenProfile, jsonOption, outputOption, profileOption } from './options.ts'

const rebuilt = {
  vi: 'đã dựng lại từ {entries} mục; {changed, select, true {có chỗ khác trước} other {không có gì khác}}',
  en: 'rebuilt from {entries} entries; {changed, select, true {something was different} other {nothing was different}}',
} as const

function fileThere(file: string): Failure {
  return new Failure(
    'file-there',
    {
      vi: '{file} đã có rồi và không bị ghi đè. Chọn tên khác.',
      en: '{file} is there already and is not overwritten. Choose another name.',
    },
    { file },
    { status: status.system },
  )
}

function folderOf(profile: string): string {
  const folder = profilePaths(profile).journal
  if (!existsSync(join(folder, 'journal.sqlite'))) throw noJournal(folder)
  return folder
}

/** The file is damaged from an entry on. */
function unreadable(seq: number, cause: unknown): Failure {
  const discord = { why: 'unreadable', seq } as const
  const sentences = { vi: sayDiscord('vi', discord), en: sayDiscord('en', discord) }
  return new Failure('journal-unreadable', sentences, {}, { status: status.setup, cause })
}

/** How far apart lines of progress are, in milliseconds. */
const betweenLines = 5000

/**
 * Checks the journal of a profile: its chain, what vouches for it, and everything that is derived from its entries. Exit
 * status 0: all agrees; 1: what does not is named, with what to do.
 * @param options `head`: a signed head as a report carries it (JSON), which the journal must keep to as well; `search`:
 *   whether the search index is compared too
 * @throws Failure where there is no journal, UsageError, and what the secrets throw
 */
export async function verifyJournal(
  profile: string,
  secrets: Secrets,
  { locale, print, complain }: Terminal,
  options: { head?: string; search: boolean },
): Promise<0 | 1> {
  const folder = folderOf(profile)
  const head = options.head === undefined ? null : readHead(options.head)
  if (options.head !== undefined && head === null)
    throw new UsageError({ vi: '--head không phải đầu nhật ký có chữ ký', en: '--head is not a signed head' })
  const keys = await keysFrom(secrets)
  const begun = performance.now()
  let said = begun
  const answer = checkJournal(folder, keys, {
    shown: head ? [head] : [],
    search: options.search,
    progress(part, share) {
      const now = performance.now()
      if (now - said < betweenLines) return
      said = now
      complain(`${sayProgress(locale, part, share, now - begun)}\n`)
    },
  })
  const milliseconds = performance.now() - begun
  print(`${sayAnswer(locale, answer, { searched: options.search, milliseconds }).join('\n')}\n`)
  return isWhole(answer) ? 0 : 1
}

/** One entry as JSON, header and payload (null where erased). */
export function jsonLine({ entry, payload }: ReadEntry): string {
  const content: unknown = payload === null ? null : JSON.parse(payload)
  return JSON.stringify({ ...entry, payload: content })
}

/**
 * Prints entries, a line each: all, or the `last` so many. Exit status 0.
 * @throws Failure where there is no journal, or its file is damaged
 */
export async function printEntries(
  profile: string,
  secrets: Secrets,
  print: (line: string) => unknown,
  lineOf: (read: ReadEntry) => string,
  last?: number,
): Promise<0> {
  const folder = folderOf(profile)
  let next = 0
  try {
    for (const read of readEntries(folder, await secrets.journalKey(), last)) {
      next = read.entry.seq + 1
      await print(`${lineOf(read)}\n`)
    }
    return 0
  } catch (error) {
    throw isReadFault(error) ? unreadable(next, error) : error
  }
}

/**
 * Writes all entries to a new file that its owner alone may read, for it is not encrypted. Exit status 0.
 * @throws Failure where the file is there already
 */
export async function exportEntries(profile: string, secrets: Secrets, file: string): Promise<0> {
  if (existsSync(file)) throw fileThere(file)
  folderOf(profile)
  await secrets.journalKey()
  const descriptor = openSync(file, 'wx', 0o600)
  try {
    return await printEntries(profile, secrets, (line) => writeSync(descriptor, line), jsonLine)
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Makes what is derived anew from the entries; that something came out different is an entry. Exit status 0.
 * @throws ProfileInUse while the kiosk runs
 */
export async function rebuildJournal(
  profile: string,
  secrets: Secrets,
  { complain, locale, now, print }: Terminal,
): Promise<0> {
  const log = (line: string): void => complain(`chot: ${line}\n`)
  folderOf(profile)
  const { journal } = await openProfileJournal(profile, { secrets, now, log })
  try {
    const { entries, changed } = journal.rebuild()
    if (changed) journal.recordEvent('journal.rebuilt', {}, now())
    print(`${say(locale, rebuilt[locale], { entries, changed: String(changed) })}\n`)
    return 0
  } finally {
    journal.close()
  }
}

/** Prints a line, and waits where there is no room for more. */
const streamed =
  ({ drained, print }: Terminal) =>
  async (line: string): Promise<void> => {
    print(line)
    await drained()
  }

const secretsOf = (profile: string, { env }: Terminal): Secrets => commandSecrets(profile, env, 'refuse')

export const journalVerify = defineCommand({
  summary: { vi: 'nhật ký có còn nguyên vẹn không', en: 'is the journal whole, and what is derived from it right?' },
  about: {
    vi: 'So nhật ký với chính nó và với những gì làm chứng cho nó: chuỗi các mục, các đầu nhật ký mà chốt đã ký, tệp journal.end ghi mục cuối, đầu nhật ký trên báo cáo đã in; rồi so mọi thứ suy ra từ các mục: danh sách, số đếm, mốc đã giao, sau cùng là chỉ mục tìm kiếm. Nêu mục hoặc dòng đầu tiên không khớp và việc cần làm. Chạy được cả khi chốt đang mở.',
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
    ...profileOption,
  } as const,
  statuses: {
    0: { vi: 'nguyên vẹn', en: 'intact' },
    1: { vi: 'có chỗ không khớp; chỗ đó được nêu', en: 'something does not agree; it is named' },
  },
  async run(_words, values, terminal) {
    const profile = chosenProfile(values, terminal.env)
    const { head, 'no-search': unsearched = false } = values
    const options = { ...(head === undefined ? {} : { head }), search: !unsearched }
    return verifyJournal(profile, secretsOf(profile, terminal), terminal, options)
  },
})

export const journalExport = defineCommand({
  summary: { vi: 'xuất mọi mục của nhật ký', en: 'writes out every entry' },
  about: {
    vi: 'Xuất mọi mục kèm nội dung, mỗi mục một dòng JSON. Tệp xuất ra không được mã hóa.',
    en: 'Writes every entry with its payload as a JSON line. What comes out is not encrypted.',
  },
  options: { ...outputOption, ...profileOption },
  statuses: { 0: { vi: 'đã xuất', en: 'written' } },
  async run(_words, values, terminal) {
    const profile = chosenProfile(values, terminal.env)
    const secrets = secretsOf(profile, terminal)
    return values.output === undefined
      ? printEntries(profile, secrets, streamed(terminal), jsonLine)
      : exportEntries(profile, secrets, values.output)
  },
})

export const journalTail = defineCommand({
  summary: { vi: 'các mục cuối của nhật ký', en: 'the last entries' },
  about: {
    vi: 'In các mục cuối của nhật ký, mỗi mục một dòng, cả khi chốt đang chạy.',
    en: 'Prints the last entries, one line each, while the kiosk runs too.',
  },
  options: {
    lines: {
      type: 'string',
      short: 'n',
      value: 'COUNT',
      says: { vi: 'bao nhiêu mục (mặc định: 10)', en: 'how many (default: 10)' },
    },
    ...jsonOption,
    ...profileOption,
  } as const,
  statuses: { 0: { vi: 'đã in', en: 'printed' } },
  async run(_words, values, terminal) {
    const { lines = '10' } = values
    if (!/^[1-9]\d{0,8}$/.test(lines))
      throw new UsageError({ vi: '-n nhận một số từ 1', en: '-n takes a number from 1' })
    const profile = chosenProfile(values, terminal.env)
    const lineOf = values.json ? jsonLine : (read: ReadEntry) => entryLine(terminal.locale, read)
    return printEntries(profile, secretsOf(profile, terminal), streamed(terminal), lineOf, Number(lines))
  },
})

export const journalRebuild = defineCommand({
  summary: { vi: 'dựng lại những gì suy ra từ các mục', en: 'makes anew what is derived from the entries' },
  about: {
    vi: 'Dựng lại từ các mục mọi thứ suy ra từ chúng: danh sách, số đếm, tìm kiếm. Chốt phải đóng.',
    en: 'Makes everything that is derived from the entries anew: lists, counts, search. The kiosk must be closed.',
  },
  options: profileOption,
  statuses: { 0: { vi: 'đã dựng lại', en: 'rebuilt' } },
  async run(_words, values, terminal) {
    const profile = chosenProfile(values, terminal.env)
    return rebuildJournal(profile, secretsOf(profile, terminal), terminal)
  },
})
