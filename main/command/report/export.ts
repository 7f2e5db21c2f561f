/** `chot export`: the crossings of a time in one file, with the proof of it beside. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Client } from '../../../shared/contract/contract.ts'
import type { ExportAnswer } from '../../../shared/contract/reporting.ts'
import type { Sentences } from '../../../shared/language/locale.ts'
import { say } from '../../../shared/language/say.ts'
import { sidecarOf } from '../../reporting/index.ts'
import { defineCommand, required, UsageError } from '../../terminal/index.ts'
import { askKiosk } from '../profile/ask-kiosk.ts'
import { exportHere, type AskedHere } from './export-here.ts'
import { exportOptions, filterOf, formatOf, reasonOf } from './export-options.ts'
import { exportRange, spanOf } from './export-range.ts'
import { fileThere } from '../file-there.ts'
import { chosenProfile } from '../options.ts'
import { practiceLine } from '../../../shared/language/practice-mark.ts'

const words = {
  vi: 'Đã ghi {file}: {crossings} lượt, {people} người. Bằng chứng: {sidecar} (bản ghi {seq} của nhật ký); gửi kèm cả hai tệp.',
  en: 'Wrote {file}: {crossings} crossings, {people} people. Its proof is {sidecar} (entry {seq} of the journal); hand both on.',
} as const

/** Of which a copy for somebody else is not made by itself: said where identities are in it. */
const careful: Sentences = {
  vi: 'Tệp này ghi đầy đủ danh tính và không được mã hóa: chỉ giao cho người có thẩm quyền.',
  en: 'This file names people in full and is not encrypted: hand it to nobody but who is entitled to it.',
}

export const exportCommand = defineCommand({
  summary: { vi: 'xuất danh sách qua chốt', en: 'writes out who crossed' },
  about: {
    vi: 'Ghi các lượt qua chốt của một khoảng thời gian, mỗi người một dòng, vào một tệp mới: XLSX, CSV hoặc JSON Lines; hoặc báo cáo theo Nghị định 30/2020 để in và ký: PDF. Danh tính được che, trừ khi có --identities và --reason. Việc xuất là một bản ghi trong nhật ký; bên cạnh tệp có tệp .chot.json do máy này ký, để "npx chot export verify" nói được tệp có bị sửa hay không. Chạy được cả khi Chốt đang mở: Chốt ghi tệp bên cạnh việc của làn.',
    en: 'Writes the crossings of a time, a row a person, to a new file: XLSX, CSV or JSON Lines; or the report of them as Nghị định 30/2020 lays it down, to be printed and signed: PDF. People are masked, unless --identities and --reason are given. That it was written out is an entry of the journal; beside the file lies a .chot.json that this kiosk signs, by which "npx chot export verify" tells whether the file was changed. Also while the kiosk runs, which then writes it beside the lane.',
  },
  examples: [
    {
      vi: 'chot export --from 2026-11-01 --to 2026-11-30 --out thang-11.xlsx',
      en: 'chot export --from 2026-11-01 --to 2026-11-30 --out november.xlsx',
    },
  ],
  options: exportOptions,
  statuses: {
    0: { vi: 'đã ghi', en: 'written' },
    1: { vi: 'không ghi được: có lý do kèm theo', en: 'not written; it says why' },
  },
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
    const range = exportRange(values, now())
    const asked: AskedHere = {
      file,
      format,
      semicolon,
      appendix,
      identities,
      reason: reasonOf(values),
      locale,
      scope: (shifts, known) => ({ ...spanOf(range, shifts), ...filterOf(values, known) }),
    }
    for (const each of [file, sidecarOf(file)]) if (existsSync(each)) throw fileThere(each)
    const profile = chosenProfile(values, env)
    const written =
      (await askKiosk(profile, (kiosk) => byKiosk(kiosk, asked), env)) ?? (await exportHere(profile, asked, terminal))
    if (written.outcome !== 'written') {
      complain(`${written.said[locale]}\n`)
      return 1
    }
    const { crossings, people, practice, sidecar, seq } = written
    const said = { file, crossings, people, sidecar, seq: String(seq) }
    print(`${practiceLine(practice ? 'practice' : 'real', locale)}${say(locale, words[locale], said)}\n`)
    if (identities) complain(`${careful[locale]}\n`)
    return 0
  },
})

/** The kiosk that has the profile open writes it, beside its lane. */
async function byKiosk(kiosk: Client, { scope, locale: language, file, ...asked }: AskedHere): Promise<ExportAnswer> {
  const [shifts, officers, lanes] = await Promise.all([
    kiosk.call('reports.shifts', {}),
    kiosk.call('reports.officers', {}),
    kiosk.call('reports.lanes', {}),
  ])
  return kiosk.call('reports.export', {
    ...asked,
    ...scope(shifts, { officers, lanes }),
    language,
    target: { kind: 'file', path: file },
  })
}
