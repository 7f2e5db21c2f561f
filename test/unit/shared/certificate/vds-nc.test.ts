import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { verify, X509Certificate } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../../../shared/certificate/json.ts'
import { decodeVdsNc, isVdsNc } from '../../../../shared/certificate/vds-nc.ts'
import { publicData, readJsonLines } from '../../../conformance/public-data.ts'
import { hour, now } from '../../../fixtures/certificates.ts'
import { testMessage, vaccinationMessage, vdsNcCode } from '../../../fixtures/vds-nc.ts'

interface Seal {
  data: { hdr: Record<string, unknown>; msg: Record<string, unknown> }
  sig: Record<string, unknown>
}

const opened = (): Seal => JSON.parse(vdsNcCode()) as Seal
const statementOf = (message: Record<string, Json>): unknown =>
  decodeVdsNc(vdsNcCode({ message })).certificate?.statement
const test1 = (tr: Json): unknown => statementOf({ ...testMessage(), tr })

describe('VDS-NC', () => {
  test('a test is read with its sample time apart from its result time', () => {
    const { certificate, claims, structure } = decodeVdsNc(vdsNcCode())
    expect(structure).toBe('structure-sound')
    expect(claims).toEqual({ issuer: 'VNM', issuedAt: now - 12 * hour, notBefore: null, expiresAt: null })
    expect(certificate).toMatchObject({
      format: 'VDS-NC',
      issuer: 'VNM',
      holder: {
        name: 'NGUYEN VAN AN',
        transliterated: { family: 'NGUYEN', given: 'VAN<AN' },
        birthDate: '1999-02-26',
        number: 'C1234567',
      },
      statement: {
        kind: 'test',
        method: 'naat',
        result: 'negative',
        sampled: { earliest: now - 20 * hour, zoned: true },
        reported: { earliest: now - 12 * hour, zoned: true },
        centre: 'CDC Bắc Giang',
        country: 'VNM',
        identifier: 'VN0001',
      },
    })
  })

  test('a test without a result time counts from its sample', () => {
    const sc = new Date(now - 20 * hour).toISOString()
    const { certificate, claims } = decodeVdsNc(vdsNcCode({ message: testMessage({ dat: { sc } }) }))
    expect(claims?.issuedAt).toBe(now - 20 * hour)
    expect(certificate?.statement).toMatchObject({ reported: null })
  })

  test('a vaccination is read by its last dose, and says nothing of when it was signed', () => {
    const { certificate, claims } = decodeVdsNc(vdsNcCode({ type: 'icao.vacc', message: vaccinationMessage() }))
    expect(claims?.issuedAt).toBeNull()
    expect(certificate).toMatchObject({
      holder: { number: 'C1234567' },
      statement: {
        kind: 'vaccination',
        product: 'Vaxzevria',
        dose: 2,
        doses: null,
        date: '2021-08-18',
        disease: 'RA01.0',
        identifier: 'VN0002',
      },
    })
  })

  test('the last dose may be of another vaccine', () => {
    const ve = [
      { nam: 'Comirnaty', vd: [{ dvc: '2021-12-01', seq: 3 }] },
      {
        nam: 'Vaxzevria',
        vd: [
          { dvc: '2021-06-20', seq: 1 },
          { dvc: '2021-08-18', seq: 2 },
        ],
      },
    ]
    const { certificate } = decodeVdsNc(vdsNcCode({ type: 'icao.vacc', message: vaccinationMessage({ ve }) }))
    expect(certificate?.statement).toMatchObject({ product: 'Comirnaty', dose: 3, date: '2021-12-01' })
  })

  test('a name whose parts are not told apart is kept whole', () => {
    const { certificate } = decodeVdsNc(vdsNcCode({ message: testMessage({ pid: { n: 'Smith Bill' } }) }))
    expect(certificate?.holder).toEqual({ name: 'Smith Bill', transliterated: null, birthDate: null, number: null })
  })

  test('a result that is no text is unknown', () => {
    expect(test1({ tc: ['molecular(PCR)'], r: 1 })).toMatchObject({ method: 'unknown', result: 'unknown' })
  })

  test.each(['ES256', 'ES384', 'ES512'] as const)(
    '%s: the signed bytes verify under the certificate it carries',
    (algorithm) => {
      const { envelope } = decodeVdsNc(vdsNcCode({}, algorithm))
      expect(envelope?.algorithm).toBe(algorithm)
      const key = new X509Certificate(envelope!.signer!).publicKey
      const hash = algorithm.replace('ES', 'sha')
      expect(verify(hash, envelope!.signed, { key, dsaEncoding: 'ieee-p1363' }, envelope!.signature)).toBe(true)
    },
  )

  test('the signed bytes are the same whatever the order of members', () => {
    const { data, sig } = opened()
    const { hdr, msg } = data
    const reordered = JSON.stringify(
      { sig, data: { msg: Object.fromEntries(Object.entries(msg).toReversed()), hdr } },
      null,
      1,
    )
    expect(decodeVdsNc(reordered).envelope?.signed).toEqual(decodeVdsNc(vdsNcCode()).envelope?.signed)
  })

  test('one code in an array is read as the code', () => {
    const text = vdsNcCode()
    expect(isVdsNc(`[ ${text} ]`)).toBe(true)
    expect(decodeVdsNc(`[ ${text} ]`)).toEqual(decodeVdsNc(text))
  })

  test('two codes in an array are refused', () => {
    expect(decodeVdsNc(`[${vdsNcCode()},${vdsNcCode()}]`)).toMatchObject({
      structure: 'envelope-damaged',
      certificate: null,
    })
  })

  test.each([
    ['the algorithm is not of this format', { alg: 'PS256' }],
    ['the algorithm is one of our own words', { alg: 'constructor' }],
    ['no algorithm is named', { alg: undefined }],
  ])('where %s, none is answered', (_what, changes) => {
    const seal = opened()
    expect(decodeVdsNc(JSON.stringify({ ...seal, sig: { ...seal.sig, ...changes } }))).toMatchObject({
      structure: 'structure-sound',
      envelope: { algorithm: null },
    })
  })

  test.each([
    ['a signature in DER', { sigvl: Buffer.alloc(71).toString('base64url') }],
    ['an empty signature', { sigvl: '' }],
    ['a signature that is no text', { sigvl: 1 }],
    ['no certificate', { cer: undefined }],
    ['a certificate that is not base64url', { cer: 'MII!' }],
  ])('%s leaves nothing to believe', (_what, changes) => {
    const seal = opened()
    const decoded = decodeVdsNc(JSON.stringify({ ...seal, sig: { ...seal.sig, ...changes } }))
    expect(decoded).toEqual({
      format: 'VDS-NC',
      structure: 'envelope-damaged',
      envelope: null,
      claims: null,
      payload: null,
      certificate: null,
    })
  })

  test.each([
    ['a version in words', { v: 'two' }, { structure: 'claims-damaged' }],
    ['another version', { v: 2 }, { structure: 'content-foreign', foreign: { name: 'icao.test 2' } }],
    ['another type', { t: 'icao.visa' }, { structure: 'content-foreign', foreign: { name: 'icao.visa' } }],
  ])('%s is not read, and the signature can still be checked', (_what, changes, found) => {
    const { data, sig } = opened()
    const decoded = decodeVdsNc(JSON.stringify({ data: { ...data, hdr: { ...data.hdr, ...changes } }, sig }))
    expect(decoded).toMatchObject({ ...found, certificate: null })
    expect(decoded.envelope).not.toBeNull()
  })

  test.each([
    ['nobody', { pid: {} }],
    ['somebody without a letter in the name', { pid: { n: ' << ' } }],
    ['no test', { tr: null }],
    ['no times', { dat: [] }],
  ])('a certificate of %s is unclear', (_what, changes) => {
    expect(decodeVdsNc(vdsNcCode({ message: testMessage(changes as Record<string, Json>) })).structure).toBe(
      'statement-unclear',
    )
  })

  test('a vaccination without a dose is unclear', () => {
    const message = vaccinationMessage({ ve: [{ nam: 'Vaxzevria', vd: [] }] })
    expect(decodeVdsNc(vdsNcCode({ type: 'icao.vacc', message })).structure).toBe('statement-unclear')
  })

  test('a member said twice is refused, since the reader might see the other one', () => {
    const twice = vdsNcCode().replace('"r":"negative"', '"r":"positive","r":"negative"')
    expect(decodeVdsNc(twice).structure).toBe('text-damaged')
  })

  test('a text longer than any code is not opened', () => {
    expect(decodeVdsNc(`${vdsNcCode()}${' '.repeat(8192)}`).structure).toBe('content-too-large')
  })

  test.each([
    ['an address', 'https://example.vn/?data=1', false],
    ['other JSON', '{"data":{"t":"x"},"sig":{}}', false],
    ['a damaged code', '{"data":{"hdr":{"t":"icao.test","v":1', true],
  ])('%s is told apart', (_what, text, expected) => {
    expect(isVdsNc(text)).toBe(expected)
  })

  test('any text at all decodes to something', () => {
    const code = vdsNcCode()
    const mutated = fc
      .tuple(fc.nat(code.length), fc.nat(40), fc.string({ maxLength: 5 }))
      .map(([at, drop, add]) => code.slice(0, at) + add + code.slice(at + drop))
    fc.assert(fc.property(fc.oneof(mutated, fc.string(), fc.json()), (text) => decodeVdsNc(text).format === 'VDS-NC'))
  })

  test.skipIf(!existsSync(join(publicData, 'vdsnc')))('reads every public case in full', () => {
    for (const { qr } of readJsonLines<{ qr: string }>(join(publicData, 'vdsnc', 'cases.jsonl'))) {
      expect(isVdsNc(qr)).toBe(true)
      expect(decodeVdsNc(qr)).toMatchObject({ structure: 'structure-sound', payload: (JSON.parse(qr) as Seal).data })
    }
  })
})
