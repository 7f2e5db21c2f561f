/** What `chot journal export|rebuild|tail` do with a profile's journal. */
import { closeSync, existsSync, openSync, writeSync } from 'node:fs'
import * as v from 'valibot'
import type { Mode } from '../../../shared/domain/mode.ts'
import { say } from '../../../shared/language/say.ts'
import { isReadFault, readEntries, readPayload, sayDiscord, type ReadEntry } from '../../journal/index.ts'
import type { Secrets } from '../../app.ts'
import { endsFolder, openProfileJournal } from '../../profile/index.ts'
import { defineCommand, Failure, status, UsageError, type Terminal } from '../../terminal/index.ts'
import { readingSecrets } from '../profile/command-secrets.ts'
import { entryLine } from './entry-line.ts'
import { fileThere } from '../file-there.ts'
import { withJournalToRead } from './journal-to-read.ts'
import { journalFolder, journalOption } from './no-journal.ts'
import { entriesOut, recordReading } from './record-reading.ts'
import { chosenProfile, jsonOption, outputOption, profileOption } from '../options.ts'
import { practiceMark, practiceMember } from '../../../shared/language/practice-mark.ts'
import { journalMode } from '../profile/profile-mode.ts'

const rebuilt = {
  vi: 'đã dựng lại từ {entries} bản ghi; {changed, select, true {có chỗ khác trước} other {không có gì khác}}',
  en: 'rebuilt from {entries} entries; {changed, select, true {something was different} other {nothing was different}}',
} as const

/** The file is damaged from an entry on. */
export function unreadable(seq: number, cause: unknown): Failure {
  const discord = { why: 'unreadable', seq } as const
  const sentences = { vi: sayDiscord('vi', discord), en: sayDiscord('en', discord) }
  return new Failure('journal-unreadable', sentences, {}, { status: status.setup, cause })
}

/** The folder of a profile's journal, or of one that was set aside in it. */
interface JournalChoice {
  profile: string
  folder: string
}

/**
 * One entry as JSON, header and payload (null where erased, its text where that is no JSON); each says that it is practice,
 * where it is.
 */
export function jsonLine({ entry, payload }: ReadEntry, mode: Mode | null): string {
  const content = readPayload(v.unknown(), payload) ?? payload
  return JSON.stringify({ ...practiceMember(mode), ...entry, payload: content })
}

/** How entries are printed: a line each, all of them or the last so many. */
interface Printing {
  print: (line: string) => unknown
  lineOf: (read: ReadEntry, mode: Mode | null) => string
  last?: number
  /** Done once it is settled which entries they are, before any is printed. */
  before?: () => Promise<void>
}

/**
 * Prints entries. Exit status 0.
 * @throws Failure where its file is damaged
 */
async function printEntries(
  { profile, folder }: JournalChoice,
  secrets: Secrets,
  { print, lineOf, last, before }: Printing,
): Promise<0> {
  let next = 0
  try {
    const key = await secrets.journalKey()
    const mode = journalMode(profile, key, folder)
    const entries = readEntries(folder, key, last)
    let read = entries.next()
    await before?.()
    for (; !read.done; read = entries.next()) {
      next = read.value.entry.seq + 1
      await print(`${lineOf(read.value, mode)}\n`)
    }
    return 0
  } catch (error) {
    throw isReadFault(error) ? unreadable(next, error) : error
  }
}

/**
 * Writes all entries to a new file that its owner alone may read, for it is not encrypted. Exit status 0.
 */
async function exportEntries(choice: JournalChoice, secrets: Secrets, file: string): Promise<0> {
  const descriptor = openSync(file, 'wx', 0o600)
  try {
    return await printEntries(choice, secrets, { print: (line) => writeSync(descriptor, line), lineOf: jsonLine })
  } finally {
    closeSync(descriptor)
  }
}

/** The number of a journal's last entry; 0 where there is none, or its end cannot be read. */
function lastOf(folder: string, key: Uint8Array): number {
  try {
    return [...readEntries(folder, key, 1)][0]?.entry.seq ?? 0
  } catch (error) {
    if (!isReadFault(error)) throw error
    return 0
  }
}

/**
 * Makes what is derived anew from the entries; that something came out different is an entry. Exit status 0.
 * @throws ProfileInUse while the kiosk runs
 */
