/** What holds where a trust folder brings none of its own: the shipped policy and rules. */
import * as v from 'valibot'
import shippedPolicy from '../../resources/policy.json' with { type: 'json' }
import { checkpointPolicySchema, type CheckpointPolicy } from '../../shared/domain/checkpoint-policy.ts'
import shippedRules from '../../shared/rules/policies/program-default.json' with { type: 'json' }
import { readPolicy, type Policy } from '../../shared/rules/policy.ts'

export const defaultPolicy: CheckpointPolicy = v.parse(checkpointPolicySchema, shippedPolicy)

export const defaultRules: Policy = readShippedRules()

function readShippedRules(): Policy {
  const reading = readPolicy(shippedRules)
  if (!reading.ok) throw new Error(`the shipped rules are broken: ${JSON.stringify(reading.problems)}`)
  return reading.policy
}
