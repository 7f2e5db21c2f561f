/** What shows only where all results of a file are looked at together, each of them being in order by itself. */
import { foldName } from '../../shared/domain/names.ts'
import type { PlacedResult } from './assign-identifiers.ts'
import type { FieldFault } from './faults.ts'
import type { Place } from './place.ts'

type Faults = { place: Place; fault: FieldFault }[]

/** Two results of one sample: one person, one moment, one method. Neither is signed, for one of them is wrong. */
function contradictions(results: readonly PlacedResult[]): Faults {
  const first = new Map<string, PlacedResult>()
  return results.flatMap((each) => {
    const { name, birthDate, sampled, method, result } = each.result
    const full = foldName(`${name.family.written} ${name.given.written}`)
    const sample = JSON.stringify([full, birthDate, sampled.instant, method])
    const earlier = first.get(sample) ?? each
    first.set(sample, earlier)
    if (earlier.result.result === result) return []
    const values = { line: earlier.place.number }
    return [{ place: each.place, fault: { field: 'result', code: 'contradicts', values } }]
  })
}

const isMidnight = ({ result }: PlacedResult): boolean => result.sampled.text.includes('T00:00:00')

/** Databases give a day alone its first moment; one sample may be of midnight, not every one. */
function midnights(results: readonly PlacedResult[]): Faults {
  if (results.length < 2 || !results.every(isMidnight)) return []
  return results.map(({ place }) => ({ place, fault: { field: 'sampledAt', code: 'hour-zero', values: {} } }))
}

/** What stands against the results of a file together. */
export function faultsTogether(results: readonly PlacedResult[]): Faults {
  return [...contradictions(results), ...midnights(results)]
}
