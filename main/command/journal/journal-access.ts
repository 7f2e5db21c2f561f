/** `chot journal access`: who looked at whom. People are named by keyed hashes, so it can be asked for somebody, and tells nobody. */
import * as v from 'valibot'
import type { Locale } from '../../../shared/language/locale.ts'
import { sayAccess, sayAccessor, sayBecause } from '../../../shared/language/access-words.ts'
import { say } from '../../../shared/language/say.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import { applyAccount, type Account } from '../../../shared/ledger/officers.ts'
import { accessKinds } from '../../../shared/ledger/payloads.ts'
import {
  AccessNames,
  isReadFault,
  namedInReport,
  readAccess,
  readEntries,
  readPayload,
  readReport,
  whatOf,
  type ReadEntry,
} from '../../journal/index.ts'
import { defineCommand, UsageError, type Terminal } from '../../terminal/index.ts'
import { readingSecrets } from '../profile/command-secrets.ts'
import { jsonLine, unreadable } from './journal.ts'
import { withJournalToRead } from './journal-to-read.ts'
import { journalOption } from './no-journal.ts'
import { chosenProfile, jsonOption, profileOption } from '../options.ts'
import { practiceMark } from '../../../shared/language/practice-mark.ts'
import { journalMode } from '../profile/profile-mode.ts'
import { accessesOut, recordReading } from './record-reading.ts'

/** How an access concerns who is sought: it names them; or it gave out a report that they were in. */
type Concern = 'named' | 'reported'

const amongReported = { vi: 'có người này trong số đã xuất', en: 'was among what was exported' } as const

/** One access in a line: when, who, what, why. */
function lineOf(locale: Locale, { entry, payload }: ReadEntry, who: Account | null, concern: Concern): string {
  const access = readAccess(payload)
  const { seq, at, kind, officer: number } = entry
  const officer = number === null ? null : { number, name: who?.name ?? null, rank: who?.rank ?? null }
  const line = { officer, what: whatOf(access), backup: access.backup, because: access.because ?? null }
  const did = accessKinds.find((each) => each === kind)
  return [
    formatInstant(at),
    `#${seq}`,
    sayAccessor(locale, line),
    ...(did ? [sayAccess(locale, { ...line, kind: did })] : []),
    ...(concern === 'reported' ? [amongReported[locale]] : []),
    sayBecause(locale, line),
  ].join(' · ')
}

export const journalAccess = defineCommand({
  summary: { vi: 'ai đã xem dữ liệu của ai', en: 'who looked at whom' },
  about: {
    vi: 'In mỗi lần mở, tìm, truy vết hoặc xuất dữ liệu người, và cán bộ nào đã làm. Người được xem chỉ có trong nhật ký dưới dạng mã băm: muốn biết ai đã xem một người, cho tên hoặc số giấy tờ của người đó vào --person. Báo cáo ghi đầy đủ danh tính được tính nếu có lượt của người đó, khi nhật ký còn giữ lượt ấy. Chạy được cả khi Chốt đang mở.',
    en: 'Prints each time that people were opened, looked for, traced or written out, and which officer did it. Those who were looked at stand in the journal as hashes alone: to learn who looked at somebody, give their name or number to --person. A report with identities counts if a crossing of theirs was in it, for as long as the journal has that crossing. Also while the kiosk runs.',
  },
  options: {
    person: {
      type: 'string',
      value: 'TEXT',
      says: {
        vi: 'tên hoặc số giấy tờ: chỉ các lần xem người này',
        en: 'a name or number: only accesses to this person',
      },
    },
    ...jsonOption,
    ...journalOption,
    ...profileOption,
  } as const,
  statuses: { 0: { vi: 'đã in', en: 'printed' } },
  async run(_words, values, terminal) {
    const profile = chosenProfile(values, terminal.env)
    const secrets = readingSecrets(profile, terminal)
    const sought =
      values.person === undefined ? null : new AccessNames(await secrets.journalKey()).ofText(values.person)
    if (sought?.length === 0)
      throw new UsageError({ vi: '--person nhận tên hoặc số giấy tờ', en: '--person takes a name or a number' })
    return withJournalToRead(profile, values.journal, secrets, async (folder) => {
      await recordReading(profile, accessesOut, secrets, terminal)
      return printAccesses({ profile, folder }, await secrets.journalKey(), { sought, json: values.json }, terminal)
    })
  },
})

