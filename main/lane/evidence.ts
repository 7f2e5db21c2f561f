/** A verdict on one code, as something that a traveller showed. */
import type { PaperResult } from '../../shared/domain/crossing/crossing.ts'
import type { Evidence, OpenCrossing } from '../../shared/domain/crossing/open-crossing.ts'
import type { Finding, Verdict } from '../../shared/domain/finding/verdict.ts'
import type { OriginZone } from '../../shared/rules/checkpoint.ts'
import { faultOfClaim, judgeByRules } from '../../shared/rules/judge.ts'
import type { TrustStore } from '../trust/index.ts'
import { checkPeriod } from '../verify/index.ts'

/** Null where the code names nobody. @param at epoch milliseconds */
export function evidenceOf(verdict: Verdict, id: number, at: number): Evidence | null {
  const { certificate, digest, document, payload, findings, validUntil } = verdict
  if (document) return { id, at, kind: 'document', scan: null, document }
  if (!certificate || digest === null) return null
  const certificateId = certificate.statement.identifier ?? digest
  return { id, at, kind: 'certificate', scan: null, certificateId, digest, certificate, payload, findings, validUntil }
}

/** When a crossing happened, for the rules: where it is entered later, then; else now. Epoch milliseconds. */
export const clockOf = ({ happenedAt }: OpenCrossing, now: number): number => happenedAt ?? now

/** What a certificate's period and the rules say of it at another time, or of a traveller from another zone. */
function judgeResult(
  { certificate, payload, findings }: Extract<Evidence, { kind: 'certificate' }>,
  { rules, valueSets, policy }: TrustStore,
  clock: number,
  originZone: OriginZone,
): Finding[] {
  return findings.map((finding) => {
    if (finding.check === 'rules') return judgeByRules(certificate, payload, rules, { clock, originZone, valueSets })
    if (finding.check === 'period' && finding.code !== 'period-not-checked')
      return checkPeriod(certificate, certificate.format, clock, policy.clockToleranceMinutes)
    return finding
  })
}

/**
 * Every result of a crossing judged again by its period and the rules, which ask for the time, and some where the traveller
 * comes from. @param now epoch milliseconds
 */
export function judgedAgain(open: OpenCrossing, trust: TrustStore, now: number): OpenCrossing {
  const clock = clockOf(open, now)
  const again = (each: Evidence): Evidence => {
    if (each.kind === 'paper') return { ...each, findings: judgePaper(each.result, trust, clock) }
    if (each.kind !== 'certificate') return each
    return { ...each, findings: judgeResult(each, trust, clock, open.originZone) }
  }
  const travellers = open.travellers.map((traveller) => ({ ...traveller, evidence: traveller.evidence.map(again) }))
  return { ...open, travellers }
}

/** What the rules say against a result on paper; it stays a claim where they say nothing. @param clock epoch milliseconds */
export function judgePaper(
  { laboratory, sampledAt, method, result }: PaperResult,
  trust: TrustStore,
  clock: number,
): Finding[] {
  const sampled =
    sampledAt === null
      ? null
      : { text: new Date(sampledAt).toISOString(), earliest: sampledAt, latest: sampledAt, zoned: true }
  const rest = { reported: null, centre: laboratory, disease: null, authority: null, country: null, identifier: null }
  const fault = faultOfClaim({ kind: 'test', method, result, sampled, ...rest }, trust.rules, clock)
  return fault ? [fault] : []
}

/** The crossing once the entry of what was scanned last is known. @param scan its number; null: the disk did not take it */
export function recordedAs(crossing: OpenCrossing, scanned: Evidence, scan: number | null): OpenCrossing {
  const known = (evidence: Evidence): Evidence =>
    evidence === scanned && 'scan' in evidence ? { ...evidence, scan } : evidence
  return {
    ...crossing,
    travellers: crossing.travellers.map((each) =>
      each.evidence.includes(scanned) ? { ...each, evidence: each.evidence.map(known) } : each,
    ),
  }
}
