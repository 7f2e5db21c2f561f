/**
 * A set of rules: checked and compiled once, then asked which rules apply at a clock and what they say.
 */
import * as v from 'valibot'
import type { Sentences } from '../language/locale.ts'
import { sayIssue } from '../language/say-issue.ts'
import { compile, type CompileOptions, type Evaluation, type EvaluationError, type Expression } from './compile.ts'
import type { Work } from './evaluation.ts'
import { mostRules, mostWork, mostWorkOfAll } from './limits.ts'
import {
  compareVersions,
  isEngineSupported,
  ruleSchema,
  type CertificateType,
  type Rule,
  type RuleType,
} from './rule.ts'
import { atOnce, type Steps } from '../domain/steps.ts'

/** A rule with its compiled logic; null where the rule is for an engine that is not ours. */
export interface CompiledRule {
  rule: Rule
  expression: Expression | null
}

/** What is wrong with a rule set: which rule (identifier, else its place), where in it, and what. */
export interface RuleProblem {
  rule: string
  at: string
  why: Sentences
}

/** Versions of each rule, the highest first. */
export interface RuleSet {
  size: number
  byIdentifier: ReadonlyMap<string, readonly CompiledRule[]>
  /** The instants at which some rule begins or has ended, ascending: between two of them a selection stays the same. */
  changes: readonly number[]
  /** Selections made before, by what was asked. */
  selections: Map<string, { from: number; until: number; rules: readonly CompiledRule[] }>
}

export type RuleSetCompilation = { ok: true; ruleSet: RuleSet } | { ok: false; problems: RuleProblem[] }

/** Issuers' countries are text from certificates: what is remembered of them is bounded. */
const mostSelections = 256

/** Which rules are wanted: those of the country of arrival and of the issuer, for a kind of certificate, at a clock. */
export interface Selection {
  /** Country whose `Acceptance` rules apply. */
  country: string
  /** Country whose `Invalidation` rules apply; null where the certificate does not say. */
  issuerCountry: string | null
  certificateType: CertificateType
  /** Epoch milliseconds. */
  clock: number
}

/** What one rule says: `open` when it could not be answered, which never counts as passed. */
export type RuleOutcome = { rule: Rule } & (
  | { outcome: 'passed' | 'failed' }
  | { outcome: 'open'; error: EvaluationError | { code: 'engine-unsupported' | 'not-boolean' } }
)

/** Rules that are compiled in one step: a millisecond or two. */
const rulesInStep = 32

/**
 * Checks and compiles rules. One bad rule refuses the whole set: leaving it out would let through what it forbids.
 */
export function compileRuleSet(rules: unknown, options: CompileOptions = {}): RuleSetCompilation {
  return atOnce(compileInSteps(rules, options))
}

/** As `compileRuleSet`, in steps. */
export function* compileInSteps(rules: unknown, options: CompileOptions): Steps<RuleSetCompilation> {
  if (!Array.isArray(rules))
    return {
      ok: false,
      problems: [{ rule: '', at: '', why: { vi: 'không phải danh sách quy tắc', en: 'is not a list of rules' } }],
    }
  if (rules.length > mostRules)
    return {
      ok: false,
      problems: [
        { rule: '', at: '', why: { vi: `có hơn ${mostRules} quy tắc`, en: `has more than ${mostRules} rules` } },
      ],
    }
  const problems: RuleProblem[] = []
  const byIdentifier = new Map<string, CompiledRule[]>()
  for (const [place, each] of rules.entries()) {
    if (place % rulesInStep === rulesInStep - 1) yield
    const parsed = v.safeParse(ruleSchema, each)
    if (!parsed.success) {
      for (const issue of parsed.issues)
        problems.push({ rule: nameOf(each, place), at: v.getDotPath(issue) ?? '', why: sayIssue(issue) })
      continue
    }
    const rule = parsed.output
    const versions = byIdentifier.get(rule.Identifier) ?? []
    if (versions.some((other) => other.rule.Version === rule.Version))
      problems.push({
        rule: rule.Identifier,
        at: 'Version',
        why: { vi: `${rule.Version} có hai lần`, en: `${rule.Version} is there twice` },
      })
    versions.push({ rule, expression: expressionOf(rule, options, problems) })
    byIdentifier.set(rule.Identifier, versions)
  }
  if (problems.length > 0) return { ok: false, problems }
  for (const versions of byIdentifier.values()) versions.sort((a, b) => compareVersions(b.rule.Version, a.rule.Version))
  return {
    ok: true,
    ruleSet: { size: rules.length, byIdentifier, changes: changesOf(byIdentifier), selections: new Map() },
  }
}

