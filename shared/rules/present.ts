/** A certificate of any format in the shape of the EU DCC payload, which rules are written for. */
import type { Certificate, Statement } from '../certificate/certificate.ts'
import type { Presented } from './checkpoint.ts'

/** DCC value sets `covid-19-lab-test-type` (LOINC) and `covid-19-lab-result` (SNOMED CT). */
const methodCodes = { naat: 'LP6464-4', 'rapid-antigen': 'LP217198-3', unknown: null } as const
const resultCodes = { negative: '260415000', positive: '260373001', unknown: null } as const

function common({ disease, country, authority, identifier }: Statement): Record<string, string | null> {
  return { tg: disease, co: country, is: authority, ci: identifier }
}

/** Absent members are left out, as an issuer would: to a rule, null and absent are not the same. */
function entry(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null))
}

function group(statement: Statement): Record<string, unknown> {
  switch (statement.kind) {
    case 'test':
      return {
        t: [
          entry({
            ...common(statement),
            tt: methodCodes[statement.method],
            tr: resultCodes[statement.result],
            sc: statement.sampled?.text ?? null,
            dr: statement.reported?.text ?? null,
            tc: statement.centre,
          }),
        ],
      }
    case 'vaccination':
      return {
        v: [
          entry({
            ...common(statement),
            mp: statement.product,
            dn: statement.dose,
            sd: statement.doses,
            dt: statement.date,
          }),
        ],
      }
    case 'recovery':
      return {
        r: [
          entry({
            ...common(statement),
            fr: statement.firstPositive,
            df: statement.validFrom,
            du: statement.validUntil,
          }),
        ],
      }
    case 'pass':
      return {}
  }
}

const types = { test: 'Test', vaccination: 'Vaccination', recovery: 'Recovery' } as const

/**
 * What rules are shown of a certificate: for HC1 its own payload, for other formats one in its shape, with `dr` for
 * the time of the result where the format states it. Null for a kind that rules do not speak about.
 * @param payload the certificate's own content
 */
export function presentToRules(certificate: Certificate, payload: unknown): Presented | null {
  const { format, holder, issuer, statement } = certificate
  if (statement.kind === 'pass') return null
  return {
    payload:
      format === 'HC1' ? payload : { nam: { fn: holder.name }, dob: holder.birthDate ?? '', ...group(statement) },
    certificateType: types[statement.kind],
    issuerCountry: issuer,
  }
}
