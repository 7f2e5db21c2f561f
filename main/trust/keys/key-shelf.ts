/**
 * Keys by what a certificate calls them. A key is imported the first time that somebody presents a certificate under
 * it (a tenth of a millisecond), so that thousands of them cost nothing at the start.
 */
import type { Format } from '../../../shared/certificate/certificate.ts'
import type { Envelope } from '../../../shared/certificate/decoded.ts'
import { mostKeysTried } from '../limits.ts'
import { canonicalKid, keyFromJwk, namesKeysByText, type TrustedKey } from './trusted-key.ts'

type Slot = { entry: unknown; key?: TrustedKey | null }

/** What an entry of a key set says of itself without being imported. */
interface Label {
  kid: string | null
  issuer: string | null
}

function labelOf(entry: unknown): Label {
  const member = (name: 'kid' | 'issuer'): string | null => {
    const value: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, name) : undefined
    return typeof value === 'string' ? value : null
  }
  return { kid: member('kid'), issuer: member('issuer') }
}

function imported(slot: Slot): TrustedKey | null {
  if (slot.key === undefined) {
    try {
      slot.key = keyFromJwk(slot.entry)
    } catch {
      slot.key = null
    }
  }
  return slot.key
}

const byNameOf = (issuer: string | null, kid: string | null): string => `${issuer ?? ''}\n${kid ?? ''}`

/** Formats whose keys are bound to an issuer and named by text. */
const issuerBound: ReadonlySet<Format> = new Set(['SHC', 'NZCP'])

/** An immutable set of keys. */
export class KeyShelf {
  readonly size: number
  /** Places (from 0) of keys that are never tried, for too many before them have the same identifier, or none. */
  readonly crowdedOut: readonly number[]
  private readonly byKid = new Map<string, Slot[]>()
  private readonly byIssuerAndKid = new Map<string, Slot[]>()
  private readonly unnamed: Slot[] = []
  /** Answers by key identifier, as they were given before. */
  private readonly answered = new Map<string, TrustedKey[]>()
  private readonly ofAnyIssuer: boolean

  /**
   * Of those that share an identifier `mostKeysTried` are kept, the first ones.
   * @param entries JWKs with our members (see `jwkSchema`)
   * @param ofAnyIssuer whether a key that names no issuer counts for every issuer: only where a caller hands the keys
   * of one certificate, never for a store
   */
  constructor(entries: readonly unknown[], ofAnyIssuer = false) {
    this.size = entries.length
    this.ofAnyIssuer = ofAnyIssuer
    this.crowdedOut = entries.flatMap((entry, place) => (this.add(entry) ? [] : [place]))
  }

  /** Answers whether there was room for it. */
  private add(entry: unknown): boolean {
    const slot: Slot = { entry }
    const label = labelOf(entry)
    const kid = label.kid ?? this.certifiedKid(slot)
    if (kid === null) return push(this.unnamed, slot)
    const named = put(this.byIssuerAndKid, byNameOf(label.issuer, label.kid), slot)
    return (namesKeysByText(label.issuer) || put(this.byKid, canonicalKid(kid), slot)) && named
  }

  /** An entry without an identifier may be a certificate, which has one of its own. */
  private certifiedKid(slot: Slot): string | null {
    return imported(slot)?.kid ?? null
  }

  /** Every key that may have signed this envelope. Identifiers are short and may collide. */
  keysFor(format: Format, { kid, issuer }: Envelope): readonly TrustedKey[] {
    const known = issuerBound.has(format) || kid === null ? undefined : this.answered.get(kid)
    if (known) return known
    const keys = this.find(format, kid, issuer)
    if (!issuerBound.has(format) && kid !== null && this.byKid.has(kid)) this.answered.set(kid, keys)
    return keys
  }

  private find(format: Format, kid: string | null, issuer: string | null): TrustedKey[] {
    const slots = issuerBound.has(format)
      ? [
          ...(issuer === null ? [] : this.namedSlots(issuer, kid)),
          ...(this.ofAnyIssuer ? [...this.namedSlots(null, kid), ...this.unnamed] : []),
        ]
      : [...((kid === null ? undefined : this.byKid.get(kid)) ?? []), ...this.unnamed]
    return slots.flatMap((slot) => imported(slot) ?? [])
  }

  private namedSlots(issuer: string | null, kid: string | null): readonly Slot[] {
    return kid === null ? [] : (this.byIssuerAndKid.get(byNameOf(issuer, kid)) ?? [])
  }
}

function push(slots: Slot[], slot: Slot): boolean {
  return slots.length < mostKeysTried && slots.push(slot) > 0
}

function put(map: Map<string, Slot[]>, name: string, slot: Slot): boolean {
  const same = map.get(name)
  if (same) return push(same, slot)
  map.set(name, [slot])
  return true
}
