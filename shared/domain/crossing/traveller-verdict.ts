/** What is concluded of a traveller from all that they show together. */
import { documentStructure } from '../../document/doubt.ts'
import { say } from '../../language/say.ts'
import { finding } from '../finding/finding.ts'
import { identityReasons } from '../person/identity-reasons.ts'
import type { IdentityComparison } from '../person/identity.ts'
import { conclude, type Finding, type Outcome } from '../finding/verdict.ts'
import type { IdentityStanding } from './crossing.ts'
import type { Evidence, OpenTraveller } from './open-crossing.ts'
import { identityOf } from './traveller-identity.ts'

export interface TravellerVerdict {
  outcome: Outcome
  reason: Finding
  findings: Finding[]
  identity: IdentityStanding
}

export type CertificateEvidence = Extract<Evidence, { kind: 'certificate' }>

/** @param repeats findings of the check `repeat`, from whoever knows the earlier crossings; none: nothing was there before */
export function judgeTraveller(traveller: OpenTraveller, repeats: readonly Finding[]): TravellerVerdict {
  const { standing, comparison } = identityOf(traveller)
  const findings = [
    ...resultFindings(traveller.evidence),
    ...documentDoubts(traveller.evidence),
    identityFinding(standing, comparison),
    ...(repeats.length > 0 ? repeats : [finding('not-repeated')]),
  ]
  return { ...conclude(findings), findings, identity: standing }
}

/**
 * The certificate that speaks for a traveller: a forged or revoked one before any other, then a positive result, which no
 * negative one beside it takes away, else the best.
 */
export function tellingCertificate(evidence: readonly Evidence[]): CertificateEvidence | null {
  const certificates = evidence.filter((each) => each.kind === 'certificate')
  return (
    certificates.find(isFalse) ??
    certificates.find(isPositive) ??
    certificates.toSorted((one, other) => rank(one) - rank(other))[0] ??
    null
  )
}

/** What makes their documents doubtful, each kind of doubt once. */
function documentDoubts(evidence: readonly Evidence[]): Finding[] {
  const codes = evidence.flatMap((each) => (each.kind === 'document' ? [documentStructure(each.document)] : []))
  return [...new Set(codes)].filter((code) => code !== 'structure-sound').map((code) => finding(code))
}

function isFalse({ findings }: CertificateEvidence): boolean {
  return findings.some(({ check, status }) => status === 'fail' && (check === 'signature' || check === 'revocation'))
}

/** Said by the rules, or by a result that the rules were not asked about. */
function isPositive({ certificate: { statement }, findings }: CertificateEvidence): boolean {
  const stated = statement.kind === 'test' && statement.result === 'positive'
  return stated || findings.some(({ code }) => code === 'result-positive')
}

const order: Record<Outcome, number> = { accepted: 0, check: 1, rejected: 2, unreadable: 3 }

function rank({ findings }: CertificateEvidence): number {
  return order[conclude(findings).outcome]
}

function resultFindings(evidence: readonly Evidence[]): readonly Finding[] {
  const certificate = tellingCertificate(evidence)
  if (certificate) return [...certificate.findings, ...positiveOnPaper(evidence)]
  const earlier = evidence.find((each) => each.kind === 'earlier')
  if (earlier?.holds) return [finding('checked-earlier', { seenAt: earlier.seenAt })]
  const paper = evidence.find((each) => each.kind === 'paper')
  if (!paper) return [finding('result-missing')]
  return [finding('result-on-paper'), ...paper.findings.filter(({ status }) => status !== 'pass')]
}

/** A positive result on paper stands beside whatever is signed. */
function positiveOnPaper(evidence: readonly Evidence[]): Finding[] {
  return evidence.flatMap((each) =>
    each.kind === 'paper' && each.result.result === 'positive'
      ? each.findings.filter(({ status }) => status === 'fail')
      : [],
  )
}

function identityFinding(standing: IdentityStanding, comparison: IdentityComparison | null): Finding {
  if (standing === 'alone' || comparison === null) return finding('identity-alone')
  if (standing === 'same') return finding('identity-same')
  if (standing === 'confirmed') return finding('identity-confirmed')
  const wanted = standing === 'look' ? 'unclear' : 'disagrees'
  const why = comparison.reasons.find((reason) => identityReasons[reason].standing === wanted)
  const { vi, en } = why ? identityReasons[why] : { vi: '', en: '' }
  const code = standing === 'look' ? 'identity-unclear' : 'identity-different'
  return finding(code, { vi: say('vi', vi), en: say('en', en) })
}
