/** The checks that look beside the certificate itself: revocations, the age of what is believed, and the clock. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { trustStore } from '../../../../main/trust/index.ts'
import { parseRevocations } from '../../../../main/trust/revocations/index.ts'
import { verify, verifyWithIssuer } from '../../../../main/verify/index.ts'
import { decode } from '../../../../shared/certificate/decode.ts'
import { finding } from '../../../../shared/domain/finding/finding.ts'
import { buildRevocations, type RevocationKind } from '../../../../shared/domain/revocation.ts'
import { codeFor, codeOf, hour, judge, now, storeOf, testPayload } from '../../../fixtures/certificates.ts'

describe('beside the certificate itself', () => {
  const identifier = 'URN:UVCI:01:VN:TEST0001'
  const listed = (kind: RevocationKind, subject: string | Uint8Array) => {
    const empty = { identifier: [], 'country-identifier': [], signature: [] }
    const hash = createHash('sha256').update(subject).digest().subarray(0, 16)
    const answer = parseRevocations(Buffer.from(buildRevocations({ ...empty, [kind]: [hash] }, now)))
    if (!answer.ok) throw new Error(answer.why)
    return { ...storeOf(), revocations: answer.list }
  }
  const signatureOf = (text: string) => decode(text)?.envelope?.signature ?? new Uint8Array()

  test.each([
    ['identifier', identifier],
    ['country-identifier', `VN${identifier}`],
    ['signature', null],
  ] as const)('a certificate revoked by its %s is rejected', (kind, subject) => {
    const text = codeOf()
    const verdict = judge(text, { trust: listed(kind, subject ?? signatureOf(text)) })
    expect(verdict).toMatchObject({ outcome: 'rejected', reason: { code: 'revocation-listed', values: { kind } } })
  })

  test('one that is not on the list is clear, and without a list nothing is claimed', () => {
    expect(codeFor(judge(codeOf(), { trust: listed('identifier', 'another') }), 'revocation')).toBe('revocation-clear')
    expect(codeFor(judge(codeOf()), 'revocation')).toBe('revocation-no-list')
  })

  test.each([
    ['fresh', 1, 'accepted', 'trust-fresh'],
    ['ageing', 49, 'accepted', 'trust-fresh'],
    ['old', 169, 'check', 'keys-old'],
    ['unusable', 1441, 'check', 'keys-unusable'],
  ])('%s keys', (_step, hours, outcome, code) => {
    const published = { keys: now - hours * hour, rules: null, revocations: null }
    const verdict = judge(codeOf(), { trust: { ...storeOf(), published } })
    expect([verdict.outcome, codeFor(verdict, 'trust-age')]).toEqual([outcome, code])
  })

  test('a clock in doubt asks for a check, and never turns a rejection into one', () => {
    const clock = finding('clock-behind', { knownAt: now + hour })
    const judged = (text: string) => verify(text, { trust: storeOf(), now, rules: true, clock }).reason.code
    expect(judged(codeOf())).toBe('clock-behind')
    expect(judged(codeOf({ payload: testPayload({ tr: '260373001' }) }))).toBe('result-positive')
  })

  test('nobody vouches for what is not signed under a key that is held', () => {
    const asked = (text: string, trust = storeOf()) => verifyWithIssuer(text, { trust, now, rules: true }).vouchedBy
    expect(asked(codeOf())).not.toBeNull()
    expect(asked(codeOf(), trustStore())).toBeNull()
    expect(asked('hello')).toBeNull()
  })

  test('a verdict is the same whatever zone the laptop is in', () => {
    const zone = process.env['TZ']
    const text = codeOf({ payload: testPayload({ sc: '2021-10-01T08:00:01+07:00' }) })
    const verdicts = ['Asia/Ho_Chi_Minh', 'America/New_York', 'Pacific/Kiritimati'].map((name) => {
      process.env['TZ'] = name
      return judge(text)
    })
    process.env['TZ'] = zone
    expect(verdicts[1]).toEqual(verdicts[0])
    expect(verdicts[2]).toEqual(verdicts[0])
  })
})
