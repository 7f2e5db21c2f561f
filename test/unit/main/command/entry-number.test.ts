import { expect, test } from 'vitest'
import { entryNumber } from '../../../../main/command/entry-number.ts'

test.each([
  ['7', 7],
  ['1204', 1204],
  ['1.204', 1204],
  ['1,204', 1204],
  ['1.234.567', 1_234_567],
])('“%s”, as a screen or a sheet has it, is entry %i', (text, number) => expect(entryNumber(text)).toBe(number))

test.each(['', '0', '-7', '1.2', '1.2045', '12a', '1..204', '9'.repeat(20)])('“%s” is no entry', (text) =>
  expect(entryNumber(text)).toBeNull(),
)
