/** What this kiosk believes, and since when. Built once, swapped whole, free at scan time. */
import type { CheckpointPolicy } from '../../shared/domain/checkpoint-policy.ts'
import type { Mode } from '../../shared/domain/mode.ts'
import type { Published } from '../../shared/domain/freshness.ts'
import type { Policy } from '../../shared/rules/policy.ts'
import type { ValueSets } from '../../shared/rules/value-sets.ts'
import { defaultPolicy, defaultRules } from './defaults.ts'
import { KeyShelf } from './keys/key-shelf.ts'
import { noRevocations, type RevocationList } from './revocations/index.ts'
import { SigningAuthorities } from './certificates/signer-chain.ts'

/** An immutable set of beliefs. */
export interface TrustStore {
  /** Whom the keys are for. */
  mode: Mode
  /** Issuers' keys. */
  keys: KeyShelf
  /** Country authorities, whose signers' certificates travel in the codes (VDS-NC). */
  authorities: SigningAuthorities
  rules: Policy
  valueSets: ValueSets
  revocations: RevocationList
  policy: CheckpointPolicy
  /** Of policy.json, by their dotted names: those that this version knows nothing of. */
  unknownMembers: readonly string[]
  published: Published
}

/** A store that believes what is given, and for the rest the defaults that are shipped: nobody, without a date. */
export function trustStore(beliefs: Partial<TrustStore> = {}): TrustStore {
  return {
    mode: 'real',
    keys: new KeyShelf([]),
    authorities: new SigningAuthorities([]),
    rules: defaultRules,
    valueSets: {},
    revocations: noRevocations,
    policy: defaultPolicy,
    unknownMembers: [],
    published: { keys: null, rules: null, revocations: null },
    ...beliefs,
  }
}
