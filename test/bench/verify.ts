/**
 * Text to verdict, warm, in one process, beside the same number of bare `node:crypto` verifications and the fastest
 * peer measured, all in turn in the same run.
 */
import { verify as bareVerify } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newSigningKey, publicJwk } from '../../authority/signing-key.ts'
import { ClockWatch } from '../../main/kiosk/index.ts'
import { Journal } from '../../main/journal/index.ts'
import { KeyShelf, trustStore, type TrustStore } from '../../main/trust/index.ts'
import { parseRevocations, type RevocationList } from '../../main/trust/revocations/index.ts'
import { verify, type Circumstances } from '../../main/verify/index.ts'
import type { Algorithm, Envelope } from '../../shared/certificate/decoded.ts'
import { decodeHc1 } from '../../shared/certificate/hc1.ts'
import type { Published } from '../../shared/domain/freshness.ts'
import { schemeOptions } from './bare-scheme.ts'
import { certificate, now } from './certificate.ts'
import { compete, type Contest } from './contest.ts'
import { secrets } from '../fixtures/secrets.ts'
import { machine } from './machine.ts'
import { loadPeer, type Peer } from './peer-dcc-utils.ts'
import { atLeast, type Bar, type BenchReport } from './report.ts'
import { manyRevocations } from './revocations.ts'

const day = 86_400_000
const certificatesEach = 40

const algorithms = ['ES256', 'PS256', 'EdDSA'] as const satisfies readonly Algorithm[]
type Measured = (typeof algorithms)[number]

/** Least share of the bare rate, by algorithm: with rules alone, and with everything on. Least multiple of the peer's. */
const bars: Readonly<Record<Measured, { alone: number; full: number }>> = {
  ES256: { alone: 0.75, full: 0.7 },
  PS256: { alone: 0.55, full: 0.5 },
  EdDSA: { alone: 0.75, full: 0.7 },
}
const peerBar = 6

/** What a kiosk that has everything switched on judges with: a million revocations, dated beliefs, a watched clock. */
interface Everything {
  revocations: RevocationList
  published: Published
  watch: ClockWatch
  close(): void
}

async function everything(): Promise<Everything> {
  const read = parseRevocations(Buffer.from(manyRevocations(1_000_000, now)))
  if (!read.ok) throw new Error(read.why)
  const published = { keys: now - day, rules: now - day, revocations: now - day }
  const folder = mkdtempSync(join(tmpdir(), 'chot-bench-journal-'))
  const journal = await Journal.open({ folder, kiosk: 'bench', secrets, log: () => undefined })
  journal.recordEvent('trust.updated', {}, now - day)
  const believed = trustStore({ published })
  const watch = new ClockWatch({
    now: () => now,
    zoneMinutes: () => -new Date(now).getTimezoneOffset(),
    expectedZoneMinutes: null,
    journal,
    trust: () => believed,
  })
  const close = (): void => {
    journal.close()
    rmSync(folder, { recursive: true })
  }
  return { revocations: read.list, published, watch, close }
}

interface Measurement {
  bare: Contest
  peer: Contest | null
  /** All checks on, beside bare `node:crypto`. */
  full: Contest
  /** All checks on, beside our own verification without rules, revocations, ages and clock. */
  added: Contest
}

async function measure(algorithm: Measured, peer: Peer | null, all: Everything): Promise<Measurement> {
  const key = newSigningKey(algorithm)
  const trust = trustStore({ keys: new KeyShelf([publicJwk(key, { issuer: 'bench', country: 'VN' })]) })
  const { published, revocations, watch } = all
  const dated: TrustStore = { ...trust, revocations, published }
  const texts = Array.from({ length: certificatesEach }, (_, serial) => certificate(key, serial))
  const envelopes = texts.map((text) => decodeHc1(text).envelope as Envelope)
  const { hash, options } = schemeOptions(algorithm, key.publicKey)
  const judged = (circumstances: () => Circumstances) => (index: number) => {
    const { outcome, reason } = verify(texts[index] as string, circumstances())
    if (outcome !== 'accepted') throw new Error(`a sound certificate came out ${outcome}: ${reason.code}`)
  }
  const ours = judged(() => ({ trust, now, rules: true }))
  const unruled = judged(() => ({ trust, now, rules: false }))
  const full = judged(() => ({ trust: dated, now, rules: true, clock: watch.finding() }))
  const bare = (index: number): void => {
    const { signed, signature } = envelopes[index] as Envelope
    if (!bareVerify(hash, signed, options, signature)) throw new Error('a sound signature did not verify')
  }
  const theirs = peer?.prepare(algorithm, key, texts) ?? null
  return {
    bare: await compete(ours, bare, certificatesEach),
    peer: theirs && (await compete(ours, theirs, certificatesEach)),
    full: await compete(full, bare, certificatesEach),
    added: await compete(full, unruled, certificatesEach),
  }
}

/** Runs the benchmark. */
export async function run(): Promise<BenchReport> {
  const peer = await loadPeer()
  const figures: Record<string, unknown> = { peer: peer ? peer.name : 'dcc-utils could not be installed here' }
  const held: Bar[] = []
  const all = await everything()
  for (const algorithm of algorithms) {
    process.stderr.write(`${algorithm} …\n`)
    const { added, bare, full, peer: theirs } = await measure(algorithm, peer, all)
    figures[algorithm] = {
      verdictsPerSecond: bare.ours,
      bareVerificationsPerSecond: bare.theirs,
      ratioToBare: bare.ratio,
      verdictsPerSecondWithAllChecks: full.ours,
      ratioWithAllChecksToBare: full.ratio,
      ratioWithAllChecksToOursWithout: added.ratio,
      ...(theirs
        ? { verdictsPerSecondBesidePeer: theirs.ours, peerPerSecond: theirs.theirs, ratioToPeer: theirs.ratio }
        : {}),
    }
    held.push(
      atLeast(`${algorithm}: share of bare node:crypto`, bare.ratio, bars[algorithm].alone),
      atLeast(
        `${algorithm}: with rules, 1,000,000 revocations, freshness and clock, share of bare node:crypto`,
        full.ratio,
        bars[algorithm].full,
      ),
      atLeast(
        `${algorithm}: with rules, 1,000,000 revocations, freshness and clock, share of our verification without them`,
        added.ratio,
        bars[algorithm].full,
      ),
    )
    if (theirs) held.push(atLeast(`${algorithm}: times dcc-utils`, theirs.ratio, peerBar))
  }
  all.close()
  return { bench: 'verify', machine: machine(), figures, bars: held }
}
