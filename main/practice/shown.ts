/** What a traveller of a practice day shows, and what the kiosk concludes of it. */
import { finding } from '../../shared/domain/finding/finding.ts'
import { conclude, type Finding, type Verdict } from '../../shared/domain/finding/verdict.ts'
import { pickByShare, type Shares } from './chance.ts'
import type { Person } from './people.ts'

/** How a code turns out. `paper`: there is none. */
export type Showing = 'valid' | 'too-old' | 'positive' | 'unknown-key' | 'forged' | 'paper'

const hour = 3_600_000

/** Of a thousand travellers, how many of each; the rest is valid. */
const perThousand: Shares<Showing> = [
  ['too-old', 28],
  ['unknown-key', 14],
  ['paper', 16],
  ['positive', 4],
  ['forged', 2],
]

/** What somebody shows, drawn. */
export const drawShowing = (drawn: number): Showing => pickByShare(drawn, perThousand, 1000) ?? 'valid'

/** How many hours ago the sample was taken. */
const ageOf = (showing: Showing, drawn: number): number =>
  Math.floor(showing === 'too-old' ? 73 + drawn * 60 : 2 + drawn * 66)

function findingsOf(showing: Exclude<Showing, 'paper'>, hours: number): Finding[] {
  const known = [finding('format-known'), finding('signature-valid'), finding('key-trusted')]
  switch (showing) {
    case 'valid':
      return [...known, finding('rules-met')]
    case 'too-old':
      return [...known, finding('sample-too-old', { hours, limit: 72 })]
    case 'positive':
      return [...known, finding('result-positive')]
    case 'unknown-key':
      return [finding('format-known'), finding('signature-not-checked'), finding('key-unknown')]
    case 'forged':
      return [finding('format-known'), finding('signature-mismatch'), finding('key-trusted')]
  }
}

/** The verdict on a code that was made up: no key stands behind it. @param drawn 0 to 1: how old it is */
export function shownCode(
  { name, birthDate, number }: Person,
  {
    showing,
    identifier,
    drawn,
    at,
  }: { showing: Exclude<Showing, 'paper'>; identifier: string; drawn: number; at: number },
): Verdict {
  const hours = ageOf(showing, drawn)
  const sampledAt = at - hours * hour
  const sampled = new Date(sampledAt).toISOString()
  const findings = findingsOf(showing, hours)
  const moment = { text: sampled, earliest: sampledAt, latest: sampledAt, zoned: true }
  return {
    ...conclude(findings),
    findings,
    format: 'HC1',
    text: `practice ${identifier}`,
    certificate: {
      format: 'HC1',
      issuer: 'VN',
      kid: null,
      issuedAt: sampledAt + 4 * hour,
      notBefore: null,
      expiresAt: sampledAt + 168 * hour,
      holder: { name: name.toUpperCase(), transliterated: null, birthDate, number },
      statement: {
        kind: 'test',
        method: drawn < 0.6 ? 'naat' : 'rapid-antigen',
        result: showing === 'positive' ? 'positive' : 'negative',
        sampled: moment,
        reported: null,
        centre: null,
        disease: null,
        authority: null,
        country: 'VN',
        identifier,
      },
    },
    digest: null,
    document: null,
    validUntil: showing === 'valid' ? sampledAt + 72 * hour : null,
    payload: null,
  }
}

/** The verdict on something that is no certificate: a payment code, a parcel's label. */
export function unreadableCode(): Verdict {
  const findings = [finding('format-unknown', { vi: '', en: '' })]
  return {
    ...conclude(findings),
    findings,
    format: null,
    text: 'practice: no certificate',
    certificate: null,
    digest: null,
    document: null,
    validUntil: null,
    payload: null,
  }
}
