/** The open crossing as the screen shows it: each traveller judged, with what earlier crossings know of them. */
import type { ShownCrossing, ShownEvidence, ShownTraveller } from '../../shared/contract/crossing-schemas.ts'
import type { Evidence, OpenCrossing, OpenTraveller } from '../../shared/domain/crossing/open-crossing.ts'
import { isEmpty } from '../../shared/domain/crossing/open-crossing.ts'
import { bestPerson, personOf } from '../../shared/domain/crossing/person.ts'
import { findRepeats, plateKeys, type RepeatCircumstances } from '../../shared/domain/crossing/repeats.ts'
import { outcomeOf } from '../../shared/domain/crossing/crossing-outcome.ts'
import {
  expectedDecisions,
  judgeTraveller,
  tellingCertificate,
  type TravellerVerdict,
} from '../../shared/domain/crossing/traveller-verdict.ts'
import { startOfLocalDay } from '../../shared/language/time.ts'
import type { LaneMemory } from './memory.ts'

/** What a crossing is judged beside. */
export interface Surroundings extends RepeatCircumstances {
  memory: LaneMemory
}

/** One traveller judged. */
export function judgeIn(
  crossing: OpenCrossing,
  traveller: OpenTraveller,
  { memory, ...circumstances }: Surroundings,
): TravellerVerdict {
  const person = bestPerson(traveller.evidence)
  const digest = tellingCertificate(traveller.evidence)?.digest ?? null
  const { direction } = crossing
  const earlier = memory.ofTraveller(person, digest)
  const presence = { person, digest, plates: plateKeys(crossing), direction }
  return judgeTraveller(traveller, findRepeats(presence, earlier, circumstances))
}

/** All of it, without what only the lane knows: undo, whether it is on disk, and what could not be done. */
export function showCrossing(
  crossing: OpenCrossing,
  surroundings: Surroundings,
): Omit<ShownCrossing, 'undo' | 'unsaved' | 'notDone'> {
  const verdicts = crossing.travellers.map((traveller) => judgeIn(crossing, traveller, surroundings))
  const whole = outcomeOf(crossing, verdicts)
  const { direction, vehicle, originZone, people, current, awaitingNext } = crossing
  const travellers = crossing.travellers.flatMap((traveller, index) => {
    const verdict = verdicts[index]
    return verdict ? [showTraveller(traveller, verdict)] : []
  })
  return {
    direction,
    vehicle,
    originZone,
    people,
    travellers,
    current,
    awaitingNext,
    empty: isEmpty(crossing),
    outcome: whole.outcome,
    missing: whole.missing,
    whole,
    expected: expectedDecisions(whole.outcome),
    seen: lastOfVehicle(crossing, surroundings),
  }
}

function showTraveller({ id, evidence }: OpenTraveller, verdict: TravellerVerdict): ShownTraveller {
  const { name, birthDate } = bestPerson(evidence)
  return { id, name, birthDate, ...verdict, evidence: evidence.map(showEvidence) }
}

function showEvidence(evidence: Evidence): ShownEvidence {
  const { name, birthDate, numbers } = personOf(evidence)
  return {
    id: evidence.id,
    kind: evidence.kind,
    documentKind: evidence.kind === 'document' ? evidence.document.kind : null,
    name,
    birthDate,
    number: numbers[0] ?? null,
    paper: evidence.kind === 'paper' ? evidence.result : null,
  }
}

function lastOfVehicle(crossing: OpenCrossing, { memory, now, withinMinutes }: Surroundings): ShownCrossing['seen'] {
  const today = startOfLocalDay(now)
  const last = memory.ofPlates(plateKeys(crossing)).find(({ at }) => at >= today)
  if (!last) return null
  const { direction, decision, travellers } = last.crossing
  const recent = withinMinutes !== null && last.at >= now - withinMinutes * 60_000
  const again = recent && direction === crossing.direction
  return { seq: last.seq, at: last.at, direction, decision, people: travellers.length, again }
}
