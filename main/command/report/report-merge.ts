/** `chot report merge`: the exports of several lanes as one report, without a hub. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Locale, Sentences } from '../../../shared/language/locale.ts'
import { say } from '../../../shared/language/say.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import { stageFile } from '../../files/index.ts'
import type { ReportedCrossing } from '../../../shared/domain/crossing/reported-crossing.ts'
import { laneNamed } from '../../../shared/domain/report/lane-named.ts'
import { markingOf, mergeSources, separators, writeRows, type LeftOut, type RowFormat } from '../../reports/index.ts'
import { defineCommand, Failure, required, status, UsageError, type Options } from '../../terminal/index.ts'
import { formatOf } from './export-options.ts'
import { fileThere } from '../file-there.ts'
import { provenExport, type ProvenExport } from './merge-source.ts'
import { practiceLine } from '../../../shared/language/practice-mark.ts'

/** More lanes than a post has, each with several exports. */
const mostFiles = 64

const words = {
  vi: {
    merged:
      'Đã gộp {files} tệp vào {out}: {crossings} lượt, {people} người. Lấy theo tệp mới hơn: {twice} lượt có trong hai tệp, {gone} lượt đã hủy hoặc đổi ngày từ tệp cũ.',
    source:
      '{post}, làn {lane}, máy {kiosk}: từ {from} đến trước {to}, xuất lúc {issued}, bản ghi số {seq}, khóa {key}',
    ranges: 'Các tệp không cùng khoảng thời gian: xem từng dòng ở trên trước khi dùng số tổng.',
    label: 'Gộp từ',
    title: 'Báo cáo gộp',
    leftOut: 'Lấy theo tệp mới hơn',
    left: '{twice} lượt có trong hai tệp; {gone} lượt đã hủy hoặc đổi ngày',
    marking: 'Lưu hành',
    only: 'Chỉ gồm',
    lane: 'làn {lane}',
  },
  en: {
    merged:
      'Merged {files} files into {out}: {crossings} crossings, {people} people. By the later file: {twice} crossings that stand in two, {gone} that were voided or moved since the earlier one.',
    source:
      '{post}, lane {lane}, kiosk {kiosk}: from {from} until before {to}, given out {issued}, entry {seq}, key {key}',
    ranges: 'The files are not of the same time: look at each line above before the sums are used.',
    label: 'Merged from',
    title: 'Merged report',
    leftOut: 'By the later file',
    left: '{twice} crossings stand in two files; {gone} were voided or moved',
    marking: 'Marking',
    only: 'Only',
    lane: 'lane {lane}',
  },
} as const satisfies Record<Locale, Record<string, string>>

const options = {
  out: { type: 'string', value: 'FILE', says: { vi: 'tệp mới để ghi vào', en: 'the new file to write' } },
  format: {
    type: 'string',
    value: 'xlsx|csv|jsonl',
    says: { vi: 'dạng tệp (mặc định: theo đuôi của tên tệp)', en: 'the form (default: by the ending of the name)' },
  },
  lane: {
    type: 'string',
    value: 'LANE',
    says: { vi: 'chỉ các lượt của làn này', en: 'only the crossings of this lane' },
  },
  semicolon: {
    type: 'boolean',
    says: { vi: 'CSV ngăn cách bằng dấu chấm phẩy', en: 'CSV with semicolons' },
  },
} as const satisfies Options

const unlike = (sentences: Sentences): Failure => new Failure('exports-unlike', sentences, {}, { status: status.input })

/** One report says one thing: practice or real, masked or in full, and of the same crossings. @throws Failure */
function demandAlike([first, ...others]: readonly ProvenExport[]): void {
  const differs = (of: (source: ProvenExport) => unknown): boolean =>
    first !== undefined && others.some((each) => !isDeepStrictEqual(of(each), of(first)))
  if (differs(({ report }) => report.mode))
    throw unlike({
      vi: 'Không gộp: có tệp của chốt tập huấn và tệp của chốt thật. Bỏ tệp tập huấn ra.',
      en: 'Nothing was merged: some files are of a practice checkpoint, some of a real one. Leave the practice out.',
    })
  if (differs(({ report }) => report.identities))
    throw unlike({
      vi: 'Không gộp: có tệp che danh tính, có tệp ghi đầy đủ. Xuất lại mọi làn theo một cách.',
      en: 'Nothing was merged: some files mask people, some name them in full. Export all lanes in one way.',
    })
  if (differs(({ report }) => report.filter ?? null))
    throw unlike({
      vi: 'Không gộp: các tệp được lọc khác nhau. Xuất lại mọi làn với cùng điều kiện.',
      en: 'Nothing was merged: the files are not of the same choice of crossings. Export all lanes with the same.',
    })
}

function sourceLine(locale: Locale, { report, proof, kiosk, from, to, issued, issuedAt }: ProvenExport): string {
  return say(locale, words[locale].source, {
    post: shownText(report.post),
    lane: shownText(report.lane),
    kiosk: shownText(kiosk),
    from: formatInstant(from),
    to: formatInstant(to),
    issued: formatInstant(issuedAt),
    seq: String(issued),
    key: proof.key,
  })
}

