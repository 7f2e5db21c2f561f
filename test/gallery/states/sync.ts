/** The room Sync: how far the hub has the journal, and what to do about it. */
import type { Handlers } from '../../../shared/contract/contract.ts'
import type { Role } from '../../../shared/contract/role.ts'
import type { SyncState } from '../../../shared/contract/sync.ts'
import { aKiosk } from '../fixtures/a-kiosk.ts'
import { beyondStick, emptyStick, setUpStick } from '../fixtures/a-set-up.ts'
import { anInvitation, aSync, failed, fine, forked, waitingSync } from '../fixtures/a-sync.ts'
import { sessionOf } from '../fixtures/an-officer.ts'
import { hour, now } from '../clock.ts'
import { aState, type State, type Step } from '../state.ts'
import { presses, scans, tells, touches, until, writes } from '../steps.ts'
import { failing, noAnswer } from '../stub-link.ts'
import { ready, sync } from '../ways.ts'

const minute = 60_000

interface Told {
  as?: Role
  sync?: SyncState
  answers?: Partial<Handlers>
  steps?: readonly Step[]
}

const inSync = (name: string, title: string, told: Told = {}): State =>
  aState({
    name: `sync-${name}`,
    title,
    kiosk: aKiosk({ session: sessionOf(told.as ?? 'it') }),
    answers: {
      'sync.read': () => told.sync ?? aSync(),
      'trust.sticks': () => [setUpStick, emptyStick],
      ...told.answers,
    },
    steps: [...sync, ...(told.steps ?? [until('[data-testid="sync-stand"]')])],
  })

const key = (name: string): Step => touches(`[data-testid="sync-${name}"]`)
const sticks = until('[data-testid="found-stick"]')

/** The text of a hub's QR code. */
const code = `CHOT-ENROL:1 0123-4567-89AB-CDEF ${anInvitation.fingerprint} - https://hub.bacgiang.gov.vn`

const stickFull = {
  vi: 'USB đầy. Những tệp đã ghi đều nguyên vẹn; dùng USB khác hoặc dọn chỗ rồi chạy lại.',
  en: 'The stick is full. What is on it is whole; take another one or make room, and run this again.',
} as const
const onStick = {
  vi: 'USB: 3 lô đang nằm trên đó; trả lời của máy chủ: đã nhận. Rút được.',
  en: 'Stick: 3 batches lie on it; the hub’s answer: taken in. It may be pulled.',
} as const
const wrongClock = {
  vi: 'nhanh hơn máy chủ 11 phút, lúc máy chủ trả lời lần cuối qua mạng. Xem đồng hồ của mình: giờ máy sai thì chỉnh giờ máy; giờ máy đúng thì báo tỉnh, giờ máy chủ sai. Nhật ký vẫn được nhận.',
  en: '11 min ahead of the hub’s, when it last answered by wire. Look at your own watch: where this computer is wrong, set its clock; where it is right, tell the province that the hub’s is wrong. The journal is taken all the same.',
} as const
const notTaken = {
  vi: 'Chốt chưa nối với máy chủ nào, hoặc máy chủ không nhận thư mời này (đã dùng, quá hạn). Xin thư mời mới rồi nối lại ở phòng Gửi và nhận, hoặc bằng "npx chot sync enrol TỆP".',
  en: 'The checkpoint is enrolled with no hub, or the hub does not take its invitation (used, or too old). Ask for a new one and enrol in the room Sync, or by "npx chot sync enrol FILE".',
} as const
const falseHub = {
  vi: 'Máy chủ ở địa chỉ đó KHÔNG có khóa ghi trong mã: có thể là máy giả. Không nối; báo cho tỉnh.',
  en: 'The hub at that address does NOT have the key that the code says: it may be a false one. Do not enrol; tell the province.',
} as const

const noAuthority = {
  vi: 'Máy chủ này dùng chứng thư gốc riêng của tỉnh, máy này chưa có. Cắm USB có tệp chứng thư đó (.pem, .crt) rồi chọn USB; bằng lệnh thì thêm --ca TỆP.',
  en: 'This hub has an authority of the province’s own, which this computer does not know yet. Plug in a stick with its certificate (.pem, .crt) and choose it; by command, add --ca FILE.',
} as const

const ran = { ran: true, batches: 3, retryAfter: null, most: null } as const
const compare: readonly Step[] = [key('enrol'), until('[data-testid="sync-sticks"]'), scans(code)]
const notEnrolled = (): SyncState =>
  aSync({
    hub: null,
    receipted: 0,
    waiting: 12_345,
    delivered: false,
    hubHead: null,
    tries: [],
    nextAt: null,
    backedUp: 0,
  })
const byStick = (given: Partial<SyncState> = {}): SyncState => {
  const known = waitingSync({ tries: [], nextAt: null, ...given })
  return { ...known, clock: null, hub: known.hub && { ...known.hub, address: null } }
}

