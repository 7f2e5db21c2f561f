/**
 * QR text to verdict: the ordered checks. One failing does not stop later ones that can still be computed, so that
 * the officer sees everything at once. Any text at all gives a verdict; nothing here throws.
 */
import { hash } from 'node:crypto'
import { isAltered } from '../../shared/barcode/mistyped.ts'
import { decode } from '../../shared/certificate/decode.ts'
import type { Decoded } from '../../shared/certificate/decoded.ts'
import { foreignContentWords } from '../../shared/certificate/foreign-content.ts'
import { finding } from '../../shared/domain/finding/finding.ts'
import { conclude, type Finding, type Verdict } from '../../shared/domain/finding/verdict.ts'
import { say } from '../../shared/language/say.ts'
import { shownText } from '../../shared/language/shown-text.ts'
import type { OriginZone } from '../../shared/rules/checkpoint.ts'
import { isPaperCode } from '../../shared/paper/paper-code.ts'
import { judgeByRules } from '../../shared/rules/judge.ts'
import type { TrustStore } from '../trust/index.ts'
import { checkPeriod } from './check-period.ts'
import { checkRevocation } from './check-revocation.ts'
import { checkSignature } from './check-signature.ts'
import { checkTrustAge } from './check-trust-age.ts'
import { judgePaperCode, type OwnPapers } from './paper.ts'
import { judgeUncertified, mistyped } from './uncertified.ts'

/** What a verification depends on besides the text. */
export interface Circumstances {
  trust: TrustStore
  /** The validation clock, epoch milliseconds. */
  now: number
  /** When it was shown, where that is entered later: period and rules are those of then, epoch milliseconds. Absent: now. */
  shownAt?: number
  /** False: only decode and check the signature, key, period and revocation. */
  rules: boolean
  /** Where the traveller comes from, for rules that ask; null: not known. */
  originZone?: OriginZone
  /** What the clock guard says; absent where the clock was given, not read. */
  clock?: Finding
  /** What this kiosk knows of papers that it printed; absent: it has no journal. */
  papers?: OwnPapers
}

/** A verdict, and which issuer's signature was good; null where none was. */
export interface Verification {
  verdict: Verdict
  vouchedBy: string | null
}

/** Verifies one scanned text. The verdict has no digest: that is what a kiosk knows a certificate again by. */
export function verify(text: string, circumstances: Circumstances): Verdict {
  return judge(text, circumstances).verdict
}

/** Verifies one scanned text, says what was signed by its digest, and who issued it. */
export function verifyWithIssuer(text: string, circumstances: Circumstances): Verification {
  const { verdict, vouchedBy, signed } = judge(text, circumstances)
  const digest = signed && hash('sha256', signed, 'hex')
  return { verdict: { ...verdict, digest }, vouchedBy: vouchedBy?.() ?? null }
}

/** A verdict, and what is told of the certificate only where somebody asks. */
interface Judged {
  verdict: Verdict
  vouchedBy: (() => string) | null
  /** The bytes that the signature covers. */
  signed: Uint8Array | null
}

function judge(text: string, circumstances: Circumstances): Judged {
  if (isPaperCode(text)) return { verdict: judgePaperCode(text, circumstances.papers), vouchedBy: null, signed: null }
  const decoded = decode(text)
  if (!decoded) return { verdict: judgeUncertified(text), vouchedBy: null, signed: null }
  const { trust, now, shownAt = now, clock } = circumstances
  const { certificate, claims, envelope, format, payload } = decoded
  const { signature, key, vouchedBy } = checkSignature(decoded, trust, now)
  const rules = checkRules(decoded, circumstances)
  const findings = [
    // What a keyboard altered so that nothing can be read is not thereby invalid.
    !claims && isAltered(text) ? mistyped('certificate') : finding('format-known'),
    structureOf(decoded),
    signature,
    key,
    claims ? checkPeriod(claims, format, shownAt, trust.policy.clockToleranceMinutes) : finding('period-not-checked'),
    checkRevocation(decoded, trust),
    rules,
    checkTrustAge(trust, now),
    ...(clock ? [clock] : []),
  ]
  const { outcome, reason } = conclude(findings)
  const validUntil = outcome === 'rejected' ? null : soonest([claims?.expiresAt, rules.values?.['limitAt']])
  const none = { digest: null, document: null }
  const verdict = { outcome, reason, findings, format, text, certificate, validUntil, payload, ...none }
  return { verdict, vouchedBy, signed: envelope?.signed ?? null }
}

/** What could be read; of content that is not ours, what it seems to be. */
function structureOf({ structure, foreign }: Decoded): Finding {
  if (!foreign) return finding(structure)
  const { vi, en } = foreignContentWords[foreign.kind]
  const name = shownText(foreign.name)
  return finding(structure, { kind: foreign.kind, vi: say('vi', vi, { name }), en: say('en', en, { name }) })
}

function soonest(instants: readonly unknown[]): number | null {
  const stated = instants.filter((instant) => typeof instant === 'number')
  return stated.length > 0 ? Math.min(...stated) : null
}

function checkRules({ certificate, payload }: Decoded, circumstances: Circumstances): Finding {
  const { trust, now, shownAt: clock = now, originZone = null } = circumstances
  if (!certificate || !circumstances.rules) return finding('rules-not-applied')
  return judgeByRules(certificate, payload, trust.rules, { clock, originZone, valueSets: trust.valueSets })
}
