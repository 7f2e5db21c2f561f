/** One line of the journal, and the hash that chains it to the one before. */
import { hash } from 'node:crypto'

/** The header of an entry. Its hash covers the payload only by the payload's hash, so a payload can be erased. */
export interface Entry {
  /** 1, 2, 3, … without gaps. */
  seq: number
  /** UUID version 7 (RFC 9562 §5.7). */
  id: string
  /** Epoch milliseconds. */
  at: number
  kiosk: string
  /** Null while nobody has signed in. */
  officer: string | null
  kind: string
  /** SHA-256 of the payload's text, hex. */
  payloadHash: string
  /** Hash of the entry before; for the first, 64 zeros. */
  previous: string
  hash: string
  /** The officer's key, and their signature over the hash; null where `officer` is. See entry-signature.ts. */
  signer: string | null
  signature: string | null
}

/** What the hash is over. */
export type Header = Omit<Entry, 'hash' | 'signer' | 'signature'>

/** What the first entry has before it. */
export const genesis = '0'.repeat(64)

/** SHA-256 in lower-case hex. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex')
}

/** The hash of an entry: SHA-256 over the JSON array of its header's members, in this order. */
export function entryHash(entry: Header): string {
  const { seq, id, at, kiosk, officer, kind, payloadHash, previous } = entry
  return sha256(JSON.stringify([seq, id, at, kiosk, officer, kind, payloadHash, previous]))
}
