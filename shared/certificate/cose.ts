/**
 * COSE_Sign1 (RFC 9052 §4.2): the envelope of HC1 certificates. Reading only takes it apart; no signature is checked.
 */
import { encodeBase64 } from './base64.ts'
import { decodeCbor, Tagged, type CborMap, type CborValue } from './cbor.ts'
import type { Algorithm, Envelope } from './decoded.ts'
import { Malformed } from './malformed.ts'

/** COSE tags (RFC 9052 §2, RFC 8392 §6). */
const tagCwt = 61
const tagSign1 = 18

const headerAlgorithm = 1
const headerKid = 4

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

/** Issuers tag the envelope as COSE_Sign1, as CWT around COSE_Sign1, or not at all. Any other tag is refused. */
function unwrap(value: CborValue): CborValue {
  const inner = value instanceof Tagged && value.tag === tagCwt ? value.value : value
  if (!(inner instanceof Tagged)) return inner
  if (inner.tag !== tagSign1) throw malformed(`tag ${inner.tag} is not COSE_Sign1`)
  return inner.value
}

/**
 * Takes a COSE_Sign1 message apart. The algorithm counts only where it is protected; the key identifier is taken from
 * the protected header, else from the unprotected one, as DCC issuers use both.
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
  const kid = header.get(headerKid) ?? unprotected.get(headerKid)
  return {
    envelope: {
      algorithm: algorithmOf(header.get(headerAlgorithm)),
      kid: kid instanceof Uint8Array && kid.length > 0 ? encodeBase64(kid) : null,
      issuer: null,
      signer: null,
      signed: signatureInput(header.size === 0 ? new Uint8Array(0) : protectedBytes, payload),
      signature,
    },
    payload,
  }
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
  const bytes = new Uint8Array(1 + 1 + signature1.length + 9 + protectedBytes.length + 1 + 9 + payload.length)
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
