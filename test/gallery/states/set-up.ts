/** The room Set-up: its four parts in a real checkpoint. */
import type { Handlers } from '../../../shared/contract/contract.ts'
import type { SetUpState } from '../../../shared/contract/set-up.ts'
import { aKiosk } from '../fixtures/a-kiosk.ts'
import { sessionOf } from '../fixtures/an-officer.ts'
import {
  aFingerprint,
  aPreview,
  aRecoveryCode,
  aSetUp,
  aTrust,
  badChecks,
  goodChecks,
  oldTrust,
  emptyStick,
  publicationStick,
  setUpStick,
  unseenStick,
} from '../fixtures/a-set-up.ts'
import { now } from '../clock.ts'
import { aState, type State, type Step } from '../state.ts'
import { presses, tells, touches, until, untilAsked, untilPrinted, writes } from '../steps.ts'
import { noAnswer } from '../stub-link.ts'
import { setUp } from '../ways.ts'

interface Told {
  setUp?: Partial<SetUpState>
  answers?: Partial<Handlers>
  steps?: readonly Step[]
  /** What of the kiosk is otherwise than usual. */
  kiosk?: Parameters<typeof aKiosk>[0]
}

function inSetUp(
  name: string,
  title: string,
  { setUp: given = {}, answers = {}, steps = [], kiosk = {} }: Told = {},
): State {
  return aState({
    name: `set-up-${name}`,
    title,
    kiosk: aKiosk({ session: sessionOf('it'), ...kiosk }),
    answers: {
      'setUp.read': () => aSetUp(given),
      'trust.sticks': () => [publicationStick, setUpStick, emptyStick],
      ...answers,
    },
    steps: [...setUp, until('[data-testid="checkpoint-fields"]'), ...steps],
  })
}

const trustPart: readonly Step[] = [touches('[data-testid="part-trust"]'), until('[data-testid="trust-part"]')]
const secretPart: readonly Step[] = [touches('[data-testid="part-secret"]'), until('[data-testid="secret-part"]')]
const doctorPart: readonly Step[] = [
  touches('[data-testid="part-doctor"]'),
  until('[data-testid="doctor-part"][aria-busy="false"]'),
]
/** The first stick is chosen. */
const updating: readonly Step[] = [...trustPart, until('[data-testid="found-publication"]'), presses('1')]

const refusal = {
  vi: 'Bản phát hành trên USB cũ hơn bản đang dùng (46, đang có 47) nên không được nhận. Xin USB mới của tỉnh.',
  en: 'The publication on the stick is older than the one in use (46, there is 47) and is not taken. Ask for a new stick.',
}

/** A checkpoint that was set up without keys. */
const nobody = aTrust({ from: 'nothing', root: null, publication: null, lists: [] })
const withoutKeys = { standing: { ...aKiosk().standing, trust: { keys: 0, ages: [], damaged: false } } }
const takingFirst: readonly Step[] = [...trustPart, until('[data-testid="found-publication"]'), presses('1')]

const otherRoot = {
  vi: 'Vân tay khóa gốc không phải là vân tay đã so. Chưa ghi gì. Gọi lại cơ quan phát hành; nếu họ đọc vân tay khác thì bản này không phải của họ.',
  en: 'The root’s fingerprint is not the one that was compared. Nothing was written. Telephone the authority again; if they read out another one, this is not theirs.',
}
const noPublication = {
  vi: 'Ở /media/chot/SO-Y-TE không có bản phát hành khóa nào. Chọn thư mục có "metadata" và "targets", hoặc xem lại địa chỉ.',
  en: 'There is no publication of keys at /media/chot/SO-Y-TE. Choose the folder that has "metadata" and "targets", or check the address.',
}

const longName = 'Chốt kiểm soát dịch bệnh liên ngành số 14 cầu Như Nguyệt, quốc lộ 1A, Km 98+750'

const posterField = (place: number, text: string): Step => writes(`section > label:nth-of-type(${place}) input`, text)

const posterPart: readonly Step[] = [touches('[data-testid="part-poster"]'), until('[data-testid="poster-print"]')]

