/** The secrets that a journal is opened and continued with. */

/** The keys that a journal needs, from wherever the shell keeps them: 32 secret bytes each. */
export interface Secrets {
  /** Encrypts the journal. */
  journalKey(): Promise<Uint8Array> | Uint8Array
  /** The Ed25519 key with which the kiosk signs (the seed of RFC 8032 §5.1.5). */
  kioskKey(): Promise<Uint8Array> | Uint8Array
}

/** Those keys, asked for. */
export interface Keys {
  journal: Uint8Array
  kiosk: Uint8Array
}

/** Asks for the keys. @throws what the secrets throw */
export async function keysFrom(secrets: Secrets): Promise<Keys> {
  return { journal: await secrets.journalKey(), kiosk: await secrets.kioskKey() }
}
