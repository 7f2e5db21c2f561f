/**
 * A signed head: the kiosk's word, under its Ed25519 key (RFC 8032), that its journal had just these entries. Kept
 * outside the journal, or printed, it convicts a journal that was cut short or written anew.
 */
import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import * as v from 'valibot'

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

export const signedHeadSchema = v.strictObject({
  kiosk: v.string(),
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** When it was signed, epoch milliseconds. */
  at: v.number(),
  hash,
  /** Ed25519, base64url. */
  signature: v.string(),
})

/** A signed head, JSON-safe. */
export type SignedHead = v.InferOutput<typeof signedHeadSchema>

/** A head is signed after every so many entries. */
export const headInterval = 100

/** What PKCS #8 puts before the 32 bytes of an Ed25519 key (RFC 8410 §7). */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The kiosk's key, from its secret 32 bytes. */
export function kioskKeyFrom(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' })
}

// The first member keeps a signature over a head from being taken for one over anything else.
function signedBytes({ kiosk, seq, at, hash: headHash }: Omit<SignedHead, 'signature'>): Buffer {
  return Buffer.from(JSON.stringify(['chot journal head', kiosk, seq, at, headHash]), 'utf8')
}

/** Signs a head. */
export function signHead(key: KeyObject, head: Omit<SignedHead, 'signature'>): SignedHead {
  return { ...head, signature: sign(null, signedBytes(head), key).toString('base64url') }
}

/** Whether a head was signed by `key`, private or public. */
export function headHolds(key: KeyObject, head: SignedHead): boolean {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key
  return verify(null, signedBytes(head), publicKey, Buffer.from(head.signature, 'base64url'))
}
