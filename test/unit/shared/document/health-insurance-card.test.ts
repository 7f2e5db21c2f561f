import { describe, expect, test } from 'vitest'
import { readHealthInsuranceCard } from '../../../../shared/document/health-insurance-card.ts'

const hex = (text: string): string => Buffer.from(text, 'utf8').toString('hex')
const card = (changes: Record<number, string> = {}): string =>
  [
    'GD4797934567890',
    hex('Trần Thị Bích'),
    '30/04/2001',
    '2',
    hex('Củ Chi, TP Hồ Chí Minh'),
    '79 - 024',
    '01/01/2021',
    '31/12/2021',
    '25/12/2020',
    '7934',
    '-',
    '4',
    '01/01/2026',
    'a1b2',
    '$',
  ]
    .map((field, index) => changes[index] ?? field)
    .join('|')

describe('the health-insurance card', () => {
  test('is read, its hexadecimal name and address decoded', () => {
    expect(readHealthInsuranceCard(card())).toMatchObject({
      kind: 'health-insurance-card',
      number: 'GD4797934567890',
      name: 'Trần Thị Bích',
      birthDate: '2001-04-30',
      sex: 'F',
      address: 'Củ Chi, TP Hồ Chí Minh',
      issued: '2020-12-25',
    })
  })

  test('keeps the facility and all that follows as they are', () => {
    expect(readHealthInsuranceCard(card())?.extras.slice(0, 3)).toEqual(['79 - 024', '01/01/2021', '31/12/2021'])
  })

  test('may have its address in plain letters and no end of validity', () => {
    expect(readHealthInsuranceCard(card({ 4: 'Củ Chi', 7: '-' }))?.address).toBe('Củ Chi')
  })

  test.each(['-', hex('-'), ''])('has no address where it says %j', (address) => {
    expect(readHealthInsuranceCard(card({ 4: address }))?.address).toBeNull()
  })

  test('never shows an address that holds what cannot be seen', () => {
    expect(readHealthInsuranceCard(card({ 4: hex('Huế\u0007') }))?.address).toBe(hex('Huế\u0007'))
  })

  test.each([
    ['1/4/2001', '2001-04-01'],
    ['04/2001', '2001-04'],
    ['1940', '1940'],
    ['30042001', '2001-04-30'],
  ])('may write the birth date %s', (written, birthDate) => {
    expect(readHealthInsuranceCard(card({ 2: written }))?.birthDate).toBe(birthDate)
  })

  test('may have the ten digits alone for its number', () => {
    expect(readHealthInsuranceCard(card({ 0: '7934567890' }))?.number).toBe('7934567890')
  })

  test.each([
    ['a name that is not hexadecimal', { 1: 'Trần Thị Bích' }],
    ['a name that is not UTF-8', { 1: 'c3c3' }],
    ['a name with an overlong zero', { 1: '41c08041' }],
    ['a name with a control character', { 1: hex('An\u0007h') }],
    ['half a byte at the end', { 1: `${hex('An')}4` }],
    ['a number of fourteen characters', { 0: 'GD479793456789' }],
    ['a sex of 3', { 3: '3' }],
    ['a validity that begins on no day', { 6: '31/02/2021' }],
    ['a validity that ends on no day', { 7: '31/11/2021' }],
  ])('with %s is refused', (_, changes) => {
    expect(readHealthInsuranceCard(card(changes))).toBeNull()
  })
})
