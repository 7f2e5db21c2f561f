/** The recorded crossings: found, opened and corrected. */
import type { CrossingLine } from '../../../shared/contract/crossing-line-schemas.ts'
import type { RecordedCrossing } from '../../../shared/contract/recorded-schemas.ts'
import { aLine, aRecorded, aTraveller } from '../../unit/renderer/records/recorded.ts'
import { hour, now } from '../clock.ts'
import { aKiosk } from '../fixtures/a-kiosk.ts'
import { hung } from '../fixtures/an-officer.ts'
import { nhu, passengers } from '../fixtures/people.ts'
import { aState, type State } from '../state.ts'
import { presses, touches, until, untilAsked, writes } from '../steps.ts'
import { failing } from '../stub-link.ts'
import { opened, records } from '../ways.ts'

const found = '[data-testid="found"]'

const longLines: CrossingLine[] = Array.from({ length: 50 }, (_, index) =>
  aLine({
    seq: 1_204 - index,
    at: now - index * hour,
    plate: '15C-987.65',
    trailerPlate: '15R-123.45',
    names: [nhu.name, ...passengers(index).map(({ name }) => name)],
    outcome: 'check',
    decision: 'referred',
    enteredAt: index % 4 === 1 ? now : null,
    state: index % 3 === 0 ? 'amended' : 'recorded',
  }),
)

const recorded = aRecorded(
  {
    people: 4,
    vehicle: {
      plate: '15C-987.65',
      trailerPlate: '15R-123.45',
      kind: 'tractor',
      carrier: 'Công ty TNHH Vận tải Sao Phương Bắc',
      from: 'Khu công nghiệp Đình Trám, huyện Việt Yên',
      to: 'Cảng Hải Phòng',
    },
    travellers: [
      aTraveller({ name: nhu.name, numbers: [nhu.number] }),
      ...passengers(3).map((each) => aTraveller({ name: each.name, numbers: [each.number], reason: 'sample-too-old' })),
    ],
    outcome: 'check',
    decision: 'admitted',
    reason: { code: 'other', note: 'Xe chở ô-xy y tế cho bệnh viện tỉnh, chỉ huy ca đã gọi xác nhận' },
  },
  { plate: '15C-987.65', trailerPlate: '15R-123.45' },
)

const { decision, reason, vehicle } = recorded.crossing
const was = { decision, reason, vehicle }
const amended: RecordedCrossing['history'] = [
  {
    kind: 'amended',
    seq: 1_205,
    at: now - hour,
    why: {
      code: 'order',
      note: 'Công văn 1204 của Sở Y tế: xe chở ô-xy được ưu tiên, người đi cùng test nhanh tại chốt',
    },
    was: { ...was, decision: 'referred', reason: null },
  },
  {
    kind: 'amended',
    seq: 1_206,
    at: now - hour / 2,
    why: { code: 'entered-wrongly', note: null },
    was: { ...was, vehicle: vehicle && { ...vehicle, plate: '15C-987.56', trailerPlate: null, from: null } },
  },
]
const voided: RecordedCrossing['history'] = [
  ...amended,
  { kind: 'voided', seq: 1_207, at: now, why: { code: 'other', note: 'Ghi hai lần, lượt đúng ở bản ghi số 1.204' } },
]

const noted: RecordedCrossing['history'] = [
  ...amended,
  {
    kind: 'noted',
    seq: 1_208,
    at: now,
    text: 'Trạm y tế xã Quang Châu gọi lại lúc 07:30: lái xe test nhanh âm tính, người đi cùng chờ kết quả PCR đến chiều.',
  },
]

/** The crossing of the list, opened. */
function openedAs(
  changes: Partial<RecordedCrossing['line']> = {},
  history: RecordedCrossing['history'] = [],
  above: RecordedCrossing['above'] = null,
): Pick<State, 'kiosk' | 'answers' | 'steps'> {
  const read: RecordedCrossing = { ...recorded, line: { ...recorded.line, ...changes }, above, history }
  return { kiosk: aKiosk(), answers: { 'crossing.read': () => ({ kind: 'found', answer: read }) }, steps: opened }
}

export const recordStates: readonly State[] = [
  aState({
    name: 'records-search',
    title: 'the newest crossings, before anything is asked',
    kiosk: aKiosk(),
    steps: [...records, until(found)],
  }),
  aState({
    name: 'records-long-lines',
    title: 'fifty lines, long ones, and there are more',
    kiosk: aKiosk(),
    answers: { 'crossings.search': () => ({ kind: 'found', answer: { lines: longLines, more: true } }) },
    steps: [...records, until(found)],
  }),
  aState({
    name: 'records-none',
    title: 'nothing found',
    kiosk: aKiosk(),
    answers: { 'crossings.search': () => ({ kind: 'found', answer: { lines: [], more: false } }) },
    steps: [...records, untilAsked('crossings.search')],
  }),
  aState({
    name: 'records-fault',
    title: 'a day that is none',
    kiosk: aKiosk(),
    steps: [...records, until(found), writes('[data-testid="search-fields"] label:nth-of-type(2) input', '31/02/2026')],
  }),
  aState({
    name: 'records-failed',
    title: 'the program failed to search',
    kiosk: aKiosk(),
    answers: { 'crossings.search': failing },
    steps: [...records, untilAsked('crossings.search'), until('[role="alert"]')],
  }),
  aState({
    name: 'records-opened-permitted',
    title: 'a crossing that a supervisor permitted',
    ...openedAs({}, [], { by: 'permission', given: [{ what: 'rejected', by: hung }] }),
  }),
  aState({
    name: 'records-entered-later',
    title: 'a crossing that was entered later, from paper',
    ...openedAs({ at: now - 20 * hour, enteredAt: now - hour }),
  }),
  aState({ name: 'records-crossing', title: 'a crossing, opened', ...openedAs() }),
  aState({
    name: 'records-amended',
    title: 'what a crossing was before it was corrected twice, and why',
    ...openedAs({ state: 'amended' }, amended),
  }),
  aState({
    name: 'records-voided',
    title: 'a crossing that was voided, and why',
    ...openedAs({ state: 'voided' }, voided),
  }),
  aState({
    name: 'records-noted',
    title: 'a crossing with a note',
    ...openedAs({ state: 'amended' }, noted),
  }),
  aState({
    name: 'records-note',
    title: 'a note is written, and nothing stands in it yet',
    ...openedAs(),
    steps: [...opened, presses('+'), touches('[data-testid="note-record"]'), until('[role="alert"]')],
  }),
  aState({
    name: 'records-amend',
    title: 'a crossing is corrected',
    ...openedAs({ state: 'amended' }, amended),
    steps: [...opened, presses('F6'), until('[data-testid="amend-form"]')],
  }),
  aState({
    name: 'records-void',
    title: 'a crossing is voided',
    ...openedAs(),
    steps: [...opened, presses('F8'), until('[data-testid="void-form"]')],
  }),
]
