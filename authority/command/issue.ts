/** `chot-authority issue`: a laboratory's results become signed certificates and pictures of their codes. */
import { existsSync, realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineCommand, type Terminal, Failure, UsageError } from '../../main/terminal/index.ts'
import { formatNumber, formatSeconds } from '../../shared/language/number.ts'
import { say } from '../../shared/language/say.ts'
import { homeAt, homeFolder } from '../repository/home.ts'
import {
  askedOf,
  assignIdentifiers,
  issuedElsewhere,
  type Assignment,
  type PlacedResult,
} from '../results/issue/assign-identifiers.ts'
import { columnReport } from '../results/columns/column-report.ts'
import { DrawPool } from '../results/paper/draw-pool.ts'
import { faultTexts, placeText, type PlacedFault } from '../results/result/faults.ts'
import { issueResults, type Issuing, type Tally } from '../results/issue/issue-results.ts'
import { lockIssuing } from '../results/issue/issuing-lock.ts'
import { readLedger, reserve } from '../results/issue/ledger.ts'
import { Manifest } from '../results/issue/manifest.ts'
import { saidIn, type Said } from '../results/result/said.ts'
import { writePapers } from '../results/paper/slips.ts'
import { headingsText, writeTemplate } from '../results/columns/template.ts'
import { understandResults, type Reading } from '../results/understand.ts'
import { chooseKey, options, planOf, readingOf, type Given, type Plan } from './issue-options.ts'

const words = {
  vi: {
    columns: 'Các cột được hiểu là:\n',
    moreFaults: '… và nhiều lỗi nữa.\n',
    nothing: 'Chưa cấp chứng nhận nào. Sửa những điều trên rồi chạy lại.\n',
    understood: 'Hiểu hết {count} kết quả. Chạy thử: chưa cấp gì.\n',
    unproven:
      'Không ngày nào trong tệp cho thấy tháng đứng trước: --date-order month có thể đảo ngày và tháng. Đối chiếu vài ngày với bản gốc.\n',
    corrects:
      '{place}: giống bản sửa của chứng nhận {identifier} đã cấp. Nếu cùng một người, thu hồi chứng nhận cũ: chot-authority revoke {identifier}\n',
    progress: '{done}/{total} · {rate} mỗi giây · còn khoảng {left} giây\n',
    done: 'Đã cấp {issued} chứng nhận trong {seconds} giây ({rate} mỗi giây); {already} đã có từ trước.\n',
    template: 'Đã ghi tệp mẫu {file}. Điền kết quả vào, mỗi người một dòng.\n',
  },
  en: {
    columns: 'Columns are taken for:\n',
    moreFaults: '… and more.\n',
    nothing: 'Nothing was issued. Correct the above and run again.\n',
    understood: 'All {count} results are understood. A dry run: nothing was issued.\n',
    unproven:
      'No date in the file shows that the month comes first: --date-order month may exchange day and month. Compare some dates with the original.\n',
    corrects:
      '{place}: looks like a correction of certificate {identifier}, issued before. If it is the same person, revoke that one: chot-authority revoke {identifier}\n',
    progress: '{done}/{total} · {rate} a second · about {left} seconds left\n',
    done: '{issued} certificates issued in {seconds} seconds ({rate} a second); {already} were there already.\n',
    template: 'The template {file} was written. Fill it in, one line a person.\n',
  },
} as const

/** A run that takes longer tells how far it is this often. */
const progressEvery = 5_000
/** More causes than these are not read through before the file is corrected. */
const mostFaults = 100

/** Writes progress at most every few seconds, by the machine's own running time: the clock may be put right meanwhile. */
function progressTo(terminal: Terminal, total: number): (tally: Readonly<Tally>) => void {
  const startedAt = performance.now()
  let saidAt = startedAt
  return ({ issued, already }) => {
    const now = performance.now()
    if (now - saidAt < progressEvery) return
    saidAt = now
    const [done, rate] = [issued + already, (issued * 1000) / (now - startedAt)]
    const { locale } = terminal
    const count = (value: number): string => formatNumber(locale, Math.round(value))
    const left = count((total - done) / rate)
    terminal.complain(
      say(locale, words[locale].progress, { done: count(done), total: count(total), rate: count(rate), left }),
    )
  }
}

