/** One result: what is taken, and what is refused with its reason. */
import { describe, expect, it } from 'vitest'
import { faultText } from '../../../../authority/results/faults.ts'
import type { Field } from '../../../../authority/results/fields.ts'
import { newIdentifier, readResult, type Defaults } from '../../../../authority/results/result.ts'

const now = Date.parse('2021-10-04T08:00:00+07:00')
const defaults: Defaults = { zone: null, centre: null, country: 'VN', now }
const sound: Record<string, string> = {
  name: 'Nguyễn Văn An',
  birthDate: '26/02/1999',
  sampledAt: '2021-10-03T07:30:00+07:00',
  method: 'RT-PCR',
  result: 'Âm tính',
  centre: 'CDC Bắc Giang',
}

function read(changes: Partial<Record<Field, string>> = {}, given: Partial<Defaults> = {}) {
  const cells = new Map(Object.entries({ ...sound, ...changes }) as [Field, string][])
  return readResult({ place: { kind: 'line', number: 5 }, cells }, { ...defaults, ...given })
}
function value(changes: Partial<Record<Field, string>> = {}, given: Partial<Defaults> = {}) {
  const answer = read(changes, given)
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
  return answer.value
}
function faults(changes: Partial<Record<Field, string>> = {}, given: Partial<Defaults> = {}): string[] {
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
    expect(value({ name: '', family: 'Đặng Trần', given: 'Đức' }).name).toEqual({
      family: { written: 'Đặng Trần', icao: 'DANG<TRAN' },
      given: { written: 'Đức', icao: 'DUC' },
    })
  })

  it('may be a single one, which then is the family name', () => {
    expect(value({ name: '', given: 'Suharto' }).name).toEqual({
      family: { written: 'Suharto', icao: 'SUHARTO' },
      given: { written: '', icao: '' },
    })
  })

  it('comes out composed, whatever way it was typed', () => {
    expect(value({ name: 'Nguyễn Văn An'.normalize('NFD') }).name.family.written).toBe('Nguyễn')
  })

  it.each([
    ['', 'name missing'],
    ['Nguyễn', 'name one-word-name'],
    ['Nguyễn V4n An', 'name not-a-name'],
    ['王 小明', 'name not-latin'],
    [`Nguyễn ${'A'.repeat(81)}`, 'name too-long'],
  ])('%s is refused: %s', (name, fault) => expect(faults({ name })).toEqual([fault]))

  it('is refused under the column it stands in', () =>
    expect(faults({ name: '', family: 'Lê', given: '1' })).toEqual(['given not-a-name']))
})

describe('a birth date', () => {
  it.each([
    ['26/02/1999', '1999-02-26'],
    ['6-2-1999', '1999-02-06'],
    ['1999-02-26', '1999-02-26'],
    ['02/1999', '1999-02'],
    ['1999', '1999'],
  ])('%s is %s', (birthDate, iso) => expect(value({ birthDate }).birthDate).toBe(iso))

  it.each([
    ['', 'birthDate missing'],
    ['30/02/1999', 'birthDate not-a-date'],
    ['02/26/1999', 'birthDate not-a-date'],
    ['1999-**-26', 'birthDate not-a-date'],
    ['26/02/99', 'birthDate not-a-date'],
    ['06/10/2021', 'birthDate born-later'],
  ])('%s is refused: %s', (birthDate, fault) => expect(faults({ birthDate })).toEqual([fault]))
})

describe('a sample time', () => {
  it.each([
    ['2021-10-03T07:30:00+07:00', '2021-10-03T07:30:00+07:00'],
    ['2021-10-03T00:30:00.250Z', '2021-10-03T00:30:00Z'],
    ['03/10/2021 07:30 +0700', '2021-10-03T07:30:00+07:00'],
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

  it('keeps its own zone where the file has another', () => {
    expect(value({ sampledAt: '2021-10-03T07:30:00+08:00' }, { zone: '+07:00' }).sampled.text).toBe(
      '2021-10-03T07:30:00+08:00',
    )
  })

  it.each([
    ['', 'sampledAt missing'],
    ['03/10/2021 07:30', 'sampledAt zone-missing'],
    ['03/10/2021', 'sampledAt hour-missing'],
    ['hôm qua', 'sampledAt not-a-time'],
    ['2021-10-03T25:30:00+07:00', 'sampledAt not-a-time'],
    ['31/09/2021 07:30 +07:00', 'sampledAt not-a-time'],
    ['2021-10-04T08:30:00+07:00', 'sampledAt in-future'],
    ['2011-10-03T07:30:00+07:00', 'sampledAt too-old'],
  ])('%s is refused: %s', (sampledAt, fault) => expect(faults({ sampledAt })).toEqual([fault]))
})

describe('method, result and centre', () => {
  it.each([
    ['RT-PCR', 'LP6464-4'],
    ['realtime PCR', 'LP6464-4'],
    ['LP217198-3', 'LP217198-3'],
    ['Test nhanh kháng nguyên', 'LP217198-3'],
  ])('%s is the method %s', (method, code) => expect(value({ method }).method).toBe(code))

  it.each([
    ['ÂM TÍNH', '260415000'],
    ['negative', '260415000'],
    ['Dương tính', '260373001'],
    ['260373001', '260373001'],
  ])('%s is the result %s', (result, code) => expect(value({ result }).result).toBe(code))

  it.each([
    [{ method: 'máu' }, 'method unknown-method'],
    [{ method: '' }, 'method missing'],
    [{ result: 'không âm tính' }, 'result unknown-result'],
    [{ result: '' }, 'result missing'],
    [{ centre: '' }, 'centre missing'],
    [{ centre: 'C'.repeat(81) }, 'centre too-long'],
  ])('%o is refused', (changes, fault) => expect(faults(changes)).toEqual([fault]))

  it('takes the centre given for the file where the row has none', () => {
    expect(value({ centre: '' }, { centre: 'CDC' }).centre).toBe('CDC')
  })
})

describe('an identifier', () => {
  it.each([
    ['urn:uvci:01:vn:ab12', 'URN:UVCI:01:VN:AB12'],
    ['XN-2021/5', 'URN:UVCI:01:VN:XN-2021/5'],
    ['', null],
  ])('%s becomes %s', (identifier, uvci) => expect(value({ identifier }).identifier).toBe(uvci))

  it.each([
    ['mã số 5', 'identifier not-an-identifier'],
    ['A'.repeat(70), 'identifier too-long'],
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
