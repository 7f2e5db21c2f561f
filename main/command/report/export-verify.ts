/** `chot export verify FILE`: whose report a file is, when it was given out, whether a byte of it changed. */
import { createHash } from 'node:crypto'
import { closeSync, createReadStream, existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { IssuedReport } from '../../../shared/ledger/issued-report.ts'
import type { Locale } from '../../../shared/language/locale.ts'
import { say } from '../../../shared/language/say.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import { openNamedFile, readNamedFile } from '../../files/index.ts'
import { readReportProof, sinceReport, type EntryProof, type SinceReport } from '../../journal/index.ts'
import { profilePaths } from '../../profile/index.ts'
import { defineCommand, Failure, status, type Terminal } from '../../terminal/index.ts'
import { readingSecrets } from '../profile/command-secrets.ts'
import { chosenProfile, profileOption } from '../options.ts'
import { practiceLine } from '../profile/practice-mark.ts'
import { longestSidecar, sidecarOf } from '../../reporting/index.ts'

const words = {
  vi: {
    unchanged: 'NGUYÊN VẸN: không byte nào của {file} bị thay đổi từ khi xuất.',
    unknown:
      'CẦN KIỂM TRA: {file} khớp với bằng chứng đặt cạnh nó, nhưng bằng chứng như vậy ai cũng làm được; ở đây không biết có phải {post} đã ký hay không.',
    claimed:
      'KHÔNG TIN ĐƯỢC: {file} nói là của chính máy này, nhưng nhật ký ở đây không có bản ghi đó. Nếu từ đó máy chưa bắt đầu nhật ký mới thì tệp là giả. Đừng dùng; xuất lại từ chốt.',
    changed: 'ĐÃ BỊ SỬA: {file} không phải tệp đã xuất. Đừng dùng; xin lại tệp gốc từ chốt.',
    forged: 'KHÔNG TIN ĐƯỢC: {sidecar} đã bị sửa, chữ ký không khớp. Xin lại cả hai tệp từ chốt.',
    whose: '{known, select, true {Của} other {Tự nhận là của}} {post}, làn {lane}, máy {kiosk}; người xuất: {officer}.',
    nobody: 'không ghi, chưa ai đăng nhập',
    when: 'Xuất lúc {at}, bản ghi {seq} của nhật ký; từ {from} đến trước {to}: {crossings} lượt, {people} người, danh tính {identities, select, true {ghi đầy đủ ({reason})} other {đã che}}.',
    own: 'Nhật ký của hồ sơ này có đúng bản ghi đó. Từ đó đến nay trong khoảng thời gian ấy: thêm {added} lượt, {changed} lượt bị sửa hoặc hủy.',
    other: 'Nhật ký của hồ sơ này không có bản ghi đó. Khóa đã ký: {key}; {ask}',
    alone: 'Không có nhật ký ở đây để đối chiếu. Khóa đã ký: {key}; {ask}',
    ask: 'nhờ chốt đó chạy lệnh này trên máy của họ trước khi dùng tệp.',
  },
  en: {
    unchanged: 'UNCHANGED: not a byte of {file} is another than when it was given out.',
    unknown:
      'TO BE CHECKED: {file} fits the proof beside it, but anybody can make such a proof; whether {post} signed it cannot be told here.',
    claimed:
      'NOT TO BE BELIEVED: {file} says that it is of this very kiosk, whose journal here has no such entry. Unless a new journal was begun since, it is forged. Do not use it; have it exported again.',
    changed: 'CHANGED: {file} is not the file that was given out. Do not use it; ask the post for the original.',
    forged: 'NOT TO BE BELIEVED: {sidecar} was changed, its signature does not fit. Ask the post for both files again.',
    whose:
      '{known, select, true {Of} other {Says that it is of}} {post}, lane {lane}, kiosk {kiosk}; given out by: {officer}.',
    nobody: 'nobody named, for nobody had signed in',
    when: 'Given out {at}, entry {seq} of the journal; from {from} until before {to}: {crossings} crossings, {people} people, identities {identities, select, true {written out ({reason})} other {masked}}.',
    own: 'This profile’s journal has that very entry. Since then, of that time: {added} crossings more, {changed} corrected or voided.',
    other: 'This profile’s journal has no such entry. The key that signed it: {key}; {ask}',
    alone: 'There is no journal here to compare with. The key that signed it: {key}; {ask}',
    ask: 'have that post run this on its own kiosk before the file is used.',
  },
} as const satisfies Record<Locale, Record<string, string>>

async function sha256Of(file: string, descriptor: number): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file, { fd: descriptor, autoClose: false })) hash.update(piece)
  return hash.digest('hex')
}

/** The proof beside a file; null where it was changed. @throws Failure where there is none */
function proofBeside(sidecar: string): Extract<ReturnType<typeof readReportProof>, { kind: 'report' }> | null {
  if (!existsSync(sidecar)) throw noSidecar(sidecar)
  const read = readReportProof(readNamedFile(sidecar, longestSidecar).toString('utf8'))
  if (read.kind === 'none') throw noSidecar(sidecar)
  return read.kind === 'report' ? read : null
}

