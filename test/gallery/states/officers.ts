/** The room of officers: before there is any, with a post's worth of them, its forms and a badge. */
import type { AccountLine } from '../../../shared/contract/officers.ts'
import { badgeText } from '../../../shared/domain/officer/badge.ts'
import { hour, now } from '../clock.ts'
import { aKiosk } from '../fixtures/a-kiosk.ts'
import { anAccount, hung, long, sessionOf, unclaimed } from '../fixtures/an-officer.ts'
import { aState, type State, type Step } from '../state.ts'
import { presses, touches, until, writes } from '../steps.ts'
import { officers, ready } from '../ways.ts'

const five: AccountLine[] = [
  anAccount(),
  anAccount({ ...long, at: now - hour }),
  anAccount({
    number: '204118',
    name: 'Lê Văn Sáu',
    rank: 'Thượng sĩ',
    role: 'officer',
    means: 'number',
    tries: { left: 0, waitSeconds: 0 },
  }),
  anAccount({
    number: '204119',
    name: 'Phạm Thị Thu',
    rank: 'Trung úy',
    role: 'it',
    tries: { left: 6, waitSeconds: 118 },
  }),
  anAccount({ number: '204120', name: 'Đỗ Hữu Nghị', rank: 'Thiếu úy', role: 'officer', removed: true }),
]
const answers: State['answers'] = { 'officers.list': () => five }
const listed: readonly Step[] = [...officers, until('[data-testid="officers-list"]')]
const field = (name: string): string => `[data-testid="officers-screen"] [data-field="${name}"] input`
const badge = badgeText({ number: long.number, secret: new Uint8Array(16).fill(0xc7) })
const record = touches('[data-testid="officer-record"]')

/** A whole form, but for the role. */
const filled: readonly Step[] = [
  touches('[data-testid="officers-new"]'),
  until('[data-testid="appoint-form"]'),
  writes(field('number'), long.number),
  writes(field('name'), long.name),
  writes(field('rank'), long.rank),
  writes(field('pin'), '739164'),
  writes(field('again'), '739164'),
]
const supervisor = touches('[data-testid="officers-screen"] [data-field="role"] button:nth-of-type(2)')

export const officerStates: readonly State[] = [
  aState({
    name: 'officers-unclaimed',
    title: 'a real kiosk without officers says so in every room',
    kiosk: aKiosk({ session: unclaimed }),
    steps: ready,
  }),
  aState({
    name: 'officers-empty',
    title: 'there are no officers yet',
    kiosk: aKiosk({ session: unclaimed }),
    steps: [...officers, until('[data-testid="officers-new"][data-marked="true"]')],
  }),
  aState({
    name: 'officers-first-form',
    title: 'the form of the first supervisor',
    kiosk: aKiosk({ session: unclaimed }),
    steps: [...officers, touches('[data-testid="officers-new"]'), until('[data-testid="appoint-form"]')],
  }),
  aState({
    name: 'officers-one-supervisor',
    title: 'one supervisor alone, who has nobody to give them another PIN',
    kiosk: aKiosk(),
    answers: { 'officers.list': () => [anAccount()] },
    steps: listed,
  }),
  aState({ name: 'officers-five', title: 'five officers', kiosk: aKiosk(), answers, steps: listed }),
  aState({
    name: 'officers-oversight',
    title: 'emergencies and unsigned decisions wait for a supervisor',
    kiosk: aKiosk(),
    answers: {
      ...answers,
      'oversight.read': () => ({
        emergencies: [1_180, 1_192].map((crossing) => ({ crossing, at: now - 3 * hour, by: '204118' })),
        unsigned: Array.from({ length: 20 }, (_, index) => ({ crossing: 1_204 - index, at: now - index * hour })),
        more: true,
      }),
    },
    steps: [...listed, until('[data-testid="oversight"]')],
  }),
  aState({
    name: 'officers-locked-chosen',
    title: 'somebody who is locked is chosen',
    kiosk: aKiosk(),
    answers,
    steps: [
      ...listed,
      presses('ArrowDown'),
      until(`[data-number="${long.number}"][aria-pressed="true"]`),
      presses('ArrowDown'),
      until('[data-testid="officers-unlock"]'),
    ],
  }),
  aState({
    name: 'officers-remove-asked',
    title: 'the key for removing was pressed once',
    kiosk: aKiosk(),
    answers,
    steps: [...listed, presses('Delete'), until('[data-testid="officers-remove"][data-marked="true"]')],
  }),
  aState({
    name: 'officers-removed-chosen',
    title: 'somebody who was removed is chosen',
    kiosk: aKiosk(),
    answers,
    steps: [...listed, touches('[data-number="204120"]'), until('[data-number="204120"][aria-pressed="true"]')],
  }),
  aState({
    name: 'officers-auditor',
    title: 'an auditor looks, and changes nothing',
    kiosk: aKiosk({ session: sessionOf('auditor') }),
    answers,
    steps: listed,
  }),
  aState({
    name: 'officers-form-fault',
    title: 'the form of a new officer, of which something is missing',
    kiosk: aKiosk(),
    answers,
    steps: [...listed, ...filled, record, until('[data-testid="officer-fault"]')],
  }),
  aState({
    name: 'officers-form-refused',
    title: 'the program has refused a new officer',
    kiosk: aKiosk(),
    answers: { ...answers, 'officers.appoint': () => ({ ok: false, why: 'unrecorded', code: 'disk-full' }) },
    steps: [...listed, ...filled, supervisor, record, until('[data-testid="officers-refused"]')],
  }),
  aState({
    name: 'officers-change',
    title: 'another name, rank or role',
    kiosk: aKiosk(),
    answers,
    steps: [...listed, presses('F4'), until('[data-testid="change-form"]')],
  }),
  aState({
    name: 'officers-renew',
    title: 'a new PIN',
    kiosk: aKiosk(),
    answers,
    steps: [...listed, presses('ArrowDown', 'F5'), until('[data-testid="renew-form"]')],
  }),
  aState({
    name: 'officers-badge',
    title: 'a badge, shown once',
    kiosk: aKiosk(),
    answers: { ...answers, 'officers.appoint': () => ({ ok: true, badge, officers: five }) },
    steps: [...listed, ...filled, supervisor, record, until('[data-testid="badge-code"]')],
  }),
  aState({
    name: 'officers-first-badge',
    title: 'the badge of the first supervisor, not printed yet',
    kiosk: aKiosk({ session: unclaimed }),
    answers: { 'officers.appoint': () => ({ ok: true, badge, officers: [anAccount({ ...long })] }) },
    steps: [
      ...officers,
      ...filled,
      record,
      until('[data-testid="badge-code"]'),
      presses('Escape'),
      until('[data-testid="badge-away"][data-marked="true"]'),
    ],
  }),
  aState({
    name: 'officers-first-done',
    title: 'the first supervisor signs in by number',
    kiosk: aKiosk({ session: unclaimed }),
    answers: { 'officers.appoint': () => ({ ok: true, badge: null, officers: [anAccount({ ...hung })] }) },
    steps: [...officers, ...filled, record, until('[data-testid="badge-away"]')],
  }),
]
