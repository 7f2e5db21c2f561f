import { describe, expect, it } from 'vitest'
import { markDifferences } from '../../../../renderer/screens/lane/verdict/compare-names.ts'

const marked = (name: string, other: string): string =>
  markDifferences(name, other)
    .map(({ word, differs }) => (differs ? `[${word}]` : word))
    .join(' ')

describe('two names to be compared', () => {
  it.each([
    ['Bùi Quang Minh', 'Bùi Quốc Minh', 'Bùi [Quang] Minh', 'Bùi [Quốc] Minh'],
    ['Nguyễn Văn An', 'NGUYỄN VĂN AN', 'Nguyễn Văn An', 'NGUYỄN VĂN AN'],
    ['Nguyen Van An', 'Nguyễn Văn An', '[Nguyen] [Van] An', '[Nguyễn] [Văn] An'],
    ['Lê Thị Thị Hoa', 'Lê Thị Hoa', 'Lê Thị [Thị] Hoa', 'Lê Thị Hoa'],
    ['Hoa Lê', 'Lê Hoa', 'Hoa Lê', 'Lê Hoa'],
    ['', 'Lê Hoa', '', '[Lê] [Hoa]'],
  ])('%s and %s', (one, other, markedOne, markedOther) => {
    expect(marked(one, other)).toBe(markedOne)
    expect(marked(other, one)).toBe(markedOther)
  })

  it('are the same however their marks are composed', () => {
    expect(marked('Nguyễn'.normalize('NFD'), 'Nguyễn')).toBe('Nguyễn')
  })
})
