import { expect, test } from 'vitest'
import { columns } from '../../../../main/reports/columns.ts'
import { jsonLines } from '../../../../main/reports/writers/json-lines.ts'
import { hostileNames } from '../../../fixtures/hostile-names.ts'
import { quotedText } from '../../../../shared/language/shown-text.ts'
import { linesAt, markedLetters, reported, whole, withTravellers } from './reported.ts'

async function read(...crossings: Parameters<typeof linesAt>): Promise<Record<string, unknown>[]> {
  const text = await whole(jsonLines({ columns, locale: 'vi', identities: true, lines: linesAt(...crossings) }))
  const lines = text.toString('utf8').split('\n')
  expect(lines.pop()).toBe('')
  return lines.map((line) => JSON.parse(line))
}

test('each row is one object with every column, codes and not words, times with their zone', async () => {
  const rows = await read(reported())
  expect(rows.length).toBe(2)
  for (const row of rows) expect(Object.keys(row)).toEqual(columns.map(({ key }) => key))
  expect(rows[0]).toMatchObject({
    crossing: '12',
    at: '2026-11-29T07:42:10+07:00',
    enteredAt: null,
    direction: 'in',
    vehicle: 'truck',
    decision: 'admitted',
    order: 1,
    name: 'Nguyễn Văn An',
    numbers: '024099000120',
    travellerReason: 'rules-met',
    crossings: 1,
    people: 1,
    epoch: 'e'.repeat(64),
    marking: null,
  })
})

test('every letter comes back composed, and what looks like a formula as it was', async () => {
  const name = markedLetters.join('')
  const rows = await read(withTravellers({ name: name.normalize('NFD') }, { name: '=1+1' }))
  expect(rows.map((row) => row['name'])).toEqual([name, '=1+1'])
})

test('a crossing of nobody is a row', async () => {
  const [row] = await read(reported({ crossing: { travellers: 0 } }))
  expect(row).toMatchObject({ name: null, order: null, crossings: 1, people: 0 })
})

test.each([...hostileNames, ['is quoted', 'An "Tý" \\ Bình'] as const])(
  'a name that %s is one member of one line',
  async (_, name) => {
    const rows = await read(withTravellers({ name }))
    expect(rows.map((row) => row['name'] ?? '')).toEqual([quotedText(name.normalize('NFC'))])
  },
)
