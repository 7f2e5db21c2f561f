import { createHash, generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { publicJwk } from '../../../../authority/signing-key.ts'
import {
  auditKeys,
  defaultPolicy,
  defaultRules,
  keyFromCertificate,
  keyFromJwk,
  readTrust,
  readTrustFiles,
  type TrustUnreadable,
} from '../../../../main/trust/index.ts'
import shippedPolicy from '../../../../resources/policy.json' with { type: 'json' }
import { mostKeys } from '../../../../main/trust/limits.ts'
import { buildRevocations } from '../../../../shared/domain/revocation.ts'
import { locales } from '../../../../shared/language/locale.ts'
import { localDay } from '../../../../shared/language/time.ts'
import defaults from '../../../../shared/rules/policies/program-default.json' with { type: 'json' }
import { codeFor, codeOf, judge, keyOf, now } from '../../../fixtures/certificates.ts'
import { newAuthority } from '../../../fixtures/vds-nc.ts'
import { publicData } from '../../../conformance/public-data.ts'

const jwk = (members: object = {}) => ({
  ...publicJwk(keyOf('EdDSA'), { issuer: 'Sở Y tế', country: 'VN' }),
  ...members,
})

/** A list that revokes one certificate by its identifier, issued at the tests' clock. */
function revocationsOf(identifier: string): Uint8Array {
  const hash = createHash('sha256').update(identifier).digest().subarray(0, 16)
  return buildRevocations({ identifier: [hash], 'country-identifier': [], signature: [] }, now)
}

function trustFolder(files: Record<string, unknown>): string {
  const folder = mkdtempSync(join(tmpdir(), 'chot-trust-'))
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(
      join(folder, name),
      typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
    )
  }
  return folder
}

describe('a policy of a newer authority', () => {
  const { ages } = shippedPolicy
  const newer = {
    ...shippedPolicy,
    repeatWithinMinutes: 7,
    pinLength: 6,
    ages: { ...ages, photographs: 1, keys: { ...ages.keys, redAfterHours: 3 } },
  }

  test('holds in what is known of it, and what is not is named', () => {
    const store = readTrust(trustFolder({ 'keys.json': { keys: [] }, 'policy.json': newer }))
    expect(store.policy).toEqual({ ...defaultPolicy, repeatWithinMinutes: 7 })
    expect(store.unknownMembers.toSorted()).toEqual(['ages.keys.redAfterHours', 'ages.photographs', 'pinLength'])
  })

  test('that we know all of has nothing to name', () => {
    const store = readTrust(trustFolder({ 'keys.json': { keys: [] }, 'policy.json': shippedPolicy }))
    expect(store.unknownMembers).toEqual([])
  })
})

