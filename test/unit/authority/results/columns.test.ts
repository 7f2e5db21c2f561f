/** Which heading means what, and which columns a file must have. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { fields, headings, isPartOfName, readHeading } from '../../../../authority/results/columns/fields.ts'
import { csv, heading, line, meant, understood } from './results-files.ts'

describe('a heading', () => {
  it.each([
    ['Họ và tên', 'name'],
    ['HO_VA_TEN', 'name'],
    ['Họ và tên (*)', 'name'],
    ['HỌ VÀ TÊN:', 'name'],
    ['Họ và tên / Full name', 'name'],
    ['Họ và tên\n(Full name)', 'name'],
    ['Ngày sinh', 'birthDate'],
    ['birthDate', 'birthDate'],
    ['Ngày sinh (dd/mm/yyyy)', 'birthDate'],
    ['Ngày/tháng/năm sinh', 'birthDate'],
    ['Ngày sinh / Date of birth (DD-MM-YYYY) *', 'birthDate'],
    ['Thời điểm\nlấy mẫu', 'sampledAt'],
    ['Thời điểm lấy mẫu (dd/mm/yyyy hh:mm)', 'sampledAt'],
    ['Kết quả', 'result'],
    ['Kết quả xét nghiệm SARS-CoV-2', 'result'],
    ['Phương pháp', 'method'],
    ['Cơ sở xét nghiệm', 'centre'],
    ['UVCI', 'identifier'],
    ['Mã chứng nhận (UVCI)', 'identifier'],
  ])('%j is the field %s', (written, field) => expect(readHeading(written).field).toBe(field))

  it.each([
    'Mã định danh',
    'CCCD',
    'Số CCCD',
    'Mã số',
    'Mã số định danh',
    'Mã chứng nhận',
    'ID',
    'STT',
    'Mã BN',
    'Mã mẫu',
    'identifier',
    'Hộ',
    'Hồ',
    'Ten co so',
    'Họ lót',
    'Họ tên đệm',
    'Họ và tên đệm',
    'Tên đệm',
    'Họ tên mẹ',
    'Ngày sinh 2',
    'Ngày sinh (mẹ)',
    'Ngày sinh?',
    'Họ và tên / Date of birth',
    'Kết quả (Ct)',
    'Kết quả lần 2',
    'Loại',
    'Ngày trả kết quả',
    'Số điện thoại',
    '',
  ])('%j is no field’s', (written) => expect(readHeading(written).field).toBe(null))

  test('is known with any case, kinds of space, and marks all there or all gone', () => {
    const known = fc.constantFrom(...fields.flatMap((field) => headings[field].map((each) => [field, each] as const)))
    const bare = (written: string): string =>
      written.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
    fc.assert(
      fc.property(known, fc.constantFrom(' ', '  ', '\n', '_'), ([field, written], space) => {
        for (const each of [
          written,
          written.toUpperCase(),
          written.toLowerCase(),
          written.normalize('NFD'),
          bare(written),
        ])
          expect(readHeading(each.replaceAll(' ', space)).field, each).toBe(field)
      }),
    )
  })

  test('is no longer known with a letter or a sign more', () => {
    const known = fc.constantFrom(...fields.flatMap((field) => headings[field]))
    const more = fc.constantFrom('2', '?', ' 2', 'x', ' mẹ', ' của mẹ', ' (mẹ)', '+')
    fc.assert(fc.property(known, more, (written, added) => readHeading(written + added).field === null))
  })

  it.each(['Họ lót', 'Họ tên đệm', 'Họ và tên đệm', 'Tên đệm', 'Chữ lót', 'Họ & tên đệm', 'middleName', 'Middle name'])(
    '%s is part of a name',
    (written) => expect(isPartOfName(written)).toBe(true),
  )
  it.each(['Tên cơ sở', 'Họ tên mẹ', 'Người lấy mẫu', 'STT', ''])('%j is not', (written) =>
    expect(isPartOfName(written)).toBe(false),
  )
})

describe('the columns of a file', () => {
  const withColumn = (name: string, content: string): string => csv([...heading, name], [...line, content])

  it('may stand below title lines', async () => {
    expect(await understood(csv(['SỞ Y TẾ', '', '', '', ''], ['KẾT QUẢ XÉT NGHIỆM'], [], heading, line))).toEqual([
      `5 ${meant}`,
    ])
  })

  it('are refused where no line has them', async () => {
    expect(await understood('a,b\n1,2')).toEqual([expect.stringContaining('no line of headings')])
  })

  it('have each missing one said once, with the headings that are accepted', async () => {
    const without = (cells: string[]) => cells.filter((_, index) => index !== 1)
    expect(await understood(csv(without(heading), without(line), without(line)))).toEqual([
      expect.stringMatching(
        /^There is no column for birth date\. Give that column one of these headings: "Ngày sinh", /,
      ),
    ])
  })

  it('must tell the centre, where none is given for the file', async () => {
    expect(await understood(csv(heading, line), { centre: null })).toEqual([
      expect.stringMatching(/^There is no column for test centre\..*--centre/),
    ])
  })

  it.each(['Mã định danh', 'ID', 'STT', 'CCCD', 'Số điện thoại', 'Ghi chú'])(
    'that are unknown (%s) refuse the file, or are left out on request, and never make an identifier',
    async (name) => {
      expect(await understood(withColumn(name, '024090000001'))).toEqual([
        expect.stringContaining(`--ignore "${name}"`),
      ])
      expect(await understood(withColumn(name, '024090000001'), { ignore: [name.toUpperCase()] })).toEqual([
        `2 ${meant}`,
      ])
    },
  )

  it('without a heading are unknown by their letter, and none where they are empty', async () => {
    expect(await understood(withColumn('', 'x'))).toEqual([
      expect.stringMatching(/^Column F has no heading, but line 2 has a cell there/),
    ])
    expect(await understood(withColumn('', 'x'), { ignore: ['F'] })).toEqual([`2 ${meant}`])
    expect(await understood(withColumn('', ''))).toEqual([`2 ${meant}`])
  })

  it('to be left out must be there', async () => {
    expect(await understood(csv(heading, line), { ignore: ['STT'] })).toEqual([
      expect.stringContaining('no column "STT"'),
    ])
  })

  it('may not mean one thing twice', async () => {
    expect(await understood(withColumn('Date of birth', '1990'))).toEqual([
      'There are two columns for birth date. Leave one out.',
    ])
  })

  const names = (columns: string[], content: string[]): string =>
    csv([...columns, ...heading.slice(1)], [...content, ...line.slice(1)])

  it('may have the name in two', async () => {
    expect(await understood(names(['Họ đệm', 'Tên'], ['Đặng Thị', 'Mẫu']))).toEqual([`2 ${meant}`])
    expect(await understood(names(['Họ', 'Tên'], ['Đặng', 'Thị Mẫu']))).toEqual([`2 ${meant}`])
  })

  it.each([
    [['Họ lót', 'Tên'], 'part of the name "Họ lót"'],
    [['Họ tên đệm', 'Tên'], 'part of the name "Họ tên đệm"'],
    [['Họ', 'Tên đệm', 'Tên'], 'part of the name "Tên đệm"'],
    [['Tên'], 'none for the family name'],
    [['Họ'], 'no column for given name'],
    [['Họ đệm'], 'no column for given name'],
    [['Họ và tên', 'Tên'], 'in two ways'],
    [['Họ', 'Họ đệm', 'Tên'], 'in two ways'],
  ])('never have part of a name taken for the whole: %j', async (columns, said) => {
    const content = columns.map(() => 'Mẫu')
    expect(await understood(names(columns, content))).toEqual([expect.stringContaining(said)])
    expect(await understood(names(columns, content), { ignore: columns.slice(0, 1) })).not.toEqual([
      expect.stringContaining('|'),
    ])
  })

  it('may leave a part of the name out beside the whole', async () => {
    expect(await understood(names(['Họ và tên', 'Tên'], ['Đặng Thị Mẫu', 'Mẫu']), { ignore: ['Tên'] })).toEqual([
      `2 ${meant}`,
    ])
    expect(await understood(names(['Họ và tên', 'Tên đệm'], ['Đặng Thị Mẫu', 'Thị']), { ignore: ['Tên đệm'] })).toEqual(
      [`2 ${meant}`],
    )
  })
})
