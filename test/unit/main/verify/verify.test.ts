import { deflateSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hc1Text } from '../../../../authority/issue-hc1.ts'
import { publicJwk } from '../../../../authority/signing-key.ts'
import { KeyShelf, trustStore } from '../../../../main/trust/index.ts'
import { encodeBase45, decodeBase45 } from '../../../../shared/certificate/base45.ts'
import { verify } from '../../../../main/verify/index.ts'
import { finding } from '../../../../shared/domain/finding/finding.ts'
import { checks } from '../../../../shared/domain/finding/verdict.ts'
import {
  codeFor,
  codeOf,
  hour,
  judge,
  keyOf,
  now,
  payloadOf,
  storeOf,
  testEntry,
  testPayload,
} from '../../../fixtures/certificates.ts'

describe('a verdict', () => {
  test.each(['EdDSA', 'ES256', 'ES384', 'ES512', 'PS256'] as const)(
    'accepts a negative result signed with %s',
    (algorithm) => {
      const verdict = judge(codeOf({}, algorithm), { trust: storeOf(algorithm) })
      expect(verdict).toMatchObject({ outcome: 'accepted', format: 'HC1', reason: { code: 'rules-met' } })
      expect(verdict.certificate).toMatchObject({
        issuer: 'VN',
        holder: { name: 'Nguyễn Văn An', birthDate: '1999-02-26' },
        statement: { kind: 'test', method: 'naat', result: 'negative' },
      })
    },
  )

  test('lists one finding a check of a code alone, in the order of the checks', () => {
    const clock = finding('clock-plausible')
    const verdict = verify(codeOf(), { trust: storeOf(), now, rules: true, clock })
    expect(verdict.findings.map(({ check }) => check)).toEqual(
      checks.filter((check) => check !== 'identity' && check !== 'repeat'),
    )
  })

  test('calls an altered certificate forged, and still says everything else', () => {
    const text = codeOf({ payload: testPayload({ tr: '260373001' }) }, 'EdDSA')
    const key = {
      ...publicJwk(keyOf('EdDSA'), { issuer: 'x', country: 'VN' }),
      x: publicJwk(keyOf('EdDSA'), { issuer: 'x', country: 'VN' }).x?.replace(/^./, (first) =>
        first === 'A' ? 'B' : 'A',
      ),
    }
    const verdict = judge(text, { trust: trustStore({ keys: new KeyShelf([key]) }) })
    expect(verdict).toMatchObject({ outcome: 'rejected', reason: { code: 'signature-mismatch' } })
    expect(codeFor(verdict, 'rules')).toBe('result-positive')
    expect(codeFor(verdict, 'period')).toBe('period-current')
  })

  test('never calls a certificate of an unknown issuer forged', () => {
    const verdict = judge(codeOf(), { trust: trustStore() })
    expect(verdict).toMatchObject({ outcome: 'check', reason: { code: 'key-unknown' } })
    expect(verdict.findings).toContainEqual({ check: 'signature', status: 'skipped', code: 'signature-not-checked' })
    expect(verdict.payload).not.toBeNull()
  })

  test('tries every key of one identifier', () => {
    const stranger = {
      ...publicJwk(keyOf('ES256'), { issuer: 'x', country: 'VN' }),
      kid: keyOf('EdDSA').kid.toString('base64'),
    }
    const right = publicJwk(keyOf('EdDSA'), { issuer: 'x', country: 'VN' })
    const trust = trustStore({ keys: new KeyShelf([stranger, right]) })
    expect(judge(codeOf(), { trust }).outcome).toBe('accepted')
  })

  test('judges a key by the time of signing', () => {
    const members = {
      notBefore: new Date(now - 100 * hour).toISOString(),
      notAfter: new Date(now - 10 * hour).toISOString(),
    }
    expect(judge(codeOf({ issuedAt: now - 18 * hour }), { trust: storeOf('EdDSA', members) }).outcome).toBe('accepted')
    const late = judge(codeOf({ issuedAt: now - 5 * hour }), { trust: storeOf('EdDSA', members) })
    expect(late).toMatchObject({ outcome: 'rejected', reason: { code: 'key-out-of-date' } })
  })

  test.each(['test', 'vaccination', 'recovery'] as const)('lets a key for tests sign only tests: %s', (kind) => {
    const verdict = judge(codeOf({ payload: payloadOf(kind) }), { trust: storeOf('EdDSA', { usage: ['test'] }) })
    expect(codeFor(verdict, 'key')).toBe(kind === 'test' ? 'key-trusted' : 'key-wrong-purpose')
  })

  test.each([
    ['in time to the second', 0, 'period-current'],
    ['one second late', 1000, 'period-expired'],
  ])('keeps the period: %s', (_when, late, code) => {
    expect(codeFor(judge(codeOf({ expiresAt: now }), { at: now + late }), 'period')).toBe(code)
  })

  test('and the rules are of the time at which it was shown, where that is entered later; how old trust is, of now', () => {
    const text = codeOf({ expiresAt: now - hour })
    const later = { trust: storeOf(), now: now + 60 * hour, rules: true }
    const then = verify(text, { ...later, shownAt: now - 2 * hour })
    expect([codeFor(then, 'period'), codeFor(then, 'rules')]).toEqual(['period-current', 'rules-met'])
    const today = verify(text, later)
    expect([codeFor(today, 'period'), codeFor(today, 'rules')]).toEqual(['period-expired', 'sample-too-old'])
    expect(codeFor(then, 'trust-age')).toBe(codeFor(today, 'trust-age'))
  })

  test('does not believe a certificate from the future', () => {
    const verdict = judge(codeOf({ issuedAt: now + hour }))
    expect(verdict).toMatchObject({ outcome: 'rejected', reason: { code: 'period-not-begun' } })
  })

  test('forgives an issuer’s clock that is minutes ahead', () => {
    expect(judge(codeOf({ issuedAt: now + 4 * 60_000 })).outcome).toBe('accepted')
  })

  test.each(['1990-13-45', '1988-00-02', '-'])('shows no birth date where the certificate has %j', (dob) => {
    const verdict = judge(codeOf({ payload: { ...testPayload(), dob } }))
    expect(verdict).toMatchObject({ outcome: 'accepted', certificate: { holder: { birthDate: null } } })
  })

  test('states until when an accepted result holds: the rule’s limit or the certificate’s own, whichever is sooner', () => {
    expect(judge(codeOf()).validUntil).toBe(now + 52 * hour)
    expect(judge(codeOf({ expiresAt: now + 2 * hour })).validUntil).toBe(now + 2 * hour)
    expect(judge(codeOf(), { rules: false }).validUntil).toBe(now + 100 * hour)
    expect(judge(codeOf({ payload: testPayload({ tr: '260373001' }) })).validUntil).toBeNull()
  })
})

