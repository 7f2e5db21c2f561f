/**
 * COSE_Sign1 (RFC 9052 §4.2): the envelope of HC1 certificates. Reading only takes it apart; no signature is checked.
 */
import { encodeBase64 } from './base64.ts'
import { decodeCbor, Tagged, type CborMap, type CborValue } from './cbor.ts'
import type { Algorithm, Envelope } from './decoded.ts'
import { freshBytes } from './fresh-bytes.ts'
import { Malformed } from './malformed.ts'

/** COSE tags (RFC 9052 §2, RFC 8392 §6), and the one that says no more than that CBOR follows (RFC 8949 §3.4.6). */
const tagCwt = 61
const tagSign1 = 18
const tagSelfDescribed = 55_799

/** Header parameters (RFC 9052 §3.1). */
const headerAlgorithm = 1
const headerCritical = 2
const headerContentType = 3
const headerKid = 4

/** Those that are understood here: a content type changes nothing about a payload whose form the prefix of the code gives. */
const understood: ReadonlySet<number> = new Set([headerAlgorithm, headerCritical, headerContentType, headerKid])

/** COSE algorithm numbers (RFC 9053 §2, RFC 8230 §2) that certificates use. */
export const coseAlgorithms: ReadonlyMap<number, Algorithm> = new Map([
  [-7, 'ES256'],
  [-35, 'ES384'],
  [-36, 'ES512'],
  [-37, 'PS256'],
  [-8, 'EdDSA'],
])

function malformed(why: string): Malformed {
  return new Malformed('envelope-damaged', why)
}

/**
 * Issuers tag the envelope as COSE_Sign1, as CWT around COSE_Sign1, or not at all. In front of that the tag of
 * self-described CBOR may stand once: it carries no meaning, and no tag is signed, so that a genuine certificate is
 * genuine with it. Any other tag says that this is something else, and is refused.
 */
function unwrap(value: CborValue): CborValue {
  const content = value instanceof Tagged && value.tag === tagSelfDescribed ? value.value : value
  const inner = content instanceof Tagged && content.tag === tagCwt ? content.value : content
  if (!(inner instanceof Tagged)) return inner
  if (inner.tag !== tagSign1) throw malformed(`tag ${inner.tag} is not COSE_Sign1`)
  return inner.value
}

/**
 * Takes a COSE_Sign1 message apart. Algorithm and key identifier are taken from the protected header, else from the
 * unprotected one, as issuers use both. That an algorithm is not protected gives nobody a choice: it is one of those that
 * the key's own type allows, and a signature made with one does not verify with another.
 *
 * A key identifier that is a text is none: identifiers are bytes (§3.1), and a text could be their base64, their
 * hexadecimal or themselves. The certificate is then one of an unknown issuer, which asks for a check and calls nobody a
 * forger.
 * @throws Malformed
 */
export function readSign1(bytes: Uint8Array): { envelope: Envelope; payload: Uint8Array } {
  const message = unwrap(decodeCbor(bytes))
  if (!Array.isArray(message) || message.length !== 4) throw malformed('not a COSE_Sign1 array')
  const [protectedBytes, unprotected, payload, signature] = message
  if (
    !(protectedBytes instanceof Uint8Array) ||
    !(payload instanceof Uint8Array) ||
    !(signature instanceof Uint8Array)
  ) {
    throw malformed('COSE_Sign1 members of the wrong kind')
  }
  if (!(unprotected instanceof Map)) throw malformed('unprotected header is not a map')
  const header = readProtected(protectedBytes)
  demandUnderstood(header, unprotected)
  const stated = (label: number): CborValue => (header.has(label) ? header : unprotected).get(label)
  const kid = stated(headerKid)
  return {
    envelope: {
      algorithm: algorithmOf(stated(headerAlgorithm)),
      kid: kid instanceof Uint8Array && kid.length > 0 ? encodeBase64(kid) : null,
      issuer: null,
      signer: null,
      signed: signatureInput(header.size === 0 ? new Uint8Array(0) : protectedBytes, payload),
      signature,
    },
    payload,
  }
}

/**
 * `crit` lists header parameters without which the message must not be relied on (RFC 9052 §3.1): it is protected, names
 * at least one, and each that it names is there and understood.
 */
function demandUnderstood(header: CborMap, unprotected: CborMap): void {
  if (unprotected.has(headerCritical)) throw malformed('crit is not protected')
  if (!header.has(headerCritical)) return
  const critical = header.get(headerCritical)
  if (!Array.isArray(critical) || critical.length === 0) throw malformed('crit names nothing')
  for (const label of critical)
    if (typeof label !== 'number' || !understood.has(label) || !header.has(label))
      throw malformed('crit names what is not understood or not there')
}

function algorithmOf(value: CborValue): Algorithm | null {
  return (typeof value === 'number' ? coseAlgorithms.get(value) : undefined) ?? null
}

function readProtected(bytes: Uint8Array): CborMap {
  if (bytes.length === 0) return new Map()
  const header = decodeCbor(bytes)
  if (!(header instanceof Map)) throw malformed('protected header is not a map')
  return header
}

const signature1 = new TextEncoder().encode('Signature1')

/**
 * The bytes that a COSE_Sign1 signature covers: `Sig_structure` with no external data (RFC 9052 §4.4). An empty
 * protected header enters it as an empty byte string.
 */
export function signatureInput(protectedBytes: Uint8Array, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = freshBytes(1 + 1 + signature1.length + 9 + protectedBytes.length + 1 + 9 + payload.length)
  let at = 0
  bytes[at++] = 0x84
  bytes[at++] = 0x60 + signature1.length
  bytes.set(signature1, at)
  at = putByteString(bytes, at + signature1.length, protectedBytes)
  bytes[at++] = 0x40
  at = putByteString(bytes, at, payload)
  return bytes.subarray(0, at)
}

/** Writes a CBOR byte string with the shortest length; the answer is where it ends. */
function putByteString(target: Uint8Array, from: number, bytes: Uint8Array): number {
  let at = from
  const { length } = bytes
  if (length < 24) target[at++] = 0x40 + length
  else if (length < 0x100) {
    target[at++] = 0x58
    target[at++] = length
  } else if (length < 0x10000) {
    target[at++] = 0x59
    target[at++] = length >> 8
    target[at++] = length & 0xff
  } else {
    target[at++] = 0x5a
    new DataView(target.buffer, target.byteOffset).setUint32(at, length)
    at += 4
  }
  target.set(bytes, at)
  return at + length
}
