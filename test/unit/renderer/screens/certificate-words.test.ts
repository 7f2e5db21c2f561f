import { describe, expect, it } from 'vitest'
import { speakIn } from '../../../../renderer/i18n/catalogue.ts'
import { certificateFields } from '../../../../renderer/screens/lane/verdict/certificate-fields.ts'
import { sayDate } from '../../../../renderer/i18n/said-date.ts'
import { sayAges, sayHolder, sayNumber, sayStatement } from '../../../../renderer/screens/lane/verdict/holder-facts.ts'
import { documentFields, sayPerson } from '../../../../renderer/screens/lane/verdict/document-words.ts'
import { aCertificate, aDocument, hour, now } from './scan-answer.ts'

const vi = speakIn('vi')
const until = now + 31 * hour
const ages = (certificate: ReturnType<typeof aCertificate>, validUntil: number | null = until): string[] =>
  sayAges(vi, certificate.statement, validUntil, now)
const sampledAgo = (hours: number): Parameters<typeof aCertificate>[0] => {
  const at = now - hours * hour
  return { test: { sampled: { text: '', earliest: at, latest: at, zoned: true } } }
}

describe('the words beside the verdict', () => {
  it('name the holder and the year of birth', () => {
    expect(sayHolder(aCertificate().holder).replaceAll('\u00a0', ' ')).toBe('Nguyễn Văn An · 1999')
    expect(sayHolder({ ...aCertificate().holder, birthDate: null })).toBe('Nguyễn Văn An')
  })

  it('say which test with which result', () => {
    expect(sayStatement(vi, aCertificate().statement)).toBe('xét nghiệm RT-PCR âm tính')
  })

  it('say how many hours ago the sample was taken and until when the certificate is good', () => {
    expect(ages(aCertificate())).toEqual(['lấy mẫu 41 giờ trước', 'còn hạn đến 14:42 23/11/2026'])
  })

  it('round the age of a sample down, and count days where hours say nothing', () => {
    expect(ages(aCertificate(sampledAgo(71.9)))[0]).toBe('lấy mẫu 71 giờ trước')
    expect(ages(aCertificate(sampledAgo(0.5)))[0]).toBe('lấy mẫu chưa đầy 1 giờ trước')
    expect(ages(aCertificate(sampledAgo(240)))[0]).toBe('lấy mẫu 10 ngày trước')
  })

  it('never tell an age that is not known', () => {
    const unzoned = { text: '2026-11-20T14:42', earliest: 0, latest: 1, zoned: false }
    expect(ages(aCertificate({ test: { sampled: unzoned } }))[0]).toContain('không rõ múi giờ')
    expect(ages(aCertificate(sampledAgo(-2)))[0]).toContain('chưa tới')
    expect(ages(aCertificate({ test: { sampled: null } }), null)).toEqual([])
  })

  it('keep the time of the result apart from that of the sample', () => {
    const at = now - 20 * hour
    const reported = { text: '', earliest: at, latest: at, zoned: true }
    expect(ages(aCertificate({ test: { reported } }))).toEqual([
      'lấy mẫu 41 giờ trước',
      'có kết quả lúc 11:42 21/11/2026',
      'còn hạn đến 14:42 23/11/2026',
    ])
  })

  it('name the number of the document that the certificate goes with', () => {
    expect(sayNumber(vi, { ...aCertificate().holder, number: 'B1234567' })).toEqual(['giấy tờ số B1234567'])
    expect(sayNumber(vi, aCertificate().holder)).toEqual([])
  })

  it('say of a pass that it does not tell why', () => {
    const { disease, authority, country, identifier } = aCertificate().statement
    const pass = { kind: 'pass', disease, authority, country, identifier } as const
    expect(sayStatement(vi, pass)).toBe('giấy thông hành (không ghi vì sao được cấp)')
  })

  it('leave out what a document leaves out', () => {
    const bare = aDocument({ birthDate: null, sex: null, address: null, issued: null, oldNumber: null })
    expect(sayPerson(vi, bare)).toEqual([])
    expect(documentFields(vi, bare).map(({ label }) => label)).toEqual(['field.number', 'field.name'])
  })

  it('say expired once it is', () => {
    expect(ages(aCertificate(), now)[1]).toBe('hết hạn lúc 07:42 22/11/2026')
  })

  it('write whole and partial dates the Vietnamese way, and leave others alone', () => {
    expect(['1999-03-12', '1999-03', '1999', '1999-**-**', 'spring'].map(sayDate)).toEqual([
      '12/03/1999',
      '03/1999',
      '1999',
      '**/**/1999',
      'spring',
    ])
  })

  it('list the fields that are there and no others', () => {
    const fields = Object.fromEntries(certificateFields(aCertificate()).map(({ label, value }) => [label, value]))
    expect(fields).toMatchObject({ 'field.transliterated': 'NGUYEN VAN AN', 'field.kid': 'ZtJVElOdWm0=' })
    expect(fields).not.toHaveProperty('field.authority')
  })
})
