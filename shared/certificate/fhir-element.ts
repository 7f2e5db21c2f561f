/** The elements that FHIR R4 resources are built from, read leniently: what is not of its kind counts as absent. */
import type { Json } from './json.ts'
import { isObject, objects, text } from './json-member.ts'

/** The codes of a CodeableConcept (FHIR R4 §2.24.0.7), each as `system|code`. */
export function codesOf(concept: Json | undefined): string[] {
  if (!isObject(concept)) return []
  return objects(concept['coding']).flatMap((coding) => {
    const [system, code] = [text(coding['system']), text(coding['code'])]
    return system !== null && code !== null ? [`${system}|${code}`] : []
  })
}

/** The bare code of the first coding of one system. */
export function codeIn(system: string, codes: readonly string[]): string | null {
  return codes.find((code) => code.startsWith(`${system}|`))?.slice(system.length + 1) ?? null
}

/** What the first known of several codes means. */
export function firstMeaning<T>(table: ReadonlyMap<string, T>, codes: readonly string[]): T | null {
  for (const code of codes) {
    const meaning = table.get(code)
    if (meaning !== undefined) return meaning
  }
  return null
}

/** Whoever did it, in words: an Observation's performer is a reference, an Immunization's holds one as `actor`. */
export function performerOf(resource: { readonly [name: string]: Json }): string | null {
  for (const performer of objects(resource['performer'])) {
    const reference = isObject(performer['actor']) ? performer['actor'] : performer
    const display = text(reference['display'])
    if (display !== null) return display
  }
  return null
}