/** Says all that stands against a file, and that nothing was issued. */
function refuse(problems: readonly Said[], faults: readonly PlacedFault[], terminal: Terminal): 1 {
  const { locale } = terminal
  for (const problem of problems) terminal.complain(`${saidIn(locale, problem)}\n`)
  const texts = faultTexts(faults, locale)
  for (const text of texts.slice(0, mostFaults)) terminal.complain(`${text}\n`)
  if (texts.length > mostFaults) terminal.complain(words[locale].moreFaults)
  terminal.complain(words[locale].nothing)
  return 1
}

/** Says which results seem to be corrections of what was issued before. */
function sayCorrections({ assigned }: Assignment, { locale, complain }: Terminal): void {
  for (const { place, corrects } of assigned)
    for (const identifier of corrects)
      complain(say(locale, words[locale].corrects, { place: placeText(place, locale), identifier }))
}

/** What the disk refused; what has been issued stays, and the next run goes on from there. */
function brokenOff(error: unknown): Failure {
  return new Failure(
    'issue-broken-off',
    {
      vi: 'Không ghi được: {why}. Những chứng nhận đã cấp vẫn còn; sửa rồi chạy lại cùng lệnh để làm tiếp.',
      en: 'Writing failed: {why}. What was issued is there; put it right and run the same command again to go on.',
    },
    { why: error instanceof Error ? error.message : String(error) },
    { cause: error },
  )
}

async function draw(assignment: Assignment, issuing: Issuing, manifest: Manifest, terminal: Terminal): Promise<Tally> {
  const pool = new DrawPool()
  try {
    const { assigned } = assignment
    const tally = await issueResults(assigned, issuing, manifest, pool, progressTo(terminal, assigned.length))
    await writePapers(issuing, manifest.all())
    return tally
  } catch (error) {
    throw brokenOff(error)
  } finally {
    await pool.close()
  }
}

/** What was issued into another folder before, unless it is to be issued again. */
function againFaults(
  assignment: Assignment,
  folder: string,
  manifest: Manifest,
  { again }: Given,
): Assignment['faults'] {
  return again ? [] : issuedElsewhere(assignment, folder, (print) => manifest.has(print))
}

/** Of a folder that may not be there yet. */
const realPath = (folder: string): string => (existsSync(folder) ? realpathSync(folder) : folder)

/** Issues results that were understood, under the locks of the authority and of the folder. */
async function issueAll(
  results: readonly PlacedResult[],
  plan: Plan,
  given: Given,
  terminal: Terminal,
): Promise<0 | 1> {
  const { locale } = terminal
  const home = homeAt(homeFolder(given.authority, terminal.env))
  const { chosen, ...rest } = plan
  const issuing: Issuing = { ...rest, key: await chosen.open() }
  const unlock = lockIssuing(home.folder, issuing.folder)
  try {
    const first = { at: new Date(issuing.now).toISOString(), folder: realpathSync(issuing.folder) }
    const assignment = assignIdentifiers(results, readLedger(home.ledger, askedOf(results)), issuing.country, first)
    const manifest = new Manifest(issuing.folder)
    const faults = [...assignment.faults, ...againFaults(assignment, first.folder, manifest, given)]
    if (faults.length > 0) return refuse([], faults, terminal)
    reserve(
      home.ledger,
      assignment.assigned.flatMap(({ added }) => added ?? []),
    )
    const startedAt = performance.now()
    const tally = await draw(assignment, issuing, manifest, terminal)
    const took = performance.now() - startedAt
    sayCorrections(assignment, terminal)
    terminal.print(
      say(locale, words[locale].done, {
        issued: tally.issued,
        already: tally.already + assignment.repeated,
        seconds: formatSeconds(locale, took),
        rate: formatNumber(locale, Math.round((tally.issued * 1000) / took)),
      }),
    )
    return 0
  } finally {
    unlock()
  }
}

/** Checks everything that issuing would, and says so. */
function rehearse(results: readonly PlacedResult[], { country }: Reading, given: Given, terminal: Terminal): 0 | 1 {
  const { locale } = terminal
  const home = homeAt(homeFolder(given.authority, terminal.env))
  const assignment = assignIdentifiers(results, readLedger(home.ledger, askedOf(results)), country, null)
  const folder = given.out === undefined ? null : resolve(given.out)
  const elsewhere = folder === null ? [] : againFaults(assignment, realPath(folder), new Manifest(folder), given)
  const faults = [...assignment.faults, ...elsewhere]
  if (faults.length > 0) return refuse([], faults, terminal)
  sayCorrections(assignment, terminal)
  terminal.print(say(locale, words[locale].understood, { count: assignment.assigned.length }))
  return 0
}

