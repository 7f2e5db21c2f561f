/** The open crossing judged: each traveller, with what earlier crossings know of them, and all together. */
import type { PermissionKind } from '../../shared/domain/crossing/above.ts'
import { judgedCrossing, type JudgedCrossing } from '../../shared/domain/crossing/crossing-outcome.ts'
import type { OpenCrossing, OpenTraveller } from '../../shared/domain/crossing/open-crossing.ts'
import { bestPerson } from '../../shared/domain/crossing/person.ts'
import {
  findRepeats,
  findVehicleRepeats,
  plateKeys,
  type RepeatCircumstances,
} from '../../shared/domain/crossing/repeats.ts'
import {
  judgeTraveller,
  tellingCertificate,
  type TravellerVerdict,
} from '../../shared/domain/crossing/traveller-verdict.ts'
import type { LaneMemory } from './memory.ts'

/** What a crossing is judged beside. */
export interface Surroundings extends RepeatCircumstances {
  memory: LaneMemory
  /** What a supervisor permits for this shift. */
  permitted: ReadonlySet<PermissionKind>
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

/** All of it judged. */
export function judgeOpen(crossing: OpenCrossing, surroundings: Surroundings): JudgedCrossing {
  const verdicts = crossing.travellers.map((traveller) => judgeIn(crossing, traveller, surroundings))
  const { memory, ...circumstances } = surroundings
  const plates = plateKeys(crossing)
  const about = findVehicleRepeats(memory.ofPlates(plates), memory.abandonedOfPlates(plates), circumstances)
  return judgedCrossing(crossing, verdicts, about)
}
