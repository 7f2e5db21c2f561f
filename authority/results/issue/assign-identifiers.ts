/** Gives each result of a file its identifier: its own, that of a broken-off or earlier run, or a new one. */
import type { FieldFault } from '../result/faults.ts'
import { fingerprint, likenesses } from '../result/fingerprint.ts'
import type { FirstIssue, Reserved } from './ledger.ts'
import { newIdentifier, type LabResult } from '../result/result.ts'
import type { Place } from '../table/place.ts'

/** A result that was understood, and where it stands. */
export interface PlacedResult {
  place: Place
  result: LabResult
}

/** A result with the identifier that its certificate will have. */
export interface Assigned extends PlacedResult {
  identifier: string
  print: string
  /** What is to be reserved for it; null where it is already. */
  added: Reserved | null
  /** What the ledger has of this very result; null where it is new. */
  known: Reserved | null
  /** Identifiers of earlier certificates of which this seems to be a correction. */
  corrects: readonly string[]
}

export interface Assignment {
  /** In the order of the file, each result once. */
  assigned: Assigned[]
  /** Rows that repeat another row of the file. */
  repeated: number
  faults: { place: Place; fault: FieldFault }[]
}

/** What the ledger is asked for: everything by which a result may be known there. */
export function askedOf(results: readonly PlacedResult[]): Set<string> {
  return new Set(
    results.flatMap(({ result }) => [
      fingerprint(result),
      ...likenesses(result),
      ...(result.identifier === null ? [] : [result.identifier]),
    ]),
  )
}

/**
 * Assigns identifiers.
 * @param reserved what the ledger has of these results
 * @param first when and where results that are new are issued
 * @param country ISO 3166 alpha-2, for new identifiers
 */
export function assignIdentifiers(
  results: readonly PlacedResult[],
  reserved: readonly Reserved[],
  country: string,
  first: FirstIssue | null,
): Assignment {
  const holders = new Map(reserved.map(({ identifier, result }) => [identifier, result]))
  const byResult = new Map(reserved.map((each) => [each.result, each]))
  const prints = new Set(results.map(({ result }) => fingerprint(result)))
  // What the file still has is another person's, not the uncorrected form of this one.
  const gone = reserved.filter(({ result }) => !prints.has(result))
  const seen = new Set<string>()
  const assignment: Assignment = { assigned: [], repeated: 0, faults: [] }
  for (const { place, result } of results) {
    const print = fingerprint(result)
    if (seen.has(print)) {
      assignment.repeated++
      continue
    }
    seen.add(print)
    const known = byResult.get(print) ?? null
    const identifier = result.identifier ?? known?.identifier ?? newIdentifier(country)
    if ((holders.get(identifier) ?? print) !== print) {
      const fault: FieldFault = { field: 'identifier', code: 'identifier-taken', values: { value: identifier } }
      assignment.faults.push({ place, fault })
      continue
    }
    holders.set(identifier, print)
    const alike = likenesses(result)
    const added = known?.identifier === identifier ? null : { identifier, result: print, likenesses: alike, first }
    const corrects = added ? gone.filter((each) => each.likenesses.some((one) => alike.includes(one))) : []
    assignment.assigned.push({
      place,
      result,
      identifier,
      print,
      added,
      known,
      corrects: corrects.map((each) => each.identifier),
    })
  }
  return assignment
}

/**
 * Results that were issued into another folder before: a second certificate of one result is a second paper that passes,
 * and is made only where somebody knows of the first.
 * @param folder the real path of the folder of this run; a run that was broken off there goes on
 * @param isListed whether the folder's manifest has the result
 */
export function issuedElsewhere(
  { assigned }: Assignment,
  folder: string,
  isListed: (print: string) => boolean,
): Assignment['faults'] {
  return assigned.flatMap(({ place, print, known }) => {
    if (known === null || known.first?.folder === folder || isListed(print)) return []
    const { identifier, first } = known
    const values = { identifier, at: first?.at ?? 'unknown', folder: first?.folder ?? '' }
    return [{ place, fault: { field: null, code: 'issued-before' as const, values } }]
  })
}
