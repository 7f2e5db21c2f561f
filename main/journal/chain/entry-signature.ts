/** An officer's signature on an entry: Ed25519 (RFC 8032) over the entry's hash, so over everything before it too. */
import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import { entrySignedText } from '../../../shared/ledger/entry.ts'

/** Whoever answers for the entries that are written now. Asked within an append's transaction, so it must not wait. */
export interface Signer {
  /** Stands in the entry's header. */
  officer: string
  /** Ed25519, 32 bytes in base64url. */
  publicKey: string
  /** An Ed25519 signature, 64 bytes. */
  sign(bytes: Uint8Array): Uint8Array
}

/** What an officer signs. */
export const entryBytes = (hash: string): Buffer => Buffer.from(entrySignedText(hash), 'latin1')

/** What an officer's new key signs of their appointment: a tag, and the statement as it is stored. */
export const appointmentBytes = (statement: string): Buffer => Buffer.from(`chot officer\n${statement}`, 'utf8')

const known = new Map<string, KeyObject | null>()

/** A public key from its 32 bytes in base64url (RFC 8037 §2); null where it is none. */
export function ed25519From(publicKey: string): KeyObject | null {
  const read = known.get(publicKey)
  if (read !== undefined) return read
  let key
  try {
    key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
  } catch {
    key = null
  }
  // A journal has some dozens of officers; who forges keys must not fill the memory.
  if (known.size > 1000) known.clear()
  known.set(publicKey, key)
  return key
}

/** Whether a signature over some bytes is a key's. Both in base64url. */
export function ed25519Holds(publicKey: string, bytes: Uint8Array, signature: string): boolean {
  const key = ed25519From(publicKey)
  return key !== null && verify(null, bytes, key, Buffer.from(signature, 'base64url'))
}

/** What of an entry its signature is judged by. */
interface Signed {
  hash: string
  officer: string | null
  signer: string | null
  signature: string | null
}

/** What is wrong with how an entry is signed; null: nothing. */
type SignatureFault = 'unsigned' | 'signature-forged' | null

/** As its header says, before anything is computed: it names an officer where it is signed, and nobody where it is not. */
function faultOfHeader({ officer, signer, signature }: Signed): SignatureFault | 'to-be-verified' {
  if (signer === null && signature === null) return officer === null ? null : 'unsigned'
  return officer === null || signer === null || signature === null ? 'signature-forged' : 'to-be-verified'
}

/**
 * Whether an entry is signed as its header says: it names an officer where it is signed, and nobody where it is not, so a
 * signature that was taken off is missed.
 */
export function signatureFault(entry: Signed): SignatureFault {
  const fault = faultOfHeader(entry)
  if (fault !== 'to-be-verified') return fault
  const { hash, signer, signature } = entry
  return ed25519Holds(signer ?? '', entryBytes(hash), signature ?? '') ? null : 'signature-forged'
}

/** The same, computed on a thread of Node's own while others are served: a hub verifies hundreds at a time. */
export function signatureFaultSoon(entry: Signed): Promise<SignatureFault> {
  const fault = faultOfHeader(entry)
  if (fault !== 'to-be-verified') return Promise.resolve(fault)
  const key = ed25519From(entry.signer ?? '')
  if (key === null) return Promise.resolve('signature-forged')
  const signature = Buffer.from(entry.signature ?? '', 'base64url')
  return new Promise((resolve, reject) => {
    verify(null, entryBytes(entry.hash), key, signature, (error, holds) => {
      if (error) reject(error)
      else resolve(holds ? null : 'signature-forged')
    })
  })
}
