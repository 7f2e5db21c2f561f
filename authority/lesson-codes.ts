/** The codes of the guided lesson, made afresh so that their ages are right: nobody comes twice, but who is to. */
import type { LessonName } from '../shared/domain/lesson.ts'
import { forge, testPayload, type Person } from './demo-codes.ts'
import { hc1Prefix } from '../shared/certificate/hc1.ts'
import { issueHc1 } from './issue-hc1.ts'
import type { SigningKey } from './signing-key.ts'

const hour = 3_600_000
const day = 24 * hour

/** How often the lesson can be taken before the same people come again. */
const sets = 4

const people: Readonly<Record<Exclude<LessonName, 'payment' | 'returned'>, Omit<Person, 'birthDate'>>> = {
  valid: { family: 'Nguyễn', given: 'Văn An', familyIcao: 'NGUYEN', givenIcao: 'VAN<AN' },
  'too-old': { family: 'Trần', given: 'Thị Bình', familyIcao: 'TRAN', givenIcao: 'THI<BINH' },
  positive: { family: 'Lê', given: 'Quốc Cường', familyIcao: 'LE', givenIcao: 'QUOC<CUONG' },
  'last-hours': { family: 'Đặng', given: 'Thúy Hạnh', familyIcao: 'DANG', givenIcao: 'THUY<HANH' },
  forged: { family: 'Phạm', given: 'Đức Dũng', familyIcao: 'PHAM', givenIcao: 'DUC<DUNG' },
  'unknown-key': { family: 'Vũ', given: 'Hương Giang', familyIcao: 'VU', givenIcao: 'HUONG<GIANG' },
  expired: { family: 'Bùi', given: 'Minh Khoa', familyIcao: 'BUI', givenIcao: 'MINH<KHOA' },
  cut: { family: 'Hoàng', given: 'Thị Lan', familyIcao: 'HOANG', givenIcao: 'THI<LAN' },
}

/** A transfer to nobody: no bank has this account. */
const payment = '00020101021138590010A0000007270129000697040301150000000000000000208QRIBFTTA53037045802VN6304C8C4'

/**
 * Makes the codes of so many lessons.
 * @param now epoch milliseconds; ages are counted from it
 */
export function lessonCodes(trusted: SigningKey, stranger: SigningKey, now: number): Record<LessonName, string>[] {
  return Array.from({ length: sets }, (_, set) => lessonOf(trusted, stranger, now, set))
}

function lessonOf(trusted: SigningKey, stranger: SigningKey, now: number, set: number): Record<LessonName, string> {
  // Somebody else each time that codes are made: by the birth date, for the names are the lesson's.
  const drawn = Math.floor(now / 60_000) * sets + set
  const born = new Date(Date.UTC(1955 + (drawn % 40), drawn % 12, 1 + (drawn % 28))).toISOString().slice(0, 10)
  let serial = 1000 + (drawn % 9000) * 10
  const issue = (
    name: keyof typeof people,
    hoursOld: number,
    { result = 'negative', key = trusted, life = 7 * day }: Partial<Issuing> = {},
  ): string => {
    const sampledAt = now - hoursOld * hour
    const issuedAt = sampledAt + Math.min(6, hoursOld / 2) * hour
    const payload = testPayload({ ...people[name], birthDate: born }, sampledAt, result, serial++)
    return issueHc1({ issuer: 'VN', issuedAt, expiresAt: issuedAt + life, payload }, key)
  }
  const cut = issue('cut', 10)
  return {
    valid: issue('valid', 20),
    'too-old': issue('too-old', 90),
    positive: issue('positive', 12, { result: 'positive' }),
    'last-hours': issue('last-hours', 68),
    forged: forge(issue('forged', 30), 'DUC<DUNG', 'DUC<DANG'),
    payment,
    'unknown-key': issue('unknown-key', 16, { key: stranger }),
    expired: issue('expired', 100, { life: 3 * day }),
    // Whole groups of three (RFC 9285), so that what is missing is the end alone.
    cut: cut.slice(0, hc1Prefix.length + 3 * Math.floor(cut.length / 5)),
    returned: issue('positive', 2),
  }
}

interface Issuing {
  result: 'negative' | 'positive'
  key: SigningKey
  /** Milliseconds from when it was issued until it ends. */
  life: number
}
