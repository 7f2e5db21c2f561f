/**
 * Reads a trust folder: `keys.json` (a JWK set, RFC 7517 §5), and where they are there `rules.json`, `value-sets.json`,
 * `revocations.bin` and `policy.json`. `keys.json` and `rules.json` may carry `published`, an ISO 8601 time; without it
 * the file's own date counts.
 */
import { X509Certificate } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { checkpointPolicySchema, type CheckpointPolicy } from '../../shared/domain/checkpoint-policy.ts'
import { readPolicy, type Policy } from '../../shared/rules/policy.ts'
import { readValueSets, type ValueSets } from '../../shared/rules/value-sets.ts'
import { defaultPolicy, defaultRules } from './defaults.ts'
import { KeyShelf } from './key-shelf.ts'
import { noRevocations, openRevocations, revocationFaults, type RevocationList } from './revocations/index.ts'
import { SigningAuthorities } from './signer-chain.ts'
import { keyFromJwk } from './trusted-key.ts'
import { trustStore, type TrustStore } from './trust-store.ts'

const datedSchema = v.looseObject({ published: v.optional(v.pipe(v.string(), v.isoTimestamp())) })
const keySetSchema = v.looseObject({ ...datedSchema.entries, keys: v.array(v.unknown()) })

/** A trust folder that cannot be believed; `message` says which file and why, in one sentence. */
export class TrustUnreadable extends Error {
  readonly code = 'TRUST_UNREADABLE'
  readonly file: string
  constructor(file: string, cause: unknown) {
    super(`cannot use ${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.name = 'TrustUnreadable'
    this.file = file
  }
}

/** What a file holds and when it was published; null where it is not there. */
function readJson(file: string): { content: unknown; published: number } | null {
  const stat = statSync(file, { throwIfNoEntry: false })
  if (!stat) return null
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const dated = v.safeParse(datedSchema, content)
    const stated = dated.success ? dated.output.published : undefined
    return { content, published: stated === undefined ? stat.mtimeMs : Date.parse(stated) }
  } catch (error) {
    throw new TrustUnreadable(file, error)
  }
}

function parsed<S extends v.GenericSchema>(file: string, schema: S, content: unknown): v.InferOutput<S> {
  try {
    return v.parse(schema, content)
  } catch (error) {
    throw new TrustUnreadable(file, error)
  }
}

function readRules(file: string): { rules: Policy; published: number | null } {
  const read = readJson(file)
  if (!read) return { rules: defaultRules, published: null }
  // The date is ours, not the policy's.
  const members = Object.entries(parsed(file, datedSchema, read.content)).filter(([name]) => name !== 'published')
  const reading = readPolicy(Object.fromEntries(members))
  if (reading.ok) return { rules: reading.policy, published: read.published }
  const [problem] = reading.problems
  throw new TrustUnreadable(file, `${problem?.rule ?? ''} ${problem?.at ?? ''} ${problem?.message ?? ''}`.trim())
}

function readSets(file: string): ValueSets {
  const read = readJson(file)
  if (!read) return {}
  const answer = readValueSets(parsed(file, v.array(v.unknown()), read.content))
  if (answer.ok) return answer.valueSets
  throw new TrustUnreadable(file, `value set ${answer.place + 1}: ${answer.message}`)
}

function readRevocations(file: string): { revocations: RevocationList; published: number | null } {
  if (!statSync(file, { throwIfNoEntry: false })) return { revocations: noRevocations, published: null }
  const answer = openRevocations(file)
  if (!answer.ok) throw new TrustUnreadable(file, revocationFaults[answer.why].en)
  return { revocations: answer.list, published: answer.list.issuedAt }
}

/** Certificates of country authorities stand among the keys, each in an entry's `x5c`. */
function authorityCertificates(entries: readonly unknown[]): Buffer[] {
  return entries.flatMap((entry) => {
    const chain: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'x5c') : undefined
    const leaf: unknown = Array.isArray(chain) ? chain[0] : undefined
    if (typeof leaf !== 'string') return []
    const der = Buffer.from(leaf, 'base64')
    return isAuthority(der) ? [der] : []
  })
}

/** `basicConstraints` with `cA` true (RFC 5280 §4.2.1.9): its identifier, then the extension's content begins so. */
const basicConstraints = Buffer.from('0603551d13', 'hex')

function isAuthority(der: Buffer): boolean {
  // Most certificates are signers', and reading each would take longer than all else at the start.
  if (!der.includes(basicConstraints)) return false
  try {
    return new X509Certificate(der).ca
  } catch {
    return false
  }
}

function readCheckpointPolicy(file: string): CheckpointPolicy {
  const read = readJson(file)
  return read ? parsed(file, checkpointPolicySchema, read.content) : defaultPolicy
}

/**
 * Reads a trust folder into a store. Files other than `keys.json` may be missing: the shipped defaults hold.
 * @throws TrustUnreadable
 */
export function readTrust(folder: string): TrustStore {
  const keysFile = join(folder, 'keys.json')
  const set = readJson(keysFile)
  if (!set) throw new TrustUnreadable(keysFile, 'there is no such file')
  const { keys: entries } = parsed(keysFile, keySetSchema, set.content)
  const { rules, published: rulesPublished } = readRules(join(folder, 'rules.json'))
  const { revocations, published: revocationsPublished } = readRevocations(join(folder, 'revocations.bin'))
  return trustStore({
    keys: new KeyShelf(entries),
    authorities: new SigningAuthorities(authorityCertificates(entries)),
    rules,
    valueSets: readSets(join(folder, 'value-sets.json')),
    revocations,
    policy: readCheckpointPolicy(join(folder, 'policy.json')),
    published: { keys: set.published, rules: rulesPublished, revocations: revocationsPublished },
  })
}

/** A key of a set that cannot be used: its place, from 1, and why. */
export interface RefusedKey {
  place: number
  why: string
}

/** Imports every key of a folder's set and lists those that cannot be used. For set-up and updates, not for every start. */
export function auditKeys(folder: string): RefusedKey[] {
  const file = join(folder, 'keys.json')
  const { keys } = parsed(file, keySetSchema, readJson(file)?.content)
  return keys.flatMap((entry, index) => {
    try {
      keyFromJwk(entry)
      return []
    } catch (error) {
      return [{ place: index + 1, why: error instanceof Error ? error.message : String(error) }]
    }
  })
}
