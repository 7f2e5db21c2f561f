/** `chot shift record`: the handover record of a shift as the decree's form has it, to be printed and signed by both. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import * as v from 'valibot'
import { shiftMethods } from '../../../shared/contract/shift.ts'
import type { HandoverRecord } from '../../../shared/domain/shift/handover-record.ts'
import { say } from '../../../shared/language/say.ts'
import { paperSealer } from '../../journal/index.ts'
import { calledIn } from '../../officers/index.ts'
import { profilePaths } from '../../profile/index.ts'
import { qrMatrix } from '../../qr/index.ts'
import { letterheadOf, writeHandover } from '../../reports/index.ts'
import { HandoverRecords } from '../../shift/index.ts'
import {
  defineCommand,
  Failure,
  required,
  status,
  UsageError,
  type Options,
  type Terminal,
} from '../../terminal/index.ts'
import { askKiosk } from '../profile/ask-kiosk.ts'
import { asOfficer } from '../profile/closed-kiosk.ts'
import { readingSecrets } from '../profile/command-secrets.ts'
import { entryNumber } from '../entry-number.ts'
import { fileThere } from '../file-there.ts'
import { journalFolder } from '../journal/no-journal.ts'
import { chosenProfile, profileOption } from '../options.ts'
import { sourceIn } from './source-in.ts'
import { writePaperTo } from './write-paper.ts'

const words = {
  vi: 'Đã ghi biên bản bàn giao ca (bản ghi {seq} của nhật ký) vào {file}. In ra, hai bên ký.',
  en: 'The handover record of the shift (entry {seq} of the journal) is in {file}. Print it; both sign.',
} as const

const options = {
  out: { type: 'string', value: 'FILE', says: { vi: 'tệp PDF mới để ghi vào', en: 'the new PDF to write' } },
  ...profileOption,
} as const satisfies Options

function entryOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const entry = entryNumber(text)
  if (entry !== null) return entry
  throw new UsageError({
    vi: 'SỐ là số của bản ghi kết thúc ca, như trên biên bản đã in',
    en: 'ENTRY is the number of the entry that closed the shift, as the printed record has it',
  })
}

const noShift = (): Failure =>
  new Failure(
    'no-shift',
    {
      vi: 'Nhật ký không có ca nào kết ở bản ghi đó, hoặc chưa có ca nào kết. Xem số bản ghi trong phòng Ca trực rồi chạy lại.',
      en: 'The journal has no shift that was closed by that entry, or none that was closed. See the room Shift for its number and run this again.',
    },
    {},
    { status: status.input },
  )

/** Wrapped, for a kiosk that answers with nothing is not a kiosk that is not there. */
interface Found {
  record: HandoverRecord | null
}

/** Of the kiosk that has the profile open, else of the journal itself. */
async function recordOf(profile: string, entry: number | null, terminal: Terminal): Promise<HandoverRecord> {
  const asked = await askKiosk<Found>(
    profile,
    async (kiosk) => {
      const seq = entry ?? (await kiosk.call('shift.list', { before: null })).shifts[0]?.seq
      return { record: seq === undefined ? null : await kiosk.call('shift.record', { seq }) }
    },
    terminal.env,
  )
  const { record } = asked ?? (await readHere(profile, entry, terminal))
  if (record === null) throw noShift()
  return record
}

/** Who asks is asked, as the kiosk would. */
async function readHere(profile: string, entry: number | null, terminal: Terminal): Promise<Found> {
  journalFolder(profile)
  const { roles } = shiftMethods['shift.record']
  return asOfficer({ profile, secrets: readingSecrets(profile, terminal), roles }, terminal, ({ journal }) => {
    const records = new HandoverRecords(journal.shifts, calledIn(journal))
    return { record: entry === null ? records.last() : records.read(entry) }
  })
}

/** Which end of the journal the record's head vouches for. */
const signedSchema = v.object({ seq: v.number(), hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })

function headOf({ head, seq }: HandoverRecord): { seq: number; hash: string } {
  const said = head === null ? null : v.safeParse(signedSchema, JSON.parse(head))
  return said?.success ? said.output : { seq, hash: '0'.repeat(64) }
}

export const shiftRecord = defineCommand({
  summary: { vi: 'biên bản bàn giao ca, để in và ký', en: 'the handover record of a shift, to print and sign' },
  about: {
    vi: 'Ghi biên bản bàn giao ca theo Nghị định 30/2020 vào một tệp PDF mới: ca kết ở bản ghi SỐ của nhật ký, hoặc ca kết gần nhất. Mỗi trang có mã mà máy Chốt nào cũng kiểm tra được. Chạy được cả khi Chốt đang mở.',
    en: 'Writes the handover record of a shift, as Nghị định 30/2020 lays it down, to a new PDF: of the shift that ENTRY of the journal closed, else of the last. Each page has a code that any kiosk can check. Also while the kiosk runs.',
  },
  words: { says: { vi: 'SỐ', en: 'ENTRY' }, least: 0, most: 1 },
  options,
  statuses: { 0: { vi: 'đã ghi', en: 'written' } },
  async run([entry], values, terminal) {
    const { env, locale, now } = terminal
    const file = resolve(required(values.out, '--out FILE'))
    if (existsSync(file)) throw fileThere(file)
    const profile = chosenProfile(values, env)
    const record = await recordOf(profile, entryOf(entry), terminal)
    const seal = paperSealer(profilePaths(profile).journal, await readingSecrets(profile, terminal).journalKey())
    const { post, lane, mode, province, letterhead } = sourceIn(profile)
    const pieces = writeHandover({
      record,
      post,
      lane,
      madeAt: now(),
      head: headOf(record),
      letterhead: letterheadOf(post, province, letterhead),
      practice: mode === 'practice',
      codeOf: (claim) => qrMatrix(seal(claim), 'M'),
    })
    const sentence = say(locale, words[locale], { seq: String(record.seq), file })
    await writePaperTo(file, pieces, { mode, sentence }, terminal)
    return 0
  },
})
