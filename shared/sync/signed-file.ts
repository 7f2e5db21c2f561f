/**
 * A signed file: 64 bytes of an Ed25519 signature, then the inner file, which is a statement (JSON, one line) and whatever
 * belongs to it. Signed is a tag and the SHA-256 of the whole inner file, so that nothing in it can be exchanged.
 */
import { encodeBase64url } from '../certificate/base64url.ts'
import { mostStatement } from './limits.ts'
import type { Means, Sign } from './means.ts'

const signatureLength = 64

/** What is signed, in ASCII. */
const signedBytes = (means: Pick<Means, 'sha256'>, tag: string, inner: Uint8Array): Uint8Array =>
  new TextEncoder().encode(`${tag}\n${means.sha256(inner)}`)

/** A file that lacks its signature, and what is to be signed: some bytes, however large the file is. */
export interface UnsignedFile {
  file: Uint8Array
  toSign: Uint8Array
}

/** Puts a statement and what belongs to it together. */
export function draftFile(means: Means, tag: string, statement: object, body: Uint8Array): UnsignedFile {
  const line = new TextEncoder().encode(`${JSON.stringify(statement)}\n`)
  const file = new Uint8Array(signatureLength + line.length + body.length)
  file.set(line, signatureLength)
  file.set(body, signatureLength + line.length)
  return { file, toSign: signedBytes(means, tag, file.subarray(signatureLength)) }
}

/** The same with its signature. */
export function signedWith({ file }: UnsignedFile, signature: Uint8Array): Uint8Array {
  file.set(signature)
  return file
}

/** Signs a statement and what belongs to it. */
export function signFile(means: Means, tag: string, statement: object, body: Uint8Array, sign: Sign): Uint8Array {
  const draft = draftFile(means, tag, statement, body)
  return signedWith(draft, sign(draft.toSign))
}

/** A signed file in its parts; whether the signature holds is for whoever knows the key. */
export interface SignedFile {
  /** JSON, not looked at yet. */
  statement: string
  body: Uint8Array
  /** Whether a key (32 bytes in base64url) signed it. */
  signedBy: (publicKey: string) => boolean
}

/** Reads one; null where it has no statement. */
export function readSigned(means: Means, tag: string, file: Uint8Array): SignedFile | null {
  const inner = file.subarray(signatureLength)
  const end = inner.subarray(0, mostStatement).indexOf(0x0a)
  if (end === -1) return null
  try {
    const statement = new TextDecoder('utf-8', { fatal: true }).decode(inner.subarray(0, end))
    const signature = encodeBase64url(file.subarray(0, signatureLength))
    return {
      statement,
      body: inner.subarray(end + 1),
      signedBy: (publicKey) => means.holds(publicKey, signedBytes(means, tag, inner), signature),
    }
  } catch {
    return null
  }
}
