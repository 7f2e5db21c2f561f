/**
 * Durable scans a second, beside bare inserts of better-sqlite3 of as many bytes in as many transactions with
 * `synchronous=FULL`, in turn on the same disk; and how append, open and day summary fare as the journal grows.
 *
 * Bars that need crossings and their travellers (crossings of four a second, search by plate and name, trace, all at
 * 5,000,000 travellers) are measured once there are crossings.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Journal } from '../../main/journal/index.ts'
import { journalKey, secrets } from '../fixtures/secrets.ts'
import { accepted, rejected } from '../fixtures/verdicts.ts'
import { openEncrypted } from '../../main/journal/open-database.ts'
import { fillJournal, scansADay } from './fill-journal.ts'
import { machine } from './machine.ts'
import type { Bar, BenchReport } from './report.ts'

const rounds = 15
const scansARound = 100
const sizes = [10_000, 1_000_000] as const
const appends = 400
const openings = 7
const summaries = 50

const begin = Date.parse('2026-01-05T06:00:00+07:00')

interface Times {
  median: number
  p99: number
}

function timesOf(milliseconds: readonly number[]): Times {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { median: Number(at(0.5).toFixed(3)), p99: Number(at(0.99).toFixed(3)) }
}

function timed(act: () => unknown): number {
  const from = performance.now()
  act()
  return performance.now() - from
}

const openIn = (folder: string): Promise<Journal> =>
  Journal.open({ folder, kiosk: 'kiosk-1', secrets, log: (line) => console.error(line) })

function record(journal: Journal, at: number): void {
  const { recorded } = journal.recordScan(at % 2 === 0 ? accepted : rejected, 'camera', at)
  if (!recorded) throw new Error('a scan was not recorded')
}

/** Bytes that the journal stores for a scan on average, indices apart. */
function bytesAScan(folder: string): number {
  const database = openEncrypted(join(folder, 'journal.sqlite'), journalKey, { readonly: true })
  const bytes = database
    .prepare<[], number>(
      `SELECT avg(length(CAST(payload AS BLOB)) + length(id) + length(e.kiosk) + length(kind) + length(payload_hash)
         + length(previous) + length(hash) + length(day) + length(source) + length(outcome)
         + length(CAST(reason AS BLOB)) + coalesce(length(CAST(holder AS BLOB)), 0) + 32)
       FROM entries e JOIN payloads USING (seq) JOIN scans USING (seq)`,
    )
    .pluck()
    .get()
  database.close()
  return Math.round(bytes ?? 0)
}

/** Ours and bare in turn, the first to go changing from round to round. */
async function compete(folder: string) {
  const ours = await openIn(join(folder, 'ours'))
  record(ours, begin)
  record(ours, begin + 1)
  const bytes = bytesAScan(join(folder, 'ours'))
  const theirs = new Database(join(folder, 'bare.sqlite'))
  theirs.pragma('journal_mode = WAL')
  theirs.pragma('synchronous = FULL')
  theirs.exec('CREATE TABLE scans (seq INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT')
  const insert = theirs.prepare<[string]>('INSERT INTO scans (content) VALUES (?)')
  const content = 'x'.repeat(bytes)
  const rates: { ours: number; bare: number }[] = []
  const rate = (once: (count: number) => void): number =>
    (scansARound * 1000) /
    timed(() => {
      for (let count = 0; count < scansARound; count++) once(count)
    })
  for (let round = -2; round < rounds; round++) {
    const oursNow = (): number => rate((count) => record(ours, begin + round * 1000 + count))
    const bareNow = (): number => rate(() => insert.run(content))
    const first = round % 2 === 0 ? oursNow() : bareNow()
    const second = round % 2 === 0 ? bareNow() : oursNow()
    if (round >= 0) rates.push(round % 2 === 0 ? { ours: first, bare: second } : { ours: second, bare: first })
  }
  ours.close()
  theirs.close()
  const median = (values: readonly number[]): number => timesOf(values).median
  return {
    bytesAScan: bytes,
    scansPerSecond: Math.round(median(rates.map((each) => each.ours))),
    bareInsertsPerSecond: Math.round(median(rates.map((each) => each.bare))),
    ratioToBare: median(rates.map((each) => each.ours / each.bare)),
  }
}

interface Grown {
  entries: number
  megabytes: number
  append: Times
  open: Times
  daySummary: Times
}

/** Journals of every size, appended to in turn, so that the disk's moods meet them all alike. */
async function grow(folder: string): Promise<Grown[]> {
  const grown: { entries: number; place: string; end: number }[] = []
  for (const entries of sizes) {
    process.stderr.write(`filling ${entries} entries …\n`)
    const place = join(folder, String(entries))
    ;(await openIn(place)).close()
    grown.push({ entries, place, end: fillJournal(place, entries, begin) })
  }
  const open = grown.map((): number[] => [])
  for (let count = 0; count < openings; count++) {
    for (const [index, { place }] of grown.entries()) {
      const from = performance.now()
      const journal = await openIn(place)
      open[index]?.push(performance.now() - from)
      journal.close()
    }
  }
  const journals = await Promise.all(grown.map(({ place }) => openIn(place)))
  const append = grown.map((): number[] => [])
  for (let count = 0; count < appends; count++) {
    for (const [index, journal] of journals.entries())
      append[index]?.push(timed(() => record(journal, (grown[index]?.end ?? 0) + count)))
  }
  const answer = grown.map(({ entries, place, end }, index): Grown => {
    const journal = journals[index]
    const summary = Array.from({ length: summaries }, () => timed(() => journal?.day(end)))
    return {
      entries,
      megabytes: Math.round(statSync(join(place, 'journal.sqlite')).size / 2 ** 20),
      append: timesOf(append[index] ?? []),
      open: timesOf(open[index] ?? []),
      daySummary: timesOf(summary),
    }
  })
  for (const journal of journals) journal.close()
  return answer
}

const most = (name: string, value: number, bar: number): Bar => ({ name, value, bar, holds: value <= bar })

/** Runs the benchmark. */
export async function run(): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'chot-bench-journal-'))
  try {
    process.stderr.write('durable scans beside bare inserts …\n')
    const durable = await compete(folder)
    const grown = await grow(folder)
    const [small, large] = [grown[0]!, grown.at(-1)!]
    const share = durable.ratioToBare
    const growth = Number((large.append.median / small.append.median).toFixed(3))
    const times = `${large.entries} entries: append, times that at ${small.entries}`
    return {
      bench: 'journal',
      machine: machine(),
      figures: { durable, scansADay, milliseconds: grown },
      bars: [
        { name: 'durable scans: share of bare better-sqlite3', value: share, bar: 0.6, holds: share >= 0.6 },
        most(times, growth, 1.3),
        most(`${large.entries} entries: day summary, 99th percentile in ms`, large.daySummary.p99, 100),
        ...grown.map(({ entries, open }) => most(`${entries} entries: opening, 99th percentile in ms`, open.p99, 500)),
      ],
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
