/**
 * Which decisions need no reason: those that the sentences on the screen ask for, and no others. A key that is marked
 * where nothing recommends it is pressed by whoever is tired.
 */
import { findingCodes, type FindingCode, type FindingCodeEntry } from '../finding/finding-codes.ts'
import { isPermitted, type PermissionKind } from './above.ts'
import { decisions, type Decision, type Traveller } from './crossing.ts'
import type { JudgedCrossing } from './crossing-outcome.ts'
import type { Evidence, OpenTraveller } from './open-crossing.ts'
import { tellingCertificate, type TravellerVerdict } from './traveller-verdict.ts'

const none: ReadonlySet<PermissionKind> = new Set()

/** What a finding's sentence asks for. */
export function advisedBy(code: FindingCode): readonly Decision[] {
  const { advises, status }: FindingCodeEntry = findingCodes[code]
  return advises ?? (status === 'fail' ? ['refused', 'referred'] : [])
}

/**
 * The decisions that need no reason; none where something else is to be done first.
 * @param permitted what a supervisor permits for this shift
 */
export function expectedDecisions(judged: JudgedCrossing, permitted: ReadonlySet<PermissionKind> = none): Decision[] {
  const { crossing, verdicts, whole } = judged
  if (whole.outcome === 'accepted' || isPermitted(judged, permitted)) return ['admitted']
  const { worst, missing, reasons } = whole
  if (worst !== 'rejected' && (missing > 0 || reasons.length > 0)) return []
  const advice = crossing.travellers.flatMap((traveller, index) => {
    const verdict = verdicts[index]
    const concerned = verdict && (worst === 'rejected' ? verdict.outcome === worst : verdict.outcome !== 'accepted')
    return concerned ? [advisedFor(traveller, verdict)] : []
  })
  return advice.length === 0 ? [] : decisions.filter((decision) => advice.every((each) => each.includes(decision)))
}

/** Whoever is positive is for the medical post, whatever else is wrong with the paper that says so. */
function advisedFor(traveller: OpenTraveller, verdict: TravellerVerdict): readonly Decision[] {
  return isPositive(traveller.evidence, verdict) ? advisedBy('result-positive') : advisedBy(verdict.reason.code)
}

/** Forged or revoked: not what a stock reason can outweigh. */
const falseCodes: readonly FindingCode[] = ['signature-mismatch', 'key-not-issued', 'revocation-listed']

/** Whether to admit somebody of this crossing wants the officer's own words: a positive, a forged or a revoked result. */
export function isGrave({ crossing, verdicts }: JudgedCrossing): boolean {
  return crossing.travellers.some(({ evidence }, index) => {
    const verdict = verdicts[index]
    if (!verdict || verdict.outcome === 'accepted') return false
    return isPositive(evidence, verdict) || verdict.findings.some(({ code }) => falseCodes.includes(code))
  })
}

/** The same of a recorded traveller, of whom only the reason is kept. */
export function wasGrave({ reason, paper }: Traveller): boolean {
  return reason === 'result-positive' || falseCodes.includes(reason) || paper?.result === 'positive'
}

/** Said by the rules, or by a result that the rules were not asked about. */
function isPositive(evidence: readonly Evidence[], { findings }: TravellerVerdict): boolean {
  const statement = tellingCertificate(evidence)?.certificate.statement
  return (
    findings.some(({ code }) => code === 'result-positive') ||
    (statement?.kind === 'test' && statement.result === 'positive') ||
    evidence.some((each) => each.kind === 'paper' && each.result.result === 'positive')
  )
}
