/** `chot-authority issue`: a laboratory's results become signed certificates and pictures of their codes. */
import { readFileSync } from 'node:fs'
import { defineCommand, required, type Options, type Terminal, type Values } from '../../main/terminal/index.ts'
import { say } from '../../shared/language/say.ts'
import { makeFolder } from '../repository/durable-write.ts'
import { issuerAlgorithms } from '../repository/issuer-keys.ts'
import { DrawPool } from '../results/draw-pool.ts'
import { faultText } from '../results/faults.ts'
import { issueResults, pictures, type Issuing, type Listener, type Tally } from '../results/issue-results.ts'
import { openIssuingKey } from '../results/issuing-key.ts'
import { Manifest } from '../results/manifest.ts'
import { readRows } from '../results/row.ts'
import { isZone } from '../results/sample-time.ts'
import { Failure, UsageError } from './failure.ts'
import { algorithmOption, authorityOption, countryOption } from './options.ts'
import { readChoice, readCount, readCountry } from './read-arguments.ts'

const options = {
  ...authorityOption,
  out: {
    type: 'string',
    value: 'DIR',
    says: { vi: 'thư mục cho ảnh mã và manifest.jsonl', en: 'the folder for the pictures and manifest.jsonl' },
  },
  zone: {
    type: 'string',
    value: '+07:00',
    says: { vi: 'múi giờ của thời điểm không ghi múi giờ', en: 'the zone of times that have none' },
  },
  centre: {
    type: 'string',
    value: 'TEXT',
    says: { vi: 'cơ sở xét nghiệm, nếu tệp không ghi', en: 'the centre, where the file has none' },
  },
  issuer: {
    type: 'string',
    value: 'TEXT',
    says: { vi: 'tên nơi cấp trên chứng nhận', en: 'who issues, as the certificate says it' },
  },
  ...countryOption,
  days: {
    type: 'string',
    value: 'N',
    says: { vi: 'chứng nhận có hiệu lực bao nhiêu ngày (mặc định: 7)', en: 'valid for so many days (default: 7)' },
  },
  picture: {
    type: 'string',
    multiple: true,
    value: pictures.join('|'),
    says: { vi: 'kiểu ảnh (mặc định: png)', en: 'the kind of picture (default: png)' },
  },
  ...algorithmOption,
  key: {
    type: 'string',
    value: 'FILE',
    says: {
      vi: 'khóa ký (PEM), thay cho khóa của cơ quan phát hành',
      en: 'the key that signs (PEM), instead of the authority’s own',
    },
  },
} as const satisfies Options

type Given = Values<typeof options>

const words = {
  vi: {
    moreFaults: '… và nhiều lỗi nữa. Sửa những lỗi trên rồi chạy lại.\n',
    ignored: 'Bỏ qua các cột: {columns}\n',
    progress: '{done}/{total} · {rate} mỗi giây · còn khoảng {left} giây\n',
    done: 'Đã cấp {issued} chứng nhận trong {seconds} giây ({rate} mỗi giây); {already} đã có từ trước; {refused} bị từ chối.\n',
  },
  en: {
    moreFaults: '… and more. Correct these and run again.\n',
    ignored: 'Columns left out: {columns}\n',
    progress: '{done}/{total} · {rate} a second · about {left} seconds left\n',
    done: '{issued} certificates issued in {seconds} seconds ({rate} a second); {already} were there already; {refused} refused.\n',
  },
} as const

const day = 86_400_000
/** A run that takes longer tells how far it is this often. */
const progressEvery = 5_000
/** A file whose every row lacks its zone needs to be told so once, not ten thousand times. */
const mostFaults = 100

/** Writes progress at most every few seconds, by the machine's own running time: the clock may be put right meanwhile. */
function listener(terminal: Terminal, total: number): Listener {
  const startedAt = performance.now()
  let saidAt = startedAt
  let faultsSaid = 0
  return {
    refused: (place, faults) => {
      for (const fault of faults)
        if (++faultsSaid <= mostFaults) terminal.complain(`${faultText(place, fault, terminal.locale)}\n`)
      if (faultsSaid > mostFaults && faultsSaid - faults.length <= mostFaults)
        terminal.complain(words[terminal.locale].moreFaults)
    },
    progress: ({ issued, already, refused }) => {
      const now = performance.now()
      if (now - saidAt < progressEvery) return
      saidAt = now
      const [done, rate] = [issued + already + refused, (issued * 1000) / (now - startedAt)]
      terminal.complain(
        say(terminal.locale, words[terminal.locale].progress, {
          done,
          total,
          rate: rate.toFixed(0),
          left: ((total - done) / rate).toFixed(0),
        }),
      )
    },
  }
}

