/** What the lane shows, and how it changes: one pure function. Everything that touches the world is in use-lane.ts. */
import type { Day, Kiosk, ScanAnswer, ScanSource, Settings, Standing } from '../../../shared/contract/schemas.ts'
import type { ShownCrossing } from '../../../shared/contract/crossing-schemas.ts'
import type { LinkState } from '../../rpc/link.ts'
import type { PictureReading } from '../../scanner/image/open-picture.ts'
import type { ScanFault } from '../../scanner/wedge/run.ts'
import { clearDesk, deskAfterScan, deskBeside, reduceDesk, type Desk, type DeskAction } from './desk-state.ts'

/** One text on its way to its verdict. `id` counts up from 1 while the page lives. */
export interface Scan {
  id: number
  text: string
  source: ScanSource
}

/**
 * Why a scan has no verdict: the connection broke, the program failed, the text is beyond what is taken, or it did not
 * arrive whole from the scanner.
 */
export type ScanFailure = 'closed' | 'other' | 'too-long' | ScanFault

/** What stands in the verdict's place. */
export type VerdictView =
  | { kind: 'waiting' }
  | { kind: 'verifying'; scan: Scan }
  /** `at`: epoch milliseconds of the answer; ages are told as of then. */
  | { kind: 'shown'; scan: Scan; answer: ScanAnswer; at: number }
  | { kind: 'failed'; scan: Scan; failure: ScanFailure }

/** What to say about the last picture. */
export type PictureNotice =
  | { kind: 'reading' }
  | { kind: 'codes'; codes: number; others: number }
  | Exclude<PictureReading, { kind: 'codes' }>

/**
 * How far a person has come in saying that a doubted clock is right. `asked`: once more is needed; `done` until the
 * next scan.
 */
export type ClockConfirmation = 'none' | 'asked' | 'done' | 'failed'

export interface LaneState {
  link: LinkState
  kiosk: Kiosk | null
  /** The crossing being built, as the program behind the screen has it. */
  crossing: ShownCrossing | null
  desk: Desk
  /** The recorded crossings are shown instead of the lane; `crossing`: with this one open. */
  records: { crossing: number | null } | null
  settings: Settings
  /** The last choice of a setting could not be stored. */
  settingsFailed: boolean
  verdict: VerdictView
  detailsOpen: boolean
  picture: PictureNotice | null
  clockConfirmation: ClockConfirmation
}

export type LaneAction =
  | { kind: 'link-changed'; link: LinkState }
  | { kind: 'kiosk-read'; kiosk: Kiosk }
  | { kind: 'day-changed'; day: Day }
  | { kind: 'standing-changed'; standing: Standing }
  | { kind: 'crossing-changed'; crossing: ShownCrossing }
  /** People were parted, joined or sent away: the verdict that stands may be of two of them. */
  | { kind: 'rearranged' }
  | { kind: 'desk'; of: DeskAction }
  | { kind: 'records-opened'; crossing: number | null }
  | { kind: 'records-closed' }
  | { kind: 'scanned'; scan: Scan }
  | { kind: 'answered'; scan: Scan; answer: ScanAnswer; at: number }
  | { kind: 'failed'; scan: Scan; failure: ScanFailure }
  | { kind: 'left-standing'; scan: Scan }
  | { kind: 'details-toggled' }
  | { kind: 'settings-chosen'; settings: Partial<Settings> }
  | { kind: 'settings-stored'; stored: boolean }
  | { kind: 'picture-noticed'; picture: PictureNotice }
  | { kind: 'clock-asked' }
  /** The second press did not come. */
  | { kind: 'clock-unanswered' }
  | { kind: 'clock-confirmed'; standing: Standing }
  | { kind: 'clock-failed' }

export const firstState: LaneState = {
  link: 'connecting',
  kiosk: null,
  crossing: null,
  desk: clearDesk,
  records: null,
  settings: { language: 'vi', theme: 'auto', camera: null, scannerPrefix: '' },
  settingsFailed: false,
  verdict: { kind: 'waiting' },
  detailsOpen: false,
  picture: null,
  clockConfirmation: 'none',
}

