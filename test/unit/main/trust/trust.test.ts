import { createHash, generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { publicJwk } from '../../../../authority/signing-key.ts'
import { keyFromCertificate, keyFromJwk, readTrust } from '../../../../main/trust/index.ts'
import { withPlainRsaAlgorithm } from '../../../../main/trust/rsa-pss-key.ts'
import { localDay } from '../../../../shared/language/time.ts'
import { codeFor, codeOf, judge, keyOf } from '../../../fixtures/certificates.ts'
import { publicData } from '../../../conformance/public-data.ts'

const jwk = (members: object = {}) => ({
  ...publicJwk(keyOf('EdDSA'), { issuer: 'Sở Y tế', country: 'VN' }),
  ...members,
})

function trustFolder(files: Record<string, unknown>): string {
  const folder = mkdtempSync(join(tmpdir(), 'chot-trust-'))
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return folder
}

describe('a trust folder', () => {
  test('is read into a store that verifies', () => {
    const { store, refused } = readTrust(trustFolder({ 'keys.json': { keys: [jwk()] } }))
    expect({ size: store.size, refused }).toEqual({ size: 1, refused: [] })
    expect(judge(codeOf(), { trust: store }).outcome).toBe('accepted')
  })

  test('brings its own policy', () => {
    const policy = { format: 1, tests: [{ method: 'naat', maxAgeHours: 12 }], clockToleranceMinutes: 5 }
    const { store } = readTrust(trustFolder({ 'keys.json': { keys: [jwk()] }, 'policy.json': policy }))
    expect(codeFor(judge(codeOf(), { trust: store }), 'rules')).toBe('sample-too-old')
  })

  test('keeps its other keys where one cannot be used, and says which and why', () => {
    const { store, refused } = readTrust(
      trustFolder({ 'keys.json': { keys: [jwk(), { kty: 'EC', crv: 'P-9', x: 'AA', y: 'AA' }, 'x'] } }),
    )
    expect(store.size).toBe(1)
    expect(refused.map(({ index }) => index)).toEqual([1, 2])
  })

  test.each([
    ['no keys.json', {}, 'keys.json'],
    ['keys.json that is no JSON', { 'keys.json': '{' }, 'keys.json'],
    ['keys.json that is no key set', { 'keys.json': [] }, 'keys.json'],
    [
      'a policy with a misspelt member',
      { 'keys.json': { keys: [] }, 'policy.json': { format: 1, tests: [], clockToleranceMinutes: 5, x: 1 } },
      'policy.json',
    ],
    [
      'a policy without sense',
      { 'keys.json': { keys: [] }, 'policy.json': { format: 1, tests: [], clockToleranceMinutes: -5 } },
      'policy.json',
    ],
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
    const { store } = readTrust(trustFolder({ 'keys.json': { keys: [unnamed] } }))
    expect(judge(codeOf(), { trust: store }).outcome).toBe('accepted')
  })

  test('with a private part is taken for its public part alone', () => {
    const withPrivate = { ...keyOf('EdDSA').privateKey.export({ format: 'jwk' }) }
    expect(keyFromJwk(withPrivate).key.type).toBe('public')
  })

  test('under id-RSASSA-PSS becomes the same key under rsaEncryption', () => {
    const { publicKey } = generateKeyPairSync('rsa-pss', { modulusLength: 2048 })
    const plain = withPlainRsaAlgorithm(publicKey)
    expect(plain.asymmetricKeyType).toBe('rsa')
    expect(plain.asymmetricKeyDetails?.modulusLength).toBe(2048)
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
