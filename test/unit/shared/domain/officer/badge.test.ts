/** Badges: written, and read as scanners give them. */
import { expect, test } from 'vitest'
import { badgeText, readBadge } from '../../../../../shared/domain/officer/badge.ts'
import { ownCodeOf } from '../../../../../shared/domain/own-code.ts'

const secret = Uint8Array.from({ length: 16 }, (_, at) => at * 13)
const text = badgeText({ number: '1042', secret })

test('what is written is read', () => {
  expect(readBadge(text)).toEqual({ number: '1042', secret })
})

test('it is one of our own codes, and in a QR code’s alphanumeric mode', () => {
  expect(ownCodeOf(text)).toBe('badge')
  expect(text).toMatch(/^[0-9A-Z $%*+\-./:]+$/)
})

test('a scanner that changes case, or adds to it, changes nothing', () => {
  expect(readBadge(`${text.toLowerCase()}\r\n`)).toEqual({ number: '1042', secret })
})

test.each([
  ['one letter misread', text.slice(0, -3) + (text.at(-3) === 'A' ? 'B' : 'A') + text.slice(-2)],
  ['cut short', text.slice(0, -1)],
  ['no number', text.replace(':1042:', '::')],
  ['a number too long', text.replace(':1042:', ':10421042104:')],
  ['a PIN behind it', `${text}:739164`],
  ['a result', 'HC1:6BF'],
  ['very long', text + ' '.repeat(1000) + 'X'],
])('%s is no badge', (_, other) => {
  expect(readBadge(other)).toBeNull()
})
