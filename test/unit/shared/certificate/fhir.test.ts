import { describe, expect, test } from 'vitest'
import { readBundle } from '../../../../shared/certificate/fhir.ts'
import type { Json } from '../../../../shared/certificate/json.ts'
import { bundleOf, immunization, loincAnswer, loincCode, observation, patient, snomedResult } from './shc-card.ts'

const covid19 = '840539006'

function read(resources: object[], disease: string | null = null) {
  return readBundle(JSON.parse(JSON.stringify(bundleOf(...resources))) as Json, { disease, identifier: null })
}
const statementOf = (...resources: object[]) => read([patient, ...resources])?.statement
const holderOf = (changes: object) => read([{ ...patient, ...changes }, observation()])?.holder

describe('the patient', () => {
  test('is the holder, family name first', () => {
    expect(read([patient, observation()])?.holder).toEqual({
      name: 'Nguyễn Văn An',
      transliterated: null,
      birthDate: '1999-02-26',
      number: null,
    })
  })

  test('goes by the official of several names', () => {
    expect(
      holderOf({
        name: [
          { use: 'nickname', given: ['Bi'] },
          { use: 'official', family: 'Lê', given: ['Bình'] },
        ],
      })?.name,
    ).toBe('Lê Bình')
  })

  test('goes by the whole text where a name has no parts', () => {
    expect(holderOf({ name: [{ text: 'Lê Bình' }] })?.name).toBe('Lê Bình')
  })

  test('may be born in a year alone', () => {
    expect(holderOf({ birthDate: '1999' })?.birthDate).toBe('1999')
  })

  test.each([
    ['no patient', [observation()]],
    ['a patient without a name', [{ ...patient, name: [] }, observation()]],
    ['two patients', [patient, { ...patient, name: [{ family: 'Lê' }] }, observation()]],
  ])('with %s there is no certificate', (_what, resources) => {
    expect(read(resources)).toBeNull()
  })
})

describe('a laboratory result', () => {
  test('is a test of its method, disease, result, time and laboratory', () => {
    expect(statementOf(observation())).toEqual({
      kind: 'test',
      reported: null,
      method: 'naat',
      result: 'negative',
      disease: covid19,
      sampled: {
        text: '2021-10-03T10:00:00+07:00',
        earliest: Date.parse('2021-10-03T03:00:00Z'),
        latest: Date.parse('2021-10-03T03:00:00Z'),
        zoned: true,
      },
      centre: 'CDC Bắc Giang',
      authority: null,
      country: null,
      identifier: null,
    })
  })

  test.each(['94558-4', '95209-3', '97097-0'])('by LOINC %s is a rapid antigen test', (code) => {
    expect(statementOf(observation(loincCode(code)))).toMatchObject({ method: 'rapid-antigen', disease: covid19 })
  })

  test('of a method for any disease names none', () => {
    expect(statementOf(observation(loincCode('LP6464-4')))).toMatchObject({
      method: 'naat',
      disease: null,
      result: 'negative',
    })
  })

  test.each([
    ['SNOMED not detected', snomedResult('260415000'), 'negative'],
    ['SNOMED negative', snomedResult('260385009'), 'negative'],
    ['SNOMED detected', snomedResult('260373001'), 'positive'],
    ['SNOMED positive', snomedResult('10828004'), 'positive'],
    ['SNOMED inconclusive', snomedResult('419984006'), 'unknown'],
    ['LOINC not detected', loincAnswer('LA11883-8'), 'negative'],
    ['LOINC negative', loincAnswer('LA6577-6'), 'negative'],
    ['LOINC detected', loincAnswer('LA11882-0'), 'positive'],
    ['LOINC positive', loincAnswer('LA6576-8'), 'positive'],
    ['a LOINC answer under the name of SNOMED', snomedResult('LA6577-6'), 'unknown'],
    ['nothing', { valueCodeableConcept: undefined }, 'unknown'],
    ['words', { valueCodeableConcept: undefined, valueString: 'negative' }, 'unknown'],
  ])('that says %s is %s', (_what, value, result) => {
    expect(statementOf(observation(value))).toMatchObject({ result })
  })

  test('for antibodies that were found is no positive test', () => {
    const category = [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] },
    ]
    const antibodies = observation({ ...loincCode('94563-4'), ...snomedResult('260373001'), category })
    expect(statementOf(antibodies)).toMatchObject({ kind: 'test', method: 'unknown', result: 'unknown', disease: null })
  })

  test.each(['preliminary', 'cancelled', 'entered-in-error', 'registered', undefined])(
    'that is %s is none',
    (status) => {
      expect(statementOf(observation({ status }))).toBeUndefined()
    },
  )

  test('without a time of sampling has none', () => {
    expect(statementOf(observation({ effectiveDateTime: undefined }))).toMatchObject({ sampled: null })
  })

  test('of a day alone is of a time that is not certain', () => {
    expect(statementOf(observation({ effectiveDateTime: '2021-10-03' }))).toMatchObject({ sampled: { zoned: false } })
  })

  test('is none where the observation is no laboratory one', () => {
    expect(statementOf(observation(loincCode('8310-5')))).toBeUndefined()
  })
})

