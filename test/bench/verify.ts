/**
 * Text to verdict, warm, in one process, beside the same number of bare `node:crypto` verifications and the fastest
 * peer measured, all in turn in the same run.
 */
import { verify as bareVerify } from 'node:crypto'
import { issueHc1 } from '../../authority/issue-hc1.ts'
import { newSigningKey, publicJwk, type SigningKey } from '../../authority/signing-key.ts'
import { keyFromJwk, defaultPolicy, TrustStore } from '../../main/trust/index.ts'
import { schemeOptions } from './bare-scheme.ts'
import { nodePlatform, verify } from '../../main/verify/index.ts'
import { decodeHc1 } from '../../shared/certificate/hc1.ts'
import type { Algorithm, Envelope } from '../../shared/certificate/decoded.ts'
import { machine } from './machine.ts'
import { loadPeer, type Peer } from './peer-dcc-utils.ts'
import type { Bar, BenchReport } from './report.ts'

const hour = 3_600_000
const now = Date.parse('2026-11-22T08:00:00+07:00')
const rounds = 20
const warmUpRounds = 4
const millisecondsEach = 200
const certificatesEach = 40

const algorithms = ['ES256', 'PS256', 'EdDSA'] as const satisfies readonly Algorithm[]
type Measured = (typeof algorithms)[number]

/** Least share of the bare rate, by algorithm, and least multiple of the peer's. */
const bars: Readonly<Record<Measured, number>> = { ES256: 0.75, PS256: 0.55, EdDSA: 0.75 }
const peerBar = 6

function certificate(key: SigningKey, serial: number): string {
  const sampledAt = now - (serial % 48) * hour
  return issueHc1(
    {
      issuer: 'VN',
      issuedAt: sampledAt,
      expiresAt: sampledAt + 168 * hour,
      payload: {
        ver: '1.3.0',
        nam: { fn: 'Nguyễn', fnt: 'NGUYEN', gn: `Văn An ${serial}`, gnt: 'VAN<AN' },
        dob: '1999-02-26',
        t: [
          {
            tg: '840539006',
            tt: 'LP6464-4',
            nm: 'Real-time RT-PCR',
            sc: new Date(sampledAt).toISOString(),
            tr: '260415000',
            tc: 'Trung tâm Kiểm soát bệnh tật tỉnh Bắc Giang',
            co: 'VN',
            is: 'Sở Y tế tỉnh Bắc Giang',
            ci: `URN:UVCI:01:VN:${String(serial).padStart(24, '0')}#8`,
          },
        ],
      },
    },
    key,
  )
}

/** Calls `once` for about `millisecondsEach`; answers calls a second. */
async function rate(once: (index: number) => unknown): Promise<number> {
  const begin = performance.now()
  let calls = 0
  let elapsed = 0
  do {
    for (let index = 0; index < certificatesEach; index++) {
      const answer = once(index)
      if (answer instanceof Promise) await answer
    }
    calls += certificatesEach
    elapsed = performance.now() - begin
  } while (elapsed < millisecondsEach)
  return (calls / elapsed) * 1000
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

const bar = (name: string, value: number, least: number): Bar => ({ name, value, bar: least, holds: value >= least })

interface Contest {
  ours: number
  theirs: number
  /** Median of the rounds' ratios, which hold when the machine's speed drifts. */
  ratio: number
}

/** Both in turn, the first to go changing from round to round. */
async function compete(ours: (index: number) => unknown, theirs: (index: number) => unknown): Promise<Contest> {
  const rates: { ours: number; theirs: number }[] = []
  for (let round = -warmUpRounds; round < rounds; round++) {
    const oursFirst = round % 2 === 0
    const first = await rate(oursFirst ? ours : theirs)
    const second = await rate(oursFirst ? theirs : ours)
    if (round >= 0) rates.push(oursFirst ? { ours: first, theirs: second } : { ours: second, theirs: first })
  }
  return {
    ours: Math.round(median(rates.map((each) => each.ours))),
    theirs: Math.round(median(rates.map((each) => each.theirs))),
    ratio: Number(median(rates.map((each) => each.ours / each.theirs)).toFixed(3)),
  }
}

async function measure(algorithm: Measured, peer: Peer | null): Promise<{ bare: Contest; peer: Contest | null }> {
  const key = newSigningKey(algorithm)
  const trust = new TrustStore([keyFromJwk(publicJwk(key, { issuer: 'bench', country: 'VN' }))], defaultPolicy, null)
  const texts = Array.from({ length: certificatesEach }, (_, serial) => certificate(key, serial))
  const envelopes = texts.map((text) => decodeHc1(text, nodePlatform).envelope as Envelope)
  const { hash, options } = schemeOptions(algorithm, key.publicKey)
  const ours = (index: number): void => {
    const { outcome } = verify(texts[index] as string, { trust, now, rules: true })
    if (outcome !== 'accepted') throw new Error(`a sound certificate came out ${outcome}`)
  }
  const bare = (index: number): void => {
    const { signed, signature } = envelopes[index] as Envelope
    if (!bareVerify(hash, signed, options, signature)) throw new Error('a sound signature did not verify')
  }
  const theirs = peer?.prepare(algorithm, key, texts) ?? null
  return { bare: await compete(ours, bare), peer: theirs && (await compete(ours, theirs)) }
}

/** Runs the benchmark. */
export async function run(): Promise<BenchReport> {
  const peer = await loadPeer()
  const figures: Record<string, unknown> = { peer: peer ? peer.name : 'dcc-utils could not be installed here' }
  const held: Bar[] = []
  for (const algorithm of algorithms) {
    process.stderr.write(`${algorithm} …\n`)
    const { bare, peer: theirs } = await measure(algorithm, peer)
    figures[algorithm] = {
      verdictsPerSecond: bare.ours,
      bareVerificationsPerSecond: bare.theirs,
      ratioToBare: bare.ratio,
      ...(theirs
        ? { verdictsPerSecondBesidePeer: theirs.ours, peerPerSecond: theirs.theirs, ratioToPeer: theirs.ratio }
        : {}),
    }
    held.push(bar(`${algorithm}: share of bare node:crypto`, bare.ratio, bars[algorithm]))
    if (theirs) held.push(bar(`${algorithm}: times dcc-utils`, theirs.ratio, peerBar))
  }
  return { bench: 'verify', machine: machine(), figures, bars: held }
}
