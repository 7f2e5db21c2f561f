/** Reads a trust folder: `keys.json` (a JWK set, RFC 7517 §5) and `policy.json`. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import shippedPolicy from '../../resources/policy.json' with { type: 'json' }
import { policySchema, type Policy } from '../../shared/domain/policy.ts'
import { keyFromJwk, type TrustedKey } from './trusted-key.ts'
import { TrustStore } from './trust-store.ts'

const keySetSchema = v.looseObject({ keys: v.array(v.unknown()) })

/** A trust folder that cannot be believed; `message` says which file and why, in one sentence. */
export class TrustUnreadable extends Error {
  readonly code = 'TRUST_UNREADABLE'
  constructor(file: string, cause: unknown) {
    super(`cannot use ${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.name = 'TrustUnreadable'
  }
}

function readJson<S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> {
  try {
    return v.parse(schema, JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new TrustUnreadable(file, error)
  }
}

/** The policy that holds where a folder brings none. */
export const defaultPolicy: Policy = v.parse(policySchema, shippedPolicy)

/** A trust store, and the keys of its set that could not be used, with the reason. */
export interface ReadTrust {
  store: TrustStore
  refused: { index: number; why: string }[]
}

/**
 * Reads a trust folder; without a `policy.json` in it the default policy holds. One key that cannot be used does not cost the others: it is reported in `refused`.
 * @throws TrustUnreadable
 */
export function readTrust(folder: string): ReadTrust {
  const file = join(folder, 'keys.json')
  const set = readJson(file, keySetSchema)
  const keys: TrustedKey[] = []
  const refused: ReadTrust['refused'] = []
  set.keys.forEach((jwk, index) => {
    try {
      keys.push(keyFromJwk(jwk))
    } catch (error) {
      refused.push({ index, why: error instanceof Error ? error.message : String(error) })
    }
  })
  const policyFile = join(folder, 'policy.json')
  const policy = statSync(policyFile, { throwIfNoEntry: false }) ? readJson(policyFile, policySchema) : defaultPolicy
  return { store: new TrustStore(keys, policy, statSync(file).mtimeMs), refused }
}