/** What the merged file says of itself, where it has room for that. */
function aboutOf(
  locale: Locale,
  sources: readonly ProvenExport[],
  { marking, leftOut, lane }: { marking: string | null; leftOut: LeftOut; lane: string | undefined },
): [string, string][] {
  const word = words[locale]
  return [
    ...(marking === null ? [] : [[word.marking, marking] as [string, string]]),
    [word.title, [...new Set(sources.map(({ report }) => shownText(report.post)))].join(' · ')],
    ...sources.map((source): [string, string] => [word.label, sourceLine(locale, source)]),
    ...(lane === undefined ? [] : [[word.only, say(locale, word.lane, { lane: shownText(lane) })] as [string, string]]),
    [word.leftOut, say(locale, word.left, { ...leftOut })],
  ]
}

function rowFormat(format: string | undefined, file: string): RowFormat {
  const form = formatOf(format, file)
  if (form !== 'pdf') return form
  throw new UsageError({
    vi: 'báo cáo gộp là XLSX, CSV hoặc JSON Lines',
    en: 'a merged report is XLSX, CSV or JSON Lines',
  })
}

const nowhere = { post: '', lane: '' }

/** Those of a lane alone. @param seen is told the lanes that there were */
async function* ofLane(
  runs: AsyncIterable<readonly ReportedCrossing[]>,
  lane: string,
  seen: Set<string>,
): AsyncGenerator<readonly ReportedCrossing[]> {
  for await (const run of runs) {
    const its = run.filter(({ place }) => laneNamed(lane, [(place ?? nowhere).lane]) !== null)
    for (const { place } of run) seen.add((place ?? nowhere).lane)
    if (its.length > 0) yield its
  }
}

const noLane = (lane: string, seen: ReadonlySet<string>): Failure =>
  new Failure(
    'no-such-lane',
    {
      vi: 'Không gộp: không có lượt nào của làn {lane} trong các tệp. Các làn có trong tệp: {list}.',
      en: 'Nothing was merged: the files have no crossing of lane {lane}. The lanes that they have: {list}.',
    },
    { lane: shownText(lane), list: [...seen].map((each) => shownText(each)).join(', ') || '–' },
    { status: status.input },
  )

export const reportMerge = defineCommand({
  summary: { vi: 'gộp tệp xuất của nhiều làn', en: 'merges the exports of several lanes' },
  about: {
    vi: 'Gộp các tệp JSON Lines xuất ở nhiều làn thành một báo cáo, không cần máy chủ. Mỗi tệp phải có tệp .chot.json bên cạnh và không bị sửa. Một lượt chỉ tính một lần, dù có trong nhiều tệp: theo máy, kỷ nhật ký và số lượt; nếu khác nhau thì theo tệp xuất sau. Báo cáo gộp không có chữ ký riêng: giữ các tệp gốc cùng với nó.',
    en: 'Merges exports of several lanes, as JSON Lines, into one report, without a hub. Each must have its .chot.json beside it and be unchanged. A crossing counts once, in however many files it stands: by kiosk, epoch and number; where they differ, as the later export has it. A merged report has no signature of its own: keep the files that it comes of with it.',
  },
  words: { says: { vi: 'TỆP', en: 'FILE' }, least: 1, most: mostFiles },
  options,
  examples: [
    {
      vi: 'chot report merge lan-1.jsonl lan-2.jsonl --out ca-chot.xlsx',
      en: 'chot report merge lane-1.jsonl lane-2.jsonl --out post.xlsx',
    },
  ],
  statuses: { 0: { vi: 'đã gộp', en: 'merged' } },
  async run(names, values, { complain, locale, print }) {
    const out = resolve(required(values.out, '--out FILE'))
    const format = rowFormat(values.format, out)
    if (existsSync(out)) throw fileThere(out)
    const sources: ProvenExport[] = []
    for (const file of new Set(names.map((name) => resolve(name)))) sources.push(await provenExport(file))
    demandAlike(sources)
    const { mode, identities } = sources[0]?.report ?? { mode: 'real', identities: false }
    const marking = markingOf({ practice: mode === 'practice', identities })?.[locale] ?? null
    const { lane } = values
    const { crossings, leftOut } = mergeSources(sources)
    const seen = new Set<string>()
    const { pieces, counts } = writeRows({
      format,
      separator: values.semicolon === true ? separators.semicolon : separators.comma,
      locale,
      // What is masked in its source is masked already.
      identities: true,
      marking,
      placeOf: ({ place }) => place ?? nowhere,
      crossings: lane === undefined ? crossings : ofLane(crossings, lane, seen),
      about: () => aboutOf(locale, sources, { marking, leftOut, lane }),
    })
    const staged = await stageFile(out, pieces)
    try {
      if (lane !== undefined && counts.crossings === 0) throw noLane(lane, seen)
      staged.keep()
    } catch (error) {
      staged.discard()
      throw error
    }
    print(practiceLine(mode, locale))
    for (const source of sources) print(`${sourceLine(locale, source)}\n`)
    if (new Set(sources.map(({ from, to }) => `${from} ${to}`)).size > 1) complain(`${words[locale].ranges}\n`)
    const { crossings: count, people } = counts
    print(
      `${say(locale, words[locale].merged, { files: sources.length, out, crossings: count, people, ...leftOut })}\n`,
    )
    return 0
  },
})
