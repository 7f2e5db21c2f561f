/** Verdicts about papers that a kiosk printed: never a result, but genuine, another kiosk's, or changed. */
import { createPublicKey, hash, verify, type KeyObject } from 'node:crypto'
import { finding } from '../../shared/domain/finding.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import { paperBytes, readPaperCode, type SignedPaper } from '../../shared/paper/paper-code.ts'
import { sayPaper } from '../../shared/paper/say-paper.ts'
import { verdictOf } from './uncertified.ts'

function keyOf(key: string): KeyObject | null {
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' })
  } catch {
    return null
  }
}

/** Sixteen hexadecimal digits of the key's SHA-256, in fours: short enough to be read out on the telephone. */
const fingerprintOf = (key: Uint8Array): string =>
  (hash('sha256', key, 'hex').slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join(' ')

function isSigned({ claim, key, signature }: SignedPaper): boolean {
  const known = keyOf(Buffer.from(key).toString('base64url'))
  return known !== null && verify(null, paperBytes(claim), known, signature)
}

/**
 * Judges the code of a paper.
 * @param ownKey whether a key, 32 bytes in base64url, is one that this kiosk signs or has signed with
 */
export function judgePaperCode(text: string, ownKey: (key: string) => boolean = () => false): Verdict {
  const paper = readPaperCode(text)
  if (paper === null) return verdictOf(text, [finding('paper-damaged')])
  if (!isSigned(paper)) return verdictOf(text, [finding('paper-changed')])
  const values = { paper: paper.claim.paper, vi: sayPaper('vi', paper.claim), en: sayPaper('en', paper.claim) }
  const isOwn = ownKey(Buffer.from(paper.key).toString('base64url'))
  return verdictOf(text, [
    isOwn
      ? finding('paper-own', values)
      : finding('paper-stranger', { ...values, fingerprint: fingerprintOf(paper.key) }),
  ])
}
