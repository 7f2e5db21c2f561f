/** The orders that officers go by, as what is believed has them at an instant. */
import { createHash } from 'node:crypto'
import type { Orders } from '../../shared/domain/shift/orders.ts'
import { officerPolicyOf } from '../../shared/domain/officer/officer-policy.ts'
import { parametersAt } from '../../shared/rules/policy.ts'
import type { TrustStore } from '../trust/index.ts'

/** @param at epoch milliseconds: numbers may be published before they hold */
export function ordersInForce({ rules, policy, valueSets }: TrustStore, at: number): Orders {
  const { signedOutLane, emergencies, ...officers } = officerPolicyOf(policy.officers)
  const { repeatWithinMinutes = null, ages, clockToleranceMinutes } = policy
  const numbers = parametersAt(rules, at)
  return {
    policy: rules.policy,
    naatHours: numbers?.naatHours ?? null,
    rapidHours: numbers?.rapidHours ?? null,
    clockStart: numbers?.clockStart ?? null,
    doses: numbers?.doses ?? null,
    repeatWithinMinutes,
    signedOutLane,
    emergencies,
    rules: digest(rulesInForce(rules.ruleSet, at)),
    rest: digest([
      numbers && [numbers.diseases, numbers.clockToleranceMinutes],
      [ages, clockToleranceMinutes, officers],
      valueSets,
    ]),
  }
}

function rulesInForce({ byIdentifier }: TrustStore['rules']['ruleSet'], at: number): unknown[] {
  return [...byIdentifier.values()]
    .flat()
    .map(({ rule }) => rule)
    .filter(({ ValidFrom, ValidTo }) => ValidFrom <= at && at <= ValidTo)
    .map(({ Identifier, Version, Logic }) => [Identifier, Version, Logic])
    .toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
}

/** SHA-256 in hex of plain data. */
const digest = (of: unknown): string => createHash('sha256').update(JSON.stringify(of)).digest('hex')
