/** Why somebody looks at people, and the room where it is read who did. */
import type { AccessLine } from '../../../shared/contract/accesses.ts'
import { hour, now } from '../clock.ts'
import { aKiosk } from '../fixtures/a-kiosk.ts'
import { hung, long, sessionOf } from '../fixtures/an-officer.ts'
import { aState, type State } from '../state.ts'
import { presses, touches, until, untilAsked, writes } from '../steps.ts'
import { accesses, records, trace } from '../ways.ts'

const needed = { kind: 'reason-needed' } as const
const chooser = until('[data-testid="because"]')
const because = { code: 'authority-request', note: 'Trung tâm Kiểm soát bệnh tật Bắc Ninh, công văn 1204' } as const

const line = (index: number, given: Partial<AccessLine>): AccessLine => ({
  seq: 1_204 - index,
  at: now - index * hour,
  kind: 'access.opened',
  officer: { number: hung.number, name: hung.name, rank: hung.rank },
  what: 1_180,
  backup: false,
  because: { code: 'routine-check', note: null },
  ...given,
})

const lines: AccessLine[] = [
  line(0, {}),
  line(1, { kind: 'access.searched', what: 3, because: { code: 'complaint', note: null } }),
  line(2, {
    kind: 'access.traced',
    what: 1_204,
    officer: { number: long.number, name: long.name, rank: long.rank },
    because,
  }),
  line(3, { kind: 'access.exported', what: 41_204, because: null }),
  line(4, { kind: 'access.exported', what: 41_200, backup: true, because: null }),
  line(5, { officer: null, because: { code: 'other', note: 'Gia đình hỏi xe cấp cứu đã qua chốt chưa' } }),
  line(6, { officer: { number: '204999', name: null, rank: null }, because: { code: 'contact-tracing', note: null } }),
]

export const accessStates: readonly State[] = [
  aState({
    name: 'because-search',
    title: 'a search for somebody asks why',
    kiosk: aKiosk({ session: sessionOf('officer') }),
    answers: {
      'crossings.search': ({ text }) => (text === '' ? { kind: 'found', answer: { lines: [], more: false } } : needed),
    },
    steps: [...records, writes('[data-testid="search-fields"] label:nth-of-type(1) input', 'Nguyễn Văn An'), chooser],
  }),
  aState({
    name: 'because-opened',
    title: 'somebody else’s record asks why, in words',
    kiosk: aKiosk({ session: sessionOf('officer') }),
    answers: { 'crossing.read': () => needed },
    steps: [
      ...records,
      touches('[data-testid="found"] button[data-seq]'),
      chooser,
      presses('3'),
      until('[data-testid="because-go"]'),
    ],
  }),
  aState({
    name: 'because-trace',
    title: 'a trace asks why',
    kiosk: aKiosk({ session: sessionOf('supervisor') }),
    answers: { 'crossings.trace': () => needed },
    steps: [
      ...trace,
      writes('[data-kind="plate"] label:nth-of-type(1) input', '98A-123.45'),
      touches('[data-testid="trace-ask"]'),
      untilAsked('crossings.trace'),
      chooser,
    ],
  }),
  aState({
    name: 'accesses',
    title: 'who looked at whom',
    kiosk: aKiosk({ session: sessionOf('auditor') }),
    answers: { 'accesses.list': () => ({ kind: 'listed', lines, before: 7 }) },
    steps: [...accesses, until('[data-testid="accesses"]')],
  }),
  aState({
    name: 'accesses-nobody',
    title: 'a plate is nobody',
    kiosk: aKiosk({ session: sessionOf('supervisor') }),
    answers: {
      'accesses.list': ({ person }) => (person === null ? { kind: 'listed', lines, before: null } : { kind: 'nobody' }),
    },
    steps: [
      ...accesses,
      until('[data-testid="accesses"]'),
      writes('[data-testid="accesses-screen"] input', '98A-123.45'),
      touches('[data-testid="accesses-ask"]'),
      until('[data-testid="accesses-screen"] p:nth-of-type(2)'),
    ],
  }),
]
