/**
 * A day of 5,000 entries sealed beside the lane and put on a stick, and its receipts taken home: the kiosk's processor time,
 * its threads' among it, and how long the lane's own thread was kept from anything else, as a verdict would be.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import {
  enrol,
  nodeDisk,
  onStick,
  readBatchName,
  sealApart,
  setOut,
  syncStatus,
  tripByFolder,
  type Ground,
} from '../../main/sync/index.ts'
import { invitationOf, invited, PaperHub } from '../fixtures/paper-hub.ts'
import { journalKey } from '../fixtures/secrets.ts'
import { fillJournal } from './fill-journal.ts'
import { openIn } from './journal-times.ts'
import { machine } from './machine.ts'
import { below, type BenchReport } from './report.ts'

const entries = 5000
const begin = Date.parse('2026-11-28T00:00:00+07:00')
const quiet = (): void => undefined
/** A scan that takes no longer is not noticed, in milliseconds: the bar of the lane's bench. */
const unnoticed = 50
const milliseconds = (nanoseconds: number): number => Number((nanoseconds / 1e6).toFixed(1))

/** What the hub does with a stick; none of it is the kiosk's time. */
function hubTakes(hub: PaperHub, stick: string): void {
  const places = onStick(stick, invited)
  const batches = readdirSync(places.up).filter((name) => readBatchName(name))
  const answers = ['enrolment.chot', ...batches.toSorted()].map((name) => hub.take(readFileSync(join(places.up, name))))
  mkdirSync(places.down, { recursive: true })
  const receipts = answers.flatMap((answer) => answer.receipts)
  writeFileSync(places.answer, JSON.stringify(Object.assign({}, ...answers, { receipts })))
}

async function travel(ground: Ground, stick: string): Promise<void> {
  const trip = await setOut(ground)
  if (typeof trip === 'string') throw new Error(trip)
  const { why } = await tripByFolder(trip, nodeDisk, stick, quiet)
  if (why !== null) throw new Error(why)
}

/** Runs the benchmark. */
export async function run(): Promise<BenchReport> {
  const profile = mkdtempSync(join(tmpdir(), 'chot-bench-sync-'))
  const [folder, stick] = [join(profile, 'journal'), join(profile, 'stick')]
  try {
    ;(await openIn(folder)).close()
    fillJournal(folder, entries, begin)
    const journal = await openIn(folder)
    const now = (): number => begin + 86_400_000
    journal.ledger.ensureKeys(now())
    const checkpoint = { kiosk: 'kiosk-1', name: 'Chốt 1', lane: '1', mode: 'practice' } as const
    await enrol({ profile, checkpoint, journal, disk: nodeDisk, now }, invitationOf(null))
    mkdirSync(stick)
    const apart = sealApart(journal.ledger, { folder, key: journalKey })
    const about = () => ({ version: '0.1.0', trust: {}, doubt: null })
    const ground: Ground = {
      profile,
      ledger: journal.ledger,
      mode: 'practice',
      about,
      now,
      disk: nodeDisk,
      seal: apart.seal,
    }
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const before = process.cpuUsage()
    await travel(ground, stick)
    const out = process.cpuUsage(before)
    delay.disable()
    hubTakes(new PaperHub(), stick)
    const returning = process.cpuUsage()
    await travel(ground, stick)
    const back = process.cpuUsage(returning)
    const { delivered } = await syncStatus(ground)
    await apart.close()
    journal.close()
    if (!delivered) throw new Error('not everything was delivered')
    const seconds = (out.user + out.system + back.user + back.system) / 1_000_000
    return {
      bench: 'sync',
      machine: machine(),
      figures: {
        entries,
        secondsOfCpu: Number(seconds.toFixed(2)),
        laneKeptInMilliseconds: { p99: milliseconds(delay.percentile(99)), max: milliseconds(delay.max) },
      },
      bars: [
        below('a day sealed and delivered, in seconds of processor time', seconds, 5),
        below(
          'ms that the lane’s thread is kept meanwhile, 99th percentile',
          milliseconds(delay.percentile(99)),
          unnoticed,
        ),
      ],
    }
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
}
