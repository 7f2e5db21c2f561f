import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Holder } from '../../../../../shared/certificate/certificate.ts'
import { readCitizenCard } from '../../../../../shared/document/citizen-card.ts'
import type { Document } from '../../../../../shared/document/document.ts'
import { readPersonalCode } from '../../../../../shared/document/personal-code.ts'
import {
  compareIdentities,
  identityOfDocument,
  identityOfHolder,
  type Identity,
} from '../../../../../shared/domain/person/identity.ts'

const holder = (changes: Partial<Holder> = {}): Identity =>
  identityOfHolder({
    name: 'Nguyễn Văn An',
    transliterated: { family: 'NGUYEN', given: 'VAN<AN' },
    birthDate: '1999-08-15',
    number: null,
    ...changes,
  })

const document = (changes: Partial<Document> = {}): Identity =>
  identityOfDocument({
    kind: 'citizen-card',
    number: '001099012345',
    oldNumber: null,
    name: 'NGUYỄN VĂN AN',
    birthDate: '1999-08-15',
    sex: 'M',
    address: null,
    issued: null,
    extras: [],
    ...changes,
  })

describe('a certificate’s holder beside a document', () => {
  test('is the same with an equal name and an equal whole birth date', () => {
    expect(compareIdentities(holder(), document())).toEqual({
      outcome: 'same',
      reasons: ['name-equal', 'birth-date-equal'],
    })
  })

  test.each([
    [
      'family and given name exchanged',
      { name: 'Văn An Nguyễn', transliterated: { family: 'VAN<AN', given: 'NGUYEN' } },
      'name-reordered',
    ],
    ['the given name repeated in the surname', { name: 'Nguyễn Văn An Văn An', transliterated: null }, 'name-repeated'],
    ['the name run together', { name: 'NGUYENVANAN', transliterated: null }, 'name-respaced'],
  ])('is the same with %s', (_, changes, reason) => {
    expect(compareIdentities(holder(changes), document())).toEqual({
      outcome: 'same',
      reasons: [reason, 'birth-date-equal'],
    })
  })

  test.each([
    [
      'a middle name is missing',
      { name: 'Nguyễn An', transliterated: null },
      ['name-part-missing', 'birth-date-equal'],
    ],
    [
      'only the surname is shared',
      { name: 'Nguyễn Thị Hoa', transliterated: null },
      ['name-partial', 'birth-date-equal'],
    ],
    ['the name is in another script', { name: '阮文安', transliterated: null }, ['name-unknown', 'birth-date-equal']],
    ['only the year of birth is known', { birthDate: '1999' }, ['name-equal', 'birth-date-compatible']],
    ['no birth date is known', { birthDate: null }, ['name-equal', 'birth-date-unknown']],
    ['the birth date is no date', { birthDate: '1999-99-99' }, ['name-equal', 'birth-date-unknown']],
  ])('is to be looked at where %s', (_, changes, reasons) => {
    expect(compareIdentities(holder(changes), document())).toEqual({ outcome: 'look', reasons })
  })

  test('is to be looked at where day and month of birth are exchanged', () => {
    expect(compareIdentities(holder({ birthDate: '1999-05-08' }), document({ birthDate: '1999-08-05' }))).toEqual({
      outcome: 'look',
      reasons: ['name-equal', 'birth-date-swapped'],
    })
  })

  test.each([
    ['the birth dates differ', { birthDate: '1999-08-16' }, 'birth-date-different'],
    ['the years differ, all else masked', { birthDate: '1998' }, 'birth-date-different'],
    ['the names share nothing', { name: 'Lê Hoa', transliterated: null }, 'name-different'],
  ])('is different where %s', (_, changes, reason) => {
    const comparison = compareIdentities(holder(changes), document())
    expect(comparison.outcome).toBe('different')
    expect(comparison.reasons).toContain(reason)
  })
})

