/**
 * What the files of a trust folder say: `keys.json` (a JWK set, RFC 7517 §5), and where they are there `rules.json`,
 * `value-sets.json`, `revocations.bin` and `policy.json`. `keys.json` and `rules.json` may carry `published`, an ISO
 * 8601 time; without it the file's own date counts.
 */
import * as v from 'valibot'
import { parseJsonBytes } from '../files/index.ts'
import { instantOf, instantText } from '../../shared/domain/time/instant-text.ts'
import { checkpointPolicySchema, type CheckpointPolicy } from '../../shared/domain/checkpoint-policy.ts'
import { modes, type Mode } from '../../shared/domain/mode.ts'
import { readPolicyInSteps, type Policy } from '../../shared/rules/policy.ts'
import { atOnce, type Steps } from '../../shared/domain/steps.ts'
import { readValueSets, type ValueSets } from '../../shared/rules/value-sets.ts'
import { NotDer } from './certificates/der.ts'
import { defaultPolicy, defaultRules } from './defaults.ts'
import { KeyShelf } from './keys/key-shelf.ts'
import { knownMembers } from './known-members.ts'
import { mostKeys } from './limits.ts'
import { noRevocations, parseInSteps, revocationFaults, type RevocationList } from './revocations/index.ts'
import { SigningAuthorities } from './certificates/signer-chain.ts'
import { readTrustFiles, type TrustFile, type TrustFiles } from './trust-files.ts'
import { trustStore, type TrustStore } from './trust-store.ts'
import { TrustUnreadable } from './trust-unreadable.ts'
import { readX509 } from './certificates/x509.ts'

const datedSchema = v.looseObject({ published: v.optional(instantText) })
const keySetSchema = v.looseObject({
  ...datedSchema.entries,
  /** Whom the keys are for; a set that does not say is real. */
  mode: v.optional(v.picklist(modes), 'real'),
  keys: v.pipe(v.array(v.unknown()), v.maxLength(mostKeys)),
})

/** What a file holds and when it was published. */
function readJson({ path, bytes, changedAt }: TrustFile): { content: unknown; published: number | null } {
  try {
    const content = parseJsonBytes(bytes)
    const dated = v.safeParse(datedSchema, content)
    const stated = dated.success ? dated.output.published : undefined
    return { content, published: instantOf(stated) ?? changedAt }
  } catch (error) {
    throw new TrustUnreadable(path, error)
  }
}

function parsed<S extends v.GenericSchema>({ path }: TrustFile, schema: S, content: unknown): v.InferOutput<S> {
  try {
    return v.parse(schema, content)
  } catch (error) {
    throw new TrustUnreadable(path, error)
  }
}

function* readRules(file: TrustFile | undefined): Steps<{ rules: Policy; published: number | null }> {
  if (!file) return { rules: defaultRules, published: null }
  const { content, published } = readJson(file)
  // The date is ours, not the policy's.
  const members = Object.entries(parsed(file, datedSchema, content)).filter(([name]) => name !== 'published')
  const reading = yield* readPolicyInSteps(Object.fromEntries(members))
  if (reading.ok) return { rules: reading.policy, published }
  const [problem] = reading.problems
  const member = [problem?.rule, problem?.at].filter(Boolean).join(' ')
  throw new TrustUnreadable(file.path, problem?.why ?? '', member === '' ? null : member)
}

function readSets(file: TrustFile | undefined): ValueSets {
  if (!file) return {}
  const answer = readValueSets(parsed(file, v.array(v.unknown()), readJson(file).content))
  if (answer.ok) return answer.valueSets
  throw new TrustUnreadable(file.path, answer.why, String(answer.place))
}

function* readRevocations(
  file: TrustFile | undefined,
): Steps<{ revocations: RevocationList; published: number | null }> {
  if (!file) return { revocations: noRevocations, published: null }
  const answer = yield* parseInSteps(file.bytes)
  if (!answer.ok) throw new TrustUnreadable(file.path, revocationFaults[answer.why])
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
    return readX509(der).extensions.isAuthority ?? false
  } catch (error) {
    if (error instanceof NotDer) return false
    throw error
  }
}

/** A policy of a newer authority may have members that this version knows nothing of; the others hold. */
function readCheckpointPolicy(file: TrustFile | undefined): { policy: CheckpointPolicy; unknownMembers: string[] } {
  if (!file) return { policy: defaultPolicy, unknownMembers: [] }
  const { known, unknown } = knownMembers(checkpointPolicySchema, readJson(file).content)
  return { policy: parsed(file, checkpointPolicySchema, known), unknownMembers: unknown }
}

/**
 * The entries of the key set, none of them imported.
 * @throws TrustUnreadable
 */
export function readKeySet(files: TrustFiles): { entries: unknown[]; mode: Mode; published: number | null } {
  const file = files.get('keys.json')
  if (!file) throw new TrustUnreadable('keys.json', { vi: 'không có tệp này', en: 'there is no such file' })
  const { content, published } = readJson(file)
  const { keys, mode } = parsed(file, keySetSchema, content)
  return { entries: keys, mode, published }
}

/** What a profile of one mode is told of keys for the other. */
const otherMode = {
  practice: {
    vi: 'hồ sơ này để tập huấn, còn đây là khóa thật; chỉ dùng khóa tập huấn ở đây',
    en: 'this profile is for practice and these keys are real; only keys for practice are used here',
  },
  real: {
    vi: 'hồ sơ này là chốt thật, còn đây là khóa tập huấn; chỉ dùng khóa do cơ quan phát hành trao',
    en: 'this profile is a real checkpoint and these keys are for practice; only those that the authority hands out are used here',
  },
} as const

/** Makes a store in steps, of which none takes long. */
function* storeSteps(files: TrustFiles, mode: Mode | null): Steps<TrustStore> {
  const { entries, mode: keysMode, published } = readKeySet(files)
  if (mode !== null && keysMode !== mode)
    throw new TrustUnreadable(files.get('keys.json')?.path ?? 'keys.json', otherMode[mode])
  yield
  const keys = new KeyShelf(entries)
  yield
  const authorities = new SigningAuthorities(authorityCertificates(entries))
  yield
  const { rules, published: rulesPublished } = yield* readRules(files.get('rules.json'))
  yield
  const { revocations, published: revocationsPublished } = yield* readRevocations(files.get('revocations.bin'))
  yield
  return trustStore({
    mode: keysMode,
    keys,
    authorities,
    rules,
    valueSets: readSets(files.get('value-sets.json')),
    revocations,
    ...readCheckpointPolicy(files.get('policy.json')),
    published: { keys: published, rules: rulesPublished, revocations: revocationsPublished },
  })
}

/**
 * Makes a store of the files. Those other than `keys.json` may be missing: the shipped defaults hold.
 * @param mode of the profile that is to believe them; null: nobody's
 * @throws TrustUnreadable, also where the keys are for the other mode
 */
export function storeFrom(files: TrustFiles, mode: Mode | null): TrustStore {
  return atOnce(storeSteps(files, mode))
}

/** As `storeFrom`, with room between the steps for whatever else is to be done. @throws TrustUnreadable */
export async function storeFromSoon(files: TrustFiles, mode: Mode | null): Promise<TrustStore> {
  const steps = storeSteps(files, mode)
  for (;;) {
    await new Promise(setImmediate)
    const step = steps.next()
    if (step.done) return step.value
  }
}

/**
 * Reads a plain trust folder, which is no profile's, into a store.
 * @throws TrustUnreadable
 */
export function readTrust(folder: string): TrustStore {
  return storeFrom(readTrustFiles(folder), null)
}
