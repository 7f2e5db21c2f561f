/** What the rules in force say about a certificate, and that the reason is one that a person can act on. */
import { describe, expect, test } from 'vitest'
import { decode } from '../../../../shared/certificate/decode.ts'
import type { Certificate, Statement } from '../../../../shared/certificate/certificate.ts'
import { judgeByRules, type RuleCircumstances } from '../../../../shared/rules/judge.ts'
import { readPolicy, type Policy } from '../../../../shared/rules/policy.ts'
import defaults from '../../../../shared/rules/policies/program-default.json' with { type: 'json' }
import { codeOf, hour, now, payloadOf, testPayload } from '../../../fixtures/certificates.ts'
import { rule } from './evaluated.ts'

interface Changes {
  parameters?: object
  rules?: object[]
}

function policyOf({ parameters = {}, rules = defaults.rules }: Changes = {}): Policy {
  const reading = readPolicy({ ...defaults, parameters: [{ ...defaults.parameters[0], ...parameters }], rules })
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return reading.policy
}

const shipped = policyOf()

function decoded(payload: Record<string, unknown>): { certificate: Certificate; payload: unknown } {
  const read = decode(codeOf({ payload: payload as ReturnType<typeof testPayload> }))
  if (!read?.certificate) throw new Error('the test’s own certificate does not decode')
  return { certificate: read.certificate, payload: read.payload }
}

function judged(payload: Record<string, unknown>, policy = shipped, changes: Partial<RuleCircumstances> = {}) {
  const { certificate, payload: content } = decoded(payload)
  return judgeByRules(certificate, content, policy, { clock: now, originZone: null, valueSets: {}, ...changes })
}

const ago = (hours: number): string => new Date(now - hours * hour).toISOString()

describe('a test', () => {
  test('that meets the rules says until when', () => {
    expect(judged(testPayload())).toEqual({
      check: 'rules',
      status: 'pass',
      code: 'rules-met',
      values: { limitAt: now + 52 * hour },
    })
  })

  test('that is too old says its age and the limit in force', () => {
    const finding = judged(testPayload(), policyOf({ parameters: { naatHours: 12 } }))
    expect(finding).toMatchObject({ status: 'fail', code: 'sample-too-old', values: { hours: 20, limit: 12 } })
  })

  test('counts from its result where the policy says so', () => {
    const late = testPayload({ sc: ago(80), dr: ago(20) })
    expect(judged(late).code).toBe('sample-too-old')
    expect(judged(late, policyOf({ parameters: { clockStart: 'result' } }))).toMatchObject({
      code: 'rules-met',
      values: { limitAt: now + 52 * hour },
    })
  })

  test('of a method that the policy does not take fails by the rule’s own text', () => {
    const finding = judged(testPayload(), policyOf({ parameters: { naatHours: null } }))
    expect(finding).toMatchObject({ status: 'fail', code: 'rule-not-met', values: { rule: 'TR-VN-0002' } })
  })

  test.each(['yesterday', '2021-10-03T25:00:00Z', '2021-02-30T08:00:00+07:00'])(
    'sampled %j has no age, though rules that ask for none are met',
    (sc) => {
      const careless = policyOf({ rules: [rule({ Logic: true })] })
      expect(judged(testPayload(), careless).code).toBe('rules-met')
      expect(judged(testPayload({ sc }), careless)).toMatchObject({ status: 'warn', code: 'sample-time-unclear' })
    },
  )

  test.each([
    ['an unknown result', { tr: 'x' }, 'result-unclear'],
    ['an unknown method', { tt: 'x' }, 'method-without-rule'],
  ])('of %s cannot be concluded, and is not held against anybody', (_what, changes, code) => {
    expect(judged(testPayload(changes))).toMatchObject({ status: 'warn', code })
  })

  test('of an unknown result for another disease is rejected all the same', () => {
    expect(judged(testPayload({ tr: 'x', tg: '1' }))).toMatchObject({ status: 'fail', code: 'rule-not-met' })
  })

  test('of an unknown result is rejected by a rule that is not about tests', () => {
    const general = rule({ Logic: false, Description: [{ lang: 'en', desc: 'Nobody passes.' }] })
    const policy = policyOf({ rules: [...defaults.rules, general] })
    expect(judged(testPayload({ tr: 'x' }), policy)).toMatchObject({ code: 'rule-not-met' })
  })

  test('for another disease is rejected in the words of the rule', () => {
    expect(judged(testPayload({ tg: '1' }))).toMatchObject({
      code: 'rule-not-met',
      values: { rule: 'TR-VN-0001', en: expect.stringContaining('disease') },
    })
  })
})

