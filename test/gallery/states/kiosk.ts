/** The lane while something is wrong with the kiosk itself, or it is a kiosk for practice. */
import type { Kiosk } from '../../../shared/contract/schemas.ts'
import { finding } from '../../../shared/domain/finding/finding.ts'
import { hour, now } from '../clock.ts'
import { aCrossing } from '../fixtures/a-crossing.ts'
import { aKiosk, freshTrust } from '../fixtures/a-kiosk.ts'
import { aTraveller } from '../fixtures/a-traveller.ts'
import { aVerdict } from '../fixtures/a-verdict.ts'
import { aCertificate } from '../fixtures/a-certificate.ts'
import { anAnswer } from '../fixtures/an-answer.ts'
import { findingsWith, tooOld } from '../fixtures/findings.ts'
import { an, nhu, type Person } from '../fixtures/people.ts'
import { aState, type State } from '../state.ts'
import { turnsLink, until } from '../steps.ts'
import { decide, scanned } from '../ways.ts'
import { ofOne } from './verdicts.ts'

const oldTrust: Kiosk['standing']['trust'] = {
  keys: 412,
  ages: [
    { artefact: 'keys', freshness: 'old', hours: 80 },
    { artefact: 'rules', freshness: 'ageing', hours: 50 },
    { artefact: 'revocations', freshness: 'ageing', hours: 50 },
  ],
  damaged: false,
}
const behind: Kiosk['standing']['clock'] = { doubt: 'behind', knownAt: now + 5 * hour }

/** A name in two lines, under what is wrong with the kiosk. */
function under(standing: Kiosk['standing'], findings = tooOld): Pick<State, 'kiosk' | 'answers' | 'steps'> {
  const state = ofOne(findings, nhu)
  return { ...state, kiosk: aKiosk({ ...state.kiosk, standing }) }
}

function threeNotices(of: Person, findings = findingsWith(finding('key-not-issued'))) {
  const standing: Kiosk['standing'] = { trust: oldTrust, clock: behind, journal: 'doubted' }
  const state = ofOne(findings, of)
  return { ...state, kiosk: aKiosk({ ...state.kiosk, standing }) }
}

const notOnDisk = {
  kiosk: aKiosk({
    crossing: aCrossing({ travellers: [aTraveller({ of: nhu, findings: tooOld })], unsaved: 'disk-full' }),
  }),
  answers: {
    'scan.verify': () =>
      anAnswer({
        verdict: aVerdict({ findings: tooOld, certificate: aCertificate(nhu) }),
        record: { recorded: false, code: 'disk-full' },
      }),
    'crossing.decide': () => ({ recorded: false, code: 'disk-full' }),
  },
  steps: [...scanned, decide('refused'), until('[data-testid="remark"]')],
} satisfies Partial<State>

export const kioskStates: readonly State[] = [
  aState({ name: 'kiosk-disk-full', title: 'the disk is full, and a decision was refused by it', ...notOnDisk }),
  aState({
    name: 'kiosk-link-lost',
    title: 'the program has gone while a verdict stood',
    ...ofOne(findingsWith()),
    steps: [...scanned, turnsLink('lost'), until('[data-testid="link"]')],
  }),
  aState({
    name: 'kiosk-second-window',
    title: 'another window has taken over',
    ...ofOne(findingsWith()),
    steps: [...scanned, turnsLink('taken-over'), until('[data-testid="link"]')],
  }),
  aState({
    name: 'kiosk-slow',
    title: 'the program takes long',
    ...ofOne(findingsWith()),
    steps: [...scanned, turnsLink('slow'), until('[data-testid="link"]')],
  }),
  aState({
    name: 'kiosk-two-notices',
    title: 'old keys and a clock in doubt, above a long name',
    ...under(
      { trust: oldTrust, clock: behind },
      findingsWith(finding('keys-old', { hours: 80, limit: 72 }), finding('clock-behind', { knownAt: now + 5 * hour })),
    ),
  }),
  aState({
    name: 'kiosk-three-notices',
    title: 'three things wrong with the kiosk, above the longest sentence',
    ...threeNotices(an),
  }),
  aState({
    name: 'kiosk-three-notices-name',
    title: 'three things wrong with the kiosk, above a long name',
    ...threeNotices(nhu, tooOld),
  }),
  aState({
    name: 'kiosk-trust-damaged',
    title: 'what was believed did not hold',
    ...under({ trust: { ...freshTrust, keys: 0, damaged: true }, clock: { doubt: null, knownAt: null } }),
  }),
  aState({
    name: 'kiosk-journal-doubted',
    title: 'the journal does not agree with itself',
    ...under({ trust: freshTrust, clock: { doubt: null, knownAt: null }, journal: 'doubted' }),
  }),
  aState({
    name: 'kiosk-journal-moved',
    title: 'the profile was copied here from another computer',
    ...under({ trust: freshTrust, clock: { doubt: null, knownAt: null }, journal: 'moved' }),
  }),
  aState({
    name: 'kiosk-people-overdue',
    title: 'people are kept for longer than the policy allows',
    ...under({ trust: freshTrust, clock: { doubt: null, knownAt: null }, overdue: { kept: 118, policy: 30 } }),
  }),
  aState({
    name: 'kiosk-practice',
    title: 'a kiosk for practice',
    ...ofOne(findingsWith()),
    kiosk: aKiosk({ ...ofOne(findingsWith()).kiosk, mode: 'practice' }),
  }),
]