export const setUpStates: readonly State[] = [
  inSetUp('checkpoint', 'who this checkpoint is, and a set-up on a stick', {
    steps: [until('[data-testid="found-set-up"]'), until('[data-testid="found-stick"]')],
  }),
  inSetUp('empty', 'no stick, and nothing known yet of what is on one', {
    answers: { 'trust.sticks': () => [] },
    steps: [untilAsked('trust.sticks')],
  }),
  inSetUp('unseen', 'a stick with more on it than is looked at', {
    answers: { 'trust.sticks': () => [unseenStick, { ...emptyStick, path: unseenStick.path, name: unseenStick.name }] },
    steps: [until('[data-testid="found-unseen"]')],
  }),
  inSetUp('long-names', 'long names everywhere', {
    setUp: {
      checkpoint: { name: longName, lane: 'Làn xe tải số 2', province: 'Thành phố Hồ Chí Minh', zoneMinutes: 420 },
      profile: `C:\\Users\\Trung tâm Kiểm soát bệnh tật tỉnh Bắc Giang\\AppData\\Roaming\\${longName}`,
    },
    answers: {
      'trust.sticks': () => [
        { ...setUpStick, name: longName, said: { vi: `Thiết lập của ${longName}.`, en: `The set-up of ${longName}.` } },
      ],
    },
    steps: [until('[data-testid="found-set-up"]')],
  }),
  inSetUp('unsaved', 'another lane is typed, and not saved', {
    steps: [
      writes('[data-testid="checkpoint-fields"] label:nth-of-type(2) input', '3'),
      until('[data-testid="checkpoint-save"][data-marked="true"]'),
    ],
  }),
  inSetUp('exported', 'the set-up was written to a stick', {
    answers: { 'setUp.export': () => ({ ok: true, file: '/media/chot/KY-THUAT/chot-set-up.json' }) },
    steps: [
      writes('[data-testid="export-form"] input', '/media/chot/KY-THUAT'),
      touches('[data-testid="export-write"]'),
      until('[data-testid="checkpoint-done"]'),
    ],
  }),
  inSetUp('trust', 'what is believed, and a stick to update from', {
    steps: [...trustPart, until('[data-testid="trust-lists"]'), until('[data-testid="found-publication"]')],
  }),
  inSetUp('trust-old', 'what is believed has grown old', {
    answers: { 'trust.read': () => oldTrust },
    steps: [...trustPart, until('[data-freshness="unusable"]')],
  }),
  inSetUp('trust-damaged', 'what is believed is damaged', {
    answers: {
      'trust.read': () =>
        aTrust({
          damage: [
            {
              vi: 'Tệp keys.json khác với bản đã ký: không khóa nào trong đó được tin. Cập nhật từ USB của tỉnh.',
              en: 'keys.json is not what was signed: none of its keys is believed. Update from the province’s stick.',
            },
            {
              vi: 'Không đọc được revocations.bin (mất quyền đọc). Cập nhật; nếu vẫn vậy, xem quyền của thư mục trust.',
              en: 'revocations.bin cannot be read (no permission). Update; if it stays, see who may read the folder trust.',
            },
          ],
        }),
    },
    steps: [...trustPart, until('[data-testid="trust-damage"]')],
  }),
  inSetUp('trust-by-hand', 'keys copied by hand, and the last update was refused', {
    answers: {
      'trust.read': () =>
        aTrust({
          from: 'folder',
          root: null,
          publication: null,
          last: { from: 'https://trust.bacgiang.example/chot', at: now, said: refusal, good: false },
        }),
      'trust.sticks': () => [],
    },
    steps: [...trustPart, until('[data-testid="trust-lists"]')],
  }),
  inSetUp('trust-nobody', 'nobody is believed yet, and a stick is there to take a root from', {
    kiosk: withoutKeys,
    answers: { 'trust.read': () => nobody },
    steps: [...trustPart, until('[data-testid="found-publication"]')],
  }),
  inSetUp('trust-first', 'the first root is compared', {
    kiosk: withoutKeys,
    answers: { 'trust.read': () => nobody, 'setUp.preview': () => aPreview() },
    steps: [...takingFirst, until('[data-testid="compared"]')],
  }),
  inSetUp('trust-first-other', 'the root is another one by now', {
    kiosk: withoutKeys,
    answers: {
      'trust.read': () => nobody,
      'setUp.preview': () => aPreview(),
      'setUp.believe': () => ({ ok: false, said: otherRoot }),
    },
    steps: [
      ...takingFirst,
      until('[data-testid="compared"]'),
      writes('[data-testid="compared"] input', aFingerprint.slice(-19)),
      touches('[data-testid="trust-agree"]'),
      until('[data-testid="set-up-refused"]'),
    ],
  }),
  inSetUp('trust-first-none', 'there is no publication where somebody looked', {
    kiosk: withoutKeys,
    answers: { 'trust.read': () => nobody, 'setUp.preview': () => ({ ok: false, said: noPublication }) },
    steps: [...takingFirst, until('[data-testid="set-up-refused"]')],
  }),
  inSetUp('update-running', 'an update reads a file', {
    answers: { 'trust.update': noAnswer },
    steps: [
      ...updating,
      until('[data-testid="update-running"]'),
      tells('trust.progress', {
        path: '48.revocations.bin',
        bytes: 1_540_000,
        total: 3_853_792,
        whole: { file: 2, files: 3, bytes: 1_702_000, total: 4_600_000 },
      }),
      until('progress'),
    ],
  }),
  inSetUp('update-refused', 'an update was refused', {
    answers: { 'trust.update': () => ({ outcome: 'refused', said: refusal }) },
    steps: [...updating, until('[data-testid="set-up-refused"]')],
  }),
  inSetUp('update-done', 'an update was taken', {
    answers: {
      'trust.update': () => ({
        outcome: 'updated',
        said: { vi: 'Đã nhận bản phát hành số 48: 415 khóa.', en: 'Publication 48 is in use: 415 keys.' },
      }),
    },
    steps: [...updating, until('[data-testid="update-done"]')],
  }),
  inSetUp('secret', 'the secret is under a passphrase', { steps: secretPart }),
  inSetUp('no-recovery', 'there is no recovery code, and the secret lies open', {
    setUp: { secret: { kept: 'open', recovery: false, system: false } },
    steps: secretPart,
  }),
  inSetUp('secret-differs', 'two passphrases that differ', {
    steps: [
      ...secretPart,
      writes('[data-testid="passphrase-present"]', 'sông Thương'),
      touches('[data-testid="secret-part"] fieldset button'),
      writes('[data-testid="passphrase"]', 'cầu Như Nguyệt'),
      writes('[data-testid="passphrase-again"]', 'cầu Như Nguyet'),
      touches('[data-testid="secret-keep"]'),
      until('[role="alert"]'),
    ],
  }),
  inSetUp('new-recovery', 'a new recovery code', {
    setUp: { secret: { kept: 'open', recovery: true, system: false } },
    answers: { 'setUp.recovery': () => ({ ok: true, recoveryCode: aRecoveryCode }) },
    steps: [...secretPart, touches('[data-testid="recovery-new"]'), until('[data-testid="recovery-code"]')],
  }),
  inSetUp('doctor-good', 'the doctor finds nothing to do', {
    answers: { 'setUp.doctor': () => goodChecks },
    steps: doctorPart,
  }),
  inSetUp('doctor-bad', 'the doctor finds much to do', {
    answers: { 'setUp.doctor': () => badChecks },
    steps: doctorPart,
  }),
  inSetUp('poster', 'the poster of the place, and what is missing for it', {
    steps: [...posterPart, touches('[data-testid="poster-print"]'), until('[data-testid="poster-fault"]')],
  }),
  {
    ...inSetUp('poster-paper', 'the poster of the place, on paper', {
      steps: [
        ...posterPart,
        posterField(2, 'Quốc lộ 1A, Km 98, phường Đáp Cầu, tỉnh Bắc Ninh'),
        posterField(3, 'https://qr.pccovid.gov.vn/AB12CD34'),
        untilPrinted('[data-testid="poster-paper"]', touches('[data-testid="poster-print"]')),
      ],
    }),
    printed: true,
  },
]
