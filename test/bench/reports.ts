/**
 * Reports of 100,000 travellers in each form beside the bare library that writes the same cells, in turn and in processes of
 * their own; the memory of 500,000; the daily report with a long appendix; and the first numbers of the screen beside a
 * million.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { qrMatrix } from '../../main/qr/index.ts'
import { letterheadOf, totalsOf, writePaper, type RowFormat } from '../../main/reports/index.ts'
import { sealed } from '../fixtures/sealed-paper.ts'
import { median } from './contest.ts'
import { machine } from './machine.ts'
import { screenTimes, type ScreenTimes } from './report-screen.ts'
import { reportedRuns } from './report-source.ts'
import { below, type Bar, type BenchReport } from './report.ts'

const forms: readonly RowFormat[] = ['csv', 'xlsx', 'jsonl']
const rounds = 5
const [usual, large, journalled] = [100_000, 500_000, 1_000_000]
const listed = 5_000

const script = join(import.meta.dirname, 'write-report.ts')
const ranSchema = v.object({ milliseconds: v.number(), busy: v.number(), megabytes: v.number() })
type Ran = v.InferOutput<typeof ranSchema>

function write(
  form: RowFormat,
  who: 'ours' | 'bare',
  travellers: number,
  folder: string,
): Ran & { fileMegabytes: number } {
  const file = join(folder, `${form}-${who}`)
  rmSync(file, { force: true })
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, form, who, String(travellers), file], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  const fileMegabytes = statSync(file).size / 2 ** 20
  return { ...v.parse(ranSchema, JSON.parse(stdout)), fileMegabytes }
}

interface Compared {
  form: RowFormat
  seconds: { ours: number; bare: number }
  /** On a processor: what holds while something else keeps the machine busy. */
  busySeconds: { ours: number; bare: number; ratio: number }
  fileMegabytes: number
  megabytesAboveIdle: { ours: number; bare: number; oursOfMany: number }
}

function compare(form: RowFormat, folder: string): Compared {
  const ours: ReturnType<typeof write>[] = []
  const bare: ReturnType<typeof write>[] = []
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`${form}, round ${round + 1} of ${rounds} …\n`)
    const first = round % 2 === 0 ? ours : bare
    for (const who of [first, first === ours ? bare : ours])
      who.push(write(form, who === ours ? 'ours' : 'bare', usual, folder))
  }
  process.stderr.write(`${form}, ${large} travellers …\n`)
  const many = write(form, 'ours', large, folder)
  const secondsOf = (runs: readonly Ran[]): number => median(runs.map((each) => each.milliseconds)) / 1000
  const busyOf = (runs: readonly Ran[]): number => median(runs.map((each) => each.busy)) / 1000
  const memoryOf = (runs: readonly Ran[]): number => Math.max(...runs.map((each) => each.megabytes))
  return {
    form,
    seconds: { ours: secondsOf(ours), bare: secondsOf(bare) },
    busySeconds: {
      ours: busyOf(ours),
      bare: busyOf(bare),
      ratio: median(ours.map((each, index) => each.busy / (bare[index]?.busy ?? Number.NaN))),
    },
    fileMegabytes: ours[0]?.fileMegabytes ?? Number.NaN,
    megabytesAboveIdle: { ours: memoryOf(ours), bare: memoryOf(bare), oursOfMany: many.megabytes },
  }
}

/** Seconds of the daily report with the list of so many as its appendix. */
async function daily(): Promise<number> {
  const crossings = [...reportedRuns(listed)].flat()
  const totals = await totalsOf([crossings])
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now()
    let bytes = 0
    const pieces = writePaper({
      letterhead: letterheadOf('Chốt Như Nguyệt', 'Bắc Ninh'),
      post: 'Chốt Như Nguyệt',
      lane: '2',
      kiosk: 'kiosk-1',
      from: 0,
      to: 1,
      filter: null,
      madeAt: 0,
      practice: true,
      totals,
      beside: { voided: 0, erased: 0, scans: 0, unreadable: 0 },
      officers: [],
      closed: null,
      head: { seq: 1, hash: '0'.repeat(64) },
      codeOf: (claim) => qrMatrix(sealed(claim), 'M'),
      list: { crossings, identities: false },
    })
    for await (const piece of pieces) bytes += piece.length
    if (bytes === 0) throw new Error('an empty report')
    times.push(performance.now() - begin)
  }
  return median(times) / 1000
}

function barsOf(compared: readonly Compared[], dailySeconds: number, screen: ScreenTimes): Bar[] {
  return [
    ...compared.map(
      ({ form, busySeconds: { ratio } }): Bar => ({
        name: `${form}, ${usual} travellers: times the bare library, on a processor`,
        value: Number(ratio.toFixed(2)),
        bar: 1.3,
        holds: ratio <= 1.3,
      }),
    ),
    ...compared.flatMap(({ form, megabytesAboveIdle: { ours, oursOfMany } }) => [
      below(`${form}, ${usual} travellers: megabytes above idle`, ours, 200),
      below(`${form}, ${large} travellers: megabytes above idle`, oursOfMany, 200),
    ]),
    below(`first numbers of a day beside ${journalled} travellers, ms, 99th percentile`, screen.dayP99, 200),
    { ...below(`daily report with ${listed} lines, seconds`, dailySeconds, 2), value: Number(dailySeconds.toFixed(2)) },
  ]
}

/** Runs the benchmark. */
export async function run(): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'chot-bench-reports-'))
  try {
    const compared = forms.map((form) => compare(form, folder))
    const dailySeconds = await daily()
    process.stderr.write(`${journalled} travellers in a journal …\n`)
    const screen = await screenTimes(journalled)
    return {
      bench: 'reports',
      machine: machine(),
      figures: { travellers: usual, forms: compared, dailyReport: { lines: listed, seconds: dailySeconds }, screen },
      bars: barsOf(compared, dailySeconds, screen),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