/** The state after `action`. */
export function reduceLane(state: LaneState, action: LaneAction): LaneState {
  switch (action.kind) {
    case 'link-changed':
      return { ...state, link: action.link }
    case 'kiosk-read':
      return withCrossing({ ...state, kiosk: action.kiosk, settings: action.kiosk.settings }, action.kiosk.crossing)
    case 'day-changed':
      return state.kiosk ? { ...state, kiosk: { ...state.kiosk, day: action.day } } : state
    case 'standing-changed':
      return withStanding(state, action.standing)
    case 'crossing-changed':
      return withCrossing(state, action.crossing)
    case 'rearranged':
      return state.verdict.kind === 'shown' ? { ...state, verdict: { kind: 'waiting' }, detailsOpen: false } : state
    case 'desk':
      return withDesk(state, action.of)
    case 'records-opened':
      return { ...state, records: { crossing: action.crossing }, desk: { ...state.desk, form: null } }
    case 'records-closed':
      return { ...state, records: null }
    case 'scanned':
      return {
        ...state,
        verdict: { kind: 'verifying', scan: action.scan },
        // Details are about one person; the next one starts with the verdict alone.
        detailsOpen: false,
        desk: deskAfterScan(state.desk),
        picture: action.scan.source === 'image' ? state.picture : null,
        clockConfirmation: state.clockConfirmation === 'asked' ? 'asked' : 'none',
      }
    case 'answered':
      if (!isCurrent(state.verdict, action.scan)) return state
      return { ...state, verdict: { kind: 'shown', scan: action.scan, answer: action.answer, at: action.at } }
    case 'failed':
      if (!isCurrent(state.verdict, action.scan)) return state
      return { ...state, verdict: { kind: 'failed', scan: action.scan, failure: action.failure } }
    case 'left-standing':
      if (!isCurrent(state.verdict, action.scan)) return state
      return { ...state, verdict: { kind: 'waiting' }, detailsOpen: false, picture: null }
    case 'details-toggled':
      return state.verdict.kind === 'shown' ? { ...state, detailsOpen: !state.detailsOpen } : state
    case 'settings-chosen':
      return { ...state, settings: { ...state.settings, ...action.settings } }
    case 'settings-stored':
      return { ...state, settingsFailed: !action.stored }
    case 'picture-noticed':
      return { ...state, picture: action.picture }
    case 'clock-asked':
      return canConfirm(state.kiosk?.standing) ? { ...state, clockConfirmation: 'asked' } : state
    case 'clock-unanswered':
      return state.clockConfirmation === 'asked' ? { ...state, clockConfirmation: 'none' } : state
    case 'clock-confirmed':
      return confirmed(withStanding(state, action.standing), action.standing)
    case 'clock-failed':
      return { ...state, clockConfirmation: 'failed' }
  }
}

/** A person can vouch for the time on the clock; a wrong zone is to be set right. */
export function canConfirm(standing: Standing | undefined): boolean {
  const doubt = standing?.clock.doubt ?? null
  return doubt !== null && doubt !== 'other-zone'
}

/** One code of several is no verdict on a person: it stays, however long the next code is looked for. */
export function leaves(verdict: VerdictView): boolean {
  if (verdict.kind === 'shown') return verdict.answer.verdict.reason.code !== 'part-of-several'
  return verdict.kind === 'failed'
}

/** A verdict with what its traveller has since: a comparison by eye, a paper, another zone change what is concluded. */
export function verdictNow(view: VerdictView, crossing: ShownCrossing | null): VerdictView {
  if (view.kind !== 'shown') return view
  const { placed, verdict } = view.answer
  const traveller = crossing?.travellers.find(({ id }) => id === placed?.traveller)
  if (!traveller) return view
  const { outcome, reason, findings } = traveller
  return { ...view, answer: { ...view.answer, verdict: { ...verdict, outcome, reason, findings } } }
}

function withCrossing(state: LaneState, crossing: ShownCrossing): LaneState {
  return { ...state, crossing, desk: deskBeside(state.desk, crossing) }
}

/** A decision ends the verdict, so that the next person's code starts clean; a question about it closes the details. */
function withDesk(state: LaneState, action: DeskAction): LaneState {
  const after: LaneState = { ...state, desk: reduceDesk(state.desk, action) }
  if (action.kind === 'decided') {
    // A code that is on its way already is the next person's.
    const verdict: VerdictView = state.verdict.kind === 'verifying' ? state.verdict : { kind: 'waiting' }
    return { ...after, verdict, detailsOpen: false, picture: null }
  }
  return after.desk.form?.kind === 'reason' ? { ...after, detailsOpen: false } : after
}

function withStanding(state: LaneState, standing: Standing): LaneState {
  return state.kiosk ? { ...state, kiosk: { ...state.kiosk, standing } } : state
}

/** A verdict that the doubted clock spoilt goes: its code is to be scanned again. */
function confirmed(state: LaneState, standing: Standing): LaneState {
  if (canConfirm(standing)) return { ...state, clockConfirmation: 'failed' }
  const { verdict } = state
  const spoilt =
    verdict.kind === 'shown' &&
    verdict.answer.verdict.findings.some(({ check, status }) => check === 'clock' && status === 'warn')
  const after: LaneState = { ...state, clockConfirmation: 'done' }
  return spoilt ? { ...after, verdict: { kind: 'waiting' }, detailsOpen: false } : after
}

/** Answers may come out of order: only the latest scan may speak, lest one person's verdict stand for another. */
function isCurrent(verdict: VerdictView, scan: Scan): boolean {
  return verdict.kind !== 'waiting' && verdict.scan.id === scan.id
}
