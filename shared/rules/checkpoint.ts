/**
 * What a checkpoint's rules see beside the certificate, and what a policy says about a certificate at a clock.
 */
import { DateTime } from './date-time.ts'
import { parametersAt, type Parameters, type Policy } from './policy.ts'
import { evaluateRules, selectRules, type RuleOutcome } from './rule-set.ts'
import type { CertificateType } from './rule.ts'
import type { ValueSets } from './value-sets.ts'

/** Risk level of the zone a traveller comes from, 1 (green) to 4 (red); null: unknown, which no rule may take for low. */
export type OriginZone = 1 | 2 | 3 | 4 | null

/** What is known at the desk when a certificate is shown. */
export interface Circumstances {
  /** Epoch milliseconds. */
  clock: number
  originZone: OriginZone
  valueSets: ValueSets
}

/**
 * What rules find under `external`. CertLogic adds literal amounts only, so hours that are data come as instants
 * already counted back from the clock; as date-times, for to write and to read them again would take longer than the rules.
 */
export interface External {
  validationClock: DateTime
  countryCode: string
  valueSets: ValueSets
  originZone: OriginZone
  policy: Pick<Parameters, 'diseases' | 'naatHours' | 'rapidHours' | 'clockStart' | 'doses'>
  /** A result counts from `naatFrom` or `rapidFrom` (null: not taken) to `until`, all inclusive. */
  window: { naatFrom: DateTime | null; rapidFrom: DateTime | null; until: DateTime }
}

/** A certificate for rules: its payload in the shape of the EU DCC, its kind, and who issued it. */
export interface Presented {
  payload: unknown
  certificateType: CertificateType
  issuerCountry: string | null
}

/** Builds `external` from the numbers in force. */
export function buildExternal(country: string, parameters: Parameters, circumstances: Circumstances): External {
  const { clock, originZone, valueSets } = circumstances
  const { diseases, naatHours, rapidHours, clockStart, doses, clockToleranceMinutes } = parameters
  const from = (hours: number | null): DateTime | null =>
    hours === null ? null : new DateTime(clock - hours * 3_600_000)
  return {
    validationClock: new DateTime(clock),
    countryCode: country,
    valueSets,
    originZone,
    policy: { diseases, naatHours, rapidHours, clockStart, doses },
    window: {
      naatFrom: from(naatHours),
      rapidFrom: from(rapidHours),
      until: new DateTime(clock + clockToleranceMinutes * 60_000),
    },
  }
}

/** What a policy's rules say about a certificate; null where the policy is not in force at that clock. */
export function applyPolicy(policy: Policy, presented: Presented, circumstances: Circumstances): RuleOutcome[] | null {
  const parameters = parametersAt(policy, circumstances.clock)
  if (!parameters) return null
  const { payload, certificateType, issuerCountry } = presented
  const { clock } = circumstances
  const rules = selectRules(policy.ruleSet, { country: policy.country, issuerCountry, certificateType, clock })
  return evaluateRules(rules, { payload, external: buildExternal(policy.country, parameters, circumstances) })
}
