/** Shifts: closed, taken over, and read again. */
import { aClosedShift, aRecord, aStanding, incoming, outgoing, theTotals } from '../../fixtures/shifts.ts'
import { aKiosk } from '../fixtures/a-kiosk.ts'
import { tooOld } from '../fixtures/findings.ts'
import { aState, type State } from '../state.ts'
import { touches, until } from '../steps.ts'
import { closed, ready, shift } from '../ways.ts'
import { ofOne } from './verdicts.ts'

const { to } = aRecord()
const hour = 3_600_000
const head = JSON.stringify({ kiosk: 'kiosk-1', seq: 1_204, hash: 'd16e'.repeat(16), signature: 'c0de'.repeat(32) })
const changes = [
  { what: 'naatHours', was: 72, is: 48 } as const,
  { what: 'emergencies', was: true, is: false } as const,
]
const orders = { seq: 1_100, at: to - 2 * hour, changes }
const lines = [
  { code: 'entered-wrongly', note: null },
  { code: 'order', note: 'điện của ban chỉ huy lúc 03:10, công văn 12' },
] as const

const record = aRecord({
  totals: theTotals({ enteredLater: 12 }),
  corrections: {
    lines: lines.map((why, index) => ({
      seq: 900 + index,
      at: to - (5 - index) * hour,
      kind: index === 0 ? 'amended' : 'voided',
      of: 880 + index,
      by: outgoing,
      why,
    })),
    more: false,
  },
  orders: [{ ...orders, acknowledged: [{ who: outgoing, at: to - hour }] }],
  head,
})

const list = Array.from({ length: 9 }, (_, index) =>
  aClosedShift({
    seq: 1_204 - 130 * index,
    from: to - 8 * (index + 1) * hour,
    to: to - 8 * index * hour,
    outgoing: index % 2 === 0 ? outgoing : incoming,
    incoming: { at: to - 8 * index * hour, who: index % 2 === 0 ? incoming : outgoing },
  }),
)

const waiting = aStanding({ opened: null, waiting: aClosedShift() })
const officer = { claimed: true, who: incoming, asleep: false, since: to }

const duty = { takesOver: { ...aClosedShift(), open: { referrals: 3, emergencies: 1 } }, orders }
const inTheLane = ofOne(tooOld)

export const shiftStates: readonly State[] = [
  aState({
    name: 'shift-idle',
    title: 'the closed shifts, before this one is closed',
    kiosk: aKiosk(),
    answers: { 'shift.list': () => ({ shifts: list, more: true }) },
    steps: [...shift, until('[data-testid="shift-see"]')],
  }),
  aState({
    name: 'shift-not-opened',
    title: 'nobody has opened the shift, and none was closed yet',
    kiosk: aKiosk(),
    answers: { 'shift.read': () => aStanding({ opened: null, from: null }) },
    steps: [...shift, until('[data-testid="shift-open"]')],
  }),
  aState({
    name: 'shift-asked',
    title: 'the key was pressed once: the counts are compared',
    kiosk: aKiosk(),
    steps: [...shift, touches('[data-testid="shift-close"]'), until('[data-testid="shift-counts"]')],
  }),
  aState({
    name: 'shift-counts-changed',
    title: 'the counts changed before the second press',
    kiosk: aKiosk(),
    answers: {
      'shift.close': () => ({ recorded: false, code: 'counts-changed', totals: theTotals({ scans: 513 }) }),
    },
    steps: [...closed, until('[data-testid="shift-failed"]')],
  }),
  aState({
    name: 'shift-record',
    title: 'the record of a shift that nobody has taken over yet',
    kiosk: aKiosk(),
    answers: { 'shift.close': () => ({ recorded: true, record }), 'shift.read': () => waiting },
    steps: [...closed, until('[data-testid="shift-code"]'), until('[data-testid="shift-absent"]')],
  }),
  aState({
    name: 'shift-absent',
    title: 'why nobody takes over',
    kiosk: aKiosk(),
    answers: { 'shift.close': () => ({ recorded: true, record }), 'shift.read': () => waiting },
    steps: [
      ...closed,
      until('[data-testid="shift-code"]'),
      touches('[data-testid="shift-absent"]'),
      until('[data-testid="absence-form"]'),
    ],
  }),
  aState({
    name: 'shift-taken-over',
    title: 'a record with both names, opened again',
    kiosk: aKiosk(),
    answers: {
      'shift.list': () => ({ shifts: list, more: true }),
      'shift.record': () => ({ ...record, incoming: { at: to, who: incoming } }),
    },
    steps: [...shift, touches('[data-testid="shift-see"]'), until('[data-testid="shift-code"]')],
  }),
  aState({
    name: 'shift-failed',
    title: 'the disk did not take the close',
    kiosk: aKiosk(),
    answers: { 'shift.close': () => ({ recorded: false, code: 'disk-full' }) },
    steps: [...closed, until('[data-testid="shift-failed"]')],
  }),
  aState({
    name: 'shift-crossing-open',
    title: 'somebody stands in the lane yet',
    kiosk: aKiosk(),
    answers: { 'shift.close': () => ({ recorded: false, code: 'crossing-open' }) },
    steps: [...closed, until('[data-testid="shift-failed"]')],
  }),
  aState({
    name: 'duty-take-over',
    title: 'an officer has signed in: the shift before waits to be taken over, and orders changed',
    kiosk: aKiosk({ session: officer }),
    answers: { 'shift.duty': () => duty },
    steps: [...ready, until('[data-testid="duty"]')],
  }),
  aState({
    name: 'duty-verdict',
    title: 'the same, while somebody stands in the lane',
    kiosk: inTheLane.kiosk && { ...inTheLane.kiosk, session: officer },
    answers: { ...inTheLane.answers, 'shift.duty': () => duty },
    steps: [...inTheLane.steps, until('[data-testid="duty"]')],
  }),
  aState({
    name: 'duty-orders',
    title: 'orders changed, which this officer does not know yet',
    kiosk: aKiosk({ session: officer }),
    answers: { 'shift.duty': () => ({ takesOver: null, orders }) },
    steps: [...ready, until('[data-testid="duty"]')],
  }),
]
