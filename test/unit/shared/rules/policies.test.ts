/** The policies that ship: what Bắc Giang and Hồ Chí Minh City asked, before and after each date, by zone. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { applyPolicy, type OriginZone } from '../../../../shared/rules/checkpoint.ts'
import { parametersAt, readPolicy, type Policy } from '../../../../shared/rules/policy.ts'
import type { CertificateType } from '../../../../shared/rules/rule.ts'

const folder = new URL('../../../../shared/rules/policies/', import.meta.url)
const content = (name: string): { parameters: [Record<string, unknown>] } =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))

const load = (name: string, changes: Record<string, unknown> = {}): Policy => {
  const reading = readPolicy({ ...content(name), ...changes })
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return reading.policy
}

const bacGiang = load('bac-giang')
const hoChiMinhCity = load('ho-chi-minh-city')
const programDefault = load('program-default')

/** A negative PCR result, sampled at 08:00 in Viet Nam on 12 October 2021. */
const result = (changes: Record<string, unknown> = {}) => ({
  t: [{ tg: '840539006', tt: 'LP6464-4', tr: '260415000', sc: '2021-10-12T08:00:00+07:00', ...changes }],
})

const doses = (dn: number) => ({ type: 'Vaccination' as const, payload: { v: [{ tg: '840539006', dn }] } })

interface Case {
  at: string
  zone?: OriginZone
  payload?: unknown
  type?: CertificateType
}

/** Identifiers of the rules that did not pass, with their outcome; null where no policy is in force. */
const complaints = (policy: Policy, { at, zone = 4, payload = result(), type = 'Test' }: Case): string[] | null =>
  applyPolicy(
    policy,
    { payload, certificateType: type, issuerCountry: 'VN' },
    { clock: Date.parse(at), originZone: zone, valueSets: {} },
  )
    ?.filter(({ outcome }) => outcome !== 'passed')
    .map(({ rule, outcome }) => `${rule.Identifier} ${outcome}`) ?? null

describe('Bắc Giang', () => {
  const vaccination = { payload: { v: [{ dn: 2 }] }, type: 'Vaccination' } as const

  test('had no policy on results before 1 October 2021', () => {
    expect(complaints(bacGiang, { at: '2021-09-30T23:59:59+07:00' })).toBeNull()
  })

  test('recognised a result shown by QR from the first moment of 1 October 2021', () => {
    const payload = result({ sc: '2021-09-30T20:00:00+07:00' })
    expect(complaints(bacGiang, { at: '2021-10-01T00:00:00+07:00', payload })).toEqual([])
  })

  test.each([1, 2, 3, 4, null] as const)('asked for a result from zone %j until 14 October', (zone) => {
    const at = '2021-10-14T23:59:59+07:00'
    expect(complaints(bacGiang, { at, zone, ...vaccination })).toEqual(['GR-VN-2401 failed'])
  })

  test.each([1, 2, 3] as const)('asked for none from zone %j from 15 October', (zone) => {
    const at = '2021-10-15T00:00:00+07:00'
    expect(complaints(bacGiang, { at, zone, ...vaccination })).toEqual([])
  })

  test.each([4, null] as const)('still asked for one from zone %j from 15 October', (zone) => {
    const at = '2021-10-15T00:00:00+07:00'
    expect(complaints(bacGiang, { at, zone, ...vaccination })).toEqual(['GR-VN-2401 failed'])
  })

  test('takes a PCR result for 72 hours from sampling, to the millisecond', () => {
    expect(complaints(bacGiang, { at: '2021-10-15T08:00:00.000+07:00' })).toEqual([])
    expect(complaints(bacGiang, { at: '2021-10-15T08:00:00.001+07:00' })).toEqual(['TR-VN-2402 failed'])
  })

  test('takes a rapid result for 24 hours', () => {
    const payload = result({ tt: 'LP217198-3' })
    expect(complaints(bacGiang, { at: '2021-10-13T08:00:00+07:00', payload })).toEqual([])
    expect(complaints(bacGiang, { at: '2021-10-13T08:00:01+07:00', payload })).toEqual(['TR-VN-2402 failed'])
  })

  test('does not mind an old result from zones 1 to 3 since 15 October, but minds it before', () => {
    const payload = result({ sc: '2021-10-01T08:00:00+07:00' })
    expect(complaints(bacGiang, { at: '2021-10-20T08:00:00+07:00', zone: 1, payload })).toEqual([])
    expect(complaints(bacGiang, { at: '2021-10-14T08:00:00+07:00', zone: 1, payload })).toEqual(['TR-VN-2402 failed'])
  })

  test.each([1, 4] as const)('refuses a positive result from zone %j', (zone) => {
    const payload = result({ tr: '260373001' })
    expect(complaints(bacGiang, { at: '2021-10-15T07:00:00+07:00', zone, payload })).toEqual(['TR-VN-2401 failed'])
  })

  test('refuses a result about another disease', () => {
    const payload = result({ tg: '38362002' })
    expect(complaints(bacGiang, { at: '2021-10-13T08:00:00+07:00', payload })).toEqual(['TR-VN-2401 failed'])
  })

  test('refuses a method it does not know and a sample of the future', () => {
    const at = '2021-10-13T08:00:00+07:00'
    expect(complaints(bacGiang, { at, payload: result({ tt: 'other' }) })).toEqual(['TR-VN-2402 failed'])
    const payload = result({ sc: '2021-10-13T08:05:01+07:00' })
    expect(complaints(bacGiang, { at, payload })).toEqual(['TR-VN-2402 failed'])
  })

  test('takes a sample a few minutes ahead of the clock', () => {
    const payload = result({ sc: '2021-10-13T08:05:00+07:00' })
    expect(complaints(bacGiang, { at: '2021-10-13T08:00:00+07:00', payload })).toEqual([])
  })

  test.each(['2021-10-12T08:00:00', '2021-10-12', '2021-10-32T08:00:00Z', '', null])(
    'leaves a result sampled at %j open',
    (sc) => {
      const payload = result({ sc })
      expect(complaints(bacGiang, { at: '2021-10-12T12:00:00+07:00', payload })).toEqual(['TR-VN-2402 open'])
    },
  )
})

