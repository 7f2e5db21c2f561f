/** One result: what is taken, and what is refused with its reason. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultText } from '../../../../authority/results/faults.ts'
import type { Field } from '../../../../authority/results/fields.ts'
import { newIdentifier, readResult, type Defaults } from '../../../../authority/results/result.ts'

const now = Date.parse('2021-10-04T08:00:00+07:00')
const defaults: Defaults = { zone: null, order: 'day-first', centre: null, country: 'VN', now }
const sound: Partial<Record<Field, string>> = {
  name: 'Nguyễn Văn An',
  birthDate: '26/02/1999',
  sampledAt: '2021-10-03T07:30:00+07:00',
  method: 'RT-PCR',
  result: 'Âm tính',
  centre: 'CDC Bắc Giang',
}
/** A change of undefined takes the column away. */
type Changes = Partial<Record<Field, string | undefined>>

function read(changes: Changes = {}, given: Partial<Defaults> = {}) {
  const written = Object.entries({ ...sound, ...changes }) as [Field, string | undefined][]
  const cells = new Map(
    written.flatMap(([field, text]) => (text === undefined ? [] : [[field, { kind: 'text', text } as const]])),
  )
  return readResult({ place: { kind: 'line', number: 5 }, cells, miscounted: null }, { ...defaults, ...given })
}
function value(changes: Changes = {}, given: Partial<Defaults> = {}) {
  const answer = read(changes, given)
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
  return answer.value
}
function faults(changes: Changes = {}, given: Partial<Defaults> = {}): string[] {
  const answer = read(changes, given)
  return answer.ok ? [] : answer.faults.map(({ field, code }) => `${field} ${code}`)
}

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

describe('a birth date', () => {
  it.each([
    ['26/02/1999', '1999-02-26'],
    ['6-2-1999', '1999-02-06'],
    ['1999-02-26', '1999-02-26'],
    ['02/1999', '1999-02'],
    ['1999', '1999'],
    ['1999-02-26 00:00:00', '1999-02-26'],
  ])('%s is %s', (birthDate, iso) => expect(value({ birthDate }).birthDate).toBe(iso))

  it('may have its month first', () =>
    expect(value({ birthDate: '02/26/1999' }, { order: 'month-first' }).birthDate).toBe('1999-02-26'))

  it.each([
    ['', 'birthDate missing'],
    ['1999-02-26 07:30:00', 'birthDate date-form'],
    ['30/02/1999', 'birthDate not-a-date'],
    ['02/26/1999', 'birthDate not-a-date'],
    ['1999-**-26', 'birthDate date-form'],
    ['1990/05/17', 'birthDate date-form'],
    ['33010', 'birthDate date-number'],
    ['#REF!', 'birthDate cell-error'],
    ['26/02/99', 'birthDate date-form'],
    ['06/10/2021', 'birthDate born-later'],
    // The sample is of half past seven on the 3rd in Viet Nam: nowhere was it the 4th.
    ['04/10/2021', 'birthDate born-later'],
    ['2022', 'birthDate born-later'],
    ['12/06/1900', 'birthDate born-long-ago'],
    ['1900', 'birthDate born-long-ago'],
  ])('%s is refused: %s', (birthDate, fault) => expect(faults({ birthDate })).toEqual([fault]))
})

