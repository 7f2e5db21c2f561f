import { describe, expect, it } from 'vitest'
import { speakIn } from '../../../../renderer/i18n/catalogue.ts'
import { sayClockNotice, sayTrust, sayTrustDamage, sayTrustNotices } from '../../../../renderer/frame/standing-words.ts'
import type { ArtefactAge } from '../../../../shared/domain/freshness.ts'
import { hour, now } from '../screens/scan-answer.ts'

const vi = speakIn('vi')
const en = speakIn('en')
const keys = (freshness: ArtefactAge['freshness'], hours: number): ArtefactAge => ({
  artefact: 'keys',
  freshness,
  hours,
})
const rules = (freshness: ArtefactAge['freshness'], hours: number): ArtefactAge => ({
  artefact: 'rules',
  freshness,
  hours,
})

describe('the status line', () => {
  it('counts the keys and tells their age, in hours at first and then in days', () => {
    expect(sayTrust(vi, { keys: 12, ages: [keys('fresh', 5)] })).toBe('12 khóa · 5 giờ trước')
    expect(sayTrust(vi, { keys: 12, ages: [keys('ageing', 49)] })).toBe('12 khóa · 2 ngày trước')
    expect(sayTrust(en, { keys: 1, ages: [keys('fresh', 0)] })).toBe('1 key · less than 1 hour ago')
  })

  it('tells the age of whatever is worst off', () => {
    const ages = [keys('fresh', 40), rules('ageing', 200)]
    expect(sayTrust(vi, { keys: 12, ages })).toBe('12 khóa · quy định 8 ngày trước')
  })

  it('does not make up an age where nothing has a date', () => {
    expect(sayTrust(vi, { keys: 12, ages: [] })).toBe('12 khóa · không rõ ngày cập nhật')
  })
})

describe('the notice of damage', () => {
  it('is not there while what is believed holds', () => {
    expect(sayTrustDamage(vi, { keys: 12, ages: [], damaged: false })).toBeNull()
  })

  it('says what does not count, and who is to be asked', () => {
    expect(sayTrustDamage(en, { keys: 12, ages: [], damaged: true })).toContain('what is wrong is not used')
    expect(sayTrustDamage(en, { keys: 0, ages: [], damaged: true })).toContain('no key is believed')
    expect(sayTrustDamage(vi, { keys: 0, ages: [], damaged: true })).toContain('không tin khóa nào')
  })
})

describe('the notice of age', () => {
  it('is not there while everything is fresh', () => {
    expect(sayTrustNotices('vi', vi, [keys('fresh', 40), rules('fresh', 40)])).toEqual([])
  })

  it('names in one sentence all that stands on the same step, with its age', () => {
    const [sentence, ...others] = sayTrustNotices('vi', vi, [keys('old', 192), rules('old', 960)])
    expect(sentence).toContain('khóa xác thực (8 ngày) và quy định áp dụng (40 ngày)')
    expect(others).toEqual([])
  })

  it('has a sentence for each step, the worst first', () => {
    const sentences = sayTrustNotices('en', en, [keys('ageing', 72), rules('unusable', 2400)])
    expect(sentences).toHaveLength(2)
    expect(sentences[0]).toContain('Nothing can be concluded')
    expect(sentences[0]).toContain('rules')
    expect(sentences[1]).toContain('It is time to update the keys (3 days old)')
  })
})

describe('the notice of a doubted clock', () => {
  const behind = { doubt: 'behind', knownAt: now + hour } as const

  it('tells the time on the clock, what contradicts it, and the key that puts it right', () => {
    const sentence = sayClockNotice(vi, behind, 'none', now)
    expect(sentence).toContain('07:42 22/11/2026')
    expect(sentence).toContain('08:42 22/11/2026')
    expect(sentence).toContain('F7')
  })

  it('asks for the key once more', () => {
    expect(sayClockNotice(vi, behind, 'asked', now)).toContain('bấm F7 lần nữa')
  })

  it('says that the zone is to be set where the zone is wrong, whatever was pressed', () => {
    expect(sayClockNotice(vi, { doubt: 'other-zone', knownAt: null }, 'asked', now)).toContain('UTC+7')
  })

  it('says that it is confirmed, and nothing of a clock that never was in doubt', () => {
    expect(sayClockNotice(vi, { doubt: null, knownAt: now }, 'done', now)).toContain('Đã xác nhận')
    expect(sayClockNotice(vi, { doubt: null, knownAt: now }, 'none', now)).toBeNull()
  })
})