const noSidecar = (sidecar: string): Failure =>
  new Failure(
    'no-sidecar',
    {
      vi: 'không có {sidecar}, hoặc đó không phải bằng chứng của một tệp xuất. Đặt nó cạnh tệp rồi chạy lại.',
      en: '{sidecar} is not there, or is no proof of an export. Put it beside the file and run this again.',
    },
    { sidecar },
    { status: status.input },
  )

/** What this profile's journal knows of it; null: there is none here, or it does not open. */
async function asked(
  profile: string,
  { proof, report }: { proof: EntryProof; report: IssuedReport },
  terminal: Terminal,
): Promise<SinceReport | null> {
  const folder = profilePaths(profile).journal
  if (!existsSync(join(folder, 'journal.sqlite'))) return null
  try {
    return sinceReport(folder, await readingSecrets(profile, terminal).journalKey(), proof, report, report.head.seq)
  } catch {
    return null
  }
}

/** A proof fits itself whoever made it: a file is known to be unchanged only where the journal has the entry. */
type Conclusion = 'unchanged' | 'changed' | 'claimed' | 'unknown'

const endsWith = { unchanged: status.done, changed: status.no, claimed: status.no, unknown: status.check } as const

function conclude(isSame: boolean, since: SinceReport | null): Conclusion {
  if (since?.own === false && since.claimed) return 'claimed'
  if (!isSame) return 'changed'
  return since?.own === true ? 'unchanged' : 'unknown'
}

function describe(
  locale: Locale,
  { proof, report }: { proof: EntryProof; report: IssuedReport },
  since: SinceReport | null,
): string[] {
  const word = words[locale]
  const { post, lane, from, to, crossings, people, identities, reason } = report
  const { kiosk, officer, at, seq } = proof.entry
  const known = since === null ? word.alone : since.own ? word.own : word.other
  return [
    say(locale, word.whose, {
      known: String(since?.own === true),
      post,
      lane,
      kiosk,
      officer: officer ?? word.nobody,
    }),
    say(locale, word.when, {
      at: formatInstant(at),
      seq: String(seq),
      from: formatInstant(from),
      to: formatInstant(to),
      crossings,
      people,
      identities: String(identities),
      reason: reason ?? '',
    }),
    say(locale, known, {
      key: proof.key,
      ask: word.ask,
      ...(since?.own ? { added: since.added, changed: since.changed } : {}),
    }),
  ]
}

export const exportVerify = defineCommand({
  summary: { vi: 'tệp đã xuất có bị sửa không', en: 'was an exported file changed' },
  about: {
    vi: 'Đọc tệp .chot.json bên cạnh một tệp đã xuất, và nói tệp ấy của chốt nào, xuất lúc nào, có byte nào bị thay đổi không. Có phải chốt đó đã ký hay không thì chỉ hồ sơ của chính máy đó biết; ở đó lệnh nói cả những gì đã thay đổi trong nhật ký từ khi xuất.',
    en: 'Reads the .chot.json beside an exported file, and says whose it is, when it was given out, and whether a byte of it was changed. That the post signed it only that very kiosk’s profile knows; there it says too what was changed in the journal since.',
  },
  words: { says: { vi: 'TỆP', en: 'FILE' }, least: 1, most: 1 },
  options: profileOption,
  statuses: {
    0: { vi: 'nguyên vẹn: nhật ký ở đây có bản ghi đó', en: 'unchanged: the journal here has its entry' },
    1: { vi: 'đã bị sửa, hoặc bằng chứng không tin được', en: 'changed, or its proof is not to be believed' },
    2: {
      vi: 'khớp với bằng chứng của nó, nhưng ở đây không biết ai đã ký',
      en: 'fits its proof, and who signed that cannot be told here',
    },
  },
  async run([name = ''], values, terminal) {
    const { env, locale, print } = terminal
    const file = resolve(name)
    const sidecar = sidecarOf(file)
    const word = words[locale]
    const descriptor = openNamedFile(file)
    try {
      // Before the file, which may be any that there is: without a proof there is nothing to read it for.
      const read = proofBeside(sidecar)
      if (read === null) {
        print(`${say(locale, word.forged, { sidecar })}\n`)
        return 1
      }
      const isSame = (await sha256Of(file, descriptor)) === read.report.sha256
      const since = await asked(chosenProfile(values, env), read, terminal)
      const conclusion = conclude(isSame, since)
      const said = [say(locale, word[conclusion], { file, post: read.report.post }), ...describe(locale, read, since)]
      print(`${practiceLine(read.report.mode, locale)}${said.join('\n')}\n`)
      return endsWith[conclusion]
    } finally {
      closeSync(descriptor)
    }
  },
})
