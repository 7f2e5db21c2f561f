/** An officer by number or by name, as whoever asks for a report types it. */
import { expect, test } from 'vitest'
import { officerNamed } from '../../../../shared/domain/report/officer-named.ts'

const sau = { number: '204118', name: 'Lê Văn Sáu', rank: 'Thượng sĩ' }
const hung = { number: '204117', name: 'Trần Quốc Hùng', rank: 'Đại úy' }
const other = { number: '204119', name: 'Lê Văn Đức', rank: 'Hạ sĩ' }
const known = [sau, hung, other]

test.each([
  ['204118', sau],
  ['Lê Văn Sáu', sau],
  ['le van sau', sau],
  ['hung', hung],
  ['  ĐỨC ', other],
])('“%s” is one officer', (typed, { number }) => expect(officerNamed(typed, known)).toEqual({ kind: 'one', number }))

test('a number that nobody has here is taken as it is, for whoever left before', () =>
  expect(officerNamed('1000', known)).toEqual({ kind: 'one', number: '1000' }))

test('a name of several is told as theirs, and one of nobody as nobody’s', () => {
  expect(officerNamed('Lê Văn', known)).toEqual({ kind: 'several', officers: [sau, other] })
  expect(officerNamed('Nguyễn', known)).toEqual({ kind: 'nobody' })
  expect(officerNamed('  ', known)).toEqual({ kind: 'nobody' })
})
