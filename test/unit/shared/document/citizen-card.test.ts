import { existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCitizenCard } from '../../../../shared/document/citizen-card.ts'
import { recogniseDocument } from '../../../../shared/document/recognise.ts'

const fields = ['001099012345', '012345678', 'Nguyễn Văn An', '15081999', 'Nam', 'Số 12, Cầu Giấy, Hà Nội', '02092021']
const card = (changes: Record<number, string> = {}, more: string[] = []): string =>
  [...fields.map((field, index) => changes[index] ?? field), ...more].join('|')

describe('the citizen card', () => {
  test('is read with all its seven fields', () => {
    expect(readCitizenCard(card())).toEqual({
      kind: 'citizen-card',
      number: '001099012345',
      oldNumber: '012345678',
      name: 'Nguyễn Văn An',
      birthDate: '1999-08-15',
      sex: 'M',
      address: 'Số 12, Cầu Giấy, Hà Nội',
      issued: '2021-09-02',
      extras: [],
    })
  })

  test('may have its old number empty', () => {
    expect(readCitizenCard(card({ 1: '' }))?.oldNumber).toBeNull()
  })

  test('may leave its old number out, with six fields', () => {
    const text = fields.toSpliced(1, 1).join('|')
    expect(readCitizenCard(text)).toMatchObject({ name: 'Nguyễn Văn An', oldNumber: null, issued: '2021-09-02' })
  })

  test('keeps the further fields of the 2024 card as they are', () => {
    const text = card({}, ['Nguyễn Văn Bố', ' 001070000001 ', ''])
    expect(readCitizenCard(text)?.extras).toEqual(['Nguyễn Văn Bố', ' 001070000001 ', ''])
  })

  test('may state only the year of birth, or month and year', () => {
    expect(readCitizenCard(card({ 3: '1915' }))?.birthDate).toBe('1915')
    expect(readCitizenCard(card({ 3: '081915' }))?.birthDate).toBe('1915-08')
  })

  test('may have zeros for the day and month of birth that nobody knows', () => {
    expect(readCitizenCard(card({ 3: '00001915' }))?.birthDate).toBe('1915')
    expect(readCitizenCard(card({ 3: '00081915' }))?.birthDate).toBe('1915-08')
    expect(readCitizenCard(card({ 3: '15001915' }))).toBeNull()
    expect(readCitizenCard(card({ 6: '00002021' }))).toBeNull()
  })

  test.each(['', '-', '...', 'null', 'N/A', 'Không có'])('has no address where it says %j', (address) => {
    expect(readCitizenCard(card({ 5: address }))?.address).toBeNull()
  })

  test('is the same with marks composed or not', () => {
    expect(readCitizenCard(card().normalize('NFD'))).toEqual(readCitizenCard(card()))
  })

  test.each([
    ['a number of eleven digits', { 0: '00109901234' }],
    ['an old number of eight digits', { 1: '12345678' }],
    ['a name with digits', { 2: 'Nguyễn 1' }],
    ['an empty name', { 2: ' ' }],
    ['a name that turns the writing direction', { 2: 'An\u202E nauv' }],
    ['an address that turns the writing direction', { 5: 'Hà \u202E Nội' }],
    ['a line break inside', { 5: 'Hà\nNội' }],
    ['a lone surrogate', { 5: 'Hà \uD800 Nội' }],
    ['a replacement character', { 2: 'Nguy\uFFFDn' }],
    ['29 February of a common year', { 3: '29022001' }],
    ['month 13', { 3: '01131999' }],
    ['a sex that is neither word', { 4: 'M' }],
    ['a day of issue that does not exist', { 6: '31092021' }],
    ['issue before birth', { 6: '02091989' }],
    ['an address of a thousand letters', { 5: 'x'.repeat(1000) }],
  ])('with %s is refused', (_, changes) => {
    expect(readCitizenCard(card(changes))).toBeNull()
  })

  test('is refused with more fields than any card has', () => {
    expect(
      readCitizenCard(
        card(
          {},
          Array.from({ length: 40 }, () => 'x'),
        ),
      ),
    ).toBeNull()
  })

  test('takes 29 February of a leap year', () => {
    expect(readCitizenCard(card({ 3: '29022000' }))?.birthDate).toBe('2000-02-29')
  })

  test('never throws, whatever the fields', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...fields)), { maxLength: 12 }),
        (parts) => {
          const read = readCitizenCard(parts.join('|'))
          expect(read === null || read.kind === 'citizen-card').toBe(true)
        },
      ),
    )
  })
})

interface Vector {
  id: string
  qr: string
  expected: { ok: boolean | 'policy'; dob?: string; [field: string]: unknown }
}
const file = new URL('../../../../../shared/data/documents/cccd.jsonl', import.meta.url)

describe('the published citizen-card vectors', () => {
  if (!existsSync(file)) {
    test.skip('all of them: ../shared/data/documents/cccd.jsonl is not here', () => {})
    return
  }
  const vectors = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Vector => JSON.parse(line))
    .filter(({ expected }) => expected.ok !== 'policy')

  test.for(vectors.map((vector) => [vector.id, vector] as const))('%s', ([, { qr, expected }]) => {
    const { ok, dob, ...rest } = expected
    const read = recogniseDocument(qr)
    if (ok) expect(read).toMatchObject({ ...rest, birthDate: dob })
    else expect(read).toBeNull()
  })
})
