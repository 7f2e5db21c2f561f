/** The open crossing as the screen shows it, judged. */
import type { ShownCrossing, ShownEvidence, ShownTraveller } from '../../shared/contract/crossing-schemas.ts'
import { expectedDecisions, isGrave } from '../../shared/domain/crossing/expected-decisions.ts'
import {
  isEmpty,
  type Evidence,
  type OpenCrossing,
  type OpenTraveller,
} from '../../shared/domain/crossing/open-crossing.ts'
import { bestPerson, personOf } from '../../shared/domain/crossing/person.ts'
import { isTooSoon, plateKeys, turnedAwayBefore } from '../../shared/domain/crossing/repeats.ts'
import type { TravellerVerdict } from '../../shared/domain/crossing/traveller-verdict.ts'
import { dayLength, startOfLocalDay } from '../../shared/language/time.ts'
import { judgeOpen, type Surroundings } from './judge-open.ts'

/** All of it, without what only the lane knows: undo, what was decided last, whether it is on disk, and what could not be done. */
export function showCrossing(
  crossing: OpenCrossing,
  surroundings: Surroundings,
): Omit<ShownCrossing, 'undo' | 'corrected' | 'unsaved' | 'notDone'> {
  const judged = judgeOpen(crossing, surroundings)
  const { verdicts, whole } = judged
  const { direction, vehicle, originZone, happenedAt = null, people, current, awaitingNext } = crossing
  const travellers = crossing.travellers.flatMap((traveller, index) => {
    const verdict = verdicts[index]
    return verdict ? [showTraveller(traveller, verdict)] : []
  })
  return {
    direction,
    vehicle,
    originZone,
    happenedAt,
    people,
    travellers,
    current,
    awaitingNext,
    empty: isEmpty(crossing),
    whole,
    expected: expectedDecisions(judged, surroundings.permitted),
    grave: isGrave(judged),
    seen: lastOfVehicle(crossing, surroundings),
  }
}

function showTraveller({ id, evidence }: OpenTraveller, verdict: TravellerVerdict): ShownTraveller {
  const { name, birthDate } = bestPerson(evidence)
  const turnedAway = turnedAwayBefore(verdict.findings)
  return { id, name, birthDate, ...verdict, turnedAway, evidence: evidence.map(showEvidence) }
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

function lastOfVehicle(crossing: OpenCrossing, surroundings: Surroundings): ShownCrossing['seen'] {
  const { memory, now, enteredLater } = surroundings
  const day = startOfLocalDay(now)
  const isOfThatDay = (at: number): boolean => at >= day && (!enteredLater || at < day + dayLength)
  const last = memory.ofPlates(plateKeys(crossing)).find(({ at }) => isOfThatDay(at))
  if (!last) return null
  const { direction, decision, travellers } = last.crossing
  const again = isTooSoon(last.at, surroundings) && direction === crossing.direction
  const later = last.crossing.happenedAt !== undefined
  return { seq: last.seq, at: last.at, later, direction, decision, people: travellers.length, again }
}
