import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareNames } from '../../../../shared/domain/name-comparison.ts'
import { foldName, nameTokens } from '../../../../shared/domain/names.ts'

describe('folding a name', () => {
  test.each([
    ['Đỗ Nguyễn Hoàng Phương Uyên', 'DO NGUYEN HOANG PHUONG UYEN'],
    ['nguyễn  ưng   thị\tmỹ ', 'NGUYEN UNG THI MY'],
    ['BAO<DUY', 'BAO DUY'],
    ['NGUYEN<<BAO<DUY<<<<', 'NGUYEN BAO DUY'],
    ['H’Hen Niê', 'HHEN NIE'],
    ['O’Brien-Smith', 'OBRIEN SMITH'],
    ['Ｎｇｕｙｅｎ', 'NGUYEN'],
    ['Wałęsa Þór Ðorđe ß', 'WALESA THOR DORDE SS'],
    ['Müller Søren Ångström', 'MULLER SOREN ANGSTROM'],
    ['王小明', ''],
  ])('%s is %s', (name, folded) => {
    expect(foldName(name)).toBe(folded)
  })

  test.each([
    ['Müller', 'MUELLER'],
    ['Søren', 'SOEREN'],
    ['Ångström', 'AANGSTROEM'],
    ['Nguyễn', 'NGUYEN'],
  ])('%s expanded as ICAO has it is %s', (name, folded) => {
    expect(foldName(name, 'expanded')).toBe(folded)
  })

  test('is the same for marks composed or not, and for either case', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...Array.from('aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậặễộợữỹ Ø')),
      maxLength: 40,
    })
    fc.assert(
      fc.property(letters, (name) => {
        expect(foldName(name.normalize('NFD'))).toBe(foldName(name))
        expect(foldName(name.toUpperCase())).toBe(foldName(name))
      }),
    )
  })

  test('reads no more than a name can have', () => {
    expect(foldName('A'.repeat(100_000)).length).toBeLessThan(1000)
  })

  test('folds once and for all, to A to Z', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name))
        expect(nameTokens(name).every((token) => /^[A-Z]+$/.test(token))).toBe(true)
      }),
    )
  })
})

describe('comparing names', () => {
  test.each([
    ['Nguyễn Văn An', 'NGUYEN<<VAN<AN', 'equal'],
    ['Müller Hans', 'MUELLER<<HANS', 'equal'],
    ['Müller Hans', 'MULLER<<HANS', 'equal'],
    ['Nguyễn Văn An', 'AN NGUYEN VAN', 'reordered'],
    ['Nguyễn Bảo Duy', 'NGUYEN BAODUY', 'respaced'],
    ['Nguyễn Bảo Duy', 'BAODUY NGUYEN', 'respaced'],
    ['TAN AH KOW AH KOW', 'Tan Ah Kow', 'repeated'],
    ['Nguyễn Văn An', 'Nguyễn An', 'part-missing'],
    ['Nguyễn Văn An', 'Nguyễn Thị Hoa', 'partial'],
    ['Nguyễn Văn An', 'NGUYENVAN ANH', 'partial'],
    ['Nguyễn Văn An', 'Lê Thị Hoa', 'unrelated'],
    ['王小明', 'Wang Xiaoming', 'unknown'],
    ['', 'Wang Xiaoming', 'unknown'],
  ])('%s and %s are %s', (one, other, comparison) => {
    expect(compareNames([one], [other])).toBe(comparison)
    expect(compareNames([other], [one])).toBe(comparison)
  })

  test('takes the closest of several ways of writing one name', () => {
    expect(compareNames(['王小明', 'WANG<<XIAOMING'], ['Wang Xiaoming'])).toBe('equal')
  })

  test('finds the parts of a name in any order to be one name', () => {
    const parts = fc.uniqueArray(fc.constantFrom('Nguyễn', 'Thị', 'Đào', 'Bích', 'Ngọc', 'Lê'), { minLength: 1 })
    fc.assert(
      fc.property(
        parts.chain((name) => fc.tuple(fc.constant(name), fc.shuffledSubarray(name, { minLength: name.length }))),
        ([name, shuffled]) => {
          expect(['equal', 'reordered', 'respaced']).toContain(compareNames([name.join(' ')], [shuffled.join(' ')]))
        },
      ),
    )
  })
})
