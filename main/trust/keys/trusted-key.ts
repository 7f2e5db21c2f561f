/**
 * A key that we believe, ready to verify with. Keys come as JWK (RFC 7517) or inside an X.509 certificate; either way
 * they are imported once, when the store is loaded, never while somebody waits.
 */
import { createHash, type JsonWebKey, type KeyObject } from 'node:crypto'
import * as v from 'valibot'
import { statementKinds, type StatementKind } from '../../../shared/certificate/certificate.ts'
import { instantOf, instantText } from '../../../shared/domain/time/instant-text.ts'
import { believableJwk } from './believable-key.ts'
import { certifiedKey } from './certified-key.ts'
import { KeyUnusable } from './key-unusable.ts'
import { longestCertificate, mostCertificatesInChain } from '../limits.ts'
import { readX509 } from '../certificates/x509.ts'

/** An issuer's public key and what it is believed for. */
export interface TrustedKey {
  /**
   * Key identifier: the text itself where the issuer is an address or a DID (SHC, NZCP), else base64 of its bytes; null
   * answers to any.
   */
  kid: string | null
  key: KeyObject
  /** `key.asymmetricKeyType`, kept because Node takes longer to answer it than we take to decode a certificate. */
  keyType: string
  issuer: string | null
  country: string | null
  /** Kinds of certificate it may sign; null: any. */
  usage: readonly StatementKind[] | null
  /** Epoch milliseconds; null: no bound. */
  notBefore: number | null
  notAfter: number | null
}

/** Extended key usages of DCC signers (hcert spec §A.5), in the registered arc and the one many issuers use. */
const usageOids: ReadonlyMap<string, StatementKind> = new Map(
  ['1.3.6.1.4.1.1847.2021.1', '1.3.6.1.4.1.0.1847.2021.1'].flatMap((arc) => [
    [`${arc}.1`, 'test'] as const,
    [`${arc}.2`, 'vaccination'] as const,
    [`${arc}.3`, 'recovery'] as const,
  ]),
)

/** One key of `keys.json`: a JWK with our own members. Members of the key itself are checked by its import. */
export const jwkSchema = v.looseObject({
  kty: v.optional(v.picklist(['EC', 'RSA', 'OKP'])),
  kid: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(256))),
  issuer: v.optional(v.string()),
  country: v.optional(v.string()),
  usage: v.optional(v.array(v.picklist(statementKinds))),
  notBefore: v.optional(instantText),
  notAfter: v.optional(instantText),
  x5c: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.maxLength(longestCertificate))), v.maxLength(mostCertificatesInChain)),
  ),
})

export type TrustedJwk = v.InferOutput<typeof jwkSchema>

/** Issuers that name their keys by text: SHC's by an address, NZCP's by a DID. Theirs are looked up by both together. */
export function namesKeysByText(issuer: string | null): boolean {
  return issuer !== null && /^(https:|did:)/.test(issuer)
}

/** HC1's key identifiers appear as base64 and base64url, padded or not; all mean the same bytes. */
export function canonicalKid(kid: string): string {
  return Buffer.from(kid, 'base64').toString('base64')
}

/**
 * A key from a DCC signer's certificate: its public key, validity and purposes (RFC 5280 §4.1.2.5, §4.2.1.12). A
 * certificate that names no DCC purpose may sign any kind. The key identifier is the first 8 bytes of the
 * certificate's SHA-256 (hcert spec §3.3.2).
 * @param der the certificate, DER, and nothing after it
 * @throws NotDer where it is no certificate, KeyUnusable where its key is not believed
 */
export function keyFromCertificate(der: Uint8Array): TrustedKey {
  const certificate = readX509(der)
  const { extensions, notAfter, notBefore, subject } = certificate
  // RFC 5280 §4.2: who does not know what it restricts must not rely on the certificate.
  if (extensions.unknownCritical) throw new KeyUnusable('critical-extension')
  const usage = (extensions.extendedKeyUsage ?? []).flatMap((oid) => usageOids.get(oid) ?? [])
  const key = certifiedKey(certificate)
  return {
    kid: createHash('sha256').update(certificate.der).digest().subarray(0, 8).toString('base64'),
    key,
    keyType: typeOf(key),
    issuer: subject.called,
    country: subject.country,
    usage: usage.length > 0 ? usage : null,
    notBefore,
    notAfter,
  }
}

/** The members that make the key itself (RFC 7518 §6), as text. */
function plainJwk(jwk: TrustedJwk): JsonWebKey {
  const members = ['kty', 'crv', 'x', 'y', 'n', 'e'].flatMap((name) =>
    typeof jwk[name] === 'string' ? [[name, jwk[name]]] : [],
  )
  return Object.fromEntries(members)
}

function typeOf(key: KeyObject): string {
  if (key.asymmetricKeyType === undefined) throw new KeyUnusable('damaged')
  return key.asymmetricKeyType
}

function later(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b)
}

function sooner(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b)
}

/**
 * RFC 7517 §4.2, §4.3: a key that says what it is for, and does not say that it is for signatures, verifies none.
 * @throws KeyUnusable
 */
function demandForSignatures({ use, key_ops: operations }: TrustedJwk): void {
  const isForOthers = use !== undefined && use !== 'sig'
  if (isForOthers || (Array.isArray(operations) && !operations.includes('verify')))
    throw new KeyUnusable('not-for-signatures')
}

/**
 * A key from one entry of a JWK set. Where it carries a certificate (`x5c`), that certificate's key, validity and
 * purposes hold, and the entry's own members can only narrow them.
 * @throws when the key cannot be used
 */
export function keyFromJwk(input: unknown): TrustedKey {
  const jwk = v.parse(jwkSchema, input)
  demandForSignatures(jwk)
  const stated = {
    kid: jwk.kid === undefined ? null : namesKeysByText(jwk.issuer ?? null) ? jwk.kid : canonicalKid(jwk.kid),
    issuer: jwk.issuer ?? null,
    country: jwk.country ?? null,
    usage: jwk.usage ?? null,
    notBefore: instantOf(jwk.notBefore),
    notAfter: instantOf(jwk.notAfter),
  }
  const leaf = jwk.x5c?.[0]
  if (leaf === undefined) {
    const key = believableJwk(plainJwk(jwk))
    return { ...stated, key, keyType: typeOf(key) }
  }
  const certified = keyFromCertificate(Buffer.from(leaf, 'base64'))
  return {
    kid: stated.kid ?? certified.kid,
    key: certified.key,
    keyType: certified.keyType,
    issuer: stated.issuer ?? certified.issuer,
    country: stated.country ?? certified.country,
    usage: narrowed(certified.usage, stated.usage),
    notBefore: later(certified.notBefore, stated.notBefore),
    notAfter: sooner(certified.notAfter, stated.notAfter),
  }
}

function narrowed(
  a: readonly StatementKind[] | null,
  b: readonly StatementKind[] | null,
): readonly StatementKind[] | null {
  return a && b ? a.filter((kind) => b.includes(kind)) : (a ?? b)
}