describe('a sample time', () => {
  it.each([
    ['2021-10-03T07:30:00+07:00', '2021-10-03T07:30:00+07:00'],
    ['2021-10-03T00:30:00.250Z', '2021-10-03T00:30:00Z'],
    ['03/10/2021 07:30 +0700', '2021-10-03T07:30:00+07:00'],
    // As certificates write them, so may results: there is one reader of times.
    ['2021-10-03T07:30+7', '2021-10-03T07:30:00+07:00'],
    ['2021-10-03 07:30:59,9 +07', '2021-10-03T07:30:59+07:00'],
    ['03/10/2021 07:30 +7', '2021-10-03T07:30:00+07:00'],
  ])('%s is certified as %s', (sampledAt, text) => expect(value({ sampledAt }).sampled.text).toBe(text))

  it.each(['03/10/2021 7:30', '07:30 03/10/2021', '7h30 3/10/2021', '2021-10-03 07:30'])(
    '%s takes the zone given for the file',
    (sampledAt) => {
      expect(value({ sampledAt }, { zone: '+07:00' }).sampled).toEqual({
        text: '2021-10-03T07:30:00+07:00',
        instant: Date.parse('2021-10-03T00:30:00Z'),
      })
    },
  )

  it.each(['10/3/2021 07:30', '07:30 10/03/2021'])('%s may have its month first', (sampledAt) =>
    expect(value({ sampledAt, birthDate: '1999' }, { zone: '+07:00', order: 'month-first' }).sampled.text).toBe(
      '2021-10-03T07:30:00+07:00',
    ),
  )

  it('keeps its own zone where the file has another', () => {
    expect(value({ sampledAt: '2021-10-03T07:30:00+08:00' }, { zone: '+07:00' }).sampled.text).toBe(
      '2021-10-03T07:30:00+08:00',
    )
  })

  it.each([
    ['', 'sampledAt missing'],
    ['03/10/2021 07:30', 'sampledAt zone-missing'],
    ['03/10/2021', 'sampledAt hour-missing'],
    ['hôm qua', 'sampledAt time-form'],
    ['2021/10/03 07:30', 'sampledAt time-form'],
    ['03/10/2021 7:30 PM', 'sampledAt time-form'],
    ['7:30 PM', 'sampledAt time-only'],
    ['07:30', 'sampledAt time-only'],
    ['44472.3125', 'sampledAt date-number'],
    ['#N/A', 'sampledAt cell-error'],
    ['2021-10-03T25:30:00+07:00', 'sampledAt not-a-time'],
    ['31/09/2021 07:30 +07:00', 'sampledAt not-a-time'],
    ['2021-10-04T08:30:00+07:00', 'sampledAt in-future'],
    ['2011-10-03T07:30:00+07:00', 'sampledAt too-old'],
    ['2021-10-03T07:30:00-12:30', 'sampledAt not-a-time'],
    // From when to when, and no zone.
    ['03/10/2021 07:30-08:00', 'sampledAt time-form'],
    ['03/10/2021 07:30 - 08:00', 'sampledAt time-form'],
    ['07:30 03/10/2021 −05:00', 'sampledAt time-form'],
  ])('%s is refused: %s', (sampledAt, fault) => expect(faults({ sampledAt })).toEqual([fault]))
})

