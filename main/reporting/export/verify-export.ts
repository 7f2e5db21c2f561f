/**
 * Whether an exported file is what was given out: its bytes against the proof beside it, and the proof against a journal that
 * has its entry, this kiosk's own or a hub's. A proof fits itself whoever made it, so without such a journal nothing is certain.
 */
import { createHash } from 'node:crypto'
import { closeSync, createReadStream, existsSync } from 'node:fs'
import type { IssuedReport } from '../../../shared/ledger/issued-report.ts'
import type { Locale } from '../../../shared/language/locale.ts'
import { practiceLine } from '../../../shared/language/practice-mark.ts'
import { say } from '../../../shared/language/say.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import { openNamedFile, readNamedFile } from '../../files/index.ts'
import { readReportProof, type EntryProof, type SinceReport } from '../../journal/index.ts'
import { Failure, status } from '../../terminal/index.ts'
import { longestSidecar, sidecarOf } from './sidecar.ts'

const words = {
  vi: {
    unchanged: 'NGUYÊN VẸN: không byte nào của {file} bị thay đổi từ khi xuất.',
    unknown:
      'CẦN KIỂM TRA: {file} khớp với bằng chứng đặt cạnh nó, nhưng bằng chứng như vậy ai cũng làm được; ở đây không biết có phải {post} đã ký hay không.',
    claimed:
      'KHÔNG TIN ĐƯỢC: {file} nói là của {by, select, hub {một chốt mà máy chủ này nhận} other {chính máy này}}, nhưng nhật ký ở đây không có bản ghi đó. Nếu từ đó máy chưa bắt đầu nhật ký mới thì tệp là giả. Đừng dùng; xuất lại từ chốt.',
    changed: 'ĐÃ BỊ SỬA: {file} không phải tệp đã xuất. Đừng dùng; xin lại tệp gốc từ chốt.',
    forged: 'KHÔNG TIN ĐƯỢC: {sidecar} đã bị sửa, chữ ký không khớp. Xin lại cả hai tệp từ chốt.',
    whose: '{known, select, true {Của} other {Tự nhận là của}} {post}, làn {lane}, máy {kiosk}; người xuất: {officer}.',
    nobody: 'không ghi, chưa ai đăng nhập',
    when: 'Xuất lúc {at}, bản ghi {seq} của nhật ký; từ {from} đến trước {to}: {crossings} lượt, {people} người, danh tính {identities, select, true {ghi đầy đủ ({reason})} other {đã che}}.',
    own: '{by, select, hub {Máy chủ} other {Nhật ký của hồ sơ này}} có đúng bản ghi đó. Từ đó đến nay trong khoảng thời gian ấy: thêm {added} lượt, {changed} lượt bị sửa hoặc hủy.',
    other:
      '{by, select, hub {Máy chủ chưa có} other {Nhật ký của hồ sơ này không có}} bản ghi đó. Khóa đã ký: {key}; {ask}',
    alone: 'Không có nhật ký ở đây để đối chiếu. Khóa đã ký: {key}; {ask}',
    ask: 'nhờ chốt đó chạy lệnh này trên máy của họ trước khi dùng tệp.',
  },
  en: {
    unchanged: 'UNCHANGED: not a byte of {file} is another than when it was given out.',
    unknown:
      'TO BE CHECKED: {file} fits the proof beside it, but anybody can make such a proof; whether {post} signed it cannot be told here.',
    claimed:
      'NOT TO BE BELIEVED: {file} says that it is of {by, select, hub {a kiosk that this hub knows} other {this very kiosk}}, whose journal here has no such entry. Unless a new journal was begun since, it is forged. Do not use it; have it exported again.',
    changed: 'CHANGED: {file} is not the file that was given out. Do not use it; ask the post for the original.',
    forged: 'NOT TO BE BELIEVED: {sidecar} was changed, its signature does not fit. Ask the post for both files again.',
    whose:
      '{known, select, true {Of} other {Says that it is of}} {post}, lane {lane}, kiosk {kiosk}; given out by: {officer}.',
    nobody: 'nobody named, for nobody had signed in',
    when: 'Given out {at}, entry {seq} of the journal; from {from} until before {to}: {crossings} crossings, {people} people, identities {identities, select, true {written out ({reason})} other {masked}}.',
    own: '{by, select, hub {The hub} other {This profile’s journal}} has that very entry. Since then, of that time: {added, plural, one {# crossing} other {# crossings}} more, {changed} corrected or voided.',
    other:
      '{by, select, hub {The hub has no such entry yet} other {This profile’s journal has no such entry}}. The key that signed it: {key}; {ask}',
    alone: 'There is no journal here to compare with. The key that signed it: {key}; {ask}',
    ask: 'have that post run this on its own kiosk before the file is used.',
  },
} as const satisfies Record<Locale, Record<string, string>>

