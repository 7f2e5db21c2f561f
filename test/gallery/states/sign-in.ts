/** Coming, taking over and going: the chip of who is on duty, and the strip that it opens. */
import type { News, SessionNamed, SessionOpened, Tries } from '../../../shared/contract/officers.ts'
import { hour, minute, now } from '../clock.ts'
import { aKiosk } from '../fixtures/a-kiosk.ts'
import { hung, long, nobodySignedIn, sessionOf, signedIn } from '../fixtures/an-officer.ts'
import { aState, type State, type Step } from '../state.ts'
import { noAnswer } from '../stub-link.ts'
import { touches, until, writes } from '../steps.ts'
import { ofOne } from './verdicts.ts'
import { findingsWith } from '../fixtures/findings.ts'
import { opened, ready, records, scanned } from '../ways.ts'
import { aRecorded } from '../../unit/renderer/records/recorded.ts'

const chip = touches('[data-testid="officer"]')
const strip: readonly Step[] = [...ready, chip, until('[data-testid="officer-number"]')]
const nobody = aKiosk({ session: nobodySignedIn })

const named = (tries: Tries = { left: 10, waitSeconds: 0 }, who = hung): SessionNamed => ({
  ok: true,
  who,
  means: 'number',
  tries,
})
const atPin: readonly Step[] = [
  ...strip,
  writes('[data-testid="officer-number"]', '204117'),
  touches('[data-testid="sign-in-next"]'),
  until('[data-testid="pin"]'),
]
const triesPin: readonly Step[] = [
  ...atPin,
  writes('[data-testid="pin"]', '481590'),
  touches('[data-testid="sign-in-next"]'),
]
const answered = (answer: SessionOpened): State['answers'] => ({
  'session.name': () => named(),
  'session.open': () => answer,
})
const wrong = (tries: Tries): State['answers'] => answered({ ok: false, why: 'wrong', tries })

const news: readonly News[] = [
  { at: now - minute, kind: 'officer.renewed', number: long.number, name: long.name, by: '2041170359' },
  { at: now - hour, kind: 'badge.refused', number: '77', name: null, by: null },
  { at: now - 2 * hour, kind: 'officer.unlocked', number: '204118', name: 'Lê Văn Sáu', by: '2041170358' },
  { at: now - 3 * hour, kind: 'officer.appointed', number: '204119', name: 'Phạm Thị Thu', by: '2041170358' },
  { at: now - 4 * hour, kind: 'officer.removed', number: '204120', name: 'Đỗ Hữu Nghị', by: '2041170358' },
  { at: now - 5 * hour, kind: 'officer.changed', number: '204121', name: 'Ngô Bá Khá', by: '2041170358' },
]

export const signInStates: readonly State[] = [
  aState({ name: 'chip-nobody', title: 'nobody is signed in', kiosk: nobody, steps: ready }),
  aState({
    name: 'chip-signed-in',
    title: 'an officer of a long rank and name',
    kiosk: aKiosk({ session: signedIn(long) }),
    steps: ready,
  }),
  aState({
    name: 'chip-asleep',
    title: 'an officer whose session has gone to sleep',
    kiosk: aKiosk({ session: signedIn(hung, { asleep: true }) }),
    steps: ready,
  }),
  aState({ name: 'sign-in-number', title: 'the strip asks who it is', kiosk: nobody, steps: strip }),
  aState({
    name: 'sign-in-over-verdict',
    title: 'the strip is open over a verdict',
    ...ofOne(findingsWith()),
    kiosk: aKiosk({ ...ofOne(findingsWith()).kiosk, session: signedIn(long) }),
    steps: [...scanned, chip, until('[data-testid="officer-number"]')],
  }),
  aState({
    name: 'sign-in-asleep',
    title: 'who was left alone needs the PIN alone',
    kiosk: aKiosk({ session: signedIn(long, { asleep: true }) }),
    steps: [...ready, chip, until('[data-testid="pin"]')],
  }),
  aState({
    name: 'sign-in-pin',
    title: 'the PIN is half typed',
    kiosk: nobody,
    answers: { 'session.name': () => named(undefined, long) },
    steps: [...atPin, writes('[data-testid="pin"]', '4815')],
  }),
  aState({
    name: 'sign-in-short',
    title: 'a PIN that is too short was handed in',
    kiosk: nobody,
    answers: { 'session.name': () => named() },
    steps: [...atPin, writes('[data-testid="pin"]', '4815'), touches('[data-testid="sign-in-next"]')],
  }),
  aState({
    name: 'sign-in-unknown',
    title: 'no officer has this number',
    kiosk: nobody,
    answers: { 'session.name': () => ({ ok: false, why: 'unknown' }) },
    steps: [
      ...strip,
      writes('[data-testid="officer-number"]', '7'),
      touches('[data-testid="sign-in-next"]'),
      until('[data-said="number-unknown"]'),
    ],
  }),
  aState({
    name: 'sign-in-wrong',
    title: 'a wrong PIN, and a wait',
    kiosk: nobody,
    answers: wrong({ left: 4, waitSeconds: 900 }),
    steps: [...triesPin, until('[data-said="wrong"]')],
  }),
  aState({
    name: 'sign-in-locked',
    title: 'ten wrong PINs',
    kiosk: nobody,
    answers: wrong({ left: 0, waitSeconds: 0 }),
    steps: [...triesPin, until('[data-said="locked"]')],
  }),
  aState({
    name: 'sign-in-looking',
    title: 'the program looks at the PIN',
    kiosk: nobody,
    answers: { 'session.name': () => named(undefined, long), 'session.open': noAnswer },
    steps: [...triesPin, until('[data-said="looking"]')],
  }),
  aState({
    name: 'sign-in-news',
    title: 'a supervisor is told what others did',
    kiosk: nobody,
    answers: answered({ ok: true, session: signedIn(), news: [...news] }),
    steps: [...triesPin, until('[data-testid="session-news"]')],
  }),
  aState({
    name: 'not-yours',
    title: 'a room of somebody else',
    kiosk: aKiosk({ session: sessionOf('officer') }),
    steps: [
      ...ready,
      touches('[data-testid="menu"]'),
      touches('[data-testid="room-set-up"]'),
      until('[data-testid="not-yours"]'),
    ],
  }),
  aState({
    name: 'records-officer',
    title: 'the records of an officer, who traces nobody',
    kiosk: aKiosk({ session: sessionOf('officer') }),
    steps: records,
  }),
  aState({
    name: 'records-opened-officer',
    title: 'a crossing opened by an officer, who corrects none',
    kiosk: aKiosk({ session: sessionOf('officer') }),
    answers: { 'crossing.read': () => ({ kind: 'found', answer: aRecorded() }) },
    steps: opened,
  }),
]
