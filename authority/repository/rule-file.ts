/**
 * rules.json: a policy with its dated numbers and CertLogic rules, as shared/rules/policies/README.md describes it. A
 * bare list of rules, as the EU distributes them, takes the numbers that are in place.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { parseJsonBytes, readNamedFile } from '../../main/files/index.ts'
import shippedRules from '../../shared/rules/policies/program-default.json' with { type: 'json' }
import { readPolicy } from '../../shared/rules/policy.ts'
import type { RuleProblem } from '../../shared/rules/rule-set.ts'
import type { Home } from './home.ts'

const describe = ({ rule, at, message }: RuleProblem): string => [rule, at, message].filter(Boolean).join(' ')

const datedSchema = v.looseObject({ published: v.optional(v.pipe(v.string(), v.isoTimestamp())) })

/** What is wrong with the content of a rules.json; null: every checkpoint can compile it. */
export function rulesProblem(content: unknown): string | null {
  const dated = v.safeParse(datedSchema, content)
  if (!dated.success) return dated.issues[0].message
  const policy = Object.entries(dated.output).filter(([name]) => name !== 'published')
  const reading = readPolicy(Object.fromEntries(policy))
  if (reading.ok) return null
  const more = reading.problems.length > 1 ? ` (+${reading.problems.length - 1})` : ''
  return `${reading.problems.slice(0, 1).map(describe).join('')}${more}`
}

/** The policy that the next publication would hold: the working one, else the one that is shipped. */
function policyInPlace(home: Home): object {
  const file = join(home.working, 'rules.json')
  return existsSync(file) ? v.parse(v.looseObject({}), parseJsonBytes(readNamedFile(file))) : shippedRules
}

/** The policy that a rule file makes: itself, or the one in place with these rules. */
export function policyOf(home: Home, content: unknown): unknown {
  return Array.isArray(content) ? { ...policyInPlace(home), rules: content } : content
}
