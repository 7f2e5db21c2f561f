/** Results files: rows told apart with certainty, or refused. */
import { describe, expect, it } from 'vitest'
import { Failure } from '../../../../authority/command/failure.ts'
import { readCsv } from '../../../../authority/results/csv.ts'
import { fieldOf } from '../../../../authority/results/fields.ts'
import { readRows, type Row } from '../../../../authority/results/row.ts'

const cells = (text: string): string[][] | string => {
  const answer = readCsv(text)
  return answer.ok ? answer.rows.map((row) => row.cells) : `${answer.why} ${answer.line}`
}

describe('CSV', () => {
  it('is read with commas, semicolons or tabs', () => {
    for (const separator of [',', ';', '\t'])
      expect(cells(`a${separator}b\n1${separator}2\n`)).toEqual([
        ['a', 'b'],
        ['1', '2'],
      ])
  })

  it('is read with any line end, and without the last one', () => {
    expect(cells('a,b\r\n1,2\r3,4\n5,6')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ])
  })

  it('has quoted cells with separators, quotes and line breaks in them', () => {
    expect(cells('a;b\n"1;""2""\n3";4')).toEqual([
      ['a', 'b'],
      ['1;"2"\n3', '4'],
    ])
  })

  it('keeps empty cells at the ends of a row', () => {
    expect(cells('a,b,c\n,1,\n2,,')).toEqual([
      ['a', 'b', 'c'],
      ['', '1', ''],
      ['2', '', ''],
    ])
  })

  it('leaves out rows without anything', () => {
    expect(cells('a,b\n\n,\n1,2\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  it('counts lines over line breaks in cells', () => {
    const answer = readCsv('a,b\n"1\n1",2\n3,4')
    expect(answer.ok && answer.rows.map(({ line }) => line)).toEqual([1, 2, 4])
  })

  it.each([
    ['a quote inside a cell', 'a,b\n1"2,3', 'stray-quote 2'],
    ['text after a closing quote', 'a,b\n"1"2,3', 'stray-quote 2'],
    ['a quote that is never closed', 'a,b\n1,2\n"3,4\n', 'unclosed-quote 3'],
    ['a NUL', 'a,b\n1,\u0000', 'control-character 2'],
  ])('is refused with its line for %s', (_, text, fault) => expect(cells(text)).toBe(fault))
})

describe('headings', () => {
  it.each([
    ['Họ và tên', 'name'],
    ['HO_VA_TEN', 'name'],
    ['Ngày sinh', 'birthDate'],
    ['birthDate', 'birthDate'],
    ['Thời điểm lấy mẫu', 'sampledAt'],
    ['Kết quả', 'result'],
    ['Phương pháp', 'method'],
    ['Cơ sở xét nghiệm', 'centre'],
    ['UVCI', 'identifier'],
    ['Số điện thoại', null],
  ])('%s is the field %s', (heading, field) => expect(fieldOf(heading)).toBe(field))
})

describe('a results file', () => {
  const plain = ({ place, cells: found }: Row) => ({ place, ...Object.fromEntries(found) })
  const rowsOf = (content: Buffer | string) => readRows(Buffer.from(content)).rows.map(plain)
  const failureOf = (content: Buffer | string): string | null => {
    try {
      readRows(Buffer.from(content))
      return null
    } catch (error) {
      if (error instanceof Failure) return error.in('en')
      throw error
    }
  }

  it('is the same from CSV with a byte order mark and from JSON', () => {
    expect(rowsOf('\uFEFFHọ và tên;Kết quả\r\n Lê An ;âm tính\r\n')).toEqual([
      { place: { kind: 'line', number: 2 }, name: 'Lê An', result: 'âm tính' },
    ])
    expect(rowsOf('{"results":[{"name":"Lê An","result":"âm tính"}]}')).toEqual([
      { place: { kind: 'entry', number: 1 }, name: 'Lê An', result: 'âm tính' },
    ])
  })

  it('says which columns it leaves out', () => {
    expect(readRows(Buffer.from('Họ tên,Điện thoại,Kết quả\nA B,09,âm tính')).ignored).toEqual(['Điện thoại'])
  })

  it('is refused when it is not UTF-8', () => expect(failureOf(Buffer.from([0x48, 0xea]))).toContain('UTF-8'))
  it('is refused when a column is there twice', () =>
    expect(failureOf('name,Họ tên\na,b')).toContain('two columns for name'))
  it('is refused with the line where cells are missing', () =>
    expect(failureOf('name,result\na,b\nc')).toContain('Line 3 has 1 cells, the heading has 2'))
  it('is refused with the line of an open quote', () => expect(failureOf('name,result\n"a,b')).toContain('Line 2'))
  it('is refused when there is no result in it', () => expect(failureOf('name,result\n')).toContain('no results'))
  it('is refused when its JSON is no list', () => expect(failureOf('{"name":"a"}')).toContain('no list of results'))
})