describe('a trust folder', () => {
  test('is read into a store that verifies', () => {
    const store = readTrust(trustFolder({ 'keys.json': { keys: [jwk()] } }))
    expect(store.keys.size).toBe(1)
    expect(judge(codeOf(), { trust: store }).outcome).toBe('accepted')
  })

  test('brings its own rules, value sets, revocations and checkpoint policy', () => {
    const rules = { ...defaults, policy: 'twelve-hours', parameters: [{ ...defaults.parameters[0], naatHours: 12 }] }
    const store = readTrust(
      trustFolder({
        'keys.json': { keys: [jwk()] },
        'rules.json': rules,
        'value-sets.json': [{ valueSetId: 'types', valueSetValues: { a: {} } }],
        'revocations.bin': revocationsOf('URN:UVCI:01:VN:TEST0001'),
        'policy.json': { ...shippedPolicy, clockToleranceMinutes: 0 },
      }),
    )
    const verdict = judge(codeOf(), { trust: store })
    expect(codeFor(verdict, 'rules')).toBe('sample-too-old')
    expect(codeFor(verdict, 'revocation')).toBe('revocation-listed')
    expect(store.valueSets).toEqual({ types: ['a'] })
    expect(store.policy.clockToleranceMinutes).toBe(0)
  })

  test('is read with a byte order mark before each of its files', () => {
    const marked = (content: unknown): string => `\uFEFF${JSON.stringify(content)}`
    const store = readTrust(
      trustFolder({
        'keys.json': marked({ keys: [jwk()] }),
        'rules.json': marked({ ...defaults, policy: 'marked' }),
        'value-sets.json': marked([{ valueSetId: 'types', valueSetValues: { a: {} } }]),
        'policy.json': marked({ ...shippedPolicy, clockToleranceMinutes: 0 }),
      }),
    )
    expect([store.keys.size, store.rules.policy, store.valueSets, store.policy.clockToleranceMinutes]).toEqual([
      1,
      'marked',
      { types: ['a'] },
      0,
    ])
  })

  test.each([
    ['a policy', 'policy.json', { ...shippedPolicy, clockToleranceMinutes: -5 }, 'clockToleranceMinutes'],
    ['rules', 'rules.json', { ...defaults, parameters: [{ ...defaults.parameters[0], naatHours: 0 }] }, 'naatHours'],
    ['a value set', 'value-sets.json', [{ valueSetId: 'a', valueSetValues: {} }, {}], '1'],
    ['keys', 'keys.json', { keys: 'none' }, 'keys'],
  ])('names the file and the member of %s that cannot be used, in both languages', (_what, name, content, member) => {
    const folder = trustFolder({ 'keys.json': { keys: [] }, [name]: content })
    try {
      readTrust(folder)
      expect.unreachable()
    } catch (error) {
      const unreadable = error as TrustUnreadable
      for (const locale of locales) {
        expect(unreadable.sentence(locale)).toContain(name)
        expect(unreadable.sentence(locale)).toMatch(new RegExp(`\\("?[^"]*"[^"]*${member}"\\)`))
      }
    }
  })

  test('of more keys than anybody has is refused, by its member', () => {
    const keys = Array.from({ length: mostKeys + 1 }, () => 0)
    expect(() => readTrust(trustFolder({ 'keys.json': { keys } }))).toThrow(expect.objectContaining({ member: 'keys' }))
  })

  test('holds what is shipped for every file that it lacks', () => {
    const { policy, rules, revocations } = readTrust(trustFolder({ 'keys.json': { keys: [] } }))
    expect({ policy, rules, revocations: revocations.size }).toEqual({
      policy: defaultPolicy,
      rules: defaultRules,
      revocations: 0,
    })
  })

  test('dates each file by what it says, else by its own date, and what is missing not at all', () => {
    const stated = '2021-10-01T00:00:00Z'
    const folder = trustFolder({
      'keys.json': { keys: [], published: stated },
      'rules.json': defaults,
    })
    const copied = new Date('2021-09-01T00:00:00Z')
    utimesSync(join(folder, 'rules.json'), copied, copied)
    expect(readTrust(folder).published).toEqual({
      keys: Date.parse(stated),
      rules: copied.getTime(),
      revocations: null,
    })
  })

  test('dates revocations by when the list was issued', () => {
    const folder = trustFolder({ 'keys.json': { keys: [] }, 'revocations.bin': revocationsOf('x') })
    expect(readTrust(folder).published.revocations).toBe(now)
  })

  test('keeps its other keys where one cannot be used, and an audit says which and why', () => {
    const folder = trustFolder({ 'keys.json': { keys: [{ kty: 'EC', crv: 'P-9', x: 'AA', y: 'AA' }, 'x', jwk()] } })
    expect(judge(codeOf(), { trust: readTrust(folder) }).outcome).toBe('accepted')
    const refused = auditKeys(readTrustFiles(folder))
    expect(refused.map(({ place }) => place)).toEqual([1, 2])
    expect(refused[0]?.why.vi).not.toBe('')
  })

  test.each([
    ['no keys.json', {}, 'keys.json'],
    ['keys.json that is no JSON', { 'keys.json': '{' }, 'keys.json'],
    ['keys.json that is no key set', { 'keys.json': [] }, 'keys.json'],
    [
      'a policy of which a member is wrong, beside one that nobody knows',
      { 'keys.json': { keys: [] }, 'policy.json': { ...shippedPolicy, x: 1, clockToleranceMinutes: -5 } },
      'policy.json',
    ],
    [
      'a policy without sense',
      { 'keys.json': { keys: [] }, 'policy.json': { ...shippedPolicy, clockToleranceMinutes: -5 } },
      'policy.json',
    ],
    [
      'rules that do not compile',
      { 'keys.json': { keys: [] }, 'rules.json': { ...defaults, rules: [{}] } },
      'rules.json',
    ],
    ['a value set without a name', { 'keys.json': { keys: [] }, 'value-sets.json': [{}] }, 'value-sets.json'],
    ['a revocation list that is none', { 'keys.json': { keys: [] }, 'revocations.bin': 'x' }, 'revocations.bin'],
  ])('with %s is refused, and the file is named', (_what, files, file) => {
    expect(() => readTrust(trustFolder(files))).toThrow(
      expect.objectContaining({ code: 'TRUST_UNREADABLE', message: expect.stringContaining(file) }),
    )
  })
})

describe('a key', () => {
  test('identifiers in base64, base64url and unpadded mean the same', () => {
    const kid = Buffer.from('fbefbefbefbefbef', 'hex')
    const kids = [kid.toString('base64'), kid.toString('base64url')].map((text) => keyFromJwk(jwk({ kid: text })).kid)
    expect(kids).toEqual([kid.toString('base64'), kid.toString('base64')])
  })

  test('without an identifier is tried for every certificate', () => {
    const unnamed = { ...jwk(), kid: undefined }
    const trust = readTrust(trustFolder({ 'keys.json': { keys: [unnamed] } }))
    expect(judge(codeOf(), { trust }).outcome).toBe('accepted')
  })

  test('with a private part is taken for its public part alone', () => {
    const withPrivate = { ...keyOf('EdDSA').privateKey.export({ format: 'jwk' }) }
    expect(keyFromJwk(withPrivate).key.type).toBe('public')
  })

  test('of a certificate under id-RSASSA-PSS is the same key under rsaEncryption, whatever imported the certificate', () => {
    const { publicKey } = generateKeyPairSync('rsa-pss', { modulusLength: 2048 })
    const { key, keyType } = keyFromCertificate(newAuthority({ publicKey }).certificate)
    expect(keyType).toBe('rsa')
    const numbers = publicKey.export({ format: 'der', type: 'spki' }).subarray(-270)
    expect(key.export({ format: 'der', type: 'spki' }).subarray(-270)).toEqual(numbers)
  })

  const production = join(publicData, 'viet-nam', 'vn-dsc-prod.pem')
  test.skipIf(!existsSync(production))(
    'Viet Nam’s production signer may sign any kind, though its purposes name none (needs ../shared/data)',
    () => {
      const pem = readFileSync(production, 'utf8')
      const der = Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64')
      const key = keyFromCertificate(der)
      expect(key).toMatchObject({ usage: null, country: 'VN', keyType: 'rsa' })
      expect(localDay(key.notAfter ?? 0)).toBe('2026-07-14')
      expect(key.kid).toBe(createHash('sha256').update(der).digest().subarray(0, 8).toString('base64'))
    },
  )
})
