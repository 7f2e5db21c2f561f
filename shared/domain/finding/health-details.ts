/**
 * Health details as far as the verdict: what an officer needs to see why somebody passes or does not, and no more. What a
 * certificate says besides (against what, with which product, when somebody was infected) is for whoever oversees.
 */
import type { Statement } from '../../certificate/certificate.ts'
import type { Crossing } from '../crossing/crossing.ts'
import type { Verdict } from './verdict.ts'

function statementAsFar(statement: Statement): Statement {
  const rest = { ...statement, disease: null }
  switch (rest.kind) {
    case 'test':
    case 'pass':
      return rest
    case 'vaccination':
      return { ...rest, product: null }
    case 'recovery':
      return { ...rest, firstPositive: null }
  }
}

/** A verdict on what was just scanned. The certificate's own payload has everything in it. */
export function verdictAsFar(verdict: Verdict): Verdict {
  const { certificate } = verdict
  return {
    ...verdict,
    payload: null,
    certificate: certificate && { ...certificate, statement: statementAsFar(certificate.statement) },
  }
}

/** A recorded crossing: each traveller's outcome and its reason stay; of a result on paper, that there was one. */
export function crossingAsFar(crossing: Crossing): Crossing {
  return {
    ...crossing,
    travellers: crossing.travellers.map((traveller) => ({
      ...traveller,
      paper: traveller.paper && { ...traveller.paper, laboratory: null, number: null },
    })),
  }
}
