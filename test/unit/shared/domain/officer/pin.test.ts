/** PINs that everybody would try first. */
import { expect, test } from 'vitest'
import { pinFault } from '../../../../../shared/domain/officer/pin.ts'

test.each(['739164', '402871', '58203917', '940275816630'])('%s is taken', (pin) => {
  expect(pinFault(pin, '1042')).toBeNull()
})

test.each([
  ['', 'length'],
  ['73916', 'length'],
  ['7391648205731', 'length'],
  ['73 164', 'digits'],
  ['７３９１６４', 'digits'],
  ['000000', 'pattern'],
  ['7777777', 'pattern'],
  ['121212', 'pattern'],
  ['4747474', 'pattern'],
  ['371371', 'pattern'],
  ['123456', 'pattern'],
  ['890123', 'pattern'],
  ['987654321', 'pattern'],
  ['210987', 'pattern'],
  ['112233', 'pattern'],
  ['44332211', 'pattern'],
  ['147258', 'common'],
  ['520131', 'common'],
  ['311299', 'date'],
  ['020919', 'date'],
  ['02091975', 'date'],
  ['19750902', 'date'],
  ['810427', 'own-number'],
] as const)('%s is refused: %s', (pin, fault) => {
  expect(pinFault(pin, '1042')).toBe(fault)
})

test('a short number of one’s own is in too many PINs to refuse them', () => {
  expect(pinFault('739164', '7')).toBeNull()
})

test('of all PINs of six digits more than nine in ten are left', () => {
  let refused = 0
  for (let pin = 0; pin < 1_000_000; pin += 7) if (pinFault(String(pin).padStart(6, '0'), '1042') !== null) refused++
  expect(refused / (1_000_000 / 7)).toBeLessThan(0.1)
})
