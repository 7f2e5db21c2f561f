/**
 * The verdict: what the program concludes about one scanned text, and the findings that led there.
 */
import type { Certificate, Format } from '../../certificate/certificate.ts'
import type { Document } from '../../document/document.ts'
import type { Check, Status } from './check.ts'
import type { FindingCode } from './finding-codes.ts'

export { checks, statuses, type Check, type Status } from './check.ts'

export const outcomes = ['accepted', 'check', 'rejected', 'unreadable'] as const
export type Outcome = (typeof outcomes)[number]

/** Values that a finding's sentence quotes: hours, limits, instants (epoch milliseconds). */
export type FindingValues = Record<string, string | number>

/** The result of one check. */
export interface Finding {
  check: Check
  status: Status
  code: FindingCode
  values?: FindingValues
}

/** The conclusion about one scanned text. JSON-safe. */
export interface Verdict {
  outcome: Outcome
  /** The first failing finding, else the first warning, else that the rules are met, else that the signature is good. */
  reason: Finding
  findings: Finding[]
  format: Format | null
  /** The text as scanned. */
  text: string
  certificate: Certificate | null
  /**
   * SHA-256 of the bytes that the signature covers, hex: equal for the same certificate, whatever stands around it in the
   * text. Null where nothing could be read that was signed.
   */
  digest: string | null
  /** The identity document, where the code is one: a claim, not verified. */
  document: Document | null
  /** Until when a certificate that is not rejected holds: its own end or the rules' limit, the sooner. Epoch milliseconds. */
  validUntil: number | null
  /** The certificate's own content, as its format gives it, whenever it could be decoded. */
  payload: unknown
}

/**
 * Outcome and reason follow from the findings alone: any `fail` rejects, else any `warn` asks for a check, else the
 * certificate is accepted. Only a text of no known format, or one that a keyboard altered, is `unreadable`; one of a format
 * that is known and not read here is to be checked.
 */
export function conclude(findings: readonly Finding[]): { outcome: Outcome; reason: Finding } {
  const first = (status: Status): Finding | undefined => findings.find((finding) => finding.status === status)
  const failed = first('fail')
  if (failed) return { outcome: failed.check === 'format' ? 'unreadable' : 'rejected', reason: failed }
  const warned = first('warn')
  if (warned) return { outcome: 'check', reason: warned }
  const passes = (check: Check): Finding | undefined =>
    findings.find((finding) => finding.check === check && finding.status === 'pass')
  const passed = passes('rules') ?? passes('signature')
  if (!passed) throw new Error('nothing was verified, so nothing can be accepted')
  return { outcome: 'accepted', reason: passed }
}
