/**
 * QR text to verdict: the ordered checks. One failing does not stop later ones that can still be computed, so that
 * the officer sees everything at once. Any text at all gives a verdict; nothing here throws.
 */
import type { Certificate, StatementKind } from '../../shared/certificate/certificate.ts'
import { decode } from '../../shared/certificate/decode.ts'
import type { Claims, Decoded } from '../../shared/certificate/decoded.ts'
import type { FindingCode } from '../../shared/domain/finding-codes.ts'
import { findingCodes } from '../../shared/domain/finding-codes.ts'
import type { Policy } from '../../shared/domain/policy.ts'
import { applyResultRules } from '../../shared/domain/result-rules.ts'
import { conclude, type Finding, type FindingValues, type Verdict } from '../../shared/domain/verdict.ts'
import type { TrustedKey, TrustStore } from '../trust/index.ts'
import { nodePlatform } from './node-platform.ts'
import { verifySignature, type SignatureAnswer } from './signature.ts'

/** What a verification depends on besides the text. */
export interface Circumstances {
  trust: TrustStore
  /** The validation clock, epoch milliseconds. */
  now: number
  /** False: only decode and check the signature, key and period. */
  rules: boolean
}

const minute = 60_000

/** A finding by its code alone: check and status follow from the table. */
function finding(code: FindingCode, values?: FindingValues): Finding {
  const { check, status } = findingCodes[code]
  return values ? { check, status, code, values } : { check, status, code }
}

/** Verifies one scanned text. */
export function verify(text: string, circumstances: Circumstances): Verdict {
  const decoded = decode(text, nodePlatform)
  if (!decoded) {
    const findings = [finding('format-unknown')]
    return { ...conclude(findings), findings, format: null, text, certificate: null, validUntil: null, payload: null }
  }
  const { certificate, claims, format, payload } = decoded
  const signed = checkSignature(
    decoded,
    circumstances.trust,
    claims,
    certificate?.statement.kind ?? null,
    circumstances.now,
  )
  const findings = [
    finding('format-known'),
    finding(decoded.structure),
    signed.signature,
    signed.key,
    claims ? checkPeriod(claims, circumstances.trust.policy, circumstances.now) : finding('period-not-checked'),
    checkRules(certificate, circumstances),
  ]
  const { outcome, reason } = conclude(findings)
  const validUntil = outcome === 'rejected' ? null : soonest([claims?.expiresAt, findings.at(-1)?.values?.['limitAt']])
  return { outcome, reason, findings, format, text, certificate, validUntil, payload }
}

function soonest(instants: readonly unknown[]): number | null {
  const stated = instants.filter((instant) => typeof instant === 'number')
  return stated.length > 0 ? Math.min(...stated) : null
}

/** `signature` and `key` together: of several keys under one identifier, the one that verifies is the one that counts. */
function checkSignature(
  { envelope }: Decoded,
  trust: TrustStore,
  claims: Claims | null,
  kind: StatementKind | null,
  now: number,
): { signature: Finding; key: Finding } {
  if (!envelope) return { signature: finding('signature-not-checked'), key: finding('key-not-checked') }
  const candidates = trust.keysFor(envelope.kid)
  if (candidates.length === 0) return { signature: finding('signature-not-checked'), key: finding('key-unknown') }
  const judge = (key: TrustedKey): Finding => judgeKey(key, kind, claims?.issuedAt ?? now)
  const bestOf = (): Finding => bestFinding(candidates.map(judge))
  const { algorithm } = envelope
  if (!algorithm) return { signature: finding('signature-algorithm-unsupported'), key: bestOf() }
  let answer: SignatureAnswer = 'mismatch'
  for (const candidate of candidates) {
    const asked = verifySignature(algorithm, envelope, candidate)
    if (asked === 'valid') return { signature: finding('signature-valid'), key: judge(candidate) }
    if (asked === 'disputed') answer = asked
  }
  return { signature: finding(answer === 'disputed' ? 'signature-disputed' : 'signature-mismatch'), key: bestOf() }
}

/** Of several judgements the first that passes, else the first. */
function bestFinding(judged: readonly Finding[]): Finding {
  return judged.find(({ status }) => status === 'pass') ?? judged[0] ?? finding('key-unknown')
}

/** A key counts for the time of signing and for the kinds of certificate that it may sign. */
function judgeKey(key: TrustedKey, kind: StatementKind | null, signedAt: number): Finding {
  if ((key.notBefore !== null && signedAt < key.notBefore) || (key.notAfter !== null && signedAt > key.notAfter)) {
    return finding('key-out-of-date')
  }
  if (key.usage && kind && !key.usage.includes(kind)) return finding('key-wrong-purpose')
  return finding('key-trusted')
}

/** The envelope's own period (RFC 8392 §3.1.4–6). `iat` in the future is not valid yet: nobody can have signed it. */
function checkPeriod(claims: Claims, policy: Policy, now: number): Finding {
  const beginsAt = Math.max(claims.notBefore ?? -Infinity, claims.issuedAt ?? -Infinity)
  if (claims.expiresAt !== null && now > claims.expiresAt)
    return finding('period-expired', { expiredAt: claims.expiresAt })
  if (beginsAt > now + policy.clockToleranceMinutes * minute) return finding('period-not-begun', { beginsAt })
  return finding(claims.expiresAt === null ? 'period-unstated' : 'period-current')
}

function checkRules(certificate: Certificate | null, { rules, trust, now }: Circumstances): Finding {
  if (!certificate || !rules) return finding('rules-not-applied')
  return applyResultRules(certificate.statement, trust.policy, now)
}
