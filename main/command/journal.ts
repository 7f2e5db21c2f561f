/** What `chot journal verify|export|rebuild|tail` do with a profile's journal. */
import { closeSync, existsSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { checkJournal, Journal, kioskKeyFrom, readEntries, readHead, type Secrets } from '../journal/index.ts'
import { say } from '../../shared/language/say.ts'
import { profilePaths, readCheckpoint } from '../profile.ts'
import { defineCommand, Failure, status, UsageError, type Terminal } from '../terminal/index.ts'
import { commandSecrets } from './command-secrets.ts'
import { noJournal } from './no-journal.ts'
import { chosenProfile, outputOption, profileOption } from './options.ts'

const words = {
  vi: {
    torn: 'đầu nhật ký có chữ ký không đọc được, bỏ qua: {torn}',
    intact: 'nguyên vẹn: {entries} mục, đầu {head}, đã ký đến mục {signed}',
    broken: 'mục {seq} không khớp: {why}',
    rebuilt: 'đã dựng lại từ {entries} mục; {changed, select, true {có chỗ khác trước} other {không có gì khác}}',
  },
  en: {
    torn: 'unreadable signed heads, passed over: {torn}',
    intact: 'intact: {entries} entries, head {head}, signed up to entry {signed}',
    broken: 'entry {seq} does not fit: {why}',
    rebuilt:
      'rebuilt from {entries} entries; {changed, select, true {something was different} other {nothing was different}}',
  },
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

/**
 * Walks the journal of a profile. Exit status 0: intact; 1: the first entry that does not fit is named.
 * @param printed a signed head as a report carries it (JSON), which the journal must keep to as well
 * @throws Failure where there is no journal, UsageError, and what the secrets throw
 */
export async function verifyJournal(
  profile: string,
  secrets: Secrets,
  { locale, print }: Terminal,
  printed?: string,
): Promise<0 | 1> {
  const folder = folderOf(profile)
  const head = printed === undefined ? null : readHead(printed)
  if (printed !== undefined && head === null)
    throw new UsageError({ vi: '--head không phải đầu nhật ký có chữ ký', en: '--head is not a signed head' })
  const kioskKey = kioskKeyFrom(await secrets.kioskKey())
  const answer = checkJournal(folder, await secrets.journalKey(), kioskKey, head ? [head] : [])
  const word = words[locale]
  if (answer.torn > 0) print(`${say(locale, word.torn, { torn: answer.torn })}\n`)
  if (answer.intact) {
    print(`${say(locale, word.intact, { entries: answer.entries, head: answer.head, signed: answer.signed })}\n`)
    return 0
  }
  print(`${say(locale, word.broken, { seq: answer.seq, why: answer.why })}\n`)
  return 1
}

/** Prints entries as JSON lines, header and payload (null where erased): all, or the `last` so many. Exit status 0. */
export async function printEntries(
  profile: string,
  secrets: Secrets,
  print: (line: string) => unknown,
  last?: number,
): Promise<0> {
  for (const { entry, payload } of readEntries(folderOf(profile), await secrets.journalKey(), last)) {
    const content: unknown = payload === null ? null : JSON.parse(payload)
    await print(`${JSON.stringify({ ...entry, payload: content })}\n`)
  }
  return 0
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
    return await printEntries(profile, secrets, (line) => writeSync(descriptor, line))
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Makes the projections anew from the entries. Exit status 0.
 * @throws ProfileInUse while the kiosk runs
 */
export async function rebuildJournal(
  profile: string,
  secrets: Secrets,
  { complain, locale, print }: Terminal,
): Promise<0> {
  const log = (line: string): void => complain(`chot: ${line}\n`)
  const journal = await Journal.open({ folder: folderOf(profile), kiosk: readCheckpoint(profile).kiosk, secrets, log })
  try {
    const { entries, changed } = journal.rebuild()
    print(`${say(locale, words[locale].rebuilt, { entries, changed: String(changed) })}\n`)
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
  summary: { vi: 'nhật ký có còn nguyên vẹn không', en: 'does the journal’s chain hold?' },
  about: {
    vi: 'Đi dọc chuỗi nhật ký và nêu mục đầu tiên không khớp: với nội dung của chính nó, với các đầu nhật ký mà chốt đã ký, và với đầu nhật ký trên báo cáo đã in.',
    en: 'Walks the journal’s chain and names the first entry that does not fit: to its own contents, to the heads that the kiosk has signed, and to the signed head of a printed report.',
  },
  options: {
    head: {
      type: 'string',
      value: 'JSON',
      says: { vi: 'đầu nhật ký có chữ ký, như trên báo cáo', en: 'a signed head, as a report carries it' },
    },
    ...profileOption,
  } as const,
  statuses: {
    0: { vi: 'nguyên vẹn', en: 'intact' },
    1: { vi: 'có mục không khớp; mục đó được nêu', en: 'an entry does not fit; it is named' },
  },
  async run(_words, values, terminal) {
    const profile = chosenProfile(values, terminal.env)
    return verifyJournal(profile, secretsOf(profile, terminal), terminal, values.head)
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
      ? printEntries(profile, secrets, streamed(terminal))
      : exportEntries(profile, secrets, values.output)
  },
})

export const journalTail = defineCommand({
  summary: { vi: 'các mục cuối của nhật ký', en: 'the last entries' },
  about: {
    vi: 'In các mục cuối của nhật ký, cả khi chốt đang chạy.',
    en: 'Prints the last entries, while the kiosk runs too.',
  },
  options: {
    lines: {
      type: 'string',
      short: 'n',
      value: 'COUNT',
      says: { vi: 'bao nhiêu mục (mặc định: 10)', en: 'how many (default: 10)' },
    },
    ...profileOption,
  } as const,
  statuses: { 0: { vi: 'đã in', en: 'printed' } },
  async run(_words, values, terminal) {
    const { lines = '10' } = values
    if (!/^[1-9]\d{0,8}$/.test(lines))
      throw new UsageError({ vi: '-n nhận một số từ 1', en: '-n takes a number from 1' })
    const profile = chosenProfile(values, terminal.env)
    return printEntries(profile, secretsOf(profile, terminal), streamed(terminal), Number(lines))
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