async function readIssuing(values: Given, terminal: Terminal): Promise<Issuing> {
  const { out, zone, picture = ['png'] } = values
  const folder = required(out, '--out DIR')
  if (zone !== undefined && !isZone(zone))
    throw new UsageError({ vi: '--zone nhận +07:00, hoặc Z', en: '--zone takes +07:00, or Z' })
  const asked = values.country === undefined ? null : readCountry(values.country)
  const chosen = [...new Set(picture.map((each) => readChoice('--picture', each, pictures)))]
  const algorithm = readChoice('--algorithm', values.algorithm ?? 'EdDSA', issuerAlgorithms)
  const days = readCount('--days', values.days, 366) ?? 7
  const { key, authority, country } = await openIssuingKey(
    { home: values.authority, file: values.key, algorithm },
    terminal,
  )
  const issuer = (values.issuer ?? authority)?.normalize('NFC')
  if (!issuer || issuer.length > 80)
    throw new UsageError({
      vi: '--issuer phải nói nơi cấp là ai, không quá 80 ký tự',
      en: '--issuer must say who issues, in at most 80 characters',
    })
  return {
    key,
    authority: issuer,
    country: asked ?? country ?? 'VN',
    lifetime: days * day,
    folder,
    pictures: chosen,
    zone: zone ?? null,
    centre: values.centre ?? null,
    now: terminal.now(),
  }
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

export const issue = defineCommand({
  summary: { vi: 'cấp chứng nhận có chữ ký từ tệp kết quả', en: 'signed certificates from a file of results' },
  about: {
    vi: 'Cấp chứng nhận xét nghiệm HC1 và ảnh mã QR cho từng kết quả trong tệp CSV (UTF-8) hoặc JSON. Các cột: họ tên (hoặc họ và tên riêng), ngày sinh, thời điểm lấy mẫu, phương pháp, kết quả, cơ sở, mã; tiêu đề tiếng Việt hoặc tiếng Anh. Thời điểm phải có múi giờ hoặc được cho bằng --zone. Bị ngắt giữa chừng thì chạy lại cùng lệnh để làm tiếp.',
    en: 'Makes an HC1 test certificate, and pictures of its code, for each result of a CSV (UTF-8) or JSON file. Fields: name (or family and given name), birth date, sample time, method, result, centre, identifier; headings in Vietnamese or English. Times must have a zone or be given one by --zone. Broken off, it goes on when run again.',
  },
  words: { says: { vi: 'TỆP', en: 'FILE' }, least: 1, most: 1 },
  options,
  statuses: {
    0: { vi: 'mọi kết quả đều có chứng nhận', en: 'every result has its certificate' },
    1: {
      vi: 'có kết quả bị từ chối, hoặc chưa cấp gì: có lý do kèm theo',
      en: 'a result was refused, or nothing was issued; it says why',
    },
  },
  async run([file = ''], values, terminal) {
    const sentences = words[terminal.locale]
    const { rows, ignored } = readRows(readFileSync(file))
    const issuing = await readIssuing(values, terminal)
    if (ignored.length > 0) terminal.complain(say(terminal.locale, sentences.ignored, { columns: ignored.join(', ') }))
    makeFolder(issuing.folder, 0o700)
    const manifest = new Manifest(issuing.folder)
    const pool = new DrawPool()
    const startedAt = performance.now()
    let tally: Tally
    try {
      tally = await issueResults(rows, issuing, manifest, pool, listener(terminal, rows.length))
    } catch (error) {
      throw brokenOff(error)
    } finally {
      await pool.close()
    }
    const seconds = (performance.now() - startedAt) / 1000
    terminal.print(
      say(terminal.locale, sentences.done, {
        ...tally,
        seconds: seconds.toFixed(1),
        rate: (tally.issued / seconds).toFixed(0),
      }),
    )
    return tally.refused > 0 ? 1 : 0
  },
})
