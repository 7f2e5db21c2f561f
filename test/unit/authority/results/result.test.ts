/** One result: method, result, centre and identifier, what is taken, and what is refused with its reason. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultText } from '../../../../authority/results/result/faults.ts'
import { newIdentifier } from '../../../../authority/results/result/result.ts'
import { read, value, faults } from './one-result.ts'

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
