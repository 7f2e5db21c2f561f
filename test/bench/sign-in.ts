/**
 * How long signing in takes, from the page's call to the answer behind it: who it is, and then the PIN, which is dear on
 * purpose. By number and by badge in turn, each taking over from the other, at a real kiosk's cost of a PIN; and beside them
 * what of it is the bare cost of one guess.
 */
import { randomBytes, scrypt } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApp, type App } from '../../main/app.ts'
import type { Client } from '../../shared/contract/contract.ts'
import type { Settings } from '../../shared/contract/schemas.ts'
import { connect } from '../../shared/rpc/connect.ts'
import { openMemoryLine } from '../contract/wires.ts'
import { secrets } from '../fixtures/secrets.ts'
import { machine } from './machine.ts'
import { below, type BenchReport } from './report.ts'

const rounds = 20

/** What an officer waits for and does not mind, in milliseconds. */
const most = 1_500

const supervisor = { number: '204117', name: 'Trần Quốc Hùng', rank: 'Đại úy', role: 'supervisor' } as const
const officer = { number: '204118', name: 'Lê Văn Sáu', rank: 'Thượng sĩ', role: 'officer' } as const
const [pinOfSupervisor, pinOfOfficer] = ['739164', '905318']

function makeProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'chot-sign-in-'))
  mkdirSync(join(profile, 'trust'))
  const checkpoint = { kiosk: 'kiosk-1', name: 'Km 98', lane: '1', mode: 'real', zoneMinutes: 420 }
  writeFileSync(join(profile, 'checkpoint.json'), JSON.stringify(checkpoint))
  writeFileSync(join(profile, 'trust', 'keys.json'), JSON.stringify({ keys: [] }))
  return profile
}

function open(profile: string): Promise<App> {
  const stored: Settings = { language: 'vi', theme: 'auto', camera: null, scannerPrefix: '' }
  const settings = { read: () => stored, write: (change: Partial<Settings>) => Object.assign(stored, change) }
  return openApp({ profile, version: '1', ports: { now: Date.now, settings, secrets, log: console.error } })
}

/** Both are appointed. Answers with the text of the officer's badge. */
async function appointBoth(client: Client): Promise<string> {
  const first = await client.call('officers.appoint', { who: supervisor, pin: pinOfSupervisor, means: 'number' })
  const second = await client.call('officers.appoint', { who: officer, pin: pinOfOfficer, means: 'badge' })
  if (!first.ok || !second.ok || second.badge === null) throw new Error('nobody was appointed')
  return second.badge
}

/** Milliseconds until somebody is there. */
async function timed(sign: () => Promise<{ ok: boolean }>): Promise<number> {
  const before = performance.now()
  const { ok } = await sign()
  if (!ok) throw new Error('nobody was signed in')
  return performance.now() - before
}

/** One guess at a PIN, and nothing else: what `docs/officers.md` promises that it costs (RFC 7914). */
const guess = (): Promise<{ ok: boolean }> =>
  new Promise((resolve, reject) => {
    const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 2 ** 20 }
    scrypt(pinOfOfficer, randomBytes(16), 32, cost, (error) => (error ? reject(error) : resolve({ ok: true })))
  })

/** Of an odd or even number of values, in milliseconds. */
const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Runs the benchmark. */
export async function run(): Promise<BenchReport> {
  const profile = makeProfile()
  const app = await open(profile)
  try {
    const line = await openMemoryLine(app.handlers)
    const client = connect(line.wire)
    const badge = await appointBoth(client)
    const byNumber = async (): Promise<{ ok: boolean }> => {
      await client.call('session.name', { number: supervisor.number })
      return client.call('session.open', { number: supervisor.number, pin: pinOfSupervisor })
    }
    const byBadge = async (): Promise<{ ok: boolean }> => {
      await client.call('session.badge', { text: badge })
      return client.call('session.open', { number: officer.number, pin: pinOfOfficer })
    }
    const took = { number: new Array<number>(), badge: new Array<number>(), guess: new Array<number>() }
    await byNumber()
    await byBadge()
    for (let round = 0; round < rounds; round++) {
      took.number.push(await timed(byNumber))
      took.badge.push(await timed(byBadge))
      took.guess.push(await timed(guess))
    }
    await line.close()
    const [numberAndPin, badgeAndPin] = [medianOf(took.number), medianOf(took.badge)]
    return {
      bench: 'sign-in',
      machine: machine(),
      figures: {
        rounds,
        msOfOneGuess: Math.round(medianOf(took.guess)),
        msByNumberAndPin: { median: Math.round(numberAndPin), max: Math.round(Math.max(...took.number)) },
        msByBadgeAndPin: { median: Math.round(badgeAndPin), max: Math.round(Math.max(...took.badge)) },
      },
      bars: [
        below('ms of signing in by number and PIN, median', numberAndPin, most),
        below('ms of signing in by badge and PIN, median', badgeAndPin, most),
      ],
    }
  } finally {
    app.close()
    rmSync(profile, { recursive: true, force: true })
  }
}
