/** Results that are in order one by one, and cannot all be true. */
import { describe, expect, it } from 'vitest'
import { csv, heading, line, understood } from './results-files.ts'

const other = (...changes: [number, string][]): string[] => line.map((cell, at) => new Map(changes).get(at) ?? cell)
const said = (...lines: string[][]): Promise<string[]> => understood(csv(heading, ...lines))

describe('two results of one sample', () => {
  it('are refused where one is negative and the other positive', async () => {
    expect(await said(line, other([4, 'Dương tính']))).toEqual([
      'line 3, result: is another one than in line 2, of the same person, sample time and method; ask the laboratory, and keep the right line alone',
    ])
  })

  it('are one person’s however the name and the time are written', async () => {
    const again = other([0, 'DANG THI MAU'], [2, '2026-11-27T00:30:00Z'], [4, 'positive'])
    expect(await said(line, again)).toEqual([expect.stringContaining('line 3, result:')])
  })

  it.each([
    ['of two methods', other([3, 'Test nhanh'], [4, 'Dương tính'])],
    ['of two moments', other([2, '27/11/2026 09:30'], [4, 'Dương tính'])],
    ['of two people', other([1, '18/05/1990'], [4, 'Dương tính'])],
  ])('are two results: %s', async (_why, second) => {
    expect(await said(line, second)).toHaveLength(2)
  })
})

describe('a file of which every sample is of midnight', () => {
  const midnight = other([2, '2026-11-27 00:00:00'])

  it('has no times of day', async () => {
    expect(await said(midnight, other([0, 'Lê Tám'], [2, '26/11/2026 00:00']))).toEqual([
      expect.stringContaining('line 2, sample time: 00:00 in every line of the file'),
      expect.stringContaining('line 3, sample time: 00:00 in every line of the file'),
    ])
  })

  it('may be a single result, or have one among others', async () => {
    expect(await said(midnight)).toHaveLength(1)
    expect(await said(midnight, other([0, 'Lê Tám']))).toHaveLength(2)
  })
})

describe('a file of which most names have their family name behind', () => {
  it('is refused, the columns being exchanged', async () => {
    const apart = ['Họ', 'Tên', ...heading.slice(1)]
    const row = (family: string, given: string): string[] => [family, given, ...line.slice(1)]
    const turned = [row('An', 'Nguyễn Văn'), row('Mẫu', 'TRAN THI'), row('Lê', 'Văn Tám')]
    expect(await understood(csv(apart, ...turned))).toEqual([
      expect.stringContaining(
        'line 2 seems to have family and given name exchanged (family name "An", given name "Nguyễn Văn")',
      ),
      expect.stringContaining('line 3 '),
    ])
  })

  it('is refused, the given name being written first', async () => {
    expect(await said(other([0, 'Văn An Nguyễn']), other([0, 'Thị Mẫu Trần']))).toEqual([
      expect.stringContaining('exchanged'),
      expect.stringContaining('exchanged'),
    ])
  })

  it('may have a single one among others', async () => {
    expect(await said(other([0, 'Mai Lê Hà']), line)).toEqual([
      expect.stringContaining('Mai Lê Hà'),
      expect.stringContaining('Đặng Thị Mẫu'),
    ])
  })
})
