/**
 * A FHIR R4 bundle, as SMART Health Cards carry it, as one statement about one person. Only what the checks need must
 * be there; profiles are not enforced.
 */
import type { Certificate, Holder, Statement } from './certificate.ts'
import { latestTest, readObservation } from './fhir-tests.ts'
import { readImmunization, vaccinationOf } from './fhir-vaccinations.ts'
import type { Json } from './json.ts'
import { date, isObject, objects, text, type JsonObject } from './json-member.ts'

/** What the card says beside its bundle. */
export interface CardContext {
  /** SNOMED CT, where the card's type names a disease. */
  disease: string | null
  /** Its revocation identifier. */
  identifier: string | null
}

function resourcesOf(bundle: JsonObject): JsonObject[] {
  return objects(bundle['entry']).flatMap(({ resource }) => (isObject(resource) ? [resource] : []))
}

/** HumanName (FHIR R4 §2.24.0.8): the official one where several are given, family name first. */
function nameOf(patient: JsonObject): string | null {
  const names = objects(patient['name'])
  const name = names.find(({ use }) => use === 'official') ?? names[0]
  if (!name) return null
  const given = Array.isArray(name['given']) ? name['given'].map((part: Json) => text(part)) : []
  const parts = [text(name['family']), ...given].filter((part) => part !== null)
  return parts.length > 0 ? parts.join(' ') : text(name['text'])
}

/**
 * The one Patient; null of none or several. With one there is nobody else whom the other resources could be about:
 * their references are not followed, as even published examples get them wrong.
 */
function holderOf(resources: readonly JsonObject[]): Holder | null {
  const patients = resources.filter(({ resourceType }) => resourceType === 'Patient')
  const [patient] = patients
  const name = patient && patients.length === 1 ? nameOf(patient) : null
  return patient && name !== null
    ? { name, transliterated: null, birthDate: date(patient['birthDate']), number: null }
    : null
}

interface Group<T> {
  disease: string | null
  members: T[]
}

/**
 * The members that are about the disease in question: the only one there is, else the only one whose codes we know. Null
 * where that leaves a choice. The card's own word for its disease counts where no code says.
 * @param mark tells members without a disease apart
 */
function aboutOne<T extends { disease: string | null }>(
  members: readonly T[],
  context: CardContext,
  mark: (member: T) => string,
): Group<T> | null {
  const fallback = members.every(({ disease }) => disease === null) ? context.disease : null
  const groups = new Map<string, Group<T>>()
  for (const member of members) {
    const disease = member.disease ?? fallback
    const key = disease ?? `unknown ${mark(member)}`
    const group = groups.get(key)
    if (group) group.members.push(member)
    else groups.set(key, { disease, members: [member] })
  }
  const all = [...groups.values()]
  const known = all.filter(({ disease }) => disease !== null)
  const chosen = all.length === 1 ? all : known
  return chosen.length === 1 ? (chosen[0] ?? null) : null
}

/** Test results come first: they are what a checkpoint asks for. */
function statementOf(resources: readonly JsonObject[], context: CardContext): Statement | null {
  const typed = (type: string): JsonObject[] => resources.filter(({ resourceType }) => resourceType === type)
  const tests = typed('Observation').flatMap((observation) => readObservation(observation) ?? [])
  const common = { authority: null, country: null, identifier: context.identifier }
  if (tests.length > 0) {
    const group = aboutOne(tests, context, () => 'test')
    const test = group && latestTest(group.members)
    return test && { ...test, ...common, disease: group.disease }
  }
  const doses = typed('Immunization').flatMap((immunization) => readImmunization(immunization) ?? [])
  const group = aboutOne(doses, context, ({ product }) => product ?? '')
  const vaccination = group && vaccinationOf(group.members)
  return vaccination && { ...vaccination, ...common, disease: group.disease }
}

/** Reads a Bundle (FHIR R4 §2.36) of any type; null where it does not state one thing about one named person. */
export function readBundle(
  bundle: Json | undefined,
  context: CardContext,
): Pick<Certificate, 'holder' | 'statement'> | null {
  if (!isObject(bundle) || bundle['resourceType'] !== 'Bundle') return null
  const resources = resourcesOf(bundle)
  const holder = holderOf(resources)
  const statement = statementOf(resources, context)
  return holder && statement && { holder, statement }
}

/** Whether a readable bundle states neither a test result nor a vaccination: a patient summary, say. */
export function statesNeither(bundle: Json | undefined): boolean {
  if (!isObject(bundle) || bundle['resourceType'] !== 'Bundle') return false
  return !resourcesOf(bundle).some(
    (resource) =>
      (resource['resourceType'] === 'Observation' && readObservation(resource) !== null) ||
      (resource['resourceType'] === 'Immunization' && readImmunization(resource) !== null),
  )
}
