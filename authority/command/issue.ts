/** `chot-authority issue`: a laboratory's results become signed certificates and pictures of their codes. */
import { readFileSync } from 'node:fs'
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
import type { Command, Terminal } from './command.ts'
import { Failure, UsageError } from './failure.ts'
import { readArguments, readCount } from './read-arguments.ts'

const usage = `  issue FILE --out DIR [--zone +07:00] [--centre TEXT] [--issuer TEXT] [--country CC] [--days N]
        [--picture png|svg]… [--algorithm EdDSA|ES256] [--key FILE]
      Makes an HC1 test certificate, and pictures of its code, for each result of a CSV (UTF-8) or JSON file. Fields:
      name (or family and given name), birth date, sample time, method, result, centre, identifier; headings in
      Vietnamese or English. Times must have a zone or be given one by --zone. Broken off, it goes on when run again.
      Signs with the authority's own key, or with --key (PEM); valid for 7 days unless --days says otherwise.
`

const options = {
  authority: { type: 'string' },
  out: { type: 'string' },
  zone: { type: 'string' },
  centre: { type: 'string' },
  issuer: { type: 'string' },
  country: { type: 'string' },
  days: { type: 'string' },
  picture: { type: 'string', multiple: true },
  algorithm: { type: 'string' },
  key: { type: 'string' },
} as const

type Values = ReturnType<typeof readArguments<typeof options>>['values']

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

async function readIssuing(values: Values, terminal: Terminal): Promise<Issuing> {
  const { out, zone, picture = ['png'] } = values
  if (out === undefined) throw new UsageError('issue needs --out DIR')
  if (zone !== undefined && !isZone(zone)) throw new UsageError('--zone takes +07:00, or Z')
  if (values.country !== undefined && !/^[A-Z]{2}$/.test(values.country))
    throw new UsageError('--country takes two capital letters')
  const chosen = pictures.filter((known) => picture.includes(known))
  if (chosen.length < new Set(picture).size) throw new UsageError(`--picture takes ${pictures.join(' or ')}`)
  const algorithm = issuerAlgorithms.find((known) => known === (values.algorithm ?? 'EdDSA'))
  if (!algorithm) throw new UsageError(`--algorithm takes ${issuerAlgorithms.join(' or ')}`)
  const days = readCount('--days', values.days, 366) ?? 7
  const { key, authority, country } = await openIssuingKey(
    { home: values.authority, file: values.key, algorithm },
    terminal,
  )
  const issuer = (values.issuer ?? authority)?.normalize('NFC')
  if (!issuer || issuer.length > 80) throw new UsageError('--issuer must say who issues, in at most 80 characters')
  return {
    key,
    authority: issuer,
    country: values.country ?? country ?? 'VN',
    lifetime: days * day,
    folder: out,
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

export const issue: Command = {
  usage,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, options)
    const [file, ...rest] = positionals
    if (file === undefined || rest.length > 0) throw new UsageError('issue takes one FILE')
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
}