describe('the rules for results', () => {
  const judged = (changes: Parameters<typeof testPayload>[0]) =>
    judge(codeOf({ payload: testPayload(changes) })).findings.find(({ check }) => check === 'rules')
  const ago = (milliseconds: number): string => new Date(now - milliseconds).toISOString()

  test.each([
    ['RT-PCR of exactly 72 hours', { sc: ago(72 * hour) }, 'rules-met'],
    ['RT-PCR a millisecond older', { sc: ago(72 * hour + 1) }, 'sample-too-old'],
    ['rapid test of exactly 24 hours', { tt: 'LP217198-3', sc: ago(24 * hour) }, 'rules-met'],
    ['rapid test a millisecond older', { tt: 'LP217198-3', sc: ago(24 * hour + 1) }, 'sample-too-old'],
    ['a positive result', { tr: '260373001' }, 'result-positive'],
    ['an unknown result', { tr: 'x' }, 'result-unclear'],
    ['a result named like an inherited member', { tr: 'constructor' }, 'result-unclear'],
    ['a sample in the future', { sc: ago(-hour) }, 'sample-in-future'],
    ['an unknown method', { tt: 'x' }, 'method-without-rule'],
    ['no sample time', { sc: '' }, 'sample-time-unclear'],
    ['a sample time without a zone', { sc: '2021-10-03T12:00:00' }, 'sample-time-without-zone'],
    ['a bare sample date', { sc: '2021-10-03' }, 'sample-time-without-zone'],
    ['a zoneless time too old in every zone', { sc: '2021-09-29T00:00:00' }, 'sample-too-old'],
    ['a zoneless time in the future in every zone', { sc: '2021-10-06T00:00:00' }, 'sample-in-future'],
  ])('%s', (_what, changes, code) => {
    expect(judged(changes)?.code).toBe(code)
  })

  test.each([
    '2021-10-03T12:00:00+7',
    '2021-10-03T12:00:00+0700',
    '2021-10-03T12:00+07',
    '2021-10-03 12:00:00 +07:00',
    '2021-10-03T05:00:00z',
    '2021-10-03T05:00:00+0',
    '2021-10-03T12:00:00,0000000001+07:00',
  ])('count the hours from %s, however it is spelled', (sc) => {
    const verdict = judge(codeOf({ payload: testPayload({ sc }) }))
    expect(verdict).toMatchObject({ outcome: 'accepted', validUntil: Date.parse('2021-10-06T12:00:00+07:00') })
    expect(verdict.certificate?.statement).toMatchObject({ sampled: { zoned: true, text: sc } })
  })

  test('says how old a sample is and what the limit is', () => {
    expect(judged({ sc: ago(80.5 * hour) })?.values).toEqual({ hours: 80, limit: 72 })
  })

  test('accept a vaccination that is complete and a recovery within its dates', () => {
    expect(judge(codeOf({ payload: payloadOf('vaccination') }))).toMatchObject({ reason: { code: 'rules-met' } })
    expect(judge(codeOf({ payload: payloadOf('recovery') }))).toMatchObject({ reason: { code: 'rules-met' } })
  })

  test('are not applied where that is asked', () => {
    const verdict = judge(codeOf({ payload: testPayload({ tr: '260373001' }) }), { rules: false })
    expect(verdict.outcome).toBe('accepted')
    expect(codeFor(verdict, 'rules')).toBe('rules-not-applied')
  })
})