export const syncStates: readonly State[] = [
  inSync('delivered', 'every entry has its receipt'),
  inSync('waiting', 'entries wait for a network', { sync: waitingSync() }),
  aState({
    name: 'sync-header',
    title: 'the status line in the lane says what waits',
    kiosk: aKiosk({ session: sessionOf('officer') }),
    answers: { 'sync.read': () => waitingSync({ stalled: true }) },
    steps: [...ready, until('[data-testid="waiting"]')],
  }),
  inSync('officer', 'what an officer sees of it', { as: 'officer', sync: waitingSync() }),
  inSync('stalled', 'nothing has come of it for hours', { sync: waitingSync({ stalled: true }) }),
  inSync('none', 'enrolled with no hub', { sync: notEnrolled() }),
  inSync('revoked', 'the hub has withdrawn the enrolment', {
    sync: waitingSync({ revoked: true, tries: [failed(0)] }),
  }),
  inSync('forked', 'the hub has other entries; the supervisor is asked once more', {
    as: 'supervisor',
    sync: waitingSync({ stopped: 'fork', nextAt: null, tries: [forked(minute), fine(3 * hour)] }),
    steps: [key('epoch'), until('[data-testid="sync-epoch"][data-marked="true"]')],
  }),
  inSync('went-back', 'the hub was put back to an older state', {
    sync: aSync({ hubWentBack: true, hubHead: { seq: 9000, at: now - hour } }),
  }),
  inSync('clock-wrong', 'this clock is far from the hub’s', {
    sync: waitingSync({ clock: { offset: 11 * minute, wrong: true, said: wrongClock } }),
  }),
  inSync('by-stick', 'a hub that takes sticks alone', { sync: byStick() }),
  inSync('stick-refused', 'a stick brought home that the hub took nothing', {
    sync: byStick({ refused: { why: 'not-enrolled', at: now - 2 * hour, said: notTaken } }),
  }),
  inSync('stick-choose', 'two sticks to choose from', {
    sync: waitingSync(),
    answers: { 'trust.sticks': () => [emptyStick, { ...emptyStick, path: '/media/chot/KHAC', name: 'KHAC' }] },
    steps: [key('stick'), sticks],
  }),
  inSync('stick-beyond', 'more sticks than are looked at: not even the only one that was found is taken by itself', {
    sync: waitingSync(),
    answers: { 'trust.sticks': () => [emptyStick, beyondStick] },
    steps: [key('stick'), until('[data-testid="found-beyond"]'), until('[data-testid="found-stick"]')],
  }),
  inSync('stick-writing', 'the only stick is being written', {
    sync: waitingSync(),
    answers: { 'sync.run': noAnswer },
    steps: [
      key('stick'),
      until('[data-testid="sync-progress"]'),
      tells('sync.progress', { way: 'folder', done: 410_000, total: 1_203_000 }),
      until('[data-testid="sync-progress"] progress'),
    ],
  }),
  inSync('stick-done', 'the stick may be pulled', {
    sync: waitingSync(),
    answers: {
      'sync.run': () => ({ ...ran, why: null, said: onStick, folder: { answer: 'taken', strangers: ['anh.jpg'] } }),
    },
    steps: [key('stick'), until('[data-testid="sync-done"]')],
  }),
  inSync('stick-full', 'the stick is full', {
    sync: waitingSync(),
    answers: {
      'sync.run': () => ({ ...ran, why: 'stick-full', said: stickFull, folder: { answer: 'none', strangers: [] } }),
    },
    steps: [key('stick'), until('[data-testid="sync-refused"]')],
  }),
  inSync('enrol', 'a hub’s code is waited for', { sync: notEnrolled(), steps: [key('enrol'), sticks] }),
  inSync('enrol-compare', 'the hub’s fingerprint is compared', {
    sync: notEnrolled(),
    answers: { 'sync.invited': () => anInvitation },
    steps: [...compare, until('[data-testid="sync-compare"]')],
  }),
  inSync('enrol-differs', 'what was typed is not the hub’s fingerprint', {
    sync: notEnrolled(),
    answers: { 'sync.invited': () => anInvitation },
    steps: [
      ...compare,
      until('[data-testid="sync-compare"]'),
      writes('[data-testid="sync-compare"] input', '0000 0000 0000 0000'),
      presses('F6'),
      until('[data-testid="read-fault"]'),
    ],
  }),
  inSync('enrol-false', 'the hub at that address is another', {
    sync: notEnrolled(),
    answers: { 'sync.invited': () => ({ ok: false, said: falseHub, wantsAuthority: false }) },
    steps: [...compare, until('[data-testid="sync-refused"]')],
  }),
  inSync('enrol-authority', 'the hub has an authority of the province’s own', {
    sync: notEnrolled(),
    answers: { 'sync.invited': () => ({ ok: false, said: noAuthority, wantsAuthority: true }) },
    steps: [...compare, until('[data-testid="sync-refused"]'), sticks],
  }),
  inSync('enrol-done', 'enrolled', {
    sync: waitingSync({ tries: [] }),
    answers: { 'sync.invited': () => anInvitation, 'sync.enrol': () => anInvitation },
    steps: [
      ...compare,
      until('[data-testid="sync-compare"]'),
      writes('[data-testid="sync-compare"] input', anInvitation.fingerprint.slice(-16)),
      presses('F6'),
      until('[data-testid="sync-done"]'),
    ],
  }),
  inSync('diagnosed', 'figures for IT lie on the stick', {
    sync: waitingSync(),
    answers: { 'sync.diagnose': () => ({ ok: true, text: '{}', file: '/media/chot/CHOT/chot-sync-2026-11-22.json' }) },
    steps: [key('diagnose'), sticks, presses('1'), until('[data-testid="sync-done"]')],
  }),
  inSync('unanswered', 'the program did not answer', {
    answers: { 'sync.read': failing },
    steps: [until('[role="alert"]')],
  }),
]