describe('two documents', () => {
  test('are the same by an equal whole number where a birth date is masked', () => {
    expect(compareIdentities(document({ birthDate: '1999-**-**' }), document())).toEqual({
      outcome: 'same',
      reasons: ['name-equal', 'birth-date-compatible', 'number-equal'],
    })
  })

  test('are to be looked at where number and birth date are both masked', () => {
    expect(compareIdentities(document({ number: '******012345', birthDate: '1999-**-15' }), document())).toEqual({
      outcome: 'look',
      reasons: ['name-equal', 'birth-date-compatible', 'number-compatible'],
    })
  })

  test('are different by their personal numbers, whatever else is equal', () => {
    expect(compareIdentities(document({ number: '001099012346' }), document())).toEqual({
      outcome: 'different',
      reasons: ['name-equal', 'birth-date-equal', 'number-different'],
    })
  })

  test.each([
    ['masked numbers that do not fit', { number: '******999999' }, {}],
    ['renewed passports', { number: 'B1234567' }, { number: 'C7654321' }],
    ['old numbers of two provinces', { number: '012345678' }, { oldNumber: '123456789' }],
  ])('with %s are to be looked at', (_, one, other) => {
    expect(compareIdentities(document(one), document(other))).toEqual({
      outcome: 'look',
      reasons: ['name-equal', 'birth-date-equal', 'number-differs'],
    })
  })

  test('are the same by an old number that the new card still carries', () => {
    const comparison = compareIdentities(
      document({ number: '012345678', birthDate: null }),
      document({ oldNumber: '012345678' }),
    )
    expect(comparison.outcome).toBe('same')
  })

  test('are different by their personal numbers even where an old number is equal', () => {
    const other = document({ number: '024099012345', oldNumber: '012345678' })
    expect(compareIdentities(document({ oldNumber: '012345678' }), other).outcome).toBe('different')
  })

  test('are not different because one carries a cancelled personal number too', () => {
    expect(compareIdentities(document({ oldNumber: '024099012345' }), document()).outcome).toBe('same')
  })

  test('may have health-insurance numbers that differ in what changes with work', () => {
    const numbers = [{ number: 'GD4797934567890' }, { number: 'HS4797934567890' }]
    expect(compareIdentities(document(numbers[0]), document(numbers[1])).reasons).toContain('number-equal')
  })

  test('say nothing by numbers of two kinds', () => {
    expect(compareIdentities(document({ number: 'B1234567' }), document()).reasons).toEqual([
      'name-equal',
      'birth-date-equal',
    ])
  })

  test('of the codes people carry are compared as scanned', () => {
    const card = readCitizenCard('001187029317||Nguyễn Lê Khả Hân|18011987|Nữ|Hà Nội|02092021')
    const code = readPersonalCode('******029317|NGUYEN LE KHA HAN|1987-**-**|0|162979388586171100|<2<')
    if (!card || !code) throw new Error('both are read')
    expect(compareIdentities(identityOfDocument(card), identityOfDocument(code)).outcome).toBe('look')
  })
})

describe('comparing anybody with anybody', () => {
  const birthDate = fc.constantFrom(
    null,
    '1999',
    '1999-08',
    '1999-**-15',
    '1999-08-15',
    '1999-05-08',
    '1999-08-05',
    '1998-08-15',
  )
  const identity = fc
    .record({
      name: fc.constantFrom('Nguyễn Văn An', 'NGUYEN VAN AN', 'An Nguyễn', 'Lê Thị Hoa', '阮文安', 'Nguyễn Thị Hoa'),
      birthDate,
      number: fc.constantFrom('001099012345', '******012345', '******999999', '024099012345', '012345678', 'B1234567'),
    })
    .map((fields) => document(fields))

  test('gives the same answer both ways round', () => {
    fc.assert(
      fc.property(identity, identity, (one, other) => {
        expect(compareIdentities(one, other)).toEqual(compareIdentities(other, one))
      }),
    )
  })

  test('is never the same without a whole birth date or a whole number', () => {
    fc.assert(
      fc.property(identity, identity, (one, other) => {
        const { outcome, reasons } = compareIdentities(one, other)
        const proved = reasons.includes('birth-date-equal') || reasons.includes('number-equal')
        expect(outcome === 'same' && !proved).toBe(false)
      }),
    )
  })

  test('finds nobody to be different from themselves', () => {
    fc.assert(
      fc.property(identity, (one) => {
        expect(compareIdentities(one, one).outcome).not.toBe('different')
      }),
    )
  })
})
