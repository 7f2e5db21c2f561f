/**
 * Runs the tests that come with rules: each names a rule and its version, gives a payload and what is external to it,
 * and says whether the rule is met.
 */
import * as v from 'valibot'
import { evaluateRule, compileRuleSet, type CompiledRule, type RuleProblem } from './rule-set.ts'
import type { CompileOptions } from './compile.ts'
import type { ValueSets } from './value-sets.ts'

const ruleTestSchema = v.object({
  rule: v.string(),
  version: v.string(),
  test: v.optional(v.string()),
  name: v.optional(v.string()),
  payload: v.optional(v.unknown(), null),
  external: v.record(v.string(), v.unknown()),
  expected: v.boolean(),
})

/** A test that did not come out as it says: which (its place in the list, the rule, its name), and what came instead. */
export interface RuleTestFailure {
  place: number
  rule: string
  test: string
  reason: 'test-malformed' | 'rule-missing' | 'met' | 'not-met' | 'open'
  /** The code of the fault of an open rule, or what is wrong with the test. */
  detail: string
}

export type RuleTestRun =
  | { ok: true; passed: number; failed: number; failures: RuleTestFailure[] }
  | { ok: false; problems: RuleProblem[] }

/**
 * Runs tests against rules. A test's own `external` comes over the given value sets. A rule that stays open counts as
 * not met (specification 1.2, introduction).
 *
 * @param rules rules as published, `ValidFrom` and `ValidTo` in text; a test finds its rule whatever the window.
 * @param tests `{ rule, version, payload, external, expected }`, with `test` and `name` to tell them apart.
 */
export function runRuleTests(
  rules: readonly unknown[],
  tests: readonly unknown[],
  valueSets: ValueSets,
  options: CompileOptions = {},
): RuleTestRun {
  const compilation = compileRuleSet(rules, options)
  if (!compilation.ok) return compilation
  const { byIdentifier } = compilation.ruleSet
  const find = (identifier: string, version: string): CompiledRule | undefined =>
    byIdentifier.get(identifier)?.find(({ rule }) => rule.Version === version)
  const failures: RuleTestFailure[] = []
  for (const [place, test] of tests.entries()) {
    const failure = runRuleTest(place, test, find, valueSets)
    if (failure) failures.push(failure)
  }
  return { ok: true, passed: tests.length - failures.length, failed: failures.length, failures }
}

function runRuleTest(
  place: number,
  each: unknown,
  find: (identifier: string, version: string) => CompiledRule | undefined,
  valueSets: ValueSets,
): RuleTestFailure | null {
  const parsed = v.safeParse(ruleTestSchema, each)
  if (!parsed.success) {
    const [issue] = parsed.issues
    const detail = `${v.getDotPath(issue) ?? ''}: ${issue.message}`
    return { place, rule: '', test: '', reason: 'test-malformed', detail }
  }
  const { rule, version, test, name, payload, external, expected } = parsed.output
  const named = { place, rule: `${rule} ${version}`, test: [test, name].filter(Boolean).join(' ') }
  const compiled = find(rule, version)
  if (!compiled) return { ...named, reason: 'rule-missing', detail: '' }
  const result = evaluateRule(compiled, { payload, external: { valueSets, ...external } })
  if ((result.outcome === 'passed') === expected) return null
  if (result.outcome === 'open') return { ...named, reason: 'open', detail: result.error.code }
  return { ...named, reason: result.outcome === 'passed' ? 'met' : 'not-met', detail: '' }
}
