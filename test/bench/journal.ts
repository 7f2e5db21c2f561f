/**
 * The journal of a busy checkpoint through a year: durable crossings a second beside bare inserts, and how append,
 * opening, day summary, search and trace fare at 10,000, 1,000,000 and 5,000,000 travellers.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Journal } from '../../main/journal/index.ts'
import { durable } from './durable.ts'
import { crossingsADay, fillJournal, instantOf, travellersEach } from './fill-journal.ts'
import { questionsTo } from './journal-questions.ts'
import { askTimes, type AskedTimes } from './journal-search.ts'
import { openIn, record, timed, timesOf, type Times } from './journal-times.ts'
import { machine } from './machine.ts'
import { atLeast, below, type Bar, type BenchReport } from './report.ts'
import { crossing } from './travellers.ts'

const sizes = [10_000, 1_000_000, 5_000_000] as const
const appends = 400
const openings = 15
const summaries = 50

const begin = Date.parse('2026-01-05T00:00:00+07:00')

interface Grown {
  travellers: number
  megabytes: number
  fillSeconds: number
  /** Joining the days of a week in the search index, piece by piece. */
  joining: { piece: Times; weekMilliseconds: number }
  open: Times
  append: Times
  daySummary: Times
  questions: Record<string, AskedTimes>
}

interface Place {
  travellers: number
  crossings: number
  folder: string
  fillSeconds: number
  joining: Grown['joining']
}

async function fill(folder: string): Promise<Place[]> {
  const places: Place[] = []
  for (const travellers of sizes) {
    process.stderr.write(`filling ${travellers} travellers …\n`)
    const crossings = travellers / travellersEach
    const place = join(folder, String(travellers))
    ;(await openIn(place)).close()
    let joins: number[] = []
    const milliseconds = timed(() => (joins = fillJournal(place, crossings, begin)))
    const weeks = Math.max(1, Math.floor(crossings / crossingsADay / 7))
    const joining = {
      piece: timesOf(joins),
      weekMilliseconds: Math.round(joins.reduce((sum, each) => sum + each, 0) / weeks),
    }
    places.push({ travellers, crossings, folder: place, fillSeconds: Math.round(milliseconds / 1000), joining })
  }
  return places
}

/** Opened in turn, so that the disk's moods meet all sizes alike. */
async function openTimes(places: readonly Place[]): Promise<Times[]> {
  const times = places.map((): number[] => [])
  for (let count = 0; count < openings; count++) {
    for (const [index, { folder }] of places.entries()) {
      const from = performance.now()
      const journal = await openIn(folder)
      times[index]?.push(performance.now() - from)
      journal.close()
    }
  }
  return times.map(timesOf)
}

/** Appended to in turn, the first to go changing. */
function appendTimes(journals: readonly Journal[], places: readonly Place[]): Times[] {
  const times = places.map((): number[] => [])
  for (let count = 0; count < appends; count++) {
    for (let turn = 0; turn < places.length; turn++) {
      const index = (turn + count) % places.length
      const [place, journal] = [places[index]!, journals[index]!]
      const serial = place.crossings + count
      const next = crossing(serial)
      times[index]?.push(timed(() => record(journal, next, instantOf(serial, begin))))
    }
  }
  return times.map(timesOf)
}

/** All that is measured of journals of every size. */
async function grow(folder: string): Promise<Grown[]> {
  const places = await fill(folder)
  const open = await openTimes(places)
  const journals = await Promise.all(places.map((place) => openIn(place.folder)))
  const append = appendTimes(journals, places)
  const daySummary = places.map(({ crossings }, index) => {
    const end = instantOf(crossings - 1, begin)
    return timesOf(Array.from({ length: summaries }, () => timed(() => journals[index]?.day(end))))
  })
  for (const journal of journals) journal.close()
  const grown: Grown[] = []
  for (const [index, place] of places.entries()) {
    process.stderr.write(`asking ${place.travellers} travellers …\n`)
    grown.push({
      travellers: place.travellers,
      megabytes: Math.round(statSync(join(place.folder, 'journal.sqlite')).size / 2 ** 20),
      fillSeconds: place.fillSeconds,
      joining: place.joining,
      open: open[index]!,
      append: append[index]!,
      daySummary: daySummary[index]!,
      questions: await askTimes(place.folder, questionsTo(place.crossings, begin)),
    })
  }
  return grown
}

function barsOf(share: number, grown: readonly Grown[]): Bar[] {
  const [small, large] = [grown[0]!, grown.at(-1)!]
  const growth = large.append.median / small.append.median
  const at = `${large.travellers} travellers`
  return [
    atLeast('durable crossings of four: share of bare better-sqlite3', share, 0.6),
    {
      name: `${at}: append, times that at ${small.travellers}`,
      value: Number(growth.toFixed(3)),
      bar: 1.3,
      holds: growth <= 1.3,
    },
    ...Object.entries({ 'day summary': large.daySummary, ...large.questions }).map(([kind, { p99 }]) =>
      below(`${at}: ${kind}, 99th percentile in ms`, p99, 100),
    ),
    ...grown.map(({ travellers, open }) =>
      below(`${travellers} travellers: opening, 99th percentile in ms`, open.p99, 500),
    ),
  ]
}

/** Runs the benchmark. */
export async function run(): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'chot-bench-journal-'))
  try {
    process.stderr.write('durable crossings beside bare inserts …\n')
    const beside = await durable(folder)
    const grown = await grow(folder)
    return {
      bench: 'journal',
      machine: machine(),
      figures: { durable: beside, crossingsADay, milliseconds: grown },
      bars: barsOf(beside.ratioToBare, grown),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
