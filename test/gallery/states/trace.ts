/** The contact trace, before it is asked and with what it answers. */
import type { TraceAnswer } from '../../../shared/contract/trace-schemas.ts'
import { relations } from '../../../shared/contract/trace-schemas.ts'
import { aTraceLine } from '../../unit/renderer/records/recorded.ts'
import { minute, now } from '../clock.ts'
import { aKiosk } from '../fixtures/a-kiosk.ts'
import { nhu, passengers } from '../fixtures/people.ts'
import { aState, type State } from '../state.ts'
import { touches, until, untilAsked, writes } from '../steps.ts'
import { trace } from '../ways.ts'

const met: TraceAnswer = {
  more: true,
  lines: [nhu, ...passengers(39)].map((person, index) =>
    aTraceLine({
      name: person.name,
      birthDate: person.birthDate,
      relation: relations[Math.min(Math.floor(index / 5), 3)] ?? 'nearby',
      crossing: 1_100 - index,
      at: now - index * 9 * minute,
      numbers: [person.number, 'GD4 797 962 045 0123'],
    }),
  ),
}

const asks = [...trace, writes('form[class] input', '98A-123.45'), touches('[data-testid="trace-ask"]')]

export const traceStates: readonly State[] = [
  aState({ name: 'trace-empty', title: 'a trace before it is asked', kiosk: aKiosk(), steps: trace }),
  aState({
    name: 'trace-answer',
    title: 'whom a vehicle met',
    kiosk: aKiosk(),
    answers: { 'crossings.trace': () => ({ kind: 'found', answer: met }) },
    steps: [...asks, until('[data-testid="traced"]')],
  }),
  aState({
    name: 'trace-exported',
    title: 'a trace that was given out as a file',
    kiosk: aKiosk(),
    answers: {
      'crossings.trace': () => ({ kind: 'found', answer: met }),
      'crossings.export': () => ({ recorded: true, answer: met }),
    },
    steps: [
      ...asks,
      until('[data-testid="traced"]'),
      touches('[data-testid="trace-export"]'),
      until('[data-testid="exported"]'),
    ],
  }),
  aState({
    name: 'trace-not-exported',
    title: 'a trace that is not saved, since the journal does not take that it leaves',
    kiosk: aKiosk(),
    answers: {
      'crossings.trace': () => ({ kind: 'found', answer: met }),
      'crossings.export': () => ({ recorded: false, code: 'disk-full' }),
    },
    steps: [
      ...asks,
      until('[data-testid="traced"]'),
      touches('[data-testid="trace-export"]'),
      until('[data-testid="not-exported"]'),
    ],
  }),
  aState({
    name: 'trace-none',
    title: 'nobody met it',
    kiosk: aKiosk(),
    answers: { 'crossings.trace': () => ({ kind: 'found', answer: { lines: [], more: false } }) },
    steps: [...asks, untilAsked('crossings.trace')],
  }),
]
