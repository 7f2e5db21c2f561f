/**
 * A signed head: the kiosk's word, under its Ed25519 key (RFC 8032), that its journal had just these entries. Kept
 * outside the journal, or printed, it convicts a journal that was cut short or written anew.
 */
import { sign } from 'node:crypto'
import * as v from 'valibot'
import { ed25519Holds } from '../chain/entry-signature.ts'
import { derivedNumber, type NumberedKey } from '../chain/kiosk-keys.ts'

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

export const signedHeadSchema = v.strictObject({
  kiosk: v.string(),
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** When it was signed, epoch milliseconds. */
  at: v.number(),
  hash,
  /** The number of the key that signed it; absent: 1, the only one of earlier versions. */
  key: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(derivedNumber + 1))),
  /** Ed25519, base64url. */
  signature: v.string(),
})

/** A signed head, JSON-safe. */
export type SignedHead = v.InferOutput<typeof signedHeadSchema>

/** A head is signed after every so many entries. */
export const headInterval = 100

// The first member keeps a signature over a head from being taken for one over anything else.
function signedBytes({ kiosk, seq, at, hash: headHash, key }: Omit<SignedHead, 'signature'>): Buffer {
  const members = ['chot journal head', kiosk, seq, at, headHash, ...(key === undefined ? [] : [key])]
  return Buffer.from(JSON.stringify(members), 'utf8')
}

/** Signs a head. */
export function signHead({ number, key }: NumberedKey, said: Omit<SignedHead, 'signature' | 'key'>): SignedHead {
  const head = number === derivedNumber ? said : { ...said, key: number }
  return { ...head, signature: sign(null, signedBytes(head), key).toString('base64url') }
}

/** The number of the key that a head names. */
export const keyNumberOf = ({ key = derivedNumber }: SignedHead): number => key

/** Whether a head was signed by a key, 32 bytes in base64url. */
export function headHolds(publicKey: string, head: SignedHead): boolean {
  return ed25519Holds(publicKey, signedBytes(head), head.signature)
}
