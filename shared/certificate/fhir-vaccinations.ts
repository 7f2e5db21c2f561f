/** Vaccinations of a FHIR R4 bundle (Immunization, §9.5): one resource a dose. */
import type { VaccinationStatement } from './certificate.ts'
import { cvx, snomed, vaccineDiseases } from './fhir-codes.ts'
import { codeIn, codesOf, firstMeaning } from './fhir-element.ts'
import { date, objects, type JsonObject } from './json-member.ts'

/** One dose. */
export interface FoundDose {
  /** SNOMED CT; null where neither the record nor our tables tell. */
  disease: string | null
  /** `CVX 207`; null where the vaccine has no CVX code. */
  product: string | null
  date: string | null
  /** Place in its series, and how many that has, where the record tells. */
  dose: number | null
  doses: number | null
}

function positive(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null
}

/** Reads an Immunization; null where it was not completed. */
export function readImmunization(immunization: JsonObject): FoundDose | null {
  if (immunization['status'] !== 'completed') return null
  const codes = codesOf(immunization['vaccineCode'])
  const code = codeIn(cvx, codes)
  const protocol = objects(immunization['protocolApplied'])[0]
  const targets = objects(protocol?.['targetDisease']).flatMap((concept) => codesOf(concept))
  return {
    disease: codeIn(snomed, targets) ?? firstMeaning(vaccineDiseases, codes),
    product: code === null ? null : `CVX ${code}`,
    date: date(immunization['occurrenceDateTime']),
    dose: positive(protocol?.['doseNumberPositiveInt']),
    doses: positive(protocol?.['seriesDosesPositiveInt']),
  }
}

/** The doses against one disease as one statement: the latest, and which in number it was. */
export function vaccinationOf(doses: readonly FoundDose[]): VaccinationStatement | null {
  // The same dose may be recorded twice.
  const distinct = new Map(doses.map((dose) => [`${dose.product} ${dose.date}`, dose]))
  const latest = [...distinct.values()].toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? '')).at(-1)
  if (!latest) return null
  const { product, dose, doses: series } = latest
  return { kind: 'vaccination', product, dose: dose ?? distinct.size, doses: series, date: latest.date }
}
