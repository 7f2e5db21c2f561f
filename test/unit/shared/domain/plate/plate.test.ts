import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isSamePlate, isWholePlate, plateKinds, readPlate } from '../../../../../shared/domain/plate/plate.ts'

describe('a plate', () => {
  test.each([
    ['98a12345', 'car', '98A12345', '98A-123.45'],
    ['98A-123.45', 'car', '98A12345', '98A-123.45'],
    ['29A-1234', 'car', '29A1234', '29A-1234'],
    ['29O-1234', 'car', '29O1234', '29O-1234'],
    ['80A 123.45', 'car', '80A12345', '80A-123.45'],
    ['98-B1 123.45', 'motorbike', '98B112345', '98-B1 123.45'],
    ['98-B1 2345', 'motorbike', '98B12345', '98-B1 2345'],
    ['98B12345', 'car', '98B12345', '98B-123.45'],
    ['59-A1 123.45', 'motorbike', '59A112345', '59-A1 123.45'],
    ['29-AA 123.45', 'motorbike', '29AA12345', '29-AA 123.45'],
    ['29-MĐ1 013.53', 'motorbike', '29MD101353', '29-MĐ1 013.53'],
    ['29MD101353', 'motorbike', '29MD101353', '29-MĐ1 013.53'],
    ['98-MĐ 123.45', 'motorbike', '98MD12345', '98-MĐ 123.45'],
    ['98MĐ12345', 'motorbike', '98MD12345', '98-MĐ 123.45'],
    ['98 md 123 45', 'motorbike', '98MD12345', '98-MĐ 123.45'],
    ['98-MĐ1 2345', 'motorbike', '98MD12345', '98-MĐ1 2345'],
    ['98-MĐ1 123.45', 'motorbike', '98MD112345', '98-MĐ1 123.45'],
    ['98-MĐ 012.34', 'motorbike', '98MD01234', '98-MĐ 012.34'],
    ['51R-141.39', 'trailer', '51R14139', '51R-141.39'],
    ['51R1413', 'trailer', '51R1413', '51R-1413'],
    ['15RM-012.34', 'trailer', '15RM01234', '15RM-012.34'],
    ['TC 3386', 'military', 'TC3386', 'TC-33-86'],
    ['80-011-NG-01', 'diplomatic', '80011NG01', '80-011-NG-01'],
    ['80NG-636-70', 'diplomatic', '80636NG70', '80-636-NG-70'],
    ['29-631-CV-01', 'diplomatic', '29631CV01', '29-631-CV-01'],
    ['T29-123.45', 'temporary', 'T2912345', 'T29-123.45'],
    ['74LB-123.45', 'economic-zone', '74LB12345', '74LB-123.45'],
    ['38CT-123.45', 'economic-zone', '38CT12345', '38CT-123.45'],
    ['29-CT 123.45', 'motorbike', '29CT12345', '29-CT 123.45'],
    ['51LD-123.45', 'special', '51LD12345', '51LD-123.45'],
    ['80KT 1234', 'special', '80KT1234', '80KT-1234'],
    ['50TĐ-821.08', 'special', '50TD82108', '50TĐ-821.08'],
    ['50TD82108', 'special', '50TD82108', '50TĐ-821.08'],
    ['桂F·12345', 'foreign', '桂F12345', '桂F 12345'],
    ['ກຂ 1234', 'foreign', 'ກຂ1234', 'ກຂ 1234'],
    ['2AB-1234', 'foreign', '2AB1234', '2AB-1234'],
    ['96A-123.45', 'foreign', '96A12345', '96A-123.45'],
  ])('%s is of kind %s', (typed, kind, key, display) => {
    expect(readPlate(typed)).toMatchObject({ kind, key, display })
  })

  test('names its province, as officers know it', () => {
    expect(readPlate('98A12345')?.province).toEqual({ code: '98', name: 'Bắc Giang' })
    expect(readPlate('TC3386')?.province).toBeNull()
  })

  test('is the same however it is typed', () => {
    expect(isSamePlate('98A-123.45', ' 98a 12345')).toBe(true)
    expect(isSamePlate('80NG-011-01', '80-011-NG-01')).toBe(true)
    expect(isSamePlate('98A-123.45', '98A-123.46')).toBe(false)
    expect(isSamePlate('', '')).toBe(false)
  })

  test.each([[''], ['  - . '], ['x'.repeat(25)], ['\u0000\u202E'], ['9'.repeat(10_000)]])('%j is none', (typed) => {
    expect(readPlate(typed)).toBeNull()
  })
})

const digits = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.nat(9).map(String), minLength: length, maxLength: length })
const plausible = fc
  .tuple(
    fc.constantFrom('', '98', '29', '74', '38', '80', '80011', 'T29', '96'),
    fc.constantFrom('', '-', ' '),
    fc.constantFrom(
      '',
      'A',
      'B1',
      'MĐ1',
      'MD2',
      'MĐ',
      'MK',
      'TĐ',
      'R',
      'RM',
      'LB',
      'CT',
      'LA',
      'KT',
      'NG',
      'CV',
      'TC',
      'AA',
      'O',
      'đ',
    ),
    fc.constantFrom('', '-', ' ', '.'),
    fc.oneof(digits(2), digits(4), digits(5), digits(6)),
  )
  .map((parts) => parts.join(''))

describe('any plate', () => {
  test('as displayed is read as the same plate', () => {
    fc.assert(
      fc.property(fc.oneof(plausible, fc.string({ unit: 'binary', maxLength: 20 })), (typed) => {
        const plate = readPlate(typed)
        if (plate) expect(readPlate(plate.display)).toEqual(plate)
      }),
      // A letter whose upper case Unicode takes apart.
      { numRuns: 3000, examples: [['ΐ1234']] },
    )
  })

  test('has one key with and without separators, whatever their kind', () => {
    fc.assert(
      fc.property(plausible, (typed) => {
        expect(readPlate(typed.replace(/[-. ]/g, ''))?.key).toBe(readPlate(typed)?.key)
        expect(readPlate(typed.toLowerCase())?.key).toBe(readPlate(typed)?.key)
      }),
    )
  })

  test('has a kind, and a key without separators', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (typed) => {
        const plate = readPlate(typed)
        if (!plate) return
        expect(plateKinds).toContain(plate.kind)
        expect(plate.key).toMatch(/^[\p{L}\p{M}\p{N}]+$/u)
      }),
    )
  })
})

describe('a whole plate', () => {
  it('is one of ours, or a foreign one with a figure', () => {
    for (const text of ['98A-123.45', '98B1-2345', '29C-1234', 'TC-33-86', '2A-1234', '粤A12345', 'ກຂ 1234']) {
      expect([text, isWholePlate(text)]).toEqual([text, true])
    }
  })

  it('is not the beginning of one of ours, nor a few characters, nor letters alone', () => {
    for (const text of ['', '29', '29C', '29C1', '29C123', '345', 'ABCDE']) {
      expect([text, isWholePlate(text)]).toEqual([text, false])
    }
  })
})
