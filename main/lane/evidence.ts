/** A verdict on one code, as something that a traveller showed. */
import type { PaperResult } from '../../shared/domain/crossing/crossing.ts'
import type { Evidence, OpenCrossing } from '../../shared/domain/crossing/open-crossing.ts'
import type { Finding, Verdict } from '../../shared/domain/verdict.ts'
import type { OriginZone } from '../../shared/rules/checkpoint.ts'
import { faultOfClaim, judgeByRules } from '../../shared/rules/judge.ts'
import type { TrustStore } from '../trust/index.ts'

/** Null where the code names nobody. @param at epoch milliseconds */
export function evidenceOf(verdict: Verdict, id: number, at: number): Evidence | null {
  const { certificate, digest, document, payload, findings, validUntil } = verdict
  if (document) return { id, at, kind: 'document', scan: null, document }
  if (!certificate || digest === null) return null
  const certificateId = certificate.statement.identifier ?? digest
  return { id, at, kind: 'certificate', scan: null, certificateId, digest, certificate, payload, findings, validUntil }
}

/** What the rules say now of a certificate, for a traveller from a zone. @param clock epoch milliseconds */
function judgeResult(
  evidence: Extract<Evidence, { kind: 'certificate' }>,
  { rules, valueSets }: TrustStore,
  clock: number,
  originZone: OriginZone,
): Finding {
  return judgeByRules(evidence.certificate, evidence.payload, rules, { clock, originZone, valueSets })
}

/**
 * Every result of a crossing judged by the rules again, which ask for the time, and some where the traveller comes from.
 * @param clock epoch milliseconds
 */
export function judgedAgain(
  open: OpenCrossing,
  originZone: OriginZone,
  trust: TrustStore,
  clock: number,
): OpenCrossing {
  const travellers = open.travellers.map((traveller) => ({
    ...traveller,
    evidence: traveller.evidence.map((each) => {
      if (each.kind !== 'certificate') return each
      const rules = judgeResult(each, trust, clock, originZone)
      return { ...each, findings: each.findings.map((finding) => (finding.check === 'rules' ? rules : finding)) }
    }),
  }))
  return { ...open, originZone, travellers }
}

/** What the rules say against a result on paper; it stays a claim where they say nothing. @param clock epoch milliseconds */
export function judgePaper({ laboratory, sampledAt, method, result }: PaperResult, trust: TrustStore, clock: number) {
  const sampled =
    sampledAt === null
      ? null
      : { text: new Date(sampledAt).toISOString(), earliest: sampledAt, latest: sampledAt, zoned: true }
  const rest = { reported: null, centre: laboratory, disease: null, authority: null, country: null, identifier: null }
  return faultOfClaim({ kind: 'test', method, result, sampled, ...rest }, trust.rules, clock)
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