describe('of several results', () => {
  const monday = observation({ effectiveDateTime: '2021-10-04T08:00:00+07:00' })
  const sundayPositive = observation({ effectiveDateTime: '2021-10-03T08:00:00+07:00', ...snomedResult('260373001') })

  test.each([
    ['first', [monday, sundayPositive]],
    ['last', [sundayPositive, monday]],
  ])('the latest counts, though it comes %s', (_where, results) => {
    expect(statementOf(...results)).toMatchObject({
      result: 'negative',
      sampled: { text: '2021-10-04T08:00:00+07:00' },
    })
  })

  test('that contradict each other at one time none counts', () => {
    expect(statementOf(monday, { ...sundayPositive, effectiveDateTime: monday.effectiveDateTime })).toBeUndefined()
  })

  test('that contradict each other none counts where a zone could turn their order', () => {
    expect(statementOf(monday, { ...sundayPositive, effectiveDateTime: '2021-10-04' })).toBeUndefined()
  })

  test('that contradict each other none counts where one has no time', () => {
    expect(statementOf(monday, { ...sundayPositive, effectiveDateTime: undefined })).toBeUndefined()
  })

  test('of two methods at one time none counts', () => {
    expect(statementOf(monday, { ...monday, ...loincCode('94558-4') })).toBeUndefined()
  })
})

describe('a vaccination', () => {
  const doses = [immunization('207', '2021-01-29'), immunization('207', '2021-01-01')]

  test('is the latest dose, numbered by how many there are', () => {
    expect(statementOf(...doses)).toEqual({
      kind: 'vaccination',
      product: 'CVX 207',
      dose: 2,
      doses: null,
      date: '2021-01-29',
      disease: covid19,
      authority: null,
      country: null,
      identifier: null,
    })
  })

  test('is numbered as its record numbers it', () => {
    const booster = immunization('229', '2022-09-05', {
      protocolApplied: [{ doseNumberPositiveInt: 3, seriesDosesPositiveInt: 3 }],
    })
    expect(statementOf(booster)).toMatchObject({ dose: 3, doses: 3 })
  })

  test('recorded twice is one dose', () => {
    expect(statementOf(immunization('207', '2021-01-01'), immunization('207', '2021-01-01'))).toMatchObject({ dose: 1 })
  })

  test('that was not done does not count', () => {
    expect(statementOf(...doses, immunization('207', '2021-03-01', { status: 'not-done' }))).toMatchObject({
      dose: 2,
      date: '2021-01-29',
    })
  })

  test('against a disease that its record names is against that one', () => {
    const yellowFever = { coding: [{ system: 'http://snomed.info/sct', code: '16541001' }] }
    expect(
      statementOf(immunization('184', '2020-01-01', { protocolApplied: [{ targetDisease: [yellowFever] }] })),
    ).toMatchObject({
      disease: '16541001',
    })
  })

  test('against something that we do not know is kept', () => {
    expect(statementOf(immunization('03', '2001-05-01'))).toMatchObject({ disease: null, product: 'CVX 03', dose: 1 })
  })

  test('against a disease that we know comes before others', () => {
    expect(statementOf(immunization('03', '2001-05-01'), ...doses, immunization('115', '2022-05-01'))).toMatchObject({
      disease: covid19,
      dose: 2,
    })
  })

  test('cannot be chosen among several against diseases that we do not know', () => {
    expect(statementOf(immunization('03', '2001-05-01'), immunization('115', '2015-05-01'))).toBeUndefined()
  })

  test('is against the disease of the card’s type where no code says', () => {
    expect(read([patient, immunization('999', '2021-05-01')], covid19)?.statement).toMatchObject({ disease: covid19 })
  })

  test('comes after a test result on one card', () => {
    expect(statementOf(...doses, observation())).toMatchObject({ kind: 'test' })
  })
})

describe('a bundle', () => {
  test.each([
    ['a bundle of nothing', bundleOf()],
    ['no bundle', { resourceType: 'Patient' }],
    ['entries that are no list', { resourceType: 'Bundle', entry: {} }],
    ['nothing', null],
    ['a list', []],
  ])('is nothing as %s', (_what, bundle) => {
    expect(readBundle(bundle as Json, { disease: null, identifier: null })).toBeNull()
  })
})

describe('a bundle made to be slow', () => {
  /** How many members are looked at while a bundle of so many resources is read. */
  function looks(resources: object[]): number {
    let count = 0
    const counted = <T extends object>(value: T): T =>
      new Proxy(value, {
        get: (target, name, receiver) => {
          count++
          const member: unknown = Reflect.get(target, name, receiver)
          return typeof member === 'object' && member !== null ? counted(member) : member
        },
      })
    const bundle: Json = JSON.parse(JSON.stringify(bundleOf(patient, ...resources)))
    readBundle(counted(bundle as Json & object), { disease: null, identifier: null })
    return count
  }
  const many = (length: number): object[] =>
    Array.from({ length }, (_, index) => [
      observation({ effectiveDateTime: `2021-10-03T10:00:${index % 60}+07:00`, ...loincCode(`${index}-1`) }),
      immunization('207', `2021-0${1 + (index % 9)}-01`),
    ]).flat()

  test('costs in proportion to its size, and no more', () => {
    const [some, twice] = [looks(many(100)), looks(many(200))]
    expect(some).toBeGreaterThan(100)
    expect(twice).toBeLessThan(some * 2.1)
  })
})