export async function rebuildJournal(
  profile: string,
  secrets: Secrets,
  { complain, env, locale, now, print }: Terminal,
): Promise<0> {
  const log = (line: string): void => complain(`chot: ${line}\n`)
  journalFolder(profile)
  const { journal } = await openProfileJournal(profile, { secrets, now, log, ends: endsFolder(env) })
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

export const journalExport = defineCommand({
  summary: { vi: 'xuất mọi bản ghi của nhật ký', en: 'writes out every entry' },
  about: {
    vi: 'Xuất mọi bản ghi kèm nội dung, mỗi bản ghi một dòng JSON. Tệp xuất ra không được mã hóa. Việc xuất được ghi vào nhật ký. Chạy được cả khi Chốt đang mở.',
    en: 'Writes every entry with its payload as a JSON line. What comes out is not encrypted. That it was written out is an entry. Also while the kiosk runs.',
  },
  options: { ...outputOption, ...journalOption, ...profileOption },
  statuses: { 0: { vi: 'đã xuất', en: 'written' } },
  async run(_words, values, terminal) {
    const profile = chosenProfile(values, terminal.env)
    const secrets = readingSecrets(profile, terminal)
    if (values.output !== undefined && existsSync(values.output)) throw fileThere(values.output)
    return withJournalToRead(profile, values.journal, secrets, async (folder) => {
      const key = await secrets.journalKey()
      const reading = entriesOut(() => lastOf(folder, key), terminal.now)
      await recordReading(profile, reading, secrets, terminal)
      return values.output === undefined
        ? printEntries({ profile, folder }, secrets, { print: streamed(terminal), lineOf: jsonLine })
        : exportEntries({ profile, folder }, secrets, values.output)
    })
  },
})

export const journalTail = defineCommand({
  summary: { vi: 'các bản ghi cuối của nhật ký', en: 'the last entries' },
  about: {
    vi: 'In các bản ghi cuối của nhật ký, mỗi bản ghi một dòng, cả khi chốt đang chạy. Việc xem được ghi vào nhật ký, vì các bản ghi nêu tên người.',
    en: 'Prints the last entries, one line each, while the kiosk runs too. That they were read is an entry, since they name people.',
  },
  options: {
    lines: {
      type: 'string',
      short: 'n',
      value: 'COUNT',
      says: { vi: 'bao nhiêu bản ghi (mặc định: 10)', en: 'how many (default: 10)' },
    },
    ...jsonOption,
    ...journalOption,
    ...profileOption,
  } as const,
  statuses: { 0: { vi: 'đã in', en: 'printed' } },
  async run(_words, values, terminal) {
    const { lines = '10' } = values
    if (!/^[1-9]\d{0,8}$/.test(lines))
      throw new UsageError({ vi: '-n nhận một số từ 1', en: '-n takes a number from 1' })
    const profile = chosenProfile(values, terminal.env)
    const lineOf = values.json
      ? jsonLine
      : (read: ReadEntry, mode: Mode | null) => practiceMark(mode, terminal.locale) + entryLine(terminal.locale, read)
    const [secrets, last] = [readingSecrets(profile, terminal), Number(lines)]
    return withJournalToRead(profile, values.journal, secrets, async (folder) => {
      const key = await secrets.journalKey()
      const reading = entriesOut(() => Math.min(last, lastOf(folder, key)), terminal.now)
      const before = () => recordReading(profile, reading, secrets, terminal)
      return printEntries({ profile, folder }, secrets, { print: streamed(terminal), lineOf, last, before })
    })
  },
})

export const journalRebuild = defineCommand({
  summary: { vi: 'dựng lại những gì suy ra từ các bản ghi', en: 'makes anew what is derived from the entries' },
  about: {
    vi: 'Dựng lại từ các bản ghi mọi thứ suy ra từ chúng: danh sách, số đếm, tìm kiếm. Chốt phải đóng.',
    en: 'Makes everything that is derived from the entries anew: lists, counts, search. The kiosk must be closed.',
  },
  options: profileOption,
  statuses: { 0: { vi: 'đã dựng lại', en: 'rebuilt' } },
  async run(_words, values, terminal) {
    const profile = chosenProfile(values, terminal.env)
    return rebuildJournal(profile, readingSecrets(profile, terminal), terminal)
  },
})
