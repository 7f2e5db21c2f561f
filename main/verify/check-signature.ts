/** `signature` and `key`: whether the envelope verifies, and under a key that is believed for this. */
import type { Format, StatementKind } from '../../shared/certificate/certificate.ts'
import type { Claims, Decoded, Envelope } from '../../shared/certificate/decoded.ts'
import { finding } from '../../shared/domain/finding/finding.ts'
import type { FindingCode } from '../../shared/domain/finding/finding-codes.ts'
import type { Finding } from '../../shared/domain/finding/verdict.ts'
import { readCertified, type SignerAnswer, type TrustedKey, type TrustStore } from '../trust/index.ts'
import { issuerOf, issuingState } from './issuer-of.ts'
import { verifySignature, type SignatureAnswer } from './signature.ts'

/** Both findings, and what says who vouches for the certificate (see issuer-of.ts) where the signature was good; else null. */
export interface SignatureFindings {
  signature: Finding
  key: Finding
  vouchedBy: (() => string) | null
}

interface Question {
  claims: Claims | null
  kind: StatementKind | null
  now: number
}

const nothing = (signature: FindingCode, key: FindingCode): SignatureFindings => ({
  signature: finding(signature),
  key: finding(key),
  vouchedBy: null,
})

/** Checks the envelope of a decoded text against what is believed. */
export function checkSignature(decoded: Decoded, trust: TrustStore, now: number): SignatureFindings {
  const { envelope, claims, certificate, format } = decoded
  if (!envelope) return nothing('signature-not-checked', 'key-not-checked')
  const question = { claims, kind: certificate?.statement.kind ?? null, now }
  if (envelope.signer) return checkCarried(envelope, envelope.signer, trust, question)
  return checkHeld(format, envelope, trust.keys.keysFor(format, envelope), question)
}

/** Keys that we hold: of several under one identifier, the one that verifies is the one that counts. */
function checkHeld(
  format: Format,
  envelope: Envelope,
  candidates: readonly TrustedKey[],
  question: Question,
): SignatureFindings {
  if (candidates.length === 0) return nothing('signature-not-checked', 'key-unknown')
  const judge = (key: TrustedKey): Finding => judgeKey(key, question)
  const best = (): Finding => bestFinding(candidates.map(judge))
  const { algorithm } = envelope
  if (!algorithm) return { signature: finding('signature-algorithm-unsupported'), key: best(), vouchedBy: null }
  let answer: SignatureAnswer = 'mismatch'
  for (const candidate of candidates) {
    const asked = verifySignature(algorithm, envelope, candidate)
    if (asked === 'valid') {
      return {
        signature: finding('signature-valid'),
        key: judge(candidate),
        vouchedBy: () => issuerOf(format, envelope.issuer, candidate),
      }
    }
    if (asked === 'disputed') answer = asked
  }
  const signature = finding(answer === 'disputed' ? 'signature-disputed' : 'signature-mismatch')
  return { signature, key: best(), vouchedBy: null }
}

/** Of several judgements the first that passes, else the first. */
function bestFinding(judged: readonly Finding[]): Finding {
  return judged.find(({ status }) => status === 'pass') ?? judged[0] ?? finding('key-unknown')
}

/** A key counts for the time of signing and for the kinds of certificate that it may sign. */
function judgeKey(key: TrustedKey, { claims, kind, now }: Question): Finding {
  const signedAt = claims?.issuedAt ?? now
  if ((key.notBefore !== null && signedAt < key.notBefore) || (key.notAfter !== null && signedAt > key.notAfter)) {
    return finding('key-out-of-date')
  }
  if (key.usage && kind && !key.usage.includes(kind)) return finding('key-wrong-purpose')
  return finding('key-trusted')
}

const carriedKeyCodes: Readonly<Record<SignerAnswer['outcome'], FindingCode>> = {
  trusted: 'key-trusted',
  'unknown-authority': 'key-unknown',
  'not-issued': 'key-not-issued',
  'not-checkable': 'key-not-checkable',
  'not-allowed': 'key-wrong-purpose',
  'other-state': 'key-other-state',
  'out-of-date': 'key-out-of-date',
}

/** The signer's certificate travels in the code: the signature is checked with it, and it with our authorities. */
function checkCarried(
  envelope: Envelope,
  signer: Uint8Array,
  trust: TrustStore,
  { claims, kind, now }: Question,
): SignatureFindings {
  const read = readCertified(signer)
  if (!read.ok) return nothing('signature-not-checked', 'key-certificate-damaged')
  const { certified } = read
  const state = claims?.issuer ?? null
  const judged = trust.authorities.judge(certified, { kind, state, signedAt: claims?.issuedAt ?? null, now })
  const key = finding(carriedKeyCodes[judged.outcome])
  const { algorithm } = envelope
  if (!algorithm) return { signature: finding('signature-algorithm-unsupported'), key, vouchedBy: null }
  if (verifySignature(algorithm, envelope, certified) !== 'valid') {
    return { signature: finding('signature-mismatch'), key, vouchedBy: null }
  }
  const signature = finding(key.status === 'pass' ? 'signature-valid' : 'signature-valid-as-carried')
  if (key.status !== 'pass' || judged.outcome !== 'trusted') return { signature, key, vouchedBy: null }
  return { signature, key, vouchedBy: () => issuingState(judged.authority, judged.country) }
}
