/** Builders of what the program behind the screen answers. */
import type { Certificate, TestStatement } from '../../../../shared/certificate/certificate.ts'
import type { ShownCrossing, ShownTraveller } from '../../../../shared/contract/crossing-schemas.ts'
import type { ScanAnswer } from '../../../../shared/contract/schemas.ts'
import type { Document } from '../../../../shared/document/document.ts'
import { outcomeOf } from '../../../../shared/domain/crossing/crossing-outcome.ts'
import { emptyCrossing } from '../../../../shared/domain/crossing/open-crossing.ts'
import { finding } from '../../../../shared/domain/finding/finding.ts'
import { crossing } from '../../../contract/answers.ts'

/** 07:42 on 22 November 2026 in Viet Nam. */
export const now = Date.parse('2026-11-22T07:42:00+07:00')
export const hour = 3_600_000

/** A negative RT-PCR result of 41 hours ago, good for another 31. */
export function aCertificate(changes: { test?: Partial<TestStatement> } = {}): Certificate {
  const sampled = now - 41 * hour
  return {
    format: 'HC1',
    issuer: 'VN',
    kid: 'ZtJVElOdWm0=',
    issuedAt: now - 40 * hour,
    notBefore: null,
    expiresAt: now + 31 * hour,
    holder: {
      name: 'Nguyễn Văn An',
      transliterated: { family: 'NGUYEN', given: 'VAN<AN' },
      birthDate: '1999-03-12',
      number: null,
    },
    statement: {
      kind: 'test',
      method: 'naat',
      result: 'negative',
      sampled: { text: '2026-11-20T14:42:00+07:00', earliest: sampled, latest: sampled, zoned: true },
      reported: null,
      centre: 'Trung tâm Kiểm soát bệnh tật tỉnh Bắc Giang',
      disease: '840539006',
      authority: null,
      country: 'VN',
      identifier: 'URN:UVCI:01:VN:1',
      ...changes.test,
    },
  }
}

/** An accepted certificate, on record as entry 7. */
export function aScanAnswer(changes: Partial<ScanAnswer> = {}): ScanAnswer {
  const met = { check: 'rules', status: 'pass', code: 'rules-met' } as const
  return {
    kind: 'verdict',
    verdict: {
      outcome: 'accepted',
      reason: met,
      findings: [
        { check: 'signature', status: 'pass', code: 'signature-valid' },
        { check: 'key', status: 'pass', code: 'key-trusted' },
        met,
      ],
      format: 'HC1',
      text: 'HC1:',
      certificate: aCertificate(),
      digest: 'd16e'.repeat(16),
      document: null,
      validUntil: now + 31 * hour,
      payload: null,
    },
    record: { recorded: true, seq: 7, at: now },
    placed: { traveller: 2, how: 'new' },
    ...changes,
  }
}

/** A citizen card's code, with all its fields. */
export function aDocument(changes: Partial<Document> = {}): Document {
  return {
    kind: 'citizen-card',
    number: '024099001234',
    oldNumber: '121234567',
    name: 'Nguyễn Văn An',
    birthDate: '1999-03-12',
    sex: 'M',
    address: 'Thôn Đồng, Yên Dũng, Bắc Giang',
    issued: '2021-01-01',
    extras: [],
    ...changes,
  }
}

/** The answer to a citizen card. */
export function aDocumentAnswer(): ScanAnswer {
  const { verdict, record, placed } = aScanAnswer()
  const reason = finding('document-unsigned')
  const none = { format: null, certificate: null, digest: null, validUntil: null }
  return {
    kind: 'verdict',
    verdict: { ...verdict, ...none, outcome: 'check', reason, findings: [reason], document: aDocument() },
    record,
    placed,
  }
}

/** Somebody in the crossing whose result is good. */
export function aTraveller(changes: Partial<ShownTraveller> = {}): ShownTraveller {
  const reason = finding('rules-met')
  return {
    id: 2,
    name: 'Nguyễn Văn An',
    birthDate: '1999-03-12',
    outcome: 'accepted',
    reason,
    findings: [reason, finding('identity-alone')],
    identity: 'alone',
    turnedAway: null,
    evidence: [],
    ...changes,
  }
}

/** A car with its driver, whose result is good, on the way in. */
export function aCrossing(changes: Partial<ShownCrossing> = {}): ShownCrossing {
  const shown: ShownCrossing = {
    ...crossing,
    vehicle: { plate: '98A-123.45', trailerPlate: null, kind: 'car', carrier: null, from: null, to: null },
    travellers: [aTraveller()],
    current: 2,
    empty: false,
    expected: ['admitted'],
    ...changes,
  }
  const { people, vehicle, awaitingNext, travellers } = shown
  const whole = outcomeOf({ ...emptyCrossing('in'), people, vehicle, awaitingNext }, travellers)
  return { ...shown, whole, ...changes }
}