describe('damaged and hostile codes', () => {
  const compressed = (bytes: Uint8Array): string => `HC1:${encodeBase45(deflateSync(bytes))}`

  test.each([
    ['base45 of more than its bytes', codeOf().replace(/...$/, ':::'), 'text-damaged'],
    ['base45 that is cut off', codeOf().slice(0, 304), 'compression-damaged'],
    ['no compression', `HC1:${encodeBase45(Buffer.from('d28440', 'hex'))}`, 'compression-damaged'],
    [
      'bytes after the compressed stream',
      `HC1:${encodeBase45(Buffer.concat([decodeBase45(codeOf().slice(4)), Buffer.alloc(2)]))}`,
      'compression-damaged',
    ],
    [
      'a stream that inflates to a gigabyte',
      `HC1:${encodeBase45(deflateSync(Buffer.alloc(4 << 20)))}`,
      'content-too-large',
    ],
    ['a text longer than any code', `HC1:${'A'.repeat(9000)}`, 'content-too-large'],
    ['no COSE', compressed(Buffer.from('00', 'hex')), 'envelope-damaged'],
    ['no claims', hc1Text(Buffer.from('8440a0414040', 'hex')), 'claims-damaged'],
    ['nothing after the prefix', 'HC1:', 'compression-damaged'],
  ])('%s', (_what, text, code) => {
    const verdict = judge(text)
    expect(verdict).toMatchObject({ outcome: 'rejected', format: 'HC1', reason: { code, check: 'structure' } })
  })

  test.each([
    ['two groups', { ...testPayload(), v: [testEntry()] }],
    ['no group', { nam: { fn: 'A' } }],
    ['two test results', { nam: { fn: 'A' }, t: [testEntry(), testEntry({ tr: '260373001' })] }],
    ['no name', { nam: {}, t: [testEntry()] }],
    ['an entry that is no map', { nam: { fn: 'A' }, t: ['x'] }],
  ])('%s in a payload are no statement, and the signature is still checked', (_what, payload) => {
    const verdict = judge(codeOf({ payload }))
    expect(verdict).toMatchObject({ outcome: 'rejected', reason: { code: 'statement-unclear' }, certificate: null })
    expect(codeFor(verdict, 'signature')).toBe('signature-valid')
    expect(verdict.payload).not.toBeNull()
  })

  test('white space around a code is no part of it', () => {
    expect(judge(`\r\n ${codeOf()} \n`).outcome).toBe('accepted')
  })

  test.each(['', ' ', 'HC2:ABC', 'https://example.org', '1234567890128', '\u0000', 'HC1'])(
    '%j is of no known kind',
    (text) => {
      expect(judge(text)).toMatchObject({ outcome: 'unreadable', format: null, reason: { code: 'format-unknown' } })
    },
  )

  test('any text at all gets a verdict', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 300 }).map((rest) => `HC1:${rest}`),
      fc.uint8Array({ maxLength: 300 }).map((bytes) => `HC1:${encodeBase45(bytes)}`),
      fc.uint8Array({ maxLength: 300 }).map(compressed),
      fc
        .uint8Array({ maxLength: 200 })
        .map((bytes) => compressed(Buffer.concat([Buffer.from('d28443a10126a0', 'hex'), bytes]))),
    )
    fc.assert(
      fc.property(text, (scanned) => {
        const verdict = judge(scanned)
        expect(verdict.outcome).not.toBe('accepted')
        expect(JSON.parse(JSON.stringify(verdict))).toMatchObject({ outcome: verdict.outcome })
      }),
      { numRuns: 2000 },
    )
  })

  test('no single altered byte of a signed certificate is accepted', () => {
    const bytes = Buffer.from(inflated(codeOf()))
    const trust = storeOf()
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (index, flip) => {
        const altered = Buffer.from(bytes)
        altered[index]! ^= flip
        const verdict = judge(hc1Text(altered), { trust })
        // The tag in front may change from COSE_Sign1 to none or CWT without touching what is signed; only that byte.
        if (index > 0) expect(verdict.outcome).not.toBe('accepted')
      }),
      { numRuns: 600 },
    )
  })
})

function inflated(text: string): Uint8Array {
  return inflateSync(decodeBase45(text.slice(4)))
}
