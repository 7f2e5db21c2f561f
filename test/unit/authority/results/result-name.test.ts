/** The name of a result: how it is split, and which is refused. */
import { describe, expect, it } from 'vitest'
import { value, faults } from './one-result.ts'

describe('a name', () => {
  it('is split as in Viet Nam, family name first', () => {
    expect(value().name).toEqual({
      family: { written: 'Nguyễn', icao: 'NGUYEN' },
      given: { written: 'Văn An', icao: 'VAN<AN' },
    })
  })

  it('may stand in two columns', () => {
    expect(value({ name: undefined, family: 'Đặng Trần', given: 'Đức' }).name).toEqual({
      family: { written: 'Đặng Trần', icao: 'DANG<TRAN' },
      given: { written: 'Đức', icao: 'DUC' },
    })
  })

  it('is put together from "Họ đệm" and "Tên", and split like one column', () => {
    expect(value({ name: undefined, familyMiddle: 'Đặng Thị', given: 'Mẫu' }).name).toEqual({
      family: { written: 'Đặng', icao: 'DANG' },
      given: { written: 'Thị Mẫu', icao: 'THI<MAU' },
    })
  })

  it.each([
    ['Suharto', '-'],
    ['-', 'Suharto'],
  ])('may be a single one, which then is the family name, where the other cell has a dash', (family, given) => {
    expect(value({ name: undefined, family, given }).name).toEqual({
      family: { written: 'Suharto', icao: 'SUHARTO' },
      given: { written: '', icao: '' },
    })
  })

  it.each([
    [{ family: '', given: 'Mẫu' }, 'family name-part-missing'],
    [{ family: 'Đặng', given: '' }, 'given name-part-missing'],
    [{ familyMiddle: '', given: 'Mẫu' }, 'familyMiddle missing'],
    [{ familyMiddle: 'Đặng Thị', given: '' }, 'given missing'],
    [{ familyMiddle: 'Đặng Thị', given: '-' }, 'given name-not-letters'],
  ])('is never what is left of one: %o is refused', (cells, fault) =>
    expect(faults({ name: undefined, ...cells })).toEqual([fault]),
  )

  it('comes out composed, whatever way it was typed', () => {
    expect(value({ name: 'Nguyễn Văn An'.normalize('NFD') }).name.family.written).toBe('Nguyễn')
  })

  it.each([
    ['', 'name missing'],
    ['Nguyễn', 'name one-word-name'],
    ['Nguyễn V4n An', 'name name-not-letters'],
    ['Nguyễn, An', 'name name-not-letters'],
    ['TrÇn ThÞ Thö', 'name name-tcvn3'],
    ['Nguyeãn Vaên Maãu', 'name name-vni'],
    ['LÃŠ TÃš', 'name name-twice-encoded'],
    ['ng Th Mu', 'name name-lost-letters'],
    ['Lê\nAn', 'name name-unseen'],
    ['nguyeenx vawn a', 'name name-keyed'],
    ['\u00D0ặng Văn An', 'name name-eth'],
    ['\u0189ặng Văn An', 'name name-eth'],
    ['\u00D0inh Van An', 'name name-eth'],
    ['Niê K\u00F0ăm', 'name name-eth'],
    ['Ng. V. A', 'name name-shortened'],
    ['Nguyễn V.A', 'name name-shortened'],
    ['Mr. John Smith', 'name name-title'],
    ['Mrs Jane Smith', 'name name-title'],
    ['BS. Nguyễn Văn An', 'name name-title'],
    ['Bà Trần Thị Mẫu', 'name name-title'],
    ['Ông Nguyễn Văn An', 'name name-title'],
    ['CHÁU LÊ AN', 'name name-title'],
    ['Con bà Hoa', 'name name-title'],
    ['Không rõ', 'name name-placeholder'],
    ['Test Test 2', 'name name-not-letters'],
    ['TEST TEST', 'name name-placeholder'],
    ['null null', 'name name-placeholder'],
    ['xxx yyy', 'name name-placeholder'],
    ['Họ và tên', 'name name-placeholder'],
    ['Nguyễn Văn An - PCR', 'name name-remark'],
    ['Nguyễn Văn An và Trần Thị Mẫu', 'name name-remark'],
    ['Nguy?n An', 'name name-replaced'],
    ['Kim 김 Jong', 'name not-latin'],
    ['Nguyễn Văn Ɑn', 'name not-latin'],
    ['王 小明', 'name not-latin'],
    [`Nguyễn ${'A'.repeat(81)}`, 'name too-long'],
  ])('%s is refused: %s', (name, fault) => expect(faults({ name })).toEqual([fault]))

  it.each([
    'Guðrún Þórðardóttir',
    'Martin Luther King Jr.',
    'Ông Cao Thắng',
    'Anh Tuấn',
    'Cao Bá Quát',
    'Và Bá Lầu',
    'Ng Wei Ming',
    'Ƀrông Niê',
    'Jean-Pierre Dupont',
  ])('%s is taken', (name) => expect(faults({ name })).toEqual([]))

  it('is refused under the column it stands in', () =>
    expect(faults({ name: undefined, family: 'Lê', given: '1' })).toEqual(['given name-not-letters']))
})
