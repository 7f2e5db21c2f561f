/**
 * How long a scan takes at the lane, from the page's call to the answer behind it, on a kiosk that has recorded a million
 * travellers: by itself, while a job in the background reads all of them, and while they are exported.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { issueHc1 } from '../../authority/issue-hc1.ts'
import { newSigningKey, publicJwk } from '../../authority/signing-key.ts'
import { openApp, type App } from '../../main/app.ts'
import { Jobs } from '../../main/background/index.ts'
import { Journal } from '../../main/journal/index.ts'
import { everything } from '../../shared/domain/report/scope.ts'
import type { Settings } from '../../shared/contract/schemas.ts'
import { connect } from '../../shared/rpc/connect.ts'
import { openMemoryLine } from '../contract/wires.ts'
import { testEntry } from '../fixtures/certificates.ts'
import { journalKey, secrets } from '../fixtures/secrets.ts'
import { fillJournal, travellersEach } from './fill-journal.ts'
import { machine } from './machine.ts'
import type { readingJobs } from './reading-thread.ts'
import { below, type BenchReport } from './report.ts'
import { person } from '../../main/practice/people.ts'

const travellers = 1_000_000
const scans = 1000
/** A scan that takes no longer is not noticed, in milliseconds, whatever the share. */
const unnoticed = 50

const hour = 3_600_000
const day = 24 * hour
const now = Date.now()
const key = newSigningKey('ES256')

function resultOf(index: number): string {
  const { name, birthDate } = person(index)
  const [family = '', ...given] = name.split(' ')
  const nam = { fn: family, fnt: family, gn: given.join(' '), gnt: given.join('<') }
  const t = [testEntry({ sc: new Date(now - 20 * hour).toISOString(), ci: `URN:UVCI:01:VN:${index}` })]
  const payload = { ver: '1.3.0', nam, dob: birthDate, t }
  return issueHc1({ issuer: 'VN', issuedAt: now - 18 * hour, expiresAt: now + 100 * hour, payload }, key)
}

async function makeProfile(): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), 'chot-lane-'))
  mkdirSync(join(profile, 'trust'))
  mkdirSync(join(profile, 'journal'))
  const checkpoint = { kiosk: 'kiosk-1', name: 'Km 98', lane: '1', mode: 'real', zoneMinutes: 420 }
  writeFileSync(join(profile, 'checkpoint.json'), JSON.stringify(checkpoint))
  const published = new Date(now - hour).toISOString()
  const keys = [publicJwk(key, { issuer: 'Sở Y tế', country: 'VN', usage: ['test'] })]
  writeFileSync(join(profile, 'trust', 'keys.json'), JSON.stringify({ keys, published }))
  const folder = join(profile, 'journal')
  const journal = await Journal.open({ folder, kiosk: 'kiosk-1', secrets, log: console.error })
  journal.close()
  fillJournal(folder, travellers / travellersEach, now - 120 * day)
  return profile
}

function open(profile: string): Promise<App> {
  const stored: Settings = { language: 'vi', theme: 'auto', camera: null, scannerPrefix: '' }
  const settings = { read: () => stored, write: (change: Partial<Settings>) => Object.assign(stored, change) }
  return openApp({ profile, version: '1', ports: { now: Date.now, settings, secrets, log: console.error } })
}

/** The 99th percentile and the rest, in milliseconds. */
function spread(values: readonly number[]): { median: number; p99: number; max: number } {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): number => Number((sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(2))
  return { median: at(0.5), p99: at(0.99), max: at(1) }
}

/** Exports everybody, again and again, until it is ended. `end` answers with how many files came of it, and how the last ended. */
function keepExporting(app: App): { begun: Promise<void>; end: () => Promise<{ written: number; last: string }> } {
  const folder = mkdtempSync(join(tmpdir(), 'chot-lane-exports-'))
  const begun = Promise.withResolvers<void>()
  const stopHearing = app.subscribe((event) => event === 'reports.progress' && begun.resolve())
  let going = true
  const exportAll = async (): Promise<{ written: number; last: string }> => {
    for (let written = 0; ; written++) {
      const answer = await app.handlers['reports.export']({
        from: now - 130 * day,
        to: now + day,
        ...everything,
        format: 'xlsx',
        semicolon: false,
        appendix: false,
        identities: false,
        reason: null,
        language: 'vi',
        target: { kind: 'folder', path: folder },
      })
      if (answer.outcome !== 'written' && answer.outcome !== 'stopped') throw new Error(answer.said.en)
      if (!going || answer.outcome === 'stopped') return { written, last: answer.outcome }
    }
  }
  const ended = exportAll()
  return {
    begun: begun.promise,
    async end() {
      going = false
      await app.handlers['reports.stop']({})
      const exported = await ended
      stopHearing()
      rmSync(folder, { recursive: true, force: true })
      return exported
    },
  }
}

/** Runs the benchmark. */
export async function run(): Promise<BenchReport> {
  console.error(`${travellers} travellers…`)
  const profile = await makeProfile()
  const folder = join(profile, 'journal')
  const app = await open(profile)
  const jobs = new Jobs<typeof readingJobs>(new URL('./reading-thread.ts', import.meta.url), {
    folder,
    key: journalKey,
  })
  try {
    const line = await openMemoryLine(app.handlers)
    const client = connect(line.wire)
    let serial = travellers
    const scanMany = async (): Promise<number[]> => {
      const texts = Array.from({ length: scans }, () => resultOf(serial++))
      const took: number[] = []
      for (const [index, text] of texts.entries()) {
        const before = performance.now()
        await client.call('scan.verify', { text, source: 'camera', obeyed: true })
        took.push(performance.now() - before)
        // As at a lane: four people a vehicle, and the next one.
        if (index % travellersEach === travellersEach - 1) {
          await client.call('crossing.edit', { kind: 'people', people: travellersEach })
          await client.call('crossing.decide', { decision: 'admitted', reason: { code: 'order', note: null } })
        }
      }
      return took
    }
    await scanMany()
    const alone = spread(await scanMany())
    console.error('with a job beside it…')
    let read = 0
    const begun = Promise.withResolvers<void>()
    const job = jobs.start('readTravellers', null, (done) => {
      read = done
      begun.resolve()
    })
    await begun.promise
    const beside = spread(await scanMany())
    job.cancel()
    const { kind } = await job.ended
    console.error('with an export beside it…')
    const exporting = keepExporting(app)
    await exporting.begun
    const besideExport = spread(await scanMany())
    const exports = await exporting.end()
    const bytesOfLog = statSync(join(folder, 'journal.sqlite-wal')).size
    await line.close()
    return {
      bench: 'lane',
      machine: machine(),
      figures: {
        travellers,
        scans,
        msOfAScan: { alone, besideAJob: beside, besideAnExport: besideExport },
        exports,
        travellersThatTheJobRead: read,
        jobEnded: kind,
        megabytesOfWriteAheadLog: Number((bytesOfLog / 1e6).toFixed(1)),
      },
      bars: [
        below(
          'ms of a scan beside a job, 99th percentile (bar: the larger of twice that alone and 50)',
          beside.p99,
          Math.max(2 * alone.p99, unnoticed),
        ),
        below(
          'ms of a scan beside an export, 99th percentile (bar: the larger of twice that alone and 50)',
          besideExport.p99,
          Math.max(2 * alone.p99, unnoticed),
        ),
      ],
    }
  } finally {
    await jobs.close()
    app.close()
    rmSync(profile, { recursive: true, force: true })
  }
}
