/** What this kiosk believes: keys by identifier, and the policy. Built once, swapped whole, free at scan time. */
import type { Policy } from '../../shared/domain/policy.ts'
import type { TrustedKey } from './trusted-key.ts'

const none: readonly TrustedKey[] = []

/** An immutable set of beliefs. */
export class TrustStore {
  readonly policy: Policy
  /** How many keys. */
  readonly size: number
  /** When these beliefs were published, epoch milliseconds; null where that is not known. */
  readonly updatedAt: number | null
  private readonly byKid = new Map<string, TrustedKey[]>()
  /** Keys without an identifier of their own are tried for every certificate. */
  private readonly unnamed: readonly TrustedKey[]

  constructor(keys: readonly TrustedKey[], policy: Policy, updatedAt: number | null) {
    this.policy = policy
    this.size = keys.length
    this.updatedAt = updatedAt
    this.unnamed = keys.filter((key) => key.kid === null)
    for (const key of keys) {
      if (key.kid === null) continue
      const same = this.byKid.get(key.kid)
      if (same) same.push(key)
      else this.byKid.set(key.kid, [...this.unnamed, key])
    }
  }

  /** Every key that may have signed under this identifier (base64). Identifiers are short and may collide. */
  keysFor(kid: string | null): readonly TrustedKey[] {
    return (kid === null ? undefined : this.byKid.get(kid)) ?? (this.unnamed.length > 0 ? this.unnamed : none)
  }
}
