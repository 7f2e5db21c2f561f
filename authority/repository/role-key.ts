/** Keys of the repository's roles: Ed25519, in TUF's own form (TUF 1.0 §4.2). */
import { createHash, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { Signature } from '@tufjs/models'

/** The top-level roles (TUF 1.0 §2.1). */
export const roles = ['root', 'targets', 'snapshot', 'timestamp'] as const
export type Role = (typeof roles)[number]

export const isRole = (text: string): text is Role => roles.some((role) => role === text)

/** A public key as root.json lists it. */
export interface PublicRoleKey {
  keytype: 'ed25519'
  scheme: 'ed25519'
  keyval: { public: string }
}

/** A key that can sign. */
export interface RoleKey {
  keyid: string
  publicKey: PublicRoleKey
  privateKey: KeyObject
}

/** A signing role key from its private half. */
export function roleKey(privateKey: KeyObject): RoleKey {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  if (x === undefined) throw new TypeError('a role key is an Ed25519 key')
  const publicKey: PublicRoleKey = {
    keytype: 'ed25519',
    scheme: 'ed25519',
    keyval: { public: Buffer.from(x, 'base64url').toString('hex') },
  }
  // In this order and without a character to escape, this is the canonical JSON that the identifier hashes.
  const { keytype, keyval, scheme } = publicKey
  const keyid = createHash('sha256').update(JSON.stringify({ keytype, keyval, scheme })).digest('hex')
  return { keyid, publicKey, privateKey }
}

/** Makes a new role key. */
export const newRoleKey = (): RoleKey => roleKey(generateKeyPairSync('ed25519').privateKey)

/** Signs the canonical form of metadata, for `Metadata.sign`. */
export const signerOf =
  ({ keyid, privateKey }: RoleKey) =>
  (bytes: Buffer): Signature =>
    new Signature({ keyID: keyid, sig: sign(null, bytes, privateKey).toString('hex') })