describe('method, result and centre', () => {
  it.each([
    ['RT-PCR', 'LP6464-4'],
    ['realtime PCR', 'LP6464-4'],
    ['real-time RT_PCR', 'LP6464-4'],
    ['LP217198-3', 'LP217198-3'],
    ['Test nhanh kháng nguyên', 'LP217198-3'],
  ])('%s is the method %s', (method, code) => expect(value({ method }).method).toBe(code))

  it.each([
    ['ÂM TÍNH', '260415000'],
    ['negative', '260415000'],
    ['Dương tính', '260373001'],
    ['260373001', '260373001'],
    ['AM TINH', '260415000'],
    ['Âm tính (-)', '260415000'],
    ['Not  detected', '260415000'],
  ])('%s is the result %s', (result, code) => expect(value({ result }).result).toBe(code))

  it.each([
    [{ method: 'máu' }, 'method unknown-method'],
    [{ method: 'PCR?' }, 'method unknown-method'],
    [{ method: '2 nhanh' }, 'method unknown-method'],
    [{ method: 'PCR/nhanh' }, 'method unknown-method'],
    [{ method: '' }, 'method missing'],
    [{ result: 'không âm tính' }, 'result unknown-result'],
    [{ result: 'Âm tính?' }, 'result unknown-result'],
    [{ result: '± âm tính' }, 'result unknown-result'],
    [{ result: '-âm tính' }, 'result unknown-result'],
    [{ result: '!= negative' }, 'result unknown-result'],
    [{ result: '0 phát hiện' }, 'result unknown-result'],
    [{ result: 'Ấm tính' }, 'result unknown-result'],
    [{ result: 'Dương tính (-)' }, 'result unknown-result'],
    [{ result: '' }, 'result missing'],
    [{ centre: '' }, 'centre missing'],
    [{ centre: 'C'.repeat(81) }, 'centre too-long'],
    [{ centre: 'Trạm\nsố 1' }, 'centre unfit-line'],
    [{ centre: 'Trạm \u202E1 ốs' }, 'centre unfit-line'],
    [{ centre: 'Trạm\u200B 1' }, 'centre unfit-line'],
    [{ centre: 'BÖnh viÖn 103' }, 'centre unfit-line'],
    [{ centre: 'Bá»‡nh viá»‡n 103' }, 'centre unfit-line'],
  ])('%o is refused', (changes, fault) => expect(faults(changes)).toEqual([fault]))

  it('takes no sign away from a result or a method, whatever it is and wherever it stands', () => {
    const sign = fc.constantFrom(...Array.from('?!±≠<>=+-*/~0123456789.,;:%#()[]{}"\'’\u200B\u00AD\uFFFD'))
    const known = fc.constantFrom('âm tính', 'negative', 'phát hiện', 'dương tính', 'not detected')
    fc.assert(
      fc.property(known, sign, fc.nat(), (word, mark, place) => {
        const at = place % (word.length + 1)
        const inside = mark === '-' && at > 0 && at < word.length
        return inside || faults({ result: word.slice(0, at) + mark + word.slice(at) }).length === 1
      }),
    )
  })

  it.each(['Trạm y tế số 12', 'CDC (Bắc Giang)', 'Phòng khám 3/2', 'Lab A&B'])('%s is a centre', (centre) =>
    expect(value({ centre }).centre).toBe(centre),
  )

  it('takes the centre given for the file where the row has none', () => {
    expect(value({ centre: '' }, { centre: 'CDC' }).centre).toBe('CDC')
  })
})

describe('an identifier', () => {
  it.each([
    ['urn:uvci:01:vn:ab12', 'URN:UVCI:01:VN:AB12'],
    ['01:VN:XN-2021/5', 'URN:UVCI:01:VN:XN-2021/5'],
    ['', null],
  ])('%s becomes %s', (identifier, uvci) => expect(value({ identifier }).identifier).toBe(uvci))

  it.each([
    ['mã số 5', 'identifier not-an-identifier'],
    ['1', 'identifier not-an-identifier'],
    ['XN-2021/5', 'identifier not-an-identifier'],
    ['URN:UVCI:01:DE:AB12', 'identifier other-country'],
    ['URN:UVCI:01:VNM:AB12', 'identifier other-country'],
    [`01:VN:${'A'.repeat(70)}`, 'identifier too-long'],
  ])('%s is refused', (identifier, fault) => expect(faults({ identifier })).toEqual([fault]))

  it('is made of chance where there is none', () => {
    const made = [newIdentifier('VN'), newIdentifier('VN')]
    expect(made[0]).toMatch(/^URN:UVCI:01:VN:[A-Z2-7]{26}$/)
    expect(made[0]).not.toBe(made[1])
  })
})

describe('a row with several faults', () => {
  it('has all of them said at once', () => {
    expect(faults({ birthDate: '', result: '?', method: '' })).toEqual([
      'birthDate missing',
      'method missing',
      'result unknown-result',
    ])
  })

  it('is named by its line and field, in both languages', () => {
    const answer = read({ result: '?' })
    const [fault] = answer.ok ? [] : answer.faults
    const say = (locale: 'vi' | 'en') => faultText({ kind: 'line', number: 5 }, fault!, locale)
    expect(say('vi')).toBe('dòng 5, kết quả: "?" không rõ là gì; ghi "âm tính" hoặc "dương tính"')
    expect(say('en')).toBe('line 5, result: "?" is not known; write "negative" or "positive"')
  })
})
