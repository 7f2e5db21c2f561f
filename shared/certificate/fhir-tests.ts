/** Laboratory results of a FHIR R4 bundle (Observation, §10.1). */
import type { Moment, TestStatement } from './certificate.ts'
import { codesOf, firstMeaning, performerOf } from './fhir-element.ts'
import { resultMeanings, testMeanings } from './fhir-codes.ts'
import { readMoment } from './moment.ts'
import { objects, text, type JsonObject } from './json-member.ts'

/** A result and what it was for. */
export type FoundTest = TestStatement & { disease: string | null }

const laboratory = 'http://terminology.hl7.org/CodeSystem/observation-category|laboratory'
/** Preliminary, cancelled and mistaken results are none. */
const settled = new Set<unknown>(['final', 'amended', 'corrected'])

/**
 * Reads an Observation; null where it is no laboratory result, or none that holds. What a result means is only known
 * where the test is: antibodies that were found are no infection.
 */
export function readObservation(observation: JsonObject): FoundTest | null {
  if (!settled.has(observation['status'])) return null
  const meaning = firstMeaning(testMeanings, codesOf(observation['code']))
  if (!meaning && !objects(observation['category']).some((category) => codesOf(category).includes(laboratory)))
    return null
  const result = meaning && firstMeaning(resultMeanings, codesOf(observation['valueCodeableConcept']))
  return {
    kind: 'test',
    method: meaning?.method ?? 'unknown',
    result: result ?? 'unknown',
    sampled: readMoment(text(observation['effectiveDateTime']) ?? ''),
    reported: readMoment(text(observation['issued']) ?? ''),
    centre: performerOf(observation),
    disease: meaning?.disease ?? null,
  }
}

function isAfter(one: Moment, other: Moment): boolean {
  return one.earliest > other.latest
}

/**
 * Of several results for one disease the latest. Null where it is not certain which that is and they say different
 * things: two results that contradict each other are none.
 */
export function latestTest(tests: readonly FoundTest[]): FoundTest | null {
  const [first] = tests
  if (!first) return null
  if (tests.length === 1) return first
  let latest: FoundTest = first
  for (const test of tests) {
    if (test.sampled && latest.sampled && test.sampled.earliest > latest.sampled.earliest) latest = test
  }
  const { sampled, result, method } = latest
  const contested = tests.some(
    (test) =>
      (test.result !== result || test.method !== method) &&
      !(test.sampled && sampled && isAfter(sampled, test.sampled)),
  )
  return contested ? null : latest
}
