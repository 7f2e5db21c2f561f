/**
 * Revoked certificates: what is hashed to name one, and the layout of `revocations.bin`, which lists the hashes.
 *
 * A certificate can be revoked in the EU's three ways (Commission Implementing Decision (EU) 2022/483, annex): by its
 * identifier, by the country that issued it together with the identifier, or by its signature. Each is the first
 * 16 bytes of a SHA-256, so that the list names nobody.
 */
import type { Algorithm } from '../certificate/decoded.ts'

/** The kinds, in the order in which the file has them. */
export const revocationKinds = ['identifier', 'country-identifier', 'signature'] as const
export type RevocationKind = (typeof revocationKinds)[number]

/** One value for each kind. */
export type PerKind<T> = Readonly<Record<RevocationKind, T>>

/** Bytes of SHA-256 that are kept. */
export const hashLength = 16

/**
 * `revocations.bin`, all numbers big-endian: 8 bytes of magic, version (32 bits), how many hashes of each kind
 * (3 × 32 bits), issue time in epoch milliseconds (64 bits); then the hashes, kind by kind, ascending, none twice.
 */
export const layout = {
  magic: Uint8Array.of(0x43, 0x48, 0x4f, 0x54, 0x2d, 0x52, 0x45, 0x56),
  version: 1,
  versionAt: 8,
  countsAt: 12,
  issuedAt: 24,
  headerLength: 32,
} as const

/** More than a province revokes in its life; 64 MB. A file that claims more is not read. */
export const mostRevocations = 4_000_000

/** What is known of a certificate that may have been revoked. */
export interface RevocationSubject {
  /** Unique certificate identifier, as written in the certificate. */
  identifier: string | null
  /** ISO 3166 country of the envelope's issuer (`iss` in HC1). */
  country: string | null
  /** The envelope's signature, raw (r‖s for ECDSA), and its algorithm. */
  signature: Uint8Array | null
  algorithm: Algorithm | null
}

/**
 * Of an ECDSA signature only r names the certificate: from (r, s) anybody can make (r, −s), which verifies too. Other
 * signatures cannot be altered so and count whole.
 */
function lastingPart(signature: Uint8Array, algorithm: Algorithm): Uint8Array {
  switch (algorithm) {
    case 'ES256':
    case 'ES384':
    case 'ES512':
      return signature.subarray(0, signature.length / 2)
    case 'PS256':
    case 'EdDSA':
      return signature
  }
}

/** What is hashed for one kind, text as UTF-8; null where this certificate cannot be revoked in that way. */
export function revocationInput(
  kind: RevocationKind,
  { identifier, country, signature, algorithm }: RevocationSubject,
): string | Uint8Array | null {
  switch (kind) {
    case 'identifier':
      return identifier
    case 'country-identifier':
      return identifier === null || country === null ? null : country + identifier
    case 'signature':
      return signature === null || algorithm === null ? null : lastingPart(signature, algorithm)
  }
}

function compareHashes(one: Uint8Array, other: Uint8Array): number {
  for (let index = 0; index < hashLength; index++) {
    const difference = one[index]! - other[index]!
    if (difference !== 0) return difference
  }
  return 0
}

/** Ascending, each once. Hashes are spread evenly: laid out by their first two bytes, little is left to sort. */
function sorted(hashes: Iterable<Uint8Array>): Uint8Array[] {
  const groups: Uint8Array[][] = Array.from({ length: 0x10000 }, () => [])
  for (const hash of hashes) {
    if (hash.length !== hashLength) throw new RangeError(`a revocation hash has ${hashLength} bytes`)
    groups[(hash[0]! << 8) | hash[1]!]!.push(hash)
  }
  return groups.flatMap((group) =>
    group
      .toSorted(compareHashes)
      .filter((hash, index, list) => index === 0 || compareHashes(list[index - 1]!, hash) !== 0),
  )
}

/**
 * Writes `revocations.bin` from hashes in any order; what is named twice is written once.
 * @param issuedAt epoch milliseconds
 * @throws RangeError for a hash that has not 16 bytes, or more than `mostRevocations`
 */
export function buildRevocations(hashes: PerKind<Iterable<Uint8Array>>, issuedAt: number): Uint8Array<ArrayBuffer> {
  const sections = revocationKinds.map((kind) => sorted(hashes[kind]))
  const total = sections.reduce((sum, { length }) => sum + length, 0)
  if (total > mostRevocations) throw new RangeError(`more than ${mostRevocations} revocations`)
  const bytes = new Uint8Array(layout.headerLength + total * hashLength)
  const view = new DataView(bytes.buffer)
  bytes.set(layout.magic)
  view.setUint32(layout.versionAt, layout.version)
  view.setBigUint64(layout.issuedAt, BigInt(issuedAt))
  let at: number = layout.headerLength
  sections.forEach((section, index) => {
    view.setUint32(layout.countsAt + 4 * index, section.length)
    for (const hash of section) {
      bytes.set(hash, at)
      at += hashLength
    }
  })
  return bytes
}
