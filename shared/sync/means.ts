/** What sealing needs of the platform it runs on: the kiosk and the hub bring it, in tests too. */
export interface Means {
  /** SHA-256 in lower-case hex; of a text, of its UTF-8. */
  sha256: (content: string | Uint8Array) => string
  /** Fresh bytes that nobody can foretell. */
  random: (length: number) => Uint8Array
  /** Whether an Ed25519 signature over some bytes is a key's. Key and signature in base64url. */
  holds: (publicKey: string, bytes: Uint8Array, signature: string) => boolean
  gzip: (bytes: Uint8Array) => Uint8Array
  /** What a gzip file holds; null where it is none, is cut off, has something behind it, or holds more than `most` bytes. */
  gunzip: (bytes: Uint8Array, most: number) => Uint8Array | null
}

/** Signs with an Ed25519 key (RFC 8032); answers with the 64 bytes. */
export type Sign = (bytes: Uint8Array) => Uint8Array
