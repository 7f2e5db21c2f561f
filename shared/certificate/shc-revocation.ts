/**
 * Card revocation lists of SMART Health Cards issuers (framework "Revocation"): one for each of an issuer's keys, at
 * `/.well-known/crl/<kid>.json`.
 */
import * as v from 'valibot'

/** A list, read. */
export interface ShcRevocations {
  kid: string
  /** How often the list has been published; the issuer's key names it as `crlVersion`. */
  counter: number
  /** By `rid`: null revokes every card of it, an instant (epoch milliseconds) those issued before. */
  revoked: ReadonlyMap<string, number | null>
}

/** A `rid` of at most 24 characters of the base64url alphabet, and a time in seconds. */
const entry = /^([A-Za-z0-9_-]{1,24})(?:\.(\d{1,12}))?$/

const listSchema = v.looseObject({
  kid: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
  method: v.literal('rid'),
  ctr: v.pipe(v.number(), v.integer(), v.minValue(1)),
  rids: v.array(v.pipe(v.string(), v.regex(entry))),
})

/** Of two entries for one `rid` the one that revokes more. */
function wider(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : Math.max(one, other)
}

/** Reads a revocation list from its JSON; null where any of it is not as it should be: half a list revokes too little. */
export function readShcRevocations(json: unknown): ShcRevocations | null {
  const read = v.safeParse(listSchema, json)
  if (!read.success) return null
  const { kid, ctr, rids } = read.output
  const revoked = new Map<string, number | null>()
  for (const item of rids) {
    const [, rid = '', seconds] = entry.exec(item) ?? []
    const before = seconds === undefined ? null : Number(seconds) * 1000
    const known = revoked.get(rid)
    revoked.set(rid, known === undefined ? before : wider(known, before))
  }
  return { kid, counter: ctr, revoked }
}

/** What of a card decides whether a list revokes it. */
export interface RevocableCard {
  kid: string | null
  /** The card's `rid`: its statement's `identifier`. */
  identifier: string | null
  /** Epoch milliseconds; null: not stated, and then any time could be meant. */
  issuedAt: number | null
}

/** Does the list revoke this card? It must be the list of the issuer and key that signed the card. */
export function isRevokedBy({ kid, revoked }: ShcRevocations, card: RevocableCard): boolean {
  if (card.kid !== kid || card.identifier === null) return false
  const before = revoked.get(card.identifier)
  if (before === undefined) return false
  return before === null || card.issuedAt === null || card.issuedAt < before
}
