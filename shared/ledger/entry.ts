/** One line of a journal, as the kiosk writes it and a hub keeps it: see docs/journal-format.md. */

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
  /** The officer's key, and their signature over the hash; null where `officer` is. */
  signer: string | null
  signature: string | null
}

/** What the hash is over. */
export type Header = Omit<Entry, 'hash' | 'signer' | 'signature'>

/** An entry's header, with its payload's text (null where erased). */
export interface StoredEntry {
  entry: Entry
  payload: string | null
}

/** What the first entry has before it. */
export const genesis = '0'.repeat(64)

/** The text that an entry's hash is the SHA-256 of: the JSON array of its header's members, in this order. */
export function headerText({ seq, id, at, kiosk, officer, kind, payloadHash, previous }: Header): string {
  return JSON.stringify([seq, id, at, kiosk, officer, kind, payloadHash, previous])
}

/** What an officer signs of an entry, in ASCII: a tag, so that it is taken for nothing else, and the hash. */
export const entrySignedText = (hash: string): string => `chot journal entry\n${hash}`
