/** The close of a shift. */
import { aReport } from '../../unit/renderer/records/recorded.ts'
import { aKiosk } from '../fixtures/a-kiosk.ts'
import { aState, type State } from '../state.ts'
import { touches, until } from '../steps.ts'
import { closed, shift } from '../ways.ts'

const report = aReport({
  enteredLater: 12,
  head: JSON.stringify({ kiosk: 'kiosk-1', seq: 1_204, hash: 'd16e'.repeat(16), signature: 'c0de'.repeat(32) }),
})

export const shiftStates: readonly State[] = [
  aState({
    name: 'shift-idle',
    title: 'before the shift is closed; the one before can be printed again',
    kiosk: aKiosk(),
    answers: { 'shift.last': () => report },
    steps: [...shift, until('[data-testid="shift-last"]')],
  }),
  aState({
    name: 'shift-asked',
    title: 'the key was pressed once',
    kiosk: aKiosk(),
    steps: [...shift, touches('[data-testid="shift-close"]'), until('[data-testid="shift-close"][data-marked="true"]')],
  }),
  aState({
    name: 'shift-report',
    title: 'the report of the shift',
    kiosk: aKiosk(),
    answers: { 'shift.close': () => ({ recorded: true, report }) },
    steps: [...closed, until('[data-testid="shift-code"]')],
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
]
