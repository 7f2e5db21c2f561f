/** What shows only where all results of a file are looked at together, each of them being in order by itself. */
import { foldName } from '../../../shared/domain/person/names.ts'
import type { PlacedResult } from '../issue/assign-identifiers.ts'
import { isCommonFamily } from './family-names.ts'
import type { FieldFault } from './faults.ts'
import type { Place } from '../table/place.ts'

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

/** Does a name have a family name at the beginning or the end of its given name, and none in its place? */
function isTurned({ result }: PlacedResult): boolean {
  const { family, given } = result.name
  if (isCommonFamily(family.written.split(' ')[0] ?? '')) return false
  const words = given.written.split(' ')
  return [words[0] ?? '', words.at(-1) ?? ''].some(isCommonFamily)
}

/** Given and family name exchanged: one such name may be somebody's (`Mai Lê Hà`), most of a file's are nobody's. */
function turnedNames(results: readonly PlacedResult[]): Faults {
  const turned = results.filter(isTurned)
  if (turned.length < 2 || turned.length * 2 <= results.length) return []
  return turned.map(({ place, result: { name } }) => {
    const values = { family: name.family.written, given: name.given.written }
    return { place, fault: { field: null, code: 'name-turned', values } }
  })
}

/** What stands against the results of a file together. */
export function faultsTogether(results: readonly PlacedResult[]): Faults {
  return [...contradictions(results), ...midnights(results), ...turnedNames(results)]
}
