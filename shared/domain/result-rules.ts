/** The rules for a laboratory result: negative, and taken recently enough for its method. */
import type { Statement } from '../certificate/certificate.ts'
import type { Policy } from './policy.ts'
import type { Finding } from './verdict.ts'

const hour = 3_600_000
const minute = 60_000

/**
 * Holds a statement against the policy. A limit is kept to the millisecond: exactly 72 hours is still in time.
 * A sample time without a zone never passes: it fails where every zone on earth would fail, else asks for a look.
 * A result that meets them quotes as `limitAt` the instant at which it no longer will.
 * @param now epoch milliseconds
 */
export function applyResultRules(statement: Statement, policy: Policy, now: number): Finding {
  if (statement.kind !== 'test') return { check: 'rules', status: 'warn', code: 'kind-without-rule' }
  if (statement.result === 'positive') return { check: 'rules', status: 'fail', code: 'result-positive' }
  if (statement.result === 'unknown') return { check: 'rules', status: 'warn', code: 'result-unclear' }
  const { sampled, method } = statement
  if (!sampled) return { check: 'rules', status: 'warn', code: 'sample-time-unclear' }
  if (sampled.earliest > now + policy.clockToleranceMinutes * minute) {
    return { check: 'rules', status: 'fail', code: 'sample-in-future', values: { sampledAt: sampled.earliest } }
  }
  const limit = policy.tests.find((test) => test.method === method)?.maxAgeHours
  if (limit === undefined) return { check: 'rules', status: 'warn', code: 'method-without-rule' }
  const youngest = now - sampled.latest
  if (youngest > limit * hour) {
    return {
      check: 'rules',
      status: 'fail',
      code: 'sample-too-old',
      values: { hours: Math.floor(youngest / hour), limit },
    }
  }
  if (!sampled.zoned) {
    return { check: 'rules', status: 'warn', code: 'sample-time-without-zone', values: { text: sampled.text } }
  }
  return { check: 'rules', status: 'pass', code: 'rules-met', values: { limitAt: sampled.latest + limit * hour } }
}
