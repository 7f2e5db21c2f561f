/** The room of reports: the day as it goes on, other times, exports, and the day closed. */
import { day, minute, now } from '../clock.ts'
import { aKiosk } from '../fixtures/a-kiosk.ts'
import { anOutline, aTotalled, aVersion, someTotals } from '../fixtures/a-report.ts'
import { aState, type State } from '../state.ts'
import { failing, noAnswer } from '../stub-link.ts'
import { presses, tells, touches, until, untilAsked, writes } from '../steps.ts'
import { reports } from '../ways.ts'

const counted = [...reports, until('[data-testid="report-handling"]')]
const closedTotals = someTotals({ amended: 7, enteredLater: 5, openReferrals: 22 })
const places = [
  { path: '/media/chot/KINGSTON', name: 'KINGSTON', stick: true },
  { path: '/home/chot/Downloads', name: 'Downloads', stick: false },
]
const exporting = [...counted, presses('F5'), until('[data-testid="export-form"] [aria-pressed="true"]')]

export const reportStates: readonly State[] = [
  aState({ name: 'reports-today', title: 'the day so far', kiosk: aKiosk(), steps: counted }),
  aState({
    name: 'reports-first',
    title: 'the first numbers are there, the others are being added up',
    kiosk: aKiosk(),
    answers: { 'reports.total': noAnswer },
    steps: [...reports, until('[data-testid="report-chart"]')],
  }),
  aState({
    name: 'reports-kinds',
    title: 'the kinds of vehicles, drawn',
    kiosk: aKiosk(),
    steps: [...counted, presses('F8'), presses('F8'), presses('F8'), until('[data-testid="report-chart"]')],
  }),
  aState({
    name: 'reports-days',
    title: 'a fortnight',
    kiosk: aKiosk(),
    answers: {
      'reports.count': () =>
        anOutline({
          days: Array.from({ length: 14 }, (_, index) => ({
            from: now - (14 - index) * day,
            in: 900 + ((index * 137) % 500),
            out: 800 + ((index * 211) % 450),
          })),
        }),
      'reports.total': () => ({ kind: 'totalled', totalled: aTotalled({ day: null }) }),
    },
    steps: [
      ...counted,
      presses('F4'),
      writes('[data-testid="period-form"] input', '08/11/2026'),
      touches('[data-testid="period-show"]'),
      until('[data-testid="report-handling"]'),
    ],
  }),
  aState({
    name: 'reports-period',
    title: 'which time, and whose',
    kiosk: aKiosk(),
    answers: {
      'reports.shifts': () =>
        [0, 1, 2, 3].map((each) => ({
          seq: 90 - each,
          from: now - (each + 1) * 8 * 60 * minute,
          to: now - each * 8 * 60 * minute,
        })),
    },
    steps: [...counted, presses('F4'), until('[data-testid="period-form"] button[aria-pressed]')],
  }),
  aState({
    name: 'reports-changed',
    title: 'a closed day of which something is different by now',
    kiosk: aKiosk(),
    answers: {
      'reports.total': () => ({
        kind: 'totalled',
        totalled: aTotalled({ day: { day: '2026-11-21', over: true, versions: [aVersion(closedTotals)] } }),
      }),
    },
    steps: [...counted, presses('-'), until('[data-testid="day-differences"]')],
  }),
  aState({
    name: 'reports-close-asked',
    title: 'the key that closes the day was pressed once',
    kiosk: aKiosk(),
    answers: {
      'reports.total': () => ({
        kind: 'totalled',
        totalled: aTotalled({ day: { day: '2026-11-21', over: true, versions: [] } }),
      }),
    },
    steps: [
      ...counted,
      presses('-'),
      until('[data-testid="day-open"]'),
      touches('[data-testid="reports-close"]'),
      until('[data-testid="reports-close"][data-marked="true"]'),
    ],
  }),
  aState({
    name: 'reports-export',
    title: 'an export as it is asked for, with people in full',
    kiosk: aKiosk(),
    answers: { 'reports.places': () => places },
    steps: [...exporting, until('[data-testid="export-form"] fieldset:nth-of-type(3)'), presses('7')],
  }),
  aState({
    name: 'reports-exporting',
    title: 'an export is being written',
    kiosk: aKiosk(),
    answers: { 'reports.places': () => places, 'reports.export': noAnswer },
    steps: [
      ...exporting,
      until('[data-testid="export-form"] fieldset:nth-of-type(3)'),
      touches('[data-testid="export-write"]'),
      untilAsked('reports.export'),
      tells('reports.progress', { done: 812, total: 2_314 }),
      until('[data-testid="export-stop"]'),
    ],
  }),
  aState({
    name: 'reports-exported',
    title: 'the file and its proof are on the stick',
    kiosk: aKiosk(),
    answers: {
      'reports.places': () => places,
      'reports.export': () => ({
        outcome: 'written',
        file: '/media/chot/KINGSTON/cau-nhu-nguyet-lan-2-2026-11-22.xlsx',
        sidecar: '/media/chot/KINGSTON/cau-nhu-nguyet-lan-2-2026-11-22.xlsx.chot.json',
        seq: 18_205,
        crossings: 2_314,
        people: 5_871,
        practice: false,
      }),
    },
    steps: [
      ...exporting,
      until('[data-testid="export-form"] fieldset:nth-of-type(3)'),
      touches('[data-testid="export-write"]'),
      until('[data-testid="export-written"]'),
    ],
  }),
  aState({
    name: 'reports-failed',
    title: 'the program does not answer',
    kiosk: aKiosk(),
    answers: { 'reports.count': failing, 'reports.total': failing },
    steps: [...reports, until('[data-testid="report-failed"]')],
  }),
]
