/** The root that a checkpoint is set up with: everything it will ever believe hangs on this one file. */
import { createPublicKey } from 'node:crypto'
import { canonicalize } from '@tufjs/canonical-json'
import { Metadata, MetadataKind, type Root } from '@tufjs/models'
import { textOf } from '../../files/index.ts'
import { demandBelievable } from '../keys/believable-key.ts'
import { metadataLimits } from '../limits.ts'
import { sha256 } from '../trust-files.ts'

/** A root as people compare it. */
export interface FirstRoot {
  version: number
  /** Epoch milliseconds. */
  expiresAt: number
  /** See `fingerprintOf`. */
  fingerprint: string
  /** The file as JSON in UTF-8, whatever an editor put around it. */
  json: Buffer
}

/**
 * By what a root is compared: the SHA-256, in hexadecimal, of the bytes that its signatures cover (canonical JSON, TUF 1.0
 * §4.2). However the file was saved, sent or signed once more, the root is the same, and so is its fingerprint.
 */
export function fingerprintOf(root: Metadata<Root>): string {
  return sha256(canonicalize(root.signed.toJSON()))
}

/** A fingerprint to be read aloud: four digits at a time. */
export function fingerprintInGroups(fingerprint: string): string {
  return fingerprint.match(/.{1,4}/g)?.join(' ') ?? ''
}

/**
 * A role's key that anybody could compute would sign for the authority. tuf-js takes only Ed25519, P-256 and P-384, and RSA
 * of any size.
 * @throws KeyUnusable
 */
export function demandBelievableRoles(root: Metadata<Root>): void {
  for (const { keyType, keyVal } of Object.values(root.signed.keys))
    if (keyType === 'rsa') demandBelievable(createPublicKey(keyVal['public'] ?? ''))
}

/** Reads a root and checks that it is signed by its own threshold of keys (TUF 1.0 §5.3.4); null where it is none. */
export function readRoot(bytes: Uint8Array): FirstRoot | null {
  if (bytes.length > metadataLimits.root) return null
  try {
    const json = Buffer.from(textOf(bytes))
    const root = Metadata.fromJSON(MetadataKind.Root, JSON.parse(json.toString('utf8')))
    root.verifyDelegate('root', root)
    demandBelievableRoles(root)
    const { expires, version } = root.signed
    return { version, expiresAt: Date.parse(expires), fingerprint: fingerprintOf(root), json }
  } catch {
    return null
  }
}
