/**
 * A checkpoint's policy: dated numbers, and the rules that read them under `external`. The file format is described in
 * policies/README.md.
 */
import * as v from 'valibot'
import { sayIssue } from '../language/say-issue.ts'
import { compileInSteps, type RuleProblem, type RuleSet } from './rule-set.ts'
import { countrySchema, descriptionSchema, instantSchema } from './rule.ts'
import { atOnce, type Steps } from '../domain/steps.ts'

const hours = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))

/** Numbers of a policy from one instant on. */
export const parametersSchema = v.strictObject({
  /** From when they hold; until the next ones do. */
  validFrom: instantSchema,
  /** Where each number comes from. */
  description: descriptionSchema,
  /** Codes of the diseases or agents a result must be about (SNOMED CT in HC1). */
  diseases: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(64))), v.minLength(1), v.maxLength(64)),
  /** How old a nucleic-acid (PCR) result may be, in hours; null: such results are not taken. */
  naatHours: v.nullable(hours),
  /** How old a rapid antigen result may be, in hours; null: such results are not taken. */
  rapidHours: v.nullable(hours),
  /** What the hours are counted from. */
  clockStart: v.picklist(['sample', 'result']),
  /** How far a time may lie ahead of this clock before it counts as in the future, in minutes. */
  clockToleranceMinutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_440)),
  /** How many doses a vaccination certificate must show; null: it is not asked. */
  doses: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20))),
})
export type Parameters = v.InferOutput<typeof parametersSchema>

const policySchema = v.strictObject({
  format: v.literal(1),
  policy: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not a name in lower case with hyphens')),
  country: countrySchema,
  description: descriptionSchema,
  parameters: v.pipe(
    v.array(parametersSchema),
    v.minLength(1),
    v.maxLength(256),
    v.check(
      (editions) =>
        editions.every((each, place) => place === 0 || each.validFrom > (editions[place - 1]?.validFrom ?? 0)),
      'is not in the order of its dates',
    ),
  ),
  rules: v.array(v.unknown()),
})

/** A policy, checked and compiled. */
export interface Policy extends Omit<v.InferOutput<typeof policySchema>, 'format' | 'rules'> {
  ruleSet: RuleSet
}

export type PolicyReading = { ok: true; policy: Policy } | { ok: false; problems: RuleProblem[] }

/**
 * Reads a policy file's content. A time without a zone makes a rule of it open: nobody at a checkpoint can know which
 * zone was meant. Never throws.
 */
export function readPolicy(content: unknown): PolicyReading {
  return atOnce(readPolicyInSteps(content))
}

/** As `readPolicy`, in steps. */
export function* readPolicyInSteps(content: unknown): Steps<PolicyReading> {
  const parsed = v.safeParse(policySchema, content)
  if (!parsed.success)
    return {
      ok: false,
      problems: parsed.issues.map((issue) => ({ rule: '', at: v.getDotPath(issue) ?? '', why: sayIssue(issue) })),
    }
  const { policy, country, description, parameters, rules } = parsed.output
  const compilation = yield* compileInSteps(rules, { zonelessDateTimes: 'error' })
  if (!compilation.ok) return compilation
  return { ok: true, policy: { policy, country, description, parameters, ruleSet: compilation.ruleSet } }
}

/** The numbers in force at a clock (epoch milliseconds); null before the first. */
export function parametersAt(policy: Pick<Policy, 'parameters'>, clock: number): Parameters | null {
  return policy.parameters.findLast((each) => each.validFrom <= clock) ?? null
}
