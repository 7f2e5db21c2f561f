/** What the rules in force say about a certificate, as one finding with a reason that a person can act on. */
import type { Certificate, Statement } from '../certificate/certificate.ts'
import { finding } from '../domain/finding/finding.ts'
import type { Finding } from '../domain/finding/verdict.ts'
import { applyPolicy, type OriginZone } from './checkpoint.ts'
import { parametersAt, type Parameters, type Policy } from './policy.ts'
import { presentToRules } from './present.ts'
import { describe, type Rule } from './rule.ts'
import type { RuleOutcome } from './rule-set.ts'
import type { ValueSets } from './value-sets.ts'

const hour = 3_600_000
const minute = 60_000

/** What the rules are applied with. */
export interface RuleCircumstances {
  /** Epoch milliseconds. */
  clock: number
  originZone: OriginZone
  valueSets: ValueSets
}

function inWords(rule: Rule): { rule: string; vi: string; en: string } {
  return { rule: rule.Identifier, vi: describe(rule.Description, 'vi'), en: describe(rule.Description, 'en') }
}

/** Hours that the policy gives a test of this method; null: no such test is taken. */
function hoursFor(statement: Statement & { kind: 'test' }, parameters: Parameters): number | null {
  if (statement.method === 'unknown') return null
  return statement.method === 'naat' ? parameters.naatHours : parameters.rapidHours
}

/** The moment from which the policy counts a result's hours. */
function countedFrom(statement: Statement & { kind: 'test' }, { clockStart }: Parameters) {
  return (clockStart === 'result' ? statement.reported : null) ?? statement.sampled
}

/** Why a test fails or cannot be concluded, where it is one of the plain reasons; null: only the rule's text says it. */
function plainReason(statement: Statement, parameters: Parameters, clock: number): Finding | null {
  if (statement.kind !== 'test') return null
  if (statement.result === 'positive') return finding('result-positive')
  if (statement.result === 'unknown') return finding('result-unclear')
  const counted = countedFrom(statement, parameters)
  if (!counted) return finding('sample-time-unclear')
  if (counted.earliest > clock + parameters.clockToleranceMinutes * minute) {
    return finding('sample-in-future', { sampledAt: counted.earliest })
  }
  const limit = hoursFor(statement, parameters)
  if (limit === null) return finding('method-without-rule')
  const youngest = clock - counted.latest
  if (youngest > limit * hour) return finding('sample-too-old', { hours: Math.floor(youngest / hour), limit })
  return counted.zoned ? null : finding('sample-time-without-zone', { text: counted.text })
}

/** The instant at which a test that meets the rules no longer will; null where it does not age. */
function limitOf(statement: Statement, parameters: Parameters): number | null {
  if (statement.kind !== 'test') return null
  const limit = hoursFor(statement, parameters)
  const counted = countedFrom(statement, parameters)
  return limit === null || !counted ? null : counted.latest + limit * hour
}

/** Is its result or its method none that anybody knows, though it is about a disease that is asked about? */
function isUnclear(statement: Statement, { diseases }: Parameters): boolean {
  if (statement.kind !== 'test' || statement.disease === null || !diseases.includes(statement.disease)) return false
  return statement.result === 'unknown' || statement.method === 'unknown'
}

/**
 * What speaks against it, the gravest first. What cannot be known is not held against anybody: an unclear test that
 * fails the rules for tests asks for a look.
 */
function concluded(outcomes: readonly RuleOutcome[], plain: Finding | null, unclear: boolean): Finding | null {
  const failed = outcomes.filter(({ outcome }) => outcome === 'failed')
  const lookFirst = unclear && plain?.status === 'warn'
  const against = lookFirst ? failed.find(({ rule }) => rule.CertificateType !== 'Test') : failed[0]
  if (against) return plain?.status === 'fail' ? plain : finding('rule-not-met', inWords(against.rule))
  if (lookFirst) return plain
  const open = outcomes.find(({ outcome }) => outcome === 'open')
  return open ? (plain ?? finding('rule-open', inWords(open.rule))) : null
}

/**
 * Applies a policy. All rules must pass: one that fails rejects, one that cannot be answered asks for a look. Where
 * the reason is plain (positive, too old) the finding says it with its numbers, else with the rule's own text. A
 * result that passes quotes as `limitAt` the instant at which it no longer will.
 */
export function judgeByRules(
  certificate: Certificate,
  payload: unknown,
  policy: Policy,
  circumstances: RuleCircumstances,
): Finding {
  const { statement } = certificate
  const presented = presentToRules(certificate, payload)
  if (!presented) return finding('kind-without-rule')
  const { clock } = circumstances
  const parameters = parametersAt(policy, clock)
  const outcomes = applyPolicy(policy, presented, circumstances)
  if (!parameters || !outcomes || outcomes.length === 0) return finding('rules-not-in-force')
  const plain = plainReason(statement, parameters, clock)
  // Unless it says for which disease it is, a certificate can at best be looked at; what rejects any, rejects it too.
  if (statement.disease === null) return plain?.status === 'fail' ? plain : finding('disease-unstated')
  const against = concluded(outcomes, plain, isUnclear(statement, parameters))
  if (against) return against
  // Rules need not ask when the sample was taken, but without it nobody can say until when the result counts.
  if (plain?.code === 'sample-time-unclear') return plain
  const limitAt = limitOf(statement, parameters)
  return limitAt === null ? finding('rules-met') : finding('rules-met', { limitAt })
}

/**
 * What speaks against a result that nobody signed, by the policy's numbers alone: it is positive, too old or of the
 * future. Null: nothing does, which does not make it good. @param clock epoch milliseconds
 */
export function faultOfClaim(statement: Statement, policy: Policy, clock: number): Finding | null {
  const parameters = parametersAt(policy, clock)
  const plain = parameters && plainReason(statement, parameters, clock)
  return plain?.status === 'fail' ? plain : null
}
