/** `chot export`: the crossings of a time in one file, with the proof of it beside. */
import { existsSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import type { Mode } from '../../shared/domain/mode.ts'
import type { Sentences } from '../../shared/language/locale.ts'
import { say } from '../../shared/language/say.ts'
import { reportFormats, type ReportFormat } from '../../shared/ledger/issued-report.ts'
import { readBelieved } from '../trust/index.ts'
import { defineCommand, required, UsageError, type Options } from '../terminal/index.ts'
import { profilePaths } from '../profile/index.ts'
import { readingSecrets } from './command-secrets.ts'
import { exportRange } from './export-range.ts'
import { fileThere } from './file-there.ts'
import { issueExport } from './issue-export.ts'
import { journalFolder } from './no-journal.ts'
import { chosenProfile, profileOption } from './options.ts'
import { practiceLine } from './practice.ts'
import { sidecarOf } from './sidecar.ts'
import { openUnused } from './with-journal.ts'

const words = {
  vi: 'Đã ghi {file}: {crossings} lượt, {people} người. Bằng chứng: {sidecar} (mục {seq} của nhật ký); gửi kèm cả hai tệp.',
  en: 'Wrote {file}: {crossings} crossings, {people} people. Its proof is {sidecar} (entry {seq} of the journal); hand both on.',
} as const

const options = {
  out: {
    type: 'string',
    value: 'FILE',
    says: { vi: 'tệp mới để ghi vào', en: 'the new file to write' },
  },
  from: {
    type: 'string',
    value: 'DAY',
    says: {
      vi: 'từ ngày YYYY-MM-DD, hoặc từ giờ YYYY-MM-DDTHH:MM, giờ Việt Nam (mặc định: đầu ngày hôm nay)',
      en: 'from this day YYYY-MM-DD, or time YYYY-MM-DDTHH:MM, of Viet Nam (default: the beginning of today)',
    },
  },
  to: {
    type: 'string',
    value: 'DAY',
    says: {
      vi: 'đến hết ngày, hoặc đến trước giờ này (mặc định: hết hôm nay)',
      en: 'to the end of this day, or until before this time (default: the end of today)',
    },
  },
  format: {
    type: 'string',
    value: 'xlsx|csv|jsonl|pdf',
    says: {
      vi: 'dạng tệp (mặc định: theo đuôi của tên tệp)',
      en: 'the form (default: by the ending of the file’s name)',
    },
  },
  semicolon: {
    type: 'boolean',
    says: {
      vi: 'CSV ngăn cách bằng dấu chấm phẩy, cho Windows đặt theo tiếng Việt',
      en: 'CSV with semicolons, for a Windows that is set to Vietnamese',
    },
  },
  appendix: {
    type: 'boolean',
    says: { vi: 'PDF kèm phụ lục danh sách', en: 'a PDF has the list as its appendix' },
  },
  identities: {
    type: 'boolean',
    says: {
      vi: 'ghi đầy đủ họ tên, số giấy tờ, biển số; cần --reason',
      en: 'names, numbers and plates in full; wants --reason',
    },
  },
  reason: {
    type: 'string',
    value: 'TEXT',
    says: { vi: 'vì sao cần ghi đầy đủ; ghi vào nhật ký', en: 'why they are needed in full; the journal keeps it' },
  },
  ...profileOption,
} as const satisfies Options

/** The longest reason that an entry keeps, in UTF-16 units. */
const longestReason = 500

function formatOf(format: string | undefined, file: string): ReportFormat {
  const asked = format ?? extname(file).slice(1).toLowerCase()
  const found = reportFormats.find((each) => each === asked)
  if (found) return found
  throw format === undefined
    ? new UsageError({
        vi: 'không rõ dạng tệp: đặt đuôi .xlsx, .csv, .jsonl hay .pdf, hoặc nêu --format',
        en: 'which form is meant is not clear: end the name in .xlsx, .csv, .jsonl or .pdf, or give --format',
      })
    : new UsageError({ vi: '--format nhận xlsx, csv, jsonl hoặc pdf', en: '--format takes xlsx, csv, jsonl or pdf' })
}

function reasonOf({ identities = false, reason }: { identities?: boolean; reason?: string }): string | null {
  const text = reason?.normalize('NFC').trim() ?? ''
  if (identities && text === '')
    throw new UsageError({ vi: '--identities cần --reason TEXT', en: '--identities wants --reason TEXT' })
  if (text.length > longestReason)
    throw new UsageError(
      { vi: '--reason dài quá {most} ký tự', en: '--reason is longer than {most} characters' },
      { most: longestReason },
    )
  return text || null
}

/** Of which a copy for somebody else is not made by itself: said where identities are in it. */
const careful: Sentences = {
  vi: 'Tệp này ghi đầy đủ danh tính và không được mã hóa: chỉ giao cho người có thẩm quyền.',
  en: 'This file names people in full and is not encrypted: hand it to nobody but who is entitled to it.',
}

/** What the post's papers say of it. A store that cannot be used keeps nobody from reporting; its damage is said elsewhere. */
function policyOf(profile: string, mode: Mode) {
  try {
    return readBelieved(profilePaths(profile).trust, mode).store.policy
  } catch {
    return null
  }
}

export const exportCommand = defineCommand({
  summary: { vi: 'xuất danh sách qua chốt', en: 'writes out who crossed' },
  about: {
    vi: 'Ghi các lượt qua chốt của một khoảng thời gian, mỗi người một dòng, vào một tệp mới: XLSX, CSV hoặc JSON Lines; hoặc báo cáo theo Nghị định 30/2020 để in và ký: PDF. Danh tính được che, trừ khi có --identities và --reason. Việc xuất là một mục trong nhật ký; bên cạnh tệp có tệp .chot.json do máy này ký, để "chot export verify" nói được tệp có bị sửa hay không. Chốt phải đóng.',
    en: 'Writes the crossings of a time, a row a person, to a new file: XLSX, CSV or JSON Lines; or the report of them as Nghị định 30/2020 lays it down, to be printed and signed: PDF. People are masked, unless --identities and --reason are given. That it was written out is an entry of the journal; beside the file lies a .chot.json that this kiosk signs, by which "chot export verify" tells whether the file was changed. The kiosk must be closed.',
  },
  examples: [
    {
      vi: 'chot export --from 2026-11-01 --to 2026-11-30 --out thang-11.xlsx',
      en: 'chot export --from 2026-11-01 --to 2026-11-30 --out november.xlsx',
    },
  ],
  options,
  statuses: { 0: { vi: 'đã ghi', en: 'written' } },
  async run(_words, values, terminal) {
    const { complain, env, locale, now, print } = terminal
    const file = resolve(required(values.out, '--out FILE'))
    const format = formatOf(values.format, file)
    const { identities = false, semicolon = false, appendix = false } = values
    if (identities && format === 'pdf' && !appendix)
      throw new UsageError({
        vi: 'báo cáo PDF không ghi tên ai nếu không có --appendix',
        en: 'a PDF names nobody without --appendix',
      })
    const asked = {
      file,
      format,
      semicolon,
      appendix,
      range: exportRange(values, now()),
      identities,
      reason: reasonOf(values),
    }
    for (const each of [file, sidecarOf(file)]) if (existsSync(each)) throw fileThere(each)
    const profile = chosenProfile(values, env)
    const folder = journalFolder(profile)
    const secrets = readingSecrets(profile, terminal)
    const key = await secrets.journalKey()
    const { journal, checkpoint } = await openUnused(profile, secrets, terminal)
    const letterhead = policyOf(profile, checkpoint.mode)?.letterhead
    try {
      const { seq, counts } = await issueExport(asked, { journal, checkpoint, folder, key, letterhead }, terminal)
      const { crossings, people } = counts
      const said = { file, crossings, people, sidecar: sidecarOf(file), seq: String(seq) }
      print(`${practiceLine(checkpoint.mode, locale)}${say(locale, words[locale], said)}\n`)
      if (identities) complain(`${careful[locale]}\n`)
      return 0
    } finally {
      journal.close()
    }
  },
})
