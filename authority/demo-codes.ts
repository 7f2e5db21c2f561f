/** The demo codes: one of each thing that an officer meets, made afresh so that their ages are right. */
import { inflateSync } from 'node:zlib'
import { decodeBase45 } from '../shared/certificate/base45.ts'
import { hc1Prefix } from '../shared/certificate/hc1.ts'
import { hc1Text, issueHc1 } from './issue-hc1.ts'
import type { SigningKey } from './signing-key.ts'

const hour = 3_600_000
const day = 24 * hour

/** A demo code: its text, and what it shows, in both languages. */
export interface DemoCode {
  name: 'valid' | 'expired' | 'positive' | 'forged' | 'unknown-key' | 'card'
  text: string
  vi: string
  en: string
}

export interface Person {
  family: string
  given: string
  familyIcao: string
  givenIcao: string
  birthDate: string
}

const an: Person = {
  family: 'Nguyễn',
  given: 'Văn An',
  familyIcao: 'NGUYEN',
  givenIcao: 'VAN<AN',
  birthDate: '1999-02-26',
}
const binh: Person = {
  family: 'Trần',
  given: 'Thị Bình',
  familyIcao: 'TRAN',
  givenIcao: 'THI<BINH',
  birthDate: '1986-11-03',
}
const cuong: Person = {
  family: 'Lê',
  given: 'Quốc Cường',
  familyIcao: 'LE',
  givenIcao: 'QUOC<CUONG',
  birthDate: '1974-07-19',
}
const dung: Person = {
  family: 'Phạm',
  given: 'Đức Dũng',
  familyIcao: 'PHAM',
  givenIcao: 'DUC<DUNG',
  birthDate: '2001-05-30',
}
const giang: Person = {
  family: 'Vũ',
  given: 'Hương Giang',
  familyIcao: 'VU',
  givenIcao: 'HUONG<GIANG',
  birthDate: '1992-09-12',
}

/** `YYYY-MM-DDTHH:mm:ss+07:00`, as a Vietnamese laboratory would write it. */
function vietnamTime(instant: number): string {
  return `${new Date(instant + 7 * hour).toISOString().slice(0, 19)}+07:00`
}

/** A laboratory's result, as the European schema has it. @param sampledAt epoch milliseconds */
export function testPayload(person: Person, sampledAt: number, result: 'negative' | 'positive', serial: number) {
  return {
    ver: '1.3.0',
    nam: { fn: person.family, fnt: person.familyIcao, gn: person.given, gnt: person.givenIcao },
    dob: person.birthDate,
    t: [
      {
        tg: '840539006',
        tt: 'LP6464-4',
        sc: vietnamTime(sampledAt),
        tr: result === 'negative' ? '260415000' : '260373001',
        tc: 'CDC Bắc Giang (mẫu thử)',
        co: 'VN',
        is: 'Sở Y tế tỉnh Bắc Giang (mẫu thử)',
        ci: `URN:UVCI:01:VN:DEMO${String(serial).padStart(6, '0')}`,
      },
    ],
  }
}

/** Changes the holder's name inside a signed code and leaves the signature as it was. */
export function forge(text: string, from: string, to: string): string {
  const bytes = inflateSync(decodeBase45(text.slice(hc1Prefix.length)))
  const at = bytes.indexOf(from)
  if (at < 0 || Buffer.byteLength(from) !== Buffer.byteLength(to)) throw new Error('nothing of that length to alter')
  bytes.write(to, at)
  return hc1Text(bytes)
}

/** The code on the citizen card of whoever has the valid result. Nobody was given this number. */
const card = '024099000000||Nguyễn Văn An|26021999|Nam|Thôn Mẫu, Yên Dũng, Bắc Giang|01012021'

/**
 * Makes the demo codes.
 * @param now epoch milliseconds; ages are counted from it
 */
export function demoCodes(trusted: SigningKey, stranger: SigningKey, now: number): DemoCode[] {
  const issue = (
    person: Person,
    hoursOld: number,
    result: 'negative' | 'positive',
    serial: number,
    key: SigningKey,
    life = 7 * day,
  ): string => {
    const sampledAt = now - hoursOld * hour
    const issuedAt = sampledAt + 6 * hour
    return issueHc1(
      { issuer: 'VN', issuedAt, expiresAt: issuedAt + life, payload: testPayload(person, sampledAt, result, serial) },
      key,
    )
  }
  return [
    { name: 'valid', text: issue(an, 20, 'negative', 1, trusted), vi: 'Hợp lệ', en: 'Valid' },
    { name: 'expired', text: issue(binh, 100, 'negative', 2, trusted, 3 * day), vi: 'Đã hết hạn', en: 'Expired' },
    { name: 'positive', text: issue(cuong, 12, 'positive', 3, trusted), vi: 'Dương tính', en: 'Positive' },
    {
      name: 'forged',
      text: forge(issue(dung, 30, 'negative', 4, trusted), 'DUC<DUNG', 'DUC<DANG'),
      vi: 'Giả mạo',
      en: 'Forged',
    },
    { name: 'unknown-key', text: issue(giang, 16, 'negative', 5, stranger), vi: 'Chưa có khóa', en: 'Unknown key' },
    { name: 'card', text: card, vi: 'Thẻ căn cước của An', en: 'An’s identity card' },
  ]
}
