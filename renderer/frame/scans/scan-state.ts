/** The last scan and what came of it, wherever on the screen one is: one pure function. */
import type { ShownCrossing } from '../../../shared/contract/crossing-schemas.ts'
import type { ScanAnswer, ScanSource } from '../../../shared/contract/schemas.ts'
import type { Outcome } from '../../../shared/domain/finding/verdict.ts'
import type { Sound } from '../../ui/sounds.ts'
import type { PictureReading } from '../../scanner/image/open-picture.ts'
import type { ScanFault } from '../../scanner/wedge/run.ts'
import type { InertScan } from './scan-route.ts'

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

export interface ScanState {
  verdict: VerdictView
  picture: PictureNotice | null
  /** The last code did nothing, and was verified by nobody: what it is, and where it belongs. */
  inert: InertScan | null
}

export type ScanAction =
  | { kind: 'scanned'; scan: Scan }
  | { kind: 'answered'; scan: Scan; answer: ScanAnswer; at: number }
  | { kind: 'failed'; scan: Scan; failure: ScanFailure }
  /** Nobody has touched anything for long: the verdict names a person, and goes. */
  | { kind: 'left-standing'; scan: Scan }
  /** The crossing is decided: the next person's code starts clean. */
  | { kind: 'decided' }
  /** What stands is no longer so: people were parted or joined, or the clock that spoilt it is right after all. */
  | { kind: 'outdated' }
  | { kind: 'picture-noticed'; picture: PictureNotice }
  | { kind: 'inert'; what: InertScan | null }

export const noScan: ScanState = { verdict: { kind: 'waiting' }, picture: null, inert: null }

/** The state after `action`. Answers may come out of order: only the latest scan may speak, lest one person's verdict stand for another. */
export function reduceScan(state: ScanState, action: ScanAction): ScanState {
  const { verdict } = state
  switch (action.kind) {
    case 'scanned': {
      const picture = action.scan.source === 'image' ? state.picture : null
      return { verdict: { kind: 'verifying', scan: action.scan }, picture, inert: null }
    }
    case 'answered': {
      const { scan, answer, at } = action
      return isCurrent(verdict, scan) ? { ...state, verdict: { kind: 'shown', scan, answer, at } } : state
    }
    case 'failed': {
      const { scan, failure } = action
      return isCurrent(verdict, scan) ? { ...state, verdict: { kind: 'failed', scan, failure } } : state
    }
    case 'left-standing':
      return isCurrent(verdict, action.scan) ? noScan : state
    case 'decided':
      // A code that is on its way already is the next person's.
      return verdict.kind === 'verifying' ? { ...state, picture: null } : noScan
    case 'outdated':
      return verdict.kind === 'shown' ? { ...state, verdict: { kind: 'waiting' } } : state
    case 'picture-noticed':
      return { ...state, picture: action.picture }
    case 'inert':
      return { ...state, inert: action.what }
  }
}

/** The sound of a scan: that of admitting only where all of the crossing are there and in order. */
export function soundOf(outcome: Outcome, crossing: ShownCrossing | null): Sound {
  return outcome === 'accepted' && crossing?.whole.filled !== true ? 'passed' : outcome
}

/** One code of several is no verdict on a person: it stays, however long the next code is looked for. */
export function leaves(verdict: VerdictView): boolean {
  if (verdict.kind === 'shown') return verdict.answer.verdict.reason.code !== 'part-of-several'
  return verdict.kind === 'failed'
}

/** Was the verdict that stands spoilt by a clock in doubt? Its code is to be scanned again once the clock is right. */
export function spoiltByClock(verdict: VerdictView): boolean {
  if (verdict.kind !== 'shown') return false
  return verdict.answer.verdict.findings.some(({ check, status }) => check === 'clock' && status === 'warn')
}

/** Why the crossing, or the last scan, is not on disk; null: both are. */
export function whyUnwritten({ verdict }: ScanState, crossing: ShownCrossing | null): ShownCrossing['unsaved'] {
  if (crossing?.unsaved) return crossing.unsaved
  if (verdict.kind !== 'shown') return null
  const { record } = verdict.answer
  return record.recorded ? null : record.code
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

function isCurrent(verdict: VerdictView, scan: Scan): boolean {
  return verdict.kind !== 'waiting' && verdict.scan.id === scan.id
}