/**
 * Selects rules: of each identifier the highest version whose window holds the clock, and of those the ones for the
 * country and kind of certificate.
 */
export function selectRules(ruleSet: RuleSet, selection: Selection): readonly CompiledRule[] {
  const { clock, country, issuerCountry, certificateType } = selection
  const asked = `${country}/${issuerCountry}/${certificateType}`
  const known = ruleSet.selections.get(asked)
  if (known && known.from <= clock && clock < known.until) return known.rules
  const rules = selectAnew(ruleSet, selection)
  const from = ruleSet.changes.findLast((change) => change <= clock) ?? -Infinity
  const until = ruleSet.changes.find((change) => change > clock) ?? Infinity
  if (ruleSet.selections.size >= mostSelections) ruleSet.selections.clear()
  ruleSet.selections.set(asked, { from, until, rules })
  return rules
}

function changesOf(byIdentifier: ReadonlyMap<string, readonly CompiledRule[]>): number[] {
  const ends = [...byIdentifier.values()].flat().flatMap(({ rule }) => [rule.ValidFrom, rule.ValidTo + 1])
  return ends.toSorted((a, b) => a - b)
}

function selectAnew(ruleSet: RuleSet, selection: Selection): CompiledRule[] {
  const { clock, certificateType } = selection
  const selected: CompiledRule[] = []
  for (const versions of ruleSet.byIdentifier.values()) {
    const current = versions.find(({ rule }) => rule.ValidFrom <= clock && clock <= rule.ValidTo)
    if (!current) continue
    const { Type, Country, CertificateType } = current.rule
    if (Country !== countryFor(Type, selection)) continue
    if (CertificateType === 'General' || CertificateType === certificateType) selected.push(current)
  }
  return selected
}

/**
 * Evaluates selected rules on `{ payload, external }`. Never throws; both types of rule pass on `true`. Once all the work
 * allowed for one certificate is done, those that are left and need some are open.
 */
export function evaluateRules(
  rules: readonly CompiledRule[],
  content: { payload: unknown; external: unknown },
): RuleOutcome[] {
  let left = mostWorkOfAll
  return rules.map((rule) => {
    const allowed = Math.min(mostWork, left)
    const work = { left: allowed }
    const outcome = evaluateRule(rule, content, work)
    left -= allowed - Math.max(work.left, 0)
    return outcome
  })
}

/** Evaluates one rule on `{ payload, external }`, with as much work as is allowed it. */
export function evaluateRule(
  compiled: CompiledRule,
  content: { payload: unknown; external: unknown },
  work: Work = { left: mostWork },
): RuleOutcome {
  const { rule, expression } = compiled
  if (!expression) return { rule, outcome: 'open', error: { code: 'engine-unsupported' } }
  const evaluation: Evaluation = expression.evaluate(content, work)
  if (!evaluation.ok) return { rule, outcome: 'open', error: evaluation.error }
  if (typeof evaluation.value !== 'boolean') return { rule, outcome: 'open', error: { code: 'not-boolean' } }
  return { rule, outcome: evaluation.value ? 'passed' : 'failed' }
}

function countryFor(type: RuleType, selection: Selection): string | null {
  return type === 'Acceptance' ? selection.country : selection.issuerCountry
}

function expressionOf(rule: Rule, options: CompileOptions, problems: RuleProblem[]): Expression | null {
  if (!isEngineSupported(rule)) return null
  const compilation = compile(rule.Logic, options)
  if (compilation.ok) return compilation.expression
  for (const issue of compilation.issues)
    problems.push({
      rule: rule.Identifier,
      at: `Logic${issue.at}`,
      // The words are those of CertLogic's own validator, by which whoever writes rules knows them.
      why: { vi: `không phải CertLogic đúng (${issue.message})`, en: `is not CertLogic (${issue.message})` },
    })
  return null
}

const named = v.object({ Identifier: v.pipe(v.string(), v.maxLength(64)) })

const nameOf = (rule: unknown, place: number): string => (v.is(named, rule) ? rule.Identifier : `#${place}`)
