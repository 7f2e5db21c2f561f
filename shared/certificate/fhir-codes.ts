/**
 * What the codes of FHIR resources mean to us: which test, which result, which disease. Tables, so that another disease
 * is another line. A code that is not here is kept as unknown, never guessed.
 */
import type { TestStatement } from './certificate.ts'

export const loinc = 'http://loinc.org'
export const snomed = 'http://snomed.info/sct'
export const cvx = 'http://hl7.org/fhir/sid/cvx'

/** SNOMED CT for COVID-19, as the EU's and the WHO's value sets have it. */
const covid19 = '840539006'

/** A laboratory test by its code. */
export interface TestMeaning {
  method: Exclude<TestStatement['method'], 'unknown'>
  /** SNOMED CT; null where the code names a method for any disease. */
  disease: string | null
}

/**
 * LOINC, of the value set "lab-qualitative-test-covid" of the SMART Health Cards vaccination and testing guide those
 * that look for the virus itself. Antibodies are missing on purpose: found, they do not mean an infection.
 * Laboratory immunoassays for antigen count as antigen tests, which have the shorter limit.
 */
const covid19Naat = [
  [
    '94307-6',
    '94308-4',
    '94309-2',
    '94314-2',
    '94315-9',
    '94316-7',
    '94500-6',
    '94502-2',
    '94531-1',
    '94533-7',
    '94534-5',
  ],
  ['94559-2', '94565-9', '94640-0', '94759-8', '94760-6', '94845-5', '95406-5', '95409-9', '95425-5', '95608-6'],
].flat()
const covid19Antigen = ['94558-4', '95209-3', '96119-3', '97097-0']

export const testMeanings: ReadonlyMap<string, TestMeaning> = new Map<string, TestMeaning>([
  // The methods as the EU's and the WHO's value sets code them, for whatever disease.
  [`${loinc}|LP6464-4`, { method: 'naat', disease: null }],
  [`${loinc}|LP217198-3`, { method: 'rapid-antigen', disease: null }],
  ...covid19Naat.map((code) => [`${loinc}|${code}`, { method: 'naat', disease: covid19 }] as const),
  ...covid19Antigen.map((code) => [`${loinc}|${code}`, { method: 'rapid-antigen', disease: covid19 }] as const),
])

/** SNOMED CT qualifiers and LOINC answers ("qualitative-lab-result-findings"); those that are neither are unknown. */
export const resultMeanings: ReadonlyMap<string, 'negative' | 'positive'> = new Map([
  [`${snomed}|260415000`, 'negative'],
  [`${snomed}|260385009`, 'negative'],
  [`${loinc}|LA11883-8`, 'negative'],
  [`${loinc}|LA6577-6`, 'negative'],
  [`${snomed}|260373001`, 'positive'],
  [`${snomed}|10828004`, 'positive'],
  [`${loinc}|LA11882-0`, 'positive'],
  [`${loinc}|LA6576-8`, 'positive'],
])

/** CVX vaccine codes (CDC) of which the disease is known to us. */
const covid19Vaccines = [
  ['207', '208', '210', '211', '212', '213', '217', '218', '219', '221', '225', '226', '227', '228', '229', '230'],
  ['300', '301', '302', '308', '309', '310', '311', '312', '313'],
  ['500', '501', '502', '503', '504', '505', '506', '507', '508', '509', '510', '511', '512', '513', '514', '515'],
  ['516', '517', '518', '519', '520', '521'],
].flat()

/** The disease that a vaccine is against, SNOMED CT. */
export const vaccineDiseases: ReadonlyMap<string, string> = new Map(
  covid19Vaccines.map((code) => [`${cvx}|${code}`, covid19]),
)
