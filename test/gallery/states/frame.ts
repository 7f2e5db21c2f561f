/** What the frame has of its own: the list of rooms, the help on keys, codes that do nothing, and the room of updates. */
import { aKiosk } from '../fixtures/a-kiosk.ts'
import { unclaimed } from '../fixtures/an-officer.ts'
import { aState, type State } from '../state.ts'
import { lessonNames } from '../../../shared/domain/lesson.ts'
import { presses, scans, touches, until } from '../steps.ts'
import { noAnswer } from '../stub-link.ts'
import { help, menu, records, ready, sync } from '../ways.ts'

export const frameStates: readonly State[] = [
  aState({ name: 'frame-rooms', title: 'the list of rooms', kiosk: aKiosk(), steps: menu }),
  aState({
    name: 'frame-keys',
    title: 'the help on keys',
    kiosk: aKiosk(),
    steps: [...menu, touches('[data-testid="help"]'), until('[data-testid="key-help"]')],
  }),
  aState({
    name: 'lesson',
    title: 'somebody of the guided lesson comes',
    kiosk: aKiosk({ mode: 'practice' }),
    answers: { 'lesson.read': () => ({ kind: 'lesson', codes: lessonNames.map((name) => ({ name, text: name })) }) },
    steps: [...ready, presses('Ctrl+B'), until('[data-testid="lesson"]')],
  }),
  aState({
    name: 'lesson-told',
    title: 'what was done about somebody of the lesson was not right',
    kiosk: aKiosk({ mode: 'practice' }),
    answers: {
      'lesson.read': () => ({ kind: 'lesson', codes: lessonNames.map((name) => ({ name, text: name })) }),
      'scan.verify': () => noAnswer(),
    },
    steps: [
      ...ready,
      presses('Ctrl+B'),
      until('[data-testid="lesson"]'),
      presses('Ctrl+B'),
      until('[data-testid="lesson"][data-phase="decide"]'),
      presses('Ctrl+B'),
      until('[data-testid="lesson"][data-right="false"]'),
    ],
  }),
  aState({
    name: 'frame-badge',
    title: 'a badge, before there is any officer',
    kiosk: aKiosk({ session: unclaimed }),
    steps: [...ready, scans('CHOT-BADGE:12:0123456789ABCDEF'), until('[data-testid="inert"]')],
  }),
  aState({
    name: 'frame-armed',
    title: 'the search waits for a card',
    kiosk: aKiosk(),
    steps: [
      ...records,
      touches('[data-testid="records-arm"]'),
      until('[data-testid="records-arm"][aria-pressed="true"]'),
    ],
  }),
  aState({ name: 'help-page', title: 'what to do in each situation', kiosk: aKiosk(), steps: help }),
  aState({ name: 'sync-ages', title: 'how old everything is that is believed', kiosk: aKiosk(), steps: sync }),
]
