/**
 * The code on a printed paper: a claim, the key that signed it and its Ed25519 signature (RFC 8032), in base45 behind a
 * beginning of its own, so that a QR code holds it in its alphanumeric mode and no certificate is ever taken for it.
 */
import { unwrapTransport } from '../barcode/transport.ts'
import { decodeBase45, encodeBase45 } from '../certificate/base45.ts'
import { paperBody, readPaperBody, type PaperClaim } from './paper-claim.ts'

const beginning = 'CHOT-PAPER:'

/** Of a signature and of a public key, in bytes. */
const [signatureLength, keyLength] = [64, 32]

/** Longer than any (UTF-16 units): three names of the longest in UTF-8, with all else, in base45. */
const longestCode = 2_500

/** What is signed of a claim: a tag, so that the signature stands for nothing else, and the claim’s text. */
export const paperBytes = (claim: PaperClaim): Uint8Array => new TextEncoder().encode(`chot paper\n${paperBody(claim)}`)

/** A public key (32 bytes) and its signature (64 bytes) over `paperBytes`. */
export interface PaperSignature {
  key: Uint8Array
  signature: Uint8Array
}

/** A claim that was read, with what proves it. */
export interface SignedPaper extends PaperSignature {
  claim: PaperClaim
}

/** The text of a code. */
export function paperCode(claim: PaperClaim, { key, signature }: PaperSignature): string {
  const body = new TextEncoder().encode(paperBody(claim))
  const bytes = new Uint8Array(signatureLength + keyLength + body.length)
  bytes.set(signature)
  bytes.set(key, signatureLength)
  bytes.set(body, signatureLength + keyLength)
  return beginning + encodeBase45(bytes)
}

/** Whether a scanned text begins as the code of a paper. */
export function isPaperCode(text: string): boolean {
  return unwrapTransport(text.slice(0, 64)).toUpperCase().startsWith(beginning)
}

/** What a paper’s code says, its signature not yet looked at; null: it is damaged, or of another version. */
export function readPaperCode(text: string): SignedPaper | null {
  if (text.length > longestCode) return null
  // No letter of base45 is a small one: a scanner or Caps Lock may have changed the case.
  const code = unwrapTransport(text).toUpperCase()
  try {
    const bytes = decodeBase45(code, beginning.length)
    const body = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(signatureLength + keyLength))
    const claim = readPaperBody(body)
    if (claim === null || paperBody(claim) !== body) return null
    return {
      claim,
      signature: bytes.slice(0, signatureLength),
      key: bytes.slice(signatureLength, signatureLength + keyLength),
    }
  } catch {
    return null
  }
}