type Proof = Extract<ReturnType<typeof readReportProof>, { kind: 'report' }>

/** A journal that may have the entry: it answers null where it cannot be asked. */
export type AskJournal<S extends SinceReport = SinceReport> = (
  proof: EntryProof,
  report: IssuedReport,
) => Promise<S | null>

/** Whose journal was asked. */
type By = 'profile' | 'hub'

type Conclusion = 'unchanged' | 'changed' | 'claimed' | 'unknown'

/** What came of it; `forged`: the proof itself was changed. */
export type Verified<S extends SinceReport = SinceReport> =
  | { conclusion: 'forged' }
  | { conclusion: Conclusion; proof: EntryProof; report: IssuedReport; since: S | null }

/** The exit status that each conclusion is. */
export const verifiedStatus = {
  unchanged: status.done,
  changed: status.no,
  claimed: status.no,
  forged: status.no,
  unknown: status.check,
} as const satisfies Record<Verified['conclusion'], number>

async function sha256Of(file: string, descriptor: number): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file, { fd: descriptor, autoClose: false })) hash.update(piece)
  return hash.digest('hex')
}

/** The proof beside a file; null where it was changed. @throws Failure where there is none */
function proofBeside(sidecar: string): Proof | null {
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

function conclude(isSame: boolean, since: SinceReport | null): Conclusion {
  if (since?.own === false && since.claimed) return 'claimed'
  if (!isSame) return 'changed'
  return since?.own === true ? 'unchanged' : 'unknown'
}

/** Verifies a file by the `.chot.json` beside it. @throws Failure where there is no such file or proof */
export async function verifyExport<S extends SinceReport>(file: string, ask: AskJournal<S>): Promise<Verified<S>> {
  const descriptor = openNamedFile(file)
  try {
    // Before the file, which may be any that there is: without a proof there is nothing to read it for.
    const read = proofBeside(sidecarOf(file))
    if (read === null) return { conclusion: 'forged' }
    const { proof, report } = read
    const isSame = (await sha256Of(file, descriptor)) === report.sha256
    const since = await ask(proof, report)
    return { conclusion: conclude(isSame, since), proof, report, since }
  } finally {
    closeSync(descriptor)
  }
}

/** What came of it, in lines for a person. */
export function sayVerified(locale: Locale, file: string, verified: Verified, by: By): string {
  const word = words[locale]
  if (verified.conclusion === 'forged') return `${say(locale, word.forged, { sidecar: sidecarOf(file) })}\n`
  const { conclusion, proof, report, since } = verified
  const { post, lane, from, to, crossings, people, identities, reason } = report
  const { kiosk, officer, at, seq } = proof.entry
  const known = since === null ? word.alone : since.own ? word.own : word.other
  const lines = [
    say(locale, word[conclusion], { file, post, by }),
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
      by,
      key: proof.key,
      ask: word.ask,
      ...(since?.own ? { added: since.added, changed: since.changed } : {}),
    }),
  ]
  return `${practiceLine(report.mode, locale)}${lines.join('\n')}\n`
}