describe('Hồ Chí Minh City', () => {
  const late = '2021-10-15T20:00:00+07:00'

  test('counts 72 hours from the result where the code states it', () => {
    const payload = result({ dr: '2021-10-12T20:00:00+07:00' })
    expect(complaints(hoChiMinhCity, { at: late, payload })).toEqual([])
    expect(complaints(bacGiang, { at: late, payload })).toEqual(['TR-VN-2402 failed'])
    expect(complaints(hoChiMinhCity, { at: '2021-10-15T20:00:00.001+07:00', payload })).toEqual(['TR-VN-7902 failed'])
  })

  test('takes a result in time by its sample without knowing when the result came', () => {
    expect(complaints(hoChiMinhCity, { at: '2021-10-15T08:00:00+07:00' })).toEqual([])
  })

  test('cannot conclude on a later one without knowing when the result came', () => {
    expect(complaints(hoChiMinhCity, { at: late })).toEqual(['TR-VN-7902 open'])
  })

  test('refuses a result that came before its sample, or in the future', () => {
    const before = result({ sc: '2021-10-10T08:00:00+07:00', dr: '2021-10-10T07:00:00+07:00' })
    expect(complaints(hoChiMinhCity, { at: '2021-10-13T07:00:00+07:00', payload: result() })).toEqual([])
    expect(complaints(hoChiMinhCity, { at: '2021-10-13T08:00:01+07:00', payload: before })).toEqual([
      'TR-VN-7902 failed',
    ])
    const future = result({ dr: '2021-10-16T20:00:00+07:00' })
    expect(complaints(hoChiMinhCity, { at: late, payload: future })).toEqual(['TR-VN-7902 failed'])
  })
})

describe('the program’s default', () => {
  const at = '2021-10-13T08:00:00+07:00'

  test('asks for two doses', () => {
    expect(complaints(programDefault, { at, ...doses(2) })).toEqual([])
    expect(complaints(programDefault, { at, ...doses(1) })).toEqual(['VR-VN-0001 failed'])
  })

  test('takes a recovery within its dates, the last day included', () => {
    const payload = { r: [{ tg: '840539006', df: '2021-10-01', du: '2021-10-13' }] }
    expect(complaints(programDefault, { at, type: 'Recovery', payload })).toEqual([])
    const next = { at: '2021-10-14T08:00:00+07:00', type: 'Recovery', payload } as const
    expect(complaints(programDefault, next)).toEqual(['RR-VN-0001 failed'])
  })

  test('takes no rapid result where its hours are null, and any number of doses where that is null', () => {
    const [numbers] = content('program-default').parameters
    const strict = load('program-default', { parameters: [{ ...numbers, rapidHours: null, doses: null }] })
    expect(complaints(strict, { at, payload: result({ tt: 'LP217198-3' }) })).toEqual(['TR-VN-0002 failed'])
    expect(complaints(strict, { at, ...doses(1) })).toEqual([])
  })
})

describe('a policy file', () => {
  const [numbers] = content('bac-giang').parameters
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))

  test.each(names)('%s is sound, named as its file, and speaks Vietnamese and English', (file) => {
    const policy = load(file.replace('.json', ''))
    expect(`${policy.policy}.json`).toBe(file)
    const rules = [...policy.ruleSet.byIdentifier.values()].flat().map(({ rule }) => rule.Description)
    const descriptions = [policy.description, ...policy.parameters.map((each) => each.description), ...rules]
    for (const description of descriptions) expect(description.map(({ lang }) => lang)).toEqual(['vi', 'en'])
  })

  test('gives the numbers begun last', () => {
    const second = { ...numbers, validFrom: '2021-11-01T00:00:00+07:00', naatHours: 48 }
    const policy = load('bac-giang', { parameters: [numbers, second] })
    const hoursAt = (at: string) => parametersAt(policy, Date.parse(at))?.naatHours
    expect(hoursAt('2021-10-31T23:59:59+07:00')).toBe(72)
    expect(hoursAt('2021-11-01T00:00:00+07:00')).toBe(48)
  })

  test.each([
    ['format', 2],
    ['policy', 'Bắc Giang'],
    ['country', 'vn'],
    ['parameters', []],
    ['parameters', [numbers, numbers]],
    ['parameters', [{ ...numbers, naatHours: 0 }]],
    ['parameters', [{ ...numbers, clockStart: 'arrival' }]],
    ['parameters', [{ ...numbers, diseases: [] }]],
    ['parameters', [{ ...numbers, validFrom: '2021-10-01' }]],
    ['rules', {}],
    ['rules', [{}]],
    ['unknown', 1],
  ])('is refused when %s is %j', (member, value) => {
    expect(readPolicy({ ...content('bac-giang'), [member]: value }).ok).toBe(false)
  })
})
