/** The lane while a decision is taken, and once it is. */
import type { DecidedAbove, ShownCrossing } from '../../../shared/contract/crossing-schemas.ts'
import type { Slip } from '../../../shared/contract/slip-schema.ts'
import type { Decision } from '../../../shared/domain/crossing/crossing.ts'
import { minute, now } from '../clock.ts'
import { emptyCrossing } from '../fixtures/a-crossing.ts'
import { aKiosk } from '../fixtures/a-kiosk.ts'
import { hung, long } from '../fixtures/an-officer.ts'
import { findingsWith, tooOld, unknownKey } from '../fixtures/findings.ts'
import { aState, type State, type Step } from '../state.ts'
import { presses, tells, touches, until, untilAsked, untilPrinted } from '../steps.ts'
import { decide, ready, reasonsOf, scanned } from '../ways.ts'
import { ofOne } from './verdicts.ts'

/** A vehicle of one, counted. */
const counted = (findings: Parameters<typeof ofOne>[0]): ReturnType<typeof ofOne> => ofOne(findings, undefined, 1)

/** Decided as the verdict asks for; it can still be taken back. @param above on whose word, where not the officer's own */
function decidedAs(decision: Decision, state: ReturnType<typeof ofOne>, above: DecidedAbove | null = null) {
  const undo: ShownCrossing['undo'] = { seq: 1_206, decision, until: now + minute / 6 }
  const answers: State['answers'] = {
    ...state.answers,
    'crossing.decide': () => ({ recorded: true, seq: 1_206, at: now, slip: 'A3F0-4-1206', above }),
  }
  const steps = [
    ...scanned,
    decide(decision),
    untilAsked('crossing.decide'),
    tells('crossing.changed', { ...emptyCrossing, undo }),
    until('[data-testid="decided"] [data-over="false"]'),
  ]
  return { kiosk: state.kiosk, answers, steps } satisfies Partial<State>
}

/** To admit somebody whose result is too old is a supervisor's. */
const above = {
  ...counted(tooOld),
  answers: {
    ...counted(tooOld).answers,
    'crossing.decide': () => ({
      recorded: false,
      code: 'supervisor-needed',
      needs: { permissions: ['rejected'], emergency: true },
    }),
  },
} satisfies Partial<State>
const askedAbove: readonly Step[] = [
  ...reasonsOf('admitted'),
  touches('[data-testid="reason-order"]'),
  until('[data-testid="above"]'),
]

/** What was decided was corrected since, in the records. */
const corrected = (given: Omit<NonNullable<ShownCrossing['corrected']>, 'seq'>) =>
  tells('crossing.changed', { ...emptyCrossing, corrected: { seq: 1_206, ...given } })

const admitted = decidedAs('admitted', counted(findingsWith()))

/** The slip of whoever is sent to the medical post, as the printer has it. */
const slip: Slip = {
  number: 'A3F0-4-1206',
  decision: 'referred',
  at: now,
  post: 'Chốt Như Nguyệt',
  lane: '4',
  practice: true,
  reasons: ['key-unknown'],
  why: null,
  medicalPost: 'Trạm y tế phường Đáp Cầu, Km 98',
  code: 'CHOT-PAPER:GALLERY',
}
const referred = decidedAs('referred', ofOne(unknownKey))

export const decisionStates: readonly State[] = [
  aState({
    name: 'decision-nobody',
    title: 'a decision about nobody',
    kiosk: aKiosk(),
    steps: [...ready, decide('admitted'), until('[data-testid="remark"]')],
  }),
  aState({
    name: 'reasons-admitted',
    title: 'why somebody is admitted whose result is not valid',
    ...counted(tooOld),
    steps: reasonsOf('admitted'),
  }),
  aState({
    name: 'reasons-refused',
    title: 'why somebody is refused whose issuer is not known',
    ...ofOne(unknownKey),
    steps: reasonsOf('refused'),
  }),
  aState({
    name: 'reasons-referred',
    title: 'why somebody is referred whose result is valid',
    ...ofOne(findingsWith()),
    steps: reasonsOf('referred'),
  }),
  aState({
    name: 'reasons-words',
    title: 'a reason in the officer’s own words',
    ...counted(tooOld),
    steps: [
      ...reasonsOf('admitted'),
      touches('[data-testid="reason-other"]'),
      until('[data-testid="reasons"] input, [data-testid="reasons"] textarea'),
    ],
  }),
  aState({ name: 'above', title: 'only a supervisor admits somebody who was rejected', ...above, steps: askedAbove }),
  aState({
    name: 'above-asked',
    title: 'a supervisor is asked for badge and PIN, in place',
    ...above,
    steps: [...askedAbove, touches('[data-testid="above-supervisor"]'), until('[data-testid="sign-in"]')],
  }),
  aState({ name: 'decided-admitted', title: 'admitted, on disk', ...admitted }),
  aState({
    name: 'decided-permitted',
    title: 'admitted on a supervisor’s word, for this crossing',
    ...decidedAs('admitted', counted(findingsWith()), { by: 'permission', given: [{ what: 'rejected', by: hung }] }),
  }),
  aState({
    name: 'decided-permitted-shift',
    title: 'admitted on a supervisor’s word for the shift, and on another’s, whose name is long',
    ...decidedAs('admitted', counted(findingsWith()), {
      by: 'permission',
      given: [
        { what: 'old-trust', by: hung },
        { what: 'clock', by: long },
      ],
    }),
  }),
  aState({
    name: 'decided-emergency',
    title: 'admitted without a supervisor, in an emergency',
    ...decidedAs('admitted', counted(findingsWith()), { by: 'emergency' }),
  }),
  aState({
    name: 'decided-voided',
    title: 'admitted, and voided since',
    ...admitted,
    steps: [
      ...admitted.steps,
      corrected({ decision: 'admitted', state: 'voided' }),
      until('[data-testid="decided"][data-state="voided"]'),
    ],
  }),
  aState({
    name: 'decided-amended',
    title: 'admitted, and corrected to referred since',
    ...admitted,
    steps: [
      ...admitted.steps,
      corrected({ decision: 'referred', state: 'amended' }),
      until('[data-testid="decided"][data-state="amended"]'),
    ],
  }),
  aState({ name: 'decided-refused', title: 'refused, with its slip', ...decidedAs('refused', ofOne(tooOld)) }),
  aState({
    name: 'decided-referred',
    title: 'referred, with its slip',
    ...referred,
  }),
  aState({
    name: 'slip-referred',
    title: 'the slip of whoever was referred, on paper',
    ...referred,
    answers: { ...referred.answers, 'crossing.slip': () => slip },
    steps: [...referred.steps, untilPrinted('[data-testid="slip-paper"]', presses('Control+p'))],
    printed: true,
  }),
]
