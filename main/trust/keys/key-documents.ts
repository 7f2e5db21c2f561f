/**
 * Issuers' own key documents as entries of `keys.json`: the JWK sets of SMART Health Cards issuers and the DID documents
 * of NZ COVID Pass issuers. Both bind a key to its issuer: `(issuer, kid)` names it, as one `kid` may be published
 * under several issuers, and short ones such as `key-1` under any.
 */
import { createHash } from 'node:crypto'
import * as v from 'valibot'

/** A key as `keyFromJwk` takes it; only its public members. `kid` is the text that codes name it by. */
export interface IssuerJwk {
  [member: string]: string
  kty: 'EC'
  crv: 'P-256'
  x: string
  y: string
  kid: string
  issuer: string
}

/** Why a key of a document is not taken. */
export type KeyRefusal =
  | 'not-a-p256-key'
  | 'not-for-signing'
  | 'kid-is-not-its-thumbprint'
  | 'not-for-assertions'
  | 'of-another-controller'

/** The keys of a document, and those that it holds in vain. */
export interface KeyDocument {
  keys: IssuerJwk[]
  refused: { kid: string | null; reason: KeyRefusal }[]
}

/** 32 bytes, of which some issuers drop a leading zero though RFC 7518 §6.2.1.2 forbids it; the thumbprint is over what they publish. */
const coordinate = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{42,43}$/))
const pointSchema = v.looseObject({ kty: v.literal('EC'), crv: v.literal('P-256'), x: coordinate, y: coordinate })
type Point = v.InferOutput<typeof pointSchema>

const jwksSchema = v.looseObject({
  keys: v.array(
    v.looseObject({ kid: v.optional(v.string()), use: v.optional(v.string()), alg: v.optional(v.string()) }),
  ),
})

const methodSchema = v.looseObject({
  id: v.string(),
  type: v.string(),
  controller: v.optional(v.string()),
  publicKeyJwk: v.optional(v.unknown()),
})
const didSchema = v.looseObject({
  id: v.pipe(v.string(), v.startsWith('did:')),
  verificationMethod: v.optional(v.array(methodSchema), []),
  assertionMethod: v.optional(v.array(v.union([v.string(), methodSchema])), []),
})

function issuerJwk({ x, y }: Point, kid: string, issuer: string): IssuerJwk {
  return { kty: 'EC', crv: 'P-256', x, y, kid, issuer }
}

/** JWK thumbprint (RFC 7638 §3), SHA-256, base64url. */
export function thumbprintOf({ crv, kty, x, y }: { crv: string; kty: string; x: string; y: string }): string {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')
}

/**
 * The keys of a SMART Health Cards issuer's `/.well-known/jwks.json` (framework "Determining keys associated with an
 * issuer"). A key whose `kid` is not its thumbprint is not taken. `x5c` is left behind: it is for verifiers that trust
 * a certificate authority, while these keys are believed because the issuer lists them, past their certificate's end.
 * @param issuer `iss` of its cards, an https address without a slash at the end
 * @returns null where this is no JWK set
 */
export function keysFromJwks(issuer: string, json: unknown): KeyDocument | null {
  const set = v.safeParse(jwksSchema, json)
  if (!set.success) return null
  const document: KeyDocument = { keys: [], refused: [] }
  for (const jwk of set.output.keys) {
    const { kid = null, use = 'sig', alg = 'ES256' } = jwk
    const point = v.safeParse(pointSchema, jwk)
    const refuse = (reason: KeyRefusal): void => void document.refused.push({ kid, reason })
    if (!point.success) refuse('not-a-p256-key')
    else if (use !== 'sig' || alg !== 'ES256') refuse('not-for-signing')
    else if (kid === null || kid !== thumbprintOf(point.output)) refuse('kid-is-not-its-thumbprint')
    else document.keys.push(issuerJwk(point.output, kid, issuer))
  }
  return document
}

/**
 * The keys of a DID document (DID Core §5.3.2) that its subject asserts with, such as the `did.json` of an NZ COVID
 * Pass issuer: verification methods named in, or written into, `assertionMethod`. The part after `#` is what codes
 * name as `kid`.
 * @returns null where this is no DID document
 */
export function keysFromDid(json: unknown): KeyDocument | null {
  const read = v.safeParse(didSchema, json)
  if (!read.success) return null
  const { id: issuer, verificationMethod, assertionMethod } = read.output
  // A method may be named relative to its document.
  const absolute = (id: string): string => (id.startsWith('#') ? issuer + id : id)
  const named = new Set(assertionMethod.flatMap((method) => (typeof method === 'string' ? [absolute(method)] : [])))
  const embedded = assertionMethod.flatMap((method) => (typeof method === 'string' ? [] : [method]))
  const document: KeyDocument = { keys: [], refused: [] }
  for (const method of [...verificationMethod, ...embedded]) {
    const id = absolute(method.id)
    const kid = id.slice(issuer.length + 1)
    const point = v.safeParse(pointSchema, method.publicKeyJwk)
    const refuse = (reason: KeyRefusal): void => void document.refused.push({ kid: id, reason })
    if (!named.has(id) && !embedded.includes(method)) refuse('not-for-assertions')
    else if (kid === '' || !id.startsWith(`${issuer}#`) || (method.controller ?? issuer) !== issuer)
      refuse('of-another-controller')
    else if (method.type !== 'JsonWebKey2020' || !point.success) refuse('not-a-p256-key')
    else document.keys.push(issuerJwk(point.output, kid, issuer))
  }
  return document
}

/**
 * What somebody hands over as a key, as entries for `keyFromJwk`: a DID document, a JWK set (with the `issuer` it is
 * of, if it says), one key of such a set, or an entry of `keys.json`, which is left as it is. A key that names no
 * issuer may be any issuer's: that is for keys handed over with the one code they are for, never for a trust store.
 */
export function keyEntriesOf(json: unknown): unknown[] {
  const did = keysFromDid(json)
  if (did) return did.keys
  const set = v.safeParse(v.looseObject({ keys: v.array(v.unknown()), issuer: v.exactOptional(v.string()) }), json)
  if (set.success) {
    const { issuer, keys } = set.output
    return keys.map((key) => healthCardKey(key, issuer) ?? key)
  }
  return [healthCardKey(json, undefined) ?? json]
}

/** A key that can only be a health card issuer's, as its `kid` is its thumbprint, without its certificate; else null. */
function healthCardKey(json: unknown, issuerOfSet: string | undefined): object | null {
  const read = v.safeParse(
    v.looseObject({ ...pointSchema.entries, kid: v.string(), issuer: v.exactOptional(v.string()) }),
    json,
  )
  if (!read.success || read.output.kid !== thumbprintOf(read.output)) return null
  const { kty, crv, x, y, kid, issuer = issuerOfSet } = read.output
  return { kty, crv, x, y, kid, ...(issuer === undefined ? {} : { issuer }) }
}
