/** Verdicts about papers that a kiosk printed: never a result, but this kiosk's own, somebody else's, or changed. */
import { createPublicKey, hash, verify, type KeyObject } from 'node:crypto'
import { finding } from '../../shared/domain/finding/finding.ts'
import type { Verdict } from '../../shared/domain/finding/verdict.ts'
import type { Locale } from '../../shared/language/locale.ts'
import type { PageClaim, PaperClaim } from '../../shared/paper/paper-claim.ts'
import { paperBytes, readPaperCode, type SignedPaper } from '../../shared/paper/paper-code.ts'
import { sayPaper, saySince } from '../../shared/paper/say-paper.ts'
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

/** What a kiosk knows of papers. */
export interface OwnPapers {
  /** Whether a key, 32 bytes in base64url, is one that this kiosk signs or has signed with. */
  isOwn: (key: string) => boolean
  /** What of its own page's time is new or changed since; null: that cannot be said. */
  since: (claim: PageClaim) => { added: number; changed: number } | null
}

const nobodys: OwnPapers = { isOwn: () => false, since: () => null }

/** Whether a paper has all crossings of its time, so that others which came since are missing on it. */
const isComplete = (claim: PaperClaim): claim is PageClaim => claim.paper === 'report' || claim.paper === 'handover'

/** Judges the code of a paper. */
export function judgePaperCode(text: string, papers: OwnPapers = nobodys): Verdict {
  const paper = readPaperCode(text)
  if (paper === null) return verdictOf(text, [finding('paper-damaged')])
  if (!isSigned(paper)) return verdictOf(text, [finding('paper-changed')])
  const { claim } = paper
  const isOwn = papers.isOwn(Buffer.from(paper.key).toString('base64url'))
  const since = isOwn && isComplete(claim) ? papers.since(claim) : null
  const said = (locale: Locale): string => sayPaper(locale, claim) + saySince(locale, since)
  const values = { paper: claim.paper, vi: said('vi'), en: said('en') }
  return verdictOf(text, [
    isOwn
      ? finding('paper-own', values)
      : finding('paper-stranger', { ...values, fingerprint: fingerprintOf(paper.key) }),
  ])
}
