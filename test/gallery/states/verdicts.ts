/** The lane with one verdict, and before there is any. */
import { finding } from '../../../shared/domain/finding/finding.ts'
import type { Verdict } from '../../../shared/domain/finding/verdict.ts'
import { aDocument } from '../../unit/renderer/screens/scan-answer.ts'
import { aCertificate } from '../fixtures/a-certificate.ts'
import { aCrossing, aVehicle } from '../fixtures/a-crossing.ts'
import { aKiosk } from '../fixtures/a-kiosk.ts'
import { aCard, aResult, aTraveller } from '../fixtures/a-traveller.ts'
import { aCode, anUnreadable, aVerdict } from '../fixtures/a-verdict.ts'
import { anAnswer } from '../fixtures/an-answer.ts'
import { findingsWith, forged, noResult, positive, toCompare, tooOld, unknownKey } from '../fixtures/findings.ts'
import { an, binh, nhu, nhuOfTheCard, type Person } from '../fixtures/people.ts'
import { aState, type State } from '../state.ts'
import { scans, untilAsked } from '../steps.ts'
import { failing, noAnswer } from '../stub-link.ts'
import { details, ready, scanned } from '../ways.ts'

/** One person in a car, with a result of which this is found. */
export function ofOne(
  findings: Verdict['findings'],
  of: Person = an,
  people: number | null = null,
): Pick<State, 'kiosk' | 'answers' | 'steps'> {
  const crossing = aCrossing({ people, travellers: [aTraveller({ of, findings })] })
  const test = findings === positive ? ({ result: 'positive' } as const) : {}
  const verdict = aVerdict({ findings, certificate: aCertificate(of, test) })
  return { kiosk: aKiosk({ crossing }), answers: { 'scan.verify': () => anAnswer({ verdict }) }, steps: scanned }
}

const unreadable = {
  kiosk: aKiosk(),
  answers: { 'scan.verify': () => anAnswer({ verdict: anUnreadable, placed: null }) },
  steps: scanned,
}

const card = aVerdict({
  findings: noResult,
  format: null,
  certificate: null,
  validUntil: null,
  document: aDocument({ ...nhu }),
})

/** Two names to be compared, beside somebody whose result is too old. */
const compared = aVerdict({
  findings: toCompare,
  certificate: aCertificate(nhu),
  document: aDocument({ ...nhuOfTheCard }),
})
const both = aTraveller({
  id: 3,
  of: nhu,
  findings: toCompare,
  identity: 'look',
  evidence: [aResult(nhu), aCard(nhuOfTheCard)],
})

export const verdictStates: readonly State[] = [
  aState({ name: 'lane-not-ready', title: 'the program has told nothing yet', kiosk: null }),
  aState({ name: 'lane-waiting', title: 'nothing scanned yet', kiosk: aKiosk(), steps: ready }),
  aState({
    name: 'lane-verifying',
    title: 'a code on its way to its verdict',
    kiosk: aKiosk(),
    answers: { 'scan.verify': noAnswer },
    steps: [...ready, scans(aCode), untilAsked('scan.verify')],
  }),
  aState({ name: 'lane-accepted', title: 'a valid result', ...ofOne(findingsWith()) }),
  aState({ name: 'lane-unknown-key', title: 'an issuer that is not known: check', ...ofOne(unknownKey) }),
  aState({ name: 'lane-too-old', title: 'a result past its time: not valid', ...ofOne(tooOld) }),
  aState({ name: 'lane-positive', title: 'a positive result', ...ofOne(positive) }),
  aState({ name: 'lane-forged', title: 'a signature that does not match', ...ofOne(forged) }),
  aState({ name: 'lane-unreadable', title: 'a code of no known kind', ...unreadable }),
  aState({
    name: 'lane-long-reason',
    title: 'the longest sentence of all checks',
    ...ofOne(findingsWith(finding('key-not-issued'))),
  }),
  aState({ name: 'lane-long-name', title: 'a name of 46 characters', ...ofOne(tooOld, nhu) }),
  aState({
    name: 'lane-card',
    title: 'a citizen card alone, of a long name',
    kiosk: aKiosk({
      crossing: aCrossing({ travellers: [aTraveller({ of: nhu, findings: noResult, evidence: [aCard(nhu)] })] }),
    }),
    answers: { 'scan.verify': () => anAnswer({ verdict: card }) },
    steps: scanned,
  }),
  aState({
    name: 'lane-compare',
    title: 'two long names to compare, two remarks: another person, and the crossing is worse',
    kiosk: aKiosk({
      crossing: aCrossing({
        vehicle: aVehicle({ plate: '29B-456.78' }),
        travellers: [aTraveller({ of: binh, findings: tooOld }), both],
      }),
    }),
    answers: { 'scan.verify': () => anAnswer({ verdict: compared, placed: { traveller: 3, how: 'apart' } }) },
    steps: scanned,
  }),
  aState({
    name: 'lane-failed',
    title: 'the program failed over a code',
    kiosk: aKiosk(),
    answers: { 'scan.verify': failing },
    steps: [...ready, scans(aCode), untilAsked('scan.verify')],
  }),
  aState({ name: 'lane-details', title: 'the details of a verdict', ...ofOne(tooOld, nhu), steps: details }),
]
