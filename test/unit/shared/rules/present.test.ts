/** Certificates of every format in the one shape that rules are written for. */
import { describe, expect, test } from 'vitest'
import type { Certificate, Statement } from '../../../../shared/certificate/certificate.ts'
import { presentToRules } from '../../../../shared/rules/present.ts'

const common = { disease: '840539006', authority: 'Sở Y tế', country: 'VN', identifier: 'ID1' }
const moment = (text: string) => ({ text, earliest: 0, latest: 0, zoned: true })
const testStatement: Statement = {
  ...common,
  kind: 'test',
  method: 'naat',
  result: 'negative',
  sampled: moment('2021-10-03T12:00:00+07:00'),
  reported: moment('2021-10-03T20:00:00+07:00'),
  centre: null,
}

const certificateOf = (statement: Statement, changes: Partial<Certificate> = {}): Certificate => ({
  format: 'SHC',
  issuer: 'https://example.vn',
  kid: null,
  issuedAt: null,
  notBefore: null,
  expiresAt: null,
  holder: { name: 'Nguyễn Văn An', transliterated: null, birthDate: null, number: null },
  statement,
  ...changes,
})

describe('what rules are shown', () => {
  test('is of HC1 the payload itself', () => {
    const payload = { t: [{ tr: 'x' }] }
    const presented = presentToRules(certificateOf(testStatement, { format: 'HC1', issuer: 'VN' }), payload)
    expect(presented).toEqual({ payload, certificateType: 'Test', issuerCountry: 'VN' })
    expect(presented?.payload).toBe(payload)
  })

  test('is of other formats the same shape, with codes for words and what is not stated left out', () => {
    expect(presentToRules(certificateOf(testStatement), {})?.payload).toEqual({
      nam: { fn: 'Nguyễn Văn An' },
      dob: '',
      t: [
        {
          tg: '840539006',
          co: 'VN',
          is: 'Sở Y tế',
          ci: 'ID1',
          tt: 'LP6464-4',
          tr: '260415000',
          sc: '2021-10-03T12:00:00+07:00',
          dr: '2021-10-03T20:00:00+07:00',
        },
      ],
    })
  })

  test.each([
    ['rapid-antigen', 'LP217198-3'],
    ['unknown', undefined],
  ] as const)('names the method %s by its code', (method, code) => {
    const { payload } = presentToRules(certificateOf({ ...testStatement, method }), {}) ?? {}
    expect((payload as { t: [{ tt?: string }] }).t[0].tt).toBe(code)
  })

  test.each([
    ['positive', '260373001'],
    ['unknown', undefined],
  ] as const)('names the result %s by its code', (result, code) => {
    const { payload } = presentToRules(certificateOf({ ...testStatement, result }), {}) ?? {}
    expect((payload as { t: [{ tr?: string }] }).t[0].tr).toBe(code)
  })

  test('counts the doses of a vaccination and gives the dates of a recovery', () => {
    const vaccination = { ...common, kind: 'vaccination', product: 'P', dose: 2, doses: 3, date: '2021-08-18' } as const
    expect(presentToRules(certificateOf(vaccination), {})).toMatchObject({
      certificateType: 'Vaccination',
      payload: { v: [{ mp: 'P', dn: 2, sd: 3, dt: '2021-08-18' }] },
    })
    const recovery = { ...common, kind: 'recovery', firstPositive: 'a', validFrom: 'b', validUntil: 'c' } as const
    expect(presentToRules(certificateOf(recovery), {})).toMatchObject({
      certificateType: 'Recovery',
      payload: { r: [{ fr: 'a', df: 'b', du: 'c' }] },
    })
  })

  test('is nothing of a pass, which tells nothing', () => {
    expect(presentToRules(certificateOf({ ...common, kind: 'pass' }), {})).toBeNull()
  })
})