const nobodyLooked = {
  anybody: {
    vi: 'Nhật ký này chưa ghi lần nào xem dữ liệu người.',
    en: 'This journal has no access to anybody on record.',
  },
  sought: {
    vi: 'Nhật ký này không ghi lần nào xem người đó. Có thể họ được tìm theo tên khác: hỏi lại bằng số giấy tờ, hoặc bỏ --person để in mọi lần xem.',
    en: 'This journal has no access to that person on record. They may have been looked for by another name: ask by their number, or leave --person out for every access.',
  },
} as const

/** Said of somebody who is sought, behind the lines that are read on. */
const wholeJournal = {
  vi: 'Ngoài ra {times, number} lần xuất bản ghi nhật ký, đọc hoặc sao lưu cả hồ sơ: không rõ trong đó có người này không. Bỏ --person để in các lần đó.',
  en: 'Besides, the journal itself was read, written out or backed up {times, plural, one {once} other {# times}}, and no entry says whether they were in it. Leave --person out to see when.',
} as const

/** Prints those that are sought, each with who it was by as they were called then. Exit status 0. */
async function printAccesses(
  { profile, folder }: { profile: string; folder: string },
  key: Uint8Array,
  { sought, json = false }: { sought: readonly string[] | null; json: boolean | undefined },
  { complain, drained, locale, print }: Terminal,
): Promise<0> {
  const mode = journalMode(profile, key, folder)
  const officers = new Map<string, Account>()
  let [next, printed, unsaid] = [0, 0, 0]
  try {
    for (const read of readEntries(folder, key)) {
      const { entry, payload } = read
      next = entry.seq + 1
      if (payload !== null && entry.kind.startsWith('officer.'))
        applyAccount(officers, { ...entry, by: entry.officer, payload: readPayload(v.unknown(), payload) })
      if (!entry.kind.startsWith('access.')) continue
      const concern = concernOf(folder, key, payload, sought)
      if (concern === 'unsaid') unsaid += 1
      if (concern === null || concern === 'unsaid') continue
      const who = entry.officer === null ? null : (officers.get(entry.officer) ?? null)
      print(`${json ? jsonLine(read, mode) : practiceMark(mode, locale) + lineOf(locale, read, who, concern)}\n`)
      printed += 1
      await drained()
    }
    // Nothing at all might as well be a command that did not work.
    if (printed === 0) complain(`chot: ${say(locale, nobodyLooked[sought === null ? 'anybody' : 'sought'][locale])}\n`)
    if (unsaid > 0) complain(`chot: ${say(locale, wholeJournal[locale], { times: unsaid })}\n`)
    return 0
  } catch (error) {
    throw isReadFault(error) ? unreadable(next, error) : error
  }
}

/**
 * How an access concerns somebody who is sought (null: anybody); null: not at all. What is erased is nobody's. `unsaid`:
 * entries of the journal left as they are, and nothing says which.
 */
function concernOf(
  folder: string,
  key: Uint8Array,
  payload: string | null,
  sought: readonly string[] | null,
): Concern | 'unsaid' | null {
  const { people, entries } = readAccess(payload)
  if (sought === null || people.some((hash) => sought.includes(hash))) return 'named'
  const report = readReport(payload)
  if (report) return namedInReport(folder, key, report, sought) ? 'reported' : null
  return entries === undefined ? null : 'unsaid'
}
