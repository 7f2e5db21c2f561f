import { expect, test } from 'vitest'
import { keypadCharacter, keypadKey } from '../../../../renderer/scanner/wedge/alt-keypad.ts'
import { lostCharacter, usCharacter } from '../../../../renderer/scanner/wedge/keys.ts'

test.each([
  ['0224', 'à'],
  ['0225', 'á'],
  ['0128', '€'],
  ['65', 'A'],
  ['7871', 'ế'],
  ['07871', 'ế'],
  ['+1EBF', 'ế'],
  ['128512', '😀'],
])('%s under Alt is %s', (typed, character) => {
  expect(keypadCharacter(typed)).toBe(character)
})

test.each(['160', '224', '0', '013', '55296', '9999999', '99999999', '+', '+110000', ''])(
  '%j under Alt is a character that the page cannot know',
  (typed) => {
    expect(keypadCharacter(typed)).toBe(lostCharacter)
  },
)

test('the keypad counts whatever Num Lock makes of it, and letters only in a hexadecimal number', () => {
  expect(['Numpad0', 'Numpad9', 'NumpadAdd', 'Digit1', 'KeyA'].map((code) => keypadKey(code, ''))).toEqual([
    '0',
    '9',
    '+',
    null,
    null,
  ])
  expect(['Numpad1', 'KeyE', 'KeyG', 'NumpadAdd'].map((code) => keypadKey(code, '+'))).toEqual(['1', 'E', null, null])
})

test('a place bears what a US keyboard has there', () => {
  expect(['KeyH', 'KeyC', 'KeyA'].map((code) => usCharacter(code, true))).toEqual(['H', 'C', 'A'])
  expect(usCharacter('Digit1', false)).toBe('1')
  expect(usCharacter('Semicolon', true)).toBe(':')
  expect(usCharacter('Backslash', true)).toBe('|')
  expect([usCharacter('IntlBackslash', false), usCharacter('Numpad1', false), usCharacter('', false)]).toEqual([
    null,
    null,
    null,
  ])
})
