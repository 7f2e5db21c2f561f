import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestComparedName, mostNameParts } from '../../../../../shared/domain/limits.ts'
import { compareNames } from '../../../../../shared/domain/person/name-comparison.ts'
import { foldName, nameTokens } from '../../../../../shared/domain/person/names.ts'

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
    ['A B A B', 'A B', 'part-missing'],
    ['LY Y LY', 'Ly Y', 'part-missing'],
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

  test.each([
    ['parts', 'A B '.repeat(128)],
    ['one part more than people have', 'AN '.repeat(mostNameParts + 1)],
    ['letters', `NGUYEN ${'A'.repeat(longestComparedName)}`],
  ])('tells nothing of a name of too many %s, lest two of them pass for one', (_what, name) => {
    expect(compareNames([name], [name])).toBe('too-long')
    expect(compareNames([name], [`${name}C`])).toBe('too-long')
    expect(compareNames([name], ['Nguyễn Văn An'])).toBe('too-long')
    expect(compareNames([name, 'NGUYEN<<VAN<AN'], ['Nguyễn Văn An'])).toBe('equal')
  })

  test('takes names of as many parts as people have', () => {
    const parts = Array.from({ length: mostNameParts }, (_, index) => `AN${String.fromCodePoint(65 + index)}`)
    expect(compareNames([parts.join(' ')], [parts.toReversed().join(' ')])).toBe('reordered')
  })

  test('never finds two names of one-letter parts to be one by what they repeat', () => {
    const initials = fc.array(fc.constantFrom('A', 'B', 'C'), { minLength: 1, maxLength: mostNameParts })
    fc.assert(
      fc.property(initials, initials, (one, other) => {
        const agrees = ['equal', 'reordered', 'respaced', 'repeated']
        const found = compareNames([one.join(' ')], [other.join(' ')])
        if (agrees.includes(found)) expect(one.toSorted()).toEqual(other.toSorted())
      }),
    )
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
