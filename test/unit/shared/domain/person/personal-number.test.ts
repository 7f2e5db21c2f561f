import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPersonalNumber, readPersonalNumber } from '../../../../../shared/domain/person/personal-number.ts'

describe('the personal number', () => {
  test('is taken apart', () => {
    expect(readPersonalNumber('024301000123')).toEqual({
      kind: 'personal',
      province: { code: '024', name: 'Bắc Giang', abroad: false },
      sex: 'F',
      birthYear: 2001,
      serial: '000123',
    })
  })

  test.each([
    ['0', 'M', 1999],
    ['1', 'F', 1999],
    ['2', 'M', 2099],
    ['3', 'F', 2099],
    ['4', 'M', 2199],
    ['5', 'F', 2199],
    ['9', 'F', 2399],
  ])('digit %s means %s, born in %i', (digit, sex, birthYear) => {
    expect(readPersonalNumber(`001${digit}99012345`)).toMatchObject({ sex, birthYear })
  })

  test('knows births registered abroad', () => {
    expect(readPersonalNumber('118099012345')).toMatchObject({ province: { code: '118', name: null, abroad: true } })
  })

  test('of nine digits is the card before', () => {
    expect(readPersonalNumber('012345678')).toEqual({ kind: 'old' })
  })

  test('is nothing else', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/^(?:\d{9}|\d{12})$/.test(text)),
        (text) => {
          expect(readPersonalNumber(text)).toBeNull()
        },
      ),
    )
  })
})

describe('the personal number beside the rest of the card', () => {
  test('is consistent where all agrees', () => {
    expect(checkPersonalNumber('001099012345', { sex: 'M', birthDate: '1999-08-15' })).toEqual({ consistent: true })
  })

  test('is consistent for a birth registered abroad', () => {
    expect(checkPersonalNumber('118099012345', { sex: 'M', birthDate: '1999-08-15' })).toEqual({ consistent: true })
  })

  test('names every field that contradicts', () => {
    expect(checkPersonalNumber('003094001122', { sex: 'F', birthDate: '1995-09-09' })).toEqual({
      consistent: false,
      fields: ['province', 'sex', 'birth-year'],
    })
  })

  test('tells centuries apart', () => {
    expect(checkPersonalNumber('001015000111', { sex: 'M', birthDate: '2015-01-01' })).toEqual({
      consistent: false,
      fields: ['birth-year'],
    })
  })

  test('is not contradicted by what is unknown, nor by masks', () => {
    expect(checkPersonalNumber('001099012345', { sex: null, birthDate: null })).toEqual({ consistent: true })
    expect(checkPersonalNumber('001099012345', { sex: null, birthDate: '1999-**-**' })).toEqual({ consistent: true })
  })

  test('of the card before says nothing', () => {
    expect(checkPersonalNumber('012345678', { sex: 'F', birthDate: '1950-01-01' })).toEqual({ consistent: true })
  })

  test('that is none is told by its form', () => {
    expect(checkPersonalNumber('******012345', { sex: null, birthDate: null })).toEqual({
      consistent: false,
      fields: ['form'],
    })
  })
})
