/**
 * The Swedish trust list (`trust-list`): a compact JWS (RFC 7515) whose header carries the signer's certificate, over
 * `{ iat, exp, dsc_trust_list: { CC: { eku: { kid: [oid] }, keys: [JWK] } } }` (diggsweden/dgc-trust).
 */
import { constants, verify } from 'node:crypto'
import * as v from 'valibot'
import { readCertified } from '../../main/trust/index.ts'
import { collectEntries, type ImportedList, type KeyEntry } from './imported-list.ts'
import { entryOfCertificate, entryOfJwk } from './key-entry.ts'
import { demandCurrent, isPinned, listFailure, signatureFailure, type Pin } from './list-signer.ts'
import { purposesOf } from './purposes.ts'

const headerSchema = v.looseObject({
  alg: v.picklist(['ES256', 'ES384', 'ES512', 'RS256', 'PS256']),
  x5c: v.pipe(v.array(v.string()), v.minLength(1)),
  // Extensions that must be understood (RFC 7515 §4.1.11): we know none.
  crit: v.optional(v.never()),
})
const payloadSchema = v.looseObject({
  iat: v.optional(v.number()),
  nbf: v.optional(v.number()),
  exp: v.optional(v.number()),
  dsc_trust_list: v.record(
    v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
    v.looseObject({ eku: v.optional(v.record(v.string(), v.array(v.string()))), keys: v.array(v.unknown()) }),
  ),
})
const itemSchema = v.looseObject({
  kty: v.picklist(['EC', 'RSA']),
  kid: v.pipe(v.string(), v.minLength(1)),
  x5c: v.optional(v.array(v.string())),
})

const schemes = {
  ES256: { hash: 'sha256', options: { dsaEncoding: 'ieee-p1363' } },
  ES384: { hash: 'sha384', options: { dsaEncoding: 'ieee-p1363' } },
  ES512: { hash: 'sha512', options: { dsaEncoding: 'ieee-p1363' } },
  RS256: { hash: 'sha256', options: { padding: constants.RSA_PKCS1_PADDING } },
  PS256: { hash: 'sha256', options: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 } },
} as const

function parsePart<S extends v.GenericSchema>(schema: S, part: string | undefined, name: string): v.InferOutput<S> {
  try {
    return v.parse(schema, JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8')))
  } catch (error) {
    throw listFailure(name, error)
  }
}

/** Checks that the pinned signer signed exactly this. @throws Failure */
function demandSigned(jws: string, header: v.InferOutput<typeof headerSchema>, pin: Pin): void {
  const lastDot = jws.lastIndexOf('.')
  const leaf = readCertified(Buffer.from(header.x5c[0] ?? '', 'base64'))
  if (!leaf.ok) throw listFailure(`x5c: ${leaf.why}`)
  const { certified } = leaf
  if (!isPinned(certified, pin)) throw signatureFailure()
  const { hash, options } = schemes[header.alg]
  const isRsa = certified.keyType === 'rsa'
  const signature = Buffer.from(jws.slice(lastDot + 1), 'base64url')
  const fits = isRsa === 'padding' in options
  if (!fits || !verify(hash, Buffer.from(jws.slice(0, lastDot)), { key: certified.key, ...options }, signature))
    throw signatureFailure()
}

function readItem(item: unknown, country: string, purposes: Readonly<Record<string, string[]>>): KeyEntry {
  const jwk = v.parse(itemSchema, item)
  const { kid, x5c } = jwk
  const said = { kid, country, usage: purposesOf(purposes[kid]) }
  const leaf = x5c?.[0]
  return leaf === undefined ? entryOfJwk(jwk, said) : entryOfCertificate(Buffer.from(leaf, 'base64'), said)
}

/** NumericDate (RFC 7519 §2) as epoch milliseconds. */
function milliseconds(seconds: number | undefined): number | null {
  return seconds === undefined ? null : seconds * 1000
}

/**
 * Reads the list.
 * @param at the time at which it must hold, epoch milliseconds
 * @throws Failure where the signature does not hold, the list is out of date, or it has another form
 */
export function readSwedishList(file: Buffer, pin: Pin, at: number): ImportedList {
  const jws = file.toString('latin1').trim()
  const parts = jws.split('.')
  if (parts.length !== 3) throw listFailure('JWS')
  const header = parsePart(headerSchema, parts[0], 'header')
  demandSigned(jws, header, pin)
  const payload = parsePart(payloadSchema, parts[1], 'dsc_trust_list')
  demandCurrent(milliseconds(payload.nbf), milliseconds(payload.exp), at)
  const items = Object.entries(payload.dsc_trust_list).flatMap(([country, { eku = {}, keys }]) =>
    keys.map((item) => ({ country, eku, item })),
  )
  return collectEntries(
    items,
    ({ country }, index) => `${country}, key ${index + 1}`,
    ({ country, eku, item }) => readItem(item, country, eku),
  )
}
