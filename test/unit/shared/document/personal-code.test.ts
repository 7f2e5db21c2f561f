import { expect, describe, test } from 'vitest'
import { readPersonalCode } from '../../../../shared/document/personal-code.ts'

const code = (changes: Record<number, string> = {}): string =>
  ['001093029317', 'NGUYEN LE KHA HAN', '1987-01-18', '0', '162979388586171100', '<1<GD4877<0943']
    .map((field, index) => changes[index] ?? field)
    .join('|')

describe('the PC-Covid personal code', () => {
  test('is read, the fields after the date kept as they are', () => {
    expect(readPersonalCode(code())).toEqual({
      kind: 'personal-code',
      number: '001093029317',
      oldNumber: null,
      name: 'NGUYEN LE KHA HAN',
      birthDate: '1987-01-18',
      sex: 'M',
      address: null,
      issued: null,
      extras: ['0', '162979388586171100', '<1<GD4877<0943'],
    })
  })

  test.each([
    ['six masked characters', '******029317'],
    ['a masked old number', '******509'],
    ['a passport', 'B1234567'],
  ])('may carry %s', (_, number) => {
    expect(readPersonalCode(code({ 0: number }))?.number).toBe(number)
  })

  test.each([
    ['1987-**-**', '1987-**-**'],
    ['1987-*-18', '1987-**-18'],
    ['1989/3/3', '1989-03-03'],
    ['1989', '1989'],
  ])('may write the birth date %s', (written, birthDate) => {
    expect(readPersonalCode(code({ 2: written }))?.birthDate).toBe(birthDate)
  })

  test('may end without its last field', () => {
    expect(readPersonalCode(code().split('|').slice(0, 5).join('|'))?.sex).toBeNull()
  })

  test('does not guess a sex from a digit it does not know', () => {
    expect(readPersonalCode(code({ 5: '<0<' }))?.sex).toBeNull()
  })

  test.each([
    ['a day that does not exist', { 2: '1987-02-30' }],
    ['a mask of three characters', { 0: '001***029317' }],
    ['a birth in another millennium', { 2: '2999-01-18' }],
    ['a mask in the middle of the number', { 0: '001093******' }],
    ['a declarer other than 0 and 1', { 3: '2' }],
    ['letters in the code’s number', { 4: '16297938858617110O' }],
    ['a seventh field', { 5: 'x|y' }],
  ])('with %s is refused', (_, changes) => {
    expect(readPersonalCode(code(changes))).toBeNull()
  })
})
