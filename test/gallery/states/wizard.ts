/** Setting a real checkpoint up from a practice kiosk: each step, and what is refused on the way. */
import type { Handlers } from '../../../shared/contract/contract.ts'
import { aCode } from '../fixtures/a-verdict.ts'
import { aKiosk } from '../fixtures/a-kiosk.ts'
import {
  aFingerprint,
  aPracticeSetUp,
  aPreview,
  aRecoveryCode,
  publicationStick,
  setUpStick,
} from '../fixtures/a-set-up.ts'
import { aState, type State, type Step } from '../state.ts'
import { presses, scans, touches, until, writes } from '../steps.ts'
import { ready } from '../ways.ts'

const place = '/home/chot/.local/share/chot'
const code = aRecoveryCode

const at = (step: string): Step => until(`[data-testid="wizard"][data-step="${step}"]`)

/** The chip of the status line leads to it. */
const opened: readonly Step[] = [...ready, touches('[data-testid="practice"]'), at('checkpoint')]
const named: readonly Step[] = [
  ...opened,
  writes('[data-testid="checkpoint-fields"] input', 'Chốt Km 98, cầu Như Nguyệt'),
  writes('[data-testid="checkpoint-fields"] label:nth-of-type(2) input', '2'),
  touches('[data-testid="step-next"]'),
  at('trust'),
  until('[data-testid="found-publication"]'),
]
const previewed: readonly Step[] = [...named, touches('[data-testid="found-publication"] button')]
const agreed: readonly Step[] = [
  ...previewed,
  until('[data-testid="compared"]'),
  writes('[data-testid="compared"] input', aFingerprint.slice(-19)),
  touches('[data-testid="trust-agree"]'),
  at('secret'),
]
const chosen: readonly Step[] = [
  ...agreed,
  presses('1'),
  writes('[data-testid="passphrase"]', 'cầu Như Nguyệt 1077'),
  writes('[data-testid="passphrase-again"]', 'cầu Như Nguyệt 1077'),
]
const shown: readonly Step[] = [...chosen, touches('[data-testid="step-next"]'), at('code')]
const typing: readonly Step[] = [...shown, touches('[data-testid="code-written"]'), at('typing')]
const made: readonly Step[] = [
  ...typing,
  writes('[data-testid="code-form"] input', code),
  touches('[data-testid="code-compare"]'),
]

function inWizard(name: string, title: string, steps: readonly Step[], answers: Partial<Handlers> = {}): State {
  return aState({
    name: `wizard-${name}`,
    title,
    kiosk: aKiosk({ mode: 'practice', checkpoint: { name: 'Chốt dùng thử', lane: '1' } }),
    answers: {
      'setUp.read': () => aPracticeSetUp(),
      'trust.sticks': () => [publicationStick, setUpStick],
      'setUp.preview': () => aPreview(),
      'setUp.begin': () => ({ ok: true, recoveryCode: code }),
      'setUp.finish': () => ({ ok: true, place }),
      ...answers,
    },
    steps,
  })
}

const refused = (vi: string, en: string) => () => ({ ok: false as const, said: { vi, en } })

export const wizardStates: readonly State[] = [
  inWizard('room', 'the room in a practice kiosk, with the way to a real checkpoint', [
    ...ready,
    touches('[data-testid="menu"]'),
    touches('[data-testid="room-set-up"]'),
    until('[data-testid="set-up-begin"]'),
  ]),
  aState({
    name: 'wizard-made-before',
    title: 'a real checkpoint is on this laptop already',
    kiosk: aKiosk({ mode: 'practice' }),
    answers: {
      'setUp.read': () =>
        aPracticeSetUp({
          place: null,
          said: {
            vi: 'Máy này đã có chốt thật. Đóng Chốt rồi mở lại là chốt đó mở ra.',
            en: 'This laptop has a real checkpoint already. Close Chốt and start it again to open it.',
          },
        }),
      'trust.sticks': () => [],
    },
    steps: [...ready, touches('[data-testid="practice"]'), until('[data-testid="set-up-said"]')],
  }),
  inWizard('checkpoint', 'first: who this checkpoint is', [...opened, until('[data-testid="found-set-up"]')]),
  inWizard('rooms', 'the list of rooms above a step', [
    ...opened,
    touches('[data-testid="menu"]'),
    until('[data-testid="rooms"]'),
  ]),
  inWizard('unnamed', 'the checkpoint has no name', [
    ...opened,
    touches('[data-testid="step-next"]'),
    until('[data-testid="wizard-fault"]'),
  ]),
  inWizard('trust', 'second: where trust comes from', named),
  inWizard(
    'trust-refused',
    'a stick whose publication is not whole',
    [...previewed, until('[data-testid="set-up-refused"]')],
    {
      'setUp.preview': refused(
        'Bản phát hành trên USB thiếu tệp 48.targets.json, có lẽ chép chưa hết. Chép lại USB ở cơ quan phát hành.',
        'The publication on the stick lacks 48.targets.json; perhaps it was not copied whole. Copy it again.',
      ),
    },
  ),
  inWizard('compared', 'second: the root’s fingerprint, to be compared by voice', [
    ...previewed,
    until('[data-testid="compared"]'),
  ]),
  inWizard('differs', 'second: what was typed is not the fingerprint of this root', [
    ...previewed,
    until('[data-testid="compared"]'),
    writes('[data-testid="compared"] input', '0000 0000 0000 0000'),
    touches('[data-testid="trust-agree"]'),
    until('[data-testid="wizard-fault"]'),
  ]),
  inWizard('secret', 'third: how the secret is kept', agreed),
  inWizard('passphrase', 'third: a passphrase, typed twice', chosen),
  inWizard('code', 'third: the recovery code, shown once', shown),
  inWizard('typing', 'third: the recovery code is typed back', typing),
  inWizard('wrong-code', 'what was typed is not the code', [...made, until('[data-testid="set-up-refused"]')], {
    'setUp.finish': refused(
      'Mã gõ lại khác mã đã hiện. Xem lại tờ giấy rồi gõ lại.',
      'What was typed is not the code. Look at the paper and type it again.',
    ),
  }),
  inWizard('devices', 'fourth: camera and scanner', [...made, at('devices')]),
  inWizard('scanned', 'fourth: the scanner has read a code', [
    ...made,
    at('devices'),
    scans(aCode),
    until('[data-check="scanner"][data-state="good"]'),
  ]),
  inWizard('done', 'fifth: what was made, and what to do next', [
    ...made,
    at('devices'),
    scans(aCode),
    until('[data-check="scanner"][data-state="good"]'),
    touches('[data-testid="devices-skip"]'),
    at('done'),
  ]),
]
