/**
 * rules.json: a policy with its dated numbers and CertLogic rules, as shared/rules/policies/README.md describes it. A
 * bare list of rules, as the EU distributes them, takes the numbers that are in place.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { parseJsonBytes, readNamedFile } from '../../main/files/index.ts'
import { Reason } from '../../main/terminal/index.ts'
import { instantText } from '../../shared/domain/time/instant-text.ts'
import type { Locale } from '../../shared/language/locale.ts'
import shippedRules from '../../shared/rules/policies/program-default.json' with { type: 'json' }
import { readPolicy } from '../../shared/rules/policy.ts'
import type { RuleProblem } from '../../shared/rules/rule-set.ts'
import type { Home } from './home.ts'

const describe = ({ rule, at, why }: RuleProblem, locale: Locale): string =>
  [rule, at, why[locale]].filter(Boolean).join(' ')

const datedSchema = v.looseObject({ published: v.optional(instantText) })

/** What is wrong with the content of a rules.json; null: every checkpoint can compile it. */
export function rulesProblem(content: unknown): Error | null {
  const dated = v.safeParse(datedSchema, content)
  if (!dated.success) return new v.ValiError(dated.issues)
  const policy = Object.entries(dated.output).filter(([name]) => name !== 'published')
  const reading = readPolicy(Object.fromEntries(policy))
  if (reading.ok) return null
  const more = reading.problems.length > 1 ? ` (+${reading.problems.length - 1})` : ''
  const [first] = reading.problems
  const say = (locale: Locale): string => `${first ? describe(first, locale) : ''}${more}`
  return new Reason({ vi: say('vi'), en: say('en') })
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
