/** Turns the open crossing into the one that the journal keeps, with the officer's decision. */
import type { Above } from './above-schema.ts'
import type { PermissionKind } from './above.ts'
import type { Crossing, Decision, Reason, Traveller, Undecided } from './crossing.ts'
import type { CrossingOutcome, JudgedCrossing } from './crossing-outcome.ts'
import { expectedDecisions, isGrave } from './expected-decisions.ts'
import { isWholePlate } from '../plate/plate.ts'
import type { Evidence, OpenTraveller } from './open-crossing.ts'
import { bestPerson } from './person.ts'
import { tellingCertificate, type TravellerVerdict } from './traveller-verdict.ts'

/** Why a decision cannot be taken as it is. */
export type DecisionFault = 'nobody' | 'reason-needed' | 'words-needed' | 'count-needed'

/**
 * What is wrong with a decision; null: nothing. `reason-needed`: it departs from the verdict and says not why.
 * `words-needed`: that reason says too little. `count-needed`: nobody has counted the people, and one more may sit there.
 * @param permitted what a supervisor permits for this shift
 */
export function decisionFault(
  judged: JudgedCrossing,
  decision: Decision,
  reason: Reason | null,
  permitted?: ReadonlySet<PermissionKind>,
): DecisionFault | null {
  const { travellers, vehicle } = judged.crossing
  // A plate alone can be turned back, but not sent to a doctor; without even that there is nobody to decide about.
  const plate = vehicle?.plate
  if (travellers.length === 0 && (!plate || !isWholePlate(plate) || decision === 'referred')) return 'nobody'
  const expected = expectedDecisions(judged, permitted).includes(decision)
  if (!expected && reason === null) return 'reason-needed'
  if (decision === 'admitted' && isGrave(judged) && reason?.code !== 'other') return 'words-needed'
  if (lacksWords(reason)) return 'words-needed'
  return needsCount(judged.whole, decision) ? 'count-needed' : null
}

/** Nobody is let pass uncounted, whatever the reason: who hides in a vehicle is in no scan, and so in no finding. */
export function needsCount({ completeness }: Pick<CrossingOutcome, 'completeness'>, decision: Decision): boolean {
  return decision === 'admitted' && completeness === 'uncounted'
}

/** `other` says nothing by itself. */
export function lacksWords(reason: Reason | null): boolean {
  return reason?.code === 'other' && reason.note === null
}

/** The crossing as it is recorded. */
export function closeCrossing(
  judged: JudgedCrossing,
  decision: Decision,
  reason: Reason | null,
  above: Above | null = null,
): Crossing {
  return { ...undecided(judged), decision, reason, ...(above && { above }) }
}

/** The crossing as it is recorded where nothing is decided of it. */
export function undecided({ crossing, verdicts, whole }: JudgedCrossing): Undecided {
  const { direction, vehicle, people, happenedAt } = crossing
  const then = happenedAt === undefined ? {} : { happenedAt }
  const travellers = crossing.travellers.flatMap((traveller, index) => {
    const verdict = verdicts[index]
    return verdict ? [closeTraveller(traveller, verdict)] : []
  })
  return { direction, vehicle, people, ...then, travellers, outcome: whole.outcome }
}

function closeTraveller({ evidence }: OpenTraveller, verdict: TravellerVerdict): Traveller {
  const telling = tellingCertificate(evidence)
  const earlier = evidence.find((each) => each.kind === 'earlier')
  return {
    ...bestPerson(evidence),
    outcome: verdict.outcome,
    reason: verdict.reason.code,
    identity: verdict.identity,
    certificate: telling ? closeCertificate(telling) : (earlier?.traveller.certificate ?? null),
    documents: evidence.flatMap((each) =>
      each.kind === 'document' ? [{ scan: each.scan, kind: each.document.kind, number: each.document.number }] : [],
    ),
    paper: evidence.find((each) => each.kind === 'paper')?.result ?? null,
  }
}

function closeCertificate(evidence: Extract<Evidence, { kind: 'certificate' }>): Traveller['certificate'] {
  const { scan, certificateId, digest, certificate, validUntil } = evidence
  const { format, statement, holder } = certificate
  return { scan, id: certificateId, digest, format, kind: statement.kind, name: holder.name, validUntil }
}