export const issue = defineCommand({
  summary: { vi: 'cấp chứng nhận có chữ ký từ tệp kết quả', en: 'signed certificates from a file of results' },
  about: {
    vi: `Cấp chứng nhận xét nghiệm HC1 và ảnh mã QR cho từng kết quả trong tệp .xlsx, CSV hoặc JSON, kèm danh sách để in (sheet.html) và phiếu A6 cho từng người (slips.pdf). Các cột: họ và tên (hoặc "Họ đệm" và "Tên", hoặc "Họ" và "Tên"), ngày sinh, thời điểm lấy mẫu, phương pháp, kết quả, cơ sở xét nghiệm, UVCI nếu có; --columns liệt kê mọi tiêu đề được hiểu.

Chỉ cấp khi hiểu hết cả tệp: thiếu cột, cột không rõ, tên sai bảng mã, ngày hay kết quả không rõ thì không cấp gì và nêu từng dòng phải sửa. Cột không rõ chỉ được bỏ qua bằng --ignore; cột là một phần của họ tên thì không bỏ qua được. Thời điểm phải có múi giờ hoặc được cho bằng --zone.

Mã chứng nhận không bao giờ trùng trong mọi lần cấp: sổ mã nằm trong thư mục cơ quan phát hành, kể cả khi ký bằng --key. Kết quả đã cấp vào thư mục khác thì không cấp nữa, trừ khi có --again. Bị ngắt giữa chừng thì chạy lại cùng lệnh để làm tiếp.`,
    en: `Makes an HC1 test certificate, and pictures of its code, for each result of an .xlsx, CSV or JSON file, a sheet to print (sheet.html) and a slip of A6 for each person (slips.pdf). Columns: name (or family and given name), birth date, sample time, method, result, test centre, UVCI if there is one; --columns lists all headings that are understood.

Nothing is issued unless the whole file is understood: a missing column, one that is not known, a name in another character set, a date or a result that is not clear, and every line to be put right is named. A column that is not known is left out only by --ignore, and never one that holds part of a name. Times must have a zone or be given one by --zone.

No identifier is ever given twice: the ledger of them lies in the authority’s folder, also where --key signs. What was issued into another folder is not issued once more without --again. Broken off, it goes on when run again.`,
  },
  examples: [
    { vi: 'chot-authority issue --template ket-qua.xlsx', en: 'chot-authority issue --template results.xlsx' },
    {
      vi: 'chot-authority issue ket-qua.xlsx --dry-run --zone +07:00',
      en: 'chot-authority issue results.xlsx --dry-run --zone +07:00',
    },
    {
      vi: 'chot-authority issue ket-qua.xlsx --out DIR --zone +07:00 --ignore STT',
      en: 'chot-authority issue results.xlsx --out DIR --zone +07:00 --ignore STT',
    },
  ],
  words: { says: { vi: 'TỆP', en: 'FILE' }, least: 0, most: 1 },
  options,
  statuses: {
    0: { vi: 'mọi kết quả đều có chứng nhận', en: 'every result has its certificate' },
    1: {
      vi: 'chưa cấp gì, hoặc bị ngắt giữa chừng: có lý do kèm theo',
      en: 'nothing was issued, or it was broken off; it says why',
    },
  },
  async run([file], given, terminal) {
    const { locale } = terminal
    if (given.columns) {
      terminal.print(headingsText(locale))
      return 0
    }
    if (given.template !== undefined) {
      await writeTemplate(given.template)
      terminal.print(say(locale, words[locale].template, { file: given.template }))
      return 0
    }
    if (file === undefined) throw new UsageError({ vi: 'thiếu TỆP', en: 'FILE is missing' })
    const rehearsal = given['dry-run'] ?? false
    const chosen = rehearsal ? null : chooseKey(given, terminal)
    const reading = readingOf(given, chosen, terminal)
    const plan = chosen && planOf(file, given, reading, chosen)
    const understood = await understandResults(file, reading)
    const report = `${words[locale].columns}${columnReport(understood.report)}`
    if (rehearsal) terminal.print(report)
    else terminal.complain(report)
    if (understood.report.unproven) terminal.complain(words[locale].unproven)
    if (!understood.ok) return refuse(understood.problems, understood.faults, terminal)
    return plan
      ? issueAll(understood.results, plan, given, terminal)
      : rehearse(understood.results, reading, given, terminal)
  },
})
