/** `chot trace`: whom a person or vehicle met, as a report of the decree's form; that it was asked for is an entry first. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { methods } from '../../../shared/contract/contract.ts'
import type { TraceAnswer, TraceQuery } from '../../../shared/contract/trace-schemas.ts'
import type { AccessReason } from '../../../shared/domain/officer/access-reason.ts'
import { say } from '../../../shared/language/say.ts'
import { profilePaths } from '../../profile/index.ts'
import { traceOnPaper } from '../../reporting/index.ts'
import { defineCommand, Failure, required, status, type Terminal } from '../../terminal/index.ts'
import { askKiosk } from '../profile/ask-kiosk.ts'
import { asOfficer } from '../profile/closed-kiosk.ts'
import { readingSecrets } from '../profile/command-secrets.ts'
import { fileThere } from '../file-there.ts'
import { journalFolder } from '../journal/no-journal.ts'
import { chosenProfile } from '../options.ts'
import { sourceIn } from './source-in.ts'
import { traceOptions, traceQueryOf, traceReasonOf } from './trace-query.ts'
import { writePaperTo } from './write-paper.ts'

const words = {
  vi: 'Đã ghi danh sách truy vết ({lines, number} dòng) vào {file}. Tệp có danh tính: LƯU HÀNH NỘI BỘ.',
  en: 'The trace ({lines, number} lines) is in {file}. It names people: LƯU HÀNH NỘI BỘ.',
} as const

const notRecorded = (code: string): Failure =>
  new Failure(
    'trace-not-recorded',
    {
      vi: 'CHƯA XUẤT: không ghi được việc truy vết vào nhật ký ({code}). Xem ổ đĩa ("npx chot doctor"), rồi chạy lại.',
      en: 'NOT WRITTEN: the journal did not take that it was asked for ({code}). See to the disk ("npx chot doctor"), and run this again.',
    },
    { code },
    { status: status.setup },
  )

interface Asked {
  query: TraceQuery
  because: AccessReason
}

/** Of the kiosk that has the profile open, else of the journal itself. @throws Failure where there is no entry of it */
async function traced(profile: string, { query, because }: Asked, terminal: Terminal): Promise<TraceAnswer> {
  const given =
    (await askKiosk(profile, (kiosk) => kiosk.call('crossings.export', { ...query, because }), terminal.env)) ??
    (await tracedHere(profile, { query, because }, terminal))
  if (!given.recorded) throw notRecorded(given.code)
  return given.answer
}

async function tracedHere(profile: string, { query, because }: Asked, terminal: Terminal) {
  journalFolder(profile)
  const { roles } = methods['crossings.export']
  return asOfficer({ profile, secrets: readingSecrets(profile, terminal), roles }, terminal, ({ journal }) => {
    const answer = journal.trace(query)
    const record = journal.accesses.listed(query.subject, answer, terminal.now(), because)
    return record.recorded ? ({ recorded: true, answer } as const) : record
  })
}

export const traceCommand = defineCommand({
  summary: { vi: 'truy vết, theo mẫu báo cáo để in và ký', en: 'a contact trace, as a report to print and sign' },
  about: {
    vi: 'Ghi vào một tệp PDF mới, theo Nghị định 30/2020, ai đã đi cùng lượt, cùng xe, hoặc qua làn gần lúc đó với một phương tiện hay một người. Việc truy vết là một bản ghi trong nhật ký. Tệp có danh tính. Mỗi trang có mã mà máy Chốt nào cũng kiểm tra được. Chạy được cả khi Chốt đang mở.',
    en: 'Writes to a new PDF, as Nghị định 30/2020 lays it down, who was in the same crossing as a vehicle or person, on the same vehicle, or in the lane at about that time. That it was asked for is an entry of the journal. The file names people. Each page has a code that any kiosk can check. Also while the kiosk runs.',
  },
  options: traceOptions,
  statuses: { 0: { vi: 'đã ghi', en: 'written' } },
  async run(_words, values, terminal) {
    const { env, locale, now } = terminal
    const file = resolve(required(values.out, '--out FILE'))
    const query = traceQueryOf(values, now())
    const reason = traceReasonOf(values)
    if (existsSync(file)) throw fileThere(file)
    const profile = chosenProfile(values, env)
    const answer = await traced(profile, { query, because: { code: 'contact-tracing', note: reason } }, terminal)
    const place = { folder: profilePaths(profile).journal, key: await readingSecrets(profile, terminal).journalKey() }
    const source = sourceIn(profile)
    const pieces = traceOnPaper(place, { query, answer, reason, source, madeAt: now() })
    const sentence = say(locale, words[locale], { lines: answer.lines.length, file })
    await writePaperTo(file, pieces, { mode: source.mode, sentence }, terminal)
    return 0
  },
})
