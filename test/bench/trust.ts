/**
 * What it costs to believe much: 2,000 keys, 300 rules and 1,000,000 revocations, at the start and at every scan,
 * beside an empty store and one of ten keys in the same run.
 */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { newSigningKey } from '../../authority/signing-key.ts'
import { readTrust, type TrustStore } from '../../main/trust/index.ts'
import { verify } from '../../main/verify/index.ts'
import { hashLength } from '../../shared/domain/revocation.ts'
import { certificate, now } from './certificate.ts'
import { compete, median } from './contest.ts'
import { certifiedKeys, largeTrust, manyRules, writeSignedTrust, writeTrust } from './large-trust.ts'
import { machine } from './machine.ts'
import { atLeast, below, type BenchReport } from './report.ts'
import type { Load } from './trust-load.ts'

const starts = 9
const certificatesEach = 40
const lookups = 200_000

/** Starts processes on a folder, one after the other; answers the medians. */
function load(folder: string): Load {
  const script = join(import.meta.dirname, 'trust-load.ts')
  const loads = Array.from({ length: starts }, (): Load => {
    const output = execFileSync(process.execPath, ['--expose-gc', script, folder], { encoding: 'utf8' })
    return JSON.parse(output) as Load
  })
  const middle = (member: keyof Load): number => median(loads.map((each) => each[member]))
  return { milliseconds: middle('milliseconds'), heap: middle('heap'), resident: middle('resident') }
}

const megabytes = (bytes: number): number => Number((bytes / 2 ** 20).toFixed(1))

/** Milliseconds that each file adds to a start, the others left out. */
function parts(files: ReturnType<typeof largeTrust>, empty: Load): Record<string, number> {
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => {
      const folder = writeTrust({ 'keys.json': { keys: [] }, [name]: content })
      const { milliseconds } = load(folder)
      rmSync(folder, { recursive: true })
      return [name, Number((milliseconds - empty.milliseconds).toFixed(1))]
    }),
  )
}

function perSecond(once: (index: number) => unknown): number {
  for (let index = 0; index < lookups; index++) once(index)
  const begin = performance.now()
  for (let index = 0; index < lookups; index++) once(index)
  return Math.round((lookups / (performance.now() - begin)) * 1000)
}

/** Look-ups of hashes that are not on the list: the ones that search to the end. */
function revocationLookups({ revocations }: TrustStore): number {
  const hashes = Array.from({ length: 1_024 }, () => {
    const one = randomBytes(hashLength)
    return { identifier: one, 'country-identifier': one, signature: one }
  })
  return perSecond((index) => revocations.find(hashes[index % hashes.length]!))
}

function keyLookups({ keys }: TrustStore, kids: readonly string[]): number {
  const envelopes = kids.map((kid) => ({ kid, issuer: null }) as Parameters<typeof keys.keysFor>[1])
  return perSecond((index) => keys.keysFor('HC1', envelopes[index % envelopes.length]!))
}

/** Verdicts a second under a store, as a call for `compete`. */
function verdicts(texts: readonly string[], trust: TrustStore): (index: number) => void {
  return (index) => {
    const { outcome, reason } = verify(texts[index] as string, { trust, now, rules: true })
    if (outcome !== 'accepted') throw new Error(`a sound certificate came out ${outcome}: ${reason.code}`)
  }
}

/** Runs the benchmark. */
export async function run(): Promise<BenchReport> {
  process.stderr.write('making 2,000 keys and 1,000,000 revocations …\n')
  const known = Array.from({ length: 10 }, () => newSigningKey('ES256'))
  const files = largeTrust(known)
  const folders = {
    empty: writeTrust({ 'keys.json': { keys: [] } }),
    ten: writeTrust({ 'keys.json': { keys: certifiedKeys(10, known) } }),
    large: writeTrust(files),
    signed: await writeSignedTrust(files),
    rulesThatAllApply: writeTrust({ ...files, 'rules.json': manyRules(300, 'all-apply') }),
  }
  try {
    process.stderr.write('starting …\n')
    const empty = load(folders.empty)
    const large = load(folders.large)
    const signed = load(folders.signed)
    const millisecondsByFile = parts(files, empty)
    const above = { heap: megabytes(signed.heap - empty.heap), resident: megabytes(signed.resident - empty.resident) }
    process.stderr.write('verdicts …\n')
    const texts = Array.from({ length: certificatesEach }, (_, serial) =>
      certificate(known[serial % known.length]!, serial),
    )
    const store = readTrust(folders.large)
    const ten = verdicts(texts, readTrust(folders.ten))
    const throughput = await compete(verdicts(texts, store), ten, certificatesEach)
    const allApply = await compete(verdicts(texts, readTrust(folders.rulesThatAllApply)), ten, certificatesEach)
    const figures = {
      store: { keys: store.keys.size, rules: store.rules.ruleSet.size, revocations: store.revocations.size },
      startMilliseconds: Number(large.milliseconds.toFixed(1)),
      startMillisecondsWithItsCheck: Number(signed.milliseconds.toFixed(1)),
      startMillisecondsOfAnEmptyStore: Number(empty.milliseconds.toFixed(1)),
      millisecondsByFile,
      megabytesAboveAnEmptyStore: above,
      lookupsPerSecond: {
        revocations: revocationLookups(store),
        keys: keyLookups(
          store,
          known.map(({ kid }) => kid.toString('base64')),
        ),
      },
      verdictsPerSecond: throughput.ours,
      verdictsPerSecondWithTenKeys: throughput.theirs,
      ratio: throughput.ratio,
      ratioWhereEveryRuleApplies: allApply.ratio,
    }
    return {
      bench: 'trust',
      machine: machine(),
      figures,
      bars: [
        below(
          'milliseconds until a signed store of 2,000 keys, 300 rules and 1,000,000 revocations is checked and ready',
          signed.milliseconds,
          300,
        ),
        below('megabytes of heap and buffers above an empty store', above.heap, 80),
        below('megabytes of resident memory above an empty store', above.resident, 80),
        atLeast('verdict throughput, as a share of that with ten keys', throughput.ratio, 0.9),
      ],
    }
  } finally {
    for (const folder of [...Object.values(folders), dirname(folders.signed)])
      rmSync(folder, { recursive: true, force: true })
  }
}