describe('a certificate that names no disease', () => {
  const nameless = (statement: Partial<Statement>) => {
    const { certificate, payload } = decoded(testPayload())
    const changed = {
      ...certificate,
      statement: { ...certificate.statement, disease: null, ...statement } as Statement,
    }
    return judgeByRules(changed, payload, shipped, { clock: now, originZone: null, valueSets: {} })
  }

  test('can at best be looked at', () => {
    expect(nameless({})).toMatchObject({ status: 'warn', code: 'disease-unstated' })
  })

  test('is rejected by what rejects any', () => {
    expect(nameless({ result: 'positive' })).toMatchObject({ code: 'result-positive' })
  })
})

describe('other certificates', () => {
  test('a vaccination lasts, and lacks doses or not', () => {
    expect(judged(payloadOf('vaccination'))).toEqual({ check: 'rules', status: 'pass', code: 'rules-met' })
    expect(judged(payloadOf('vaccination'), policyOf({ parameters: { doses: 3 } })).code).toBe('rule-not-met')
  })

  test('a recovery counts between its dates', () => {
    expect(judged(payloadOf('recovery')).code).toBe('rules-met')
    const later = Date.parse('2021-12-24T00:00:00+07:00')
    expect(judged(payloadOf('recovery'), shipped, { clock: later }).code).toBe('rule-not-met')
  })

  test('a pass is nothing that rules speak about', () => {
    const { certificate, payload } = decoded(testPayload())
    const { authority, country, disease, identifier } = certificate.statement
    const pass = { ...certificate, statement: { kind: 'pass', authority, country, disease, identifier } as const }
    const finding = judgeByRules(pass, payload, shipped, { clock: now, originZone: null, valueSets: {} })
    expect(finding).toMatchObject({ status: 'warn', code: 'kind-without-rule' })
  })
})

describe('the rules themselves', () => {
  test('that are not in force yet ask for a look', () => {
    const early = Date.parse('2019-12-31T00:00:00+07:00')
    expect(judged(payloadOf('vaccination'), shipped, { clock: early }).code).toBe('rules-not-in-force')
  })

  test('of which none is about this kind ask for a look, never pass', () => {
    const policy = policyOf({ rules: [rule({ CertificateType: 'Recovery' })] })
    expect(judged(testPayload(), policy)).toMatchObject({ status: 'warn', code: 'rules-not-in-force' })
  })

  test('that cannot be answered ask for a look, in their own words', () => {
    const open = rule({ Logic: { '>': [{ var: 'payload.none' }, 1] } })
    const broken = rule({ Logic: { in: [1, { var: 'payload.none.list' }] }, Identifier: 'GR-VN-0002' })
    const codes = [open, broken].map((each) => judged(testPayload(), policyOf({ rules: [each] })).code)
    expect(codes).toContain('rule-open')
  })

  test('ask where the traveller comes from, and an unknown zone is never a low one', () => {
    const zoned = rule({
      Logic: { and: [{ var: 'external.originZone' }, { '<': [{ var: 'external.originZone' }, 4] }] },
    })
    const policy = policyOf({ rules: [zoned] })
    expect(judged(testPayload(), policy, { originZone: 2 }).code).toBe('rules-met')
    expect(judged(testPayload(), policy, { originZone: 4 }).code).toBe('rule-not-met')
    expect(judged(testPayload(), policy, { originZone: null }).code).not.toBe('rules-met')
  })

  test('see the value sets of the store', () => {
    const known = rule({ Logic: { in: ['a', { var: 'external.valueSets.types' }] } })
    const policy = policyOf({ rules: [known] })
    expect(judged(testPayload(), policy, { valueSets: { types: ['a'] } }).code).toBe('rules-met')
    expect(judged(testPayload(), policy, { valueSets: { types: ['b'] } }).code).toBe('rule-not-met')
  })
})
