/** The verdict on one code together with what its traveller showed before: what the screen says. */
import type { OpenTraveller } from '../../shared/domain/crossing/open-crossing.ts'
import { tellingCertificate, type TravellerVerdict } from '../../shared/domain/crossing/traveller-verdict.ts'
import type { Verdict } from '../../shared/domain/finding/verdict.ts'

/** @param verdict on the code alone */
export function togetherWith(verdict: Verdict, { evidence }: OpenTraveller, judged: TravellerVerdict): Verdict {
  const { outcome, reason, findings } = judged
  const telling = tellingCertificate(evidence)
  const papers = evidence.findLast((each) => each.kind === 'document')
  return {
    ...verdict,
    outcome,
    reason,
    findings,
    format: telling?.certificate.format ?? verdict.format,
    certificate: telling?.certificate ?? null,
    document: papers?.document ?? null,
    validUntil: outcome === 'rejected' ? null : (telling?.validUntil ?? null),
    payload: telling?.payload ?? verdict.payload,
  }
}
