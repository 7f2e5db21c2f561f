/** People at a checkpoint: their results, signed by an issuer that the checkpoint is made to believe, and their cards. */
import { issueHc1 } from '../../authority/issue-hc1.ts'
import { newSigningKey, publicJwk } from '../../authority/signing-key.ts'
import { test as base } from './fixtures.ts'
import { believeKey } from './trust-folder.ts'

const hour = 3_600_000

export interface SomePerson {
  family: string
  given: string
  /** `YYYY-MM-DD` */
  birthDate: string
  /** Twelve digits that fit the birth date and the sex. */
  number: string
  sex: 'Nam' | 'Nữ'
}

export const hoa: SomePerson = {
  family: 'Đỗ',
  given: 'Thị Hòa',
  birthDate: '1990-03-08',
  number: '024190000001',
  sex: 'Nữ',
}
export const khanh: SomePerson = {
  family: 'Hoàng',
  given: 'Gia Khánh',
  birthDate: '1988-12-24',
  number: '024088000002',
  sex: 'Nam',
}
export const lan: SomePerson = {
  family: 'Vũ',
  given: 'Ngọc Lan',
  birthDate: '2001-06-15',
  number: '024301000003',
  sex: 'Nữ',
}
export const minh: SomePerson = {
  family: 'Bùi',
  given: 'Quang Minh',
  birthDate: '1975-01-30',
  number: '024075000004',
  sex: 'Nam',
}

export const nameOf = ({ family, given }: SomePerson): string => `${family} ${given}`

const key = newSigningKey('ES256')

/** Makes a profile believe the key that these people's results are signed with. */
function believePeople(profile: string): void {
  believeKey(profile, publicJwk(key, { issuer: 'Sở Y tế tỉnh Bắc Giang (mẫu thử)', country: 'VN', usage: ['test'] }))
}

/** Tests at a checkpoint that believes these people's results. */
export const testWithPeople = base.extend({
  profile: async ({ profile }, use) => {
    believePeople(profile)
    await use(profile)
  },
})

/** The text of a person's result: RT-PCR, sampled twelve hours ago. */
export function resultOf(person: SomePerson, result: 'negative' | 'positive' = 'negative'): string {
  const { family, given, birthDate, number } = person
  const sampledAt = Date.now() - 12 * hour
  const entry = {
    tg: '840539006',
    tt: 'LP6464-4',
    sc: new Date(sampledAt).toISOString(),
    tr: result === 'negative' ? '260415000' : '260373001',
    tc: 'CDC Bắc Giang (mẫu thử)',
    co: 'VN',
    is: 'Sở Y tế tỉnh Bắc Giang (mẫu thử)',
    ci: `URN:UVCI:01:VN:TEST${number}`,
  }
  const nam = { fn: family, fnt: family.toUpperCase(), gn: given, gnt: given.toUpperCase().replaceAll(' ', '<') }
  const issuedAt = sampledAt + 6 * hour
  const payload = { ver: '1.3.0', nam, dob: birthDate, t: [entry] }
  return issueHc1({ issuer: 'VN', issuedAt, expiresAt: issuedAt + 168 * hour, payload }, key)
}

/** The text of a person's citizen card. */
export function cardOf(person: SomePerson): string {
  const birthDate = person.birthDate.split('-').toReversed().join('')
  return `${person.number}||${nameOf(person)}|${birthDate}|${person.sex}|Thôn Mẫu, Bắc Giang|01012021`
}
