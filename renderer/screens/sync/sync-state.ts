/** The room Sync, as far as somebody has come in it: one pure function. */
import type { EventPayload, Output } from '../../../shared/contract/contract.ts'
import type { Invited, SyncState } from '../../../shared/contract/sync.ts'
import type { ReadFault } from '../../ui/read-out.tsx'
import type { Sentences } from '../../../shared/language/locale.ts'

/** What lies in the room beside how it stands. */
export type Part = 'facts' | 'stick' | 'enrol' | 'diagnose'

/** What was done, or why it was not; null: the program did not answer. */
export type Said = { good: boolean; said: Sentences } | { good: false; said: null }

export interface RoomState {
  /** Null until it is known. */
  sync: SyncState | null
  failed: boolean
  part: Part
  /** Something was asked for and has not been answered. `from`: the stick, where it is about one. */
  busy: { from: string | null } | null
  progress: EventPayload<'sync.progress'> | null
  last: Said | null
  /** Files of strangers on the last stick. */
  strangers: number
  /** A hub that asks this kiosk in, to be compared; and the invitation itself, as it is handed on. */
  invited: { told: Invited; invitation: Invitation } | null
  /** What was typed of its fingerprint, as it was read out at the hub. */
  heard: string
  /** Why that is not the fingerprint. */
  unheard: ReadFault | null
  /** An invitation whose hub has an authority of its own, which is to be kept first. */
  wanting: Invitation | null
  /** The epoch's key was pressed once. */
  asked: boolean
}

export type Invitation = { from: 'text'; text: string } | { from: 'file'; path: string }

export type RoomAction =
  | { kind: 'read'; sync: SyncState | null }
  | { kind: 'progressed'; progress: EventPayload<'sync.progress'> }
  | { kind: 'opened'; part: Part }
  | { kind: 'asked' }
  | { kind: 'begun'; from: string | null }
  | { kind: 'ran'; answer: Output<'sync.run'> | null }
  | { kind: 'invited'; answer: Output<'sync.invited'> | null; invitation: Invitation }
  | { kind: 'heard'; heard: string }
  | { kind: 'unheard'; fault: ReadFault }
  /** The authority's certificate was not on that stick: another may be chosen. */
  | { kind: 'unfound'; last: Said }
  | { kind: 'ended'; last: Said | null }

export const entered: RoomState = {
  sync: null,
  failed: false,
  part: 'facts',
  busy: null,
  progress: null,
  last: null,
  strangers: 0,
  invited: null,
  heard: '',
  unheard: null,
  wanting: null,
  asked: false,
}

const unanswered: Said = { good: false, said: null }

/** The state after `action`. */
export function reduceRoom(state: RoomState, action: RoomAction): RoomState {
  switch (action.kind) {
    case 'read':
      return action.sync ? { ...state, sync: action.sync, failed: false } : { ...state, failed: true }
    case 'progressed':
      return state.sync?.running || state.busy ? { ...state, progress: action.progress } : state
    case 'opened':
      if (state.busy) return state
      return { ...state, part: action.part, last: null, invited: null, wanting: null, asked: false, strangers: 0 }
    case 'asked':
      return { ...state, asked: true }
    case 'begun':
      return { ...state, busy: { from: action.from }, progress: null, last: null, strangers: 0, asked: false }
    case 'ran': {
      const done = { ...state, busy: null, progress: null }
      const { answer } = action
      if (!answer) return { ...done, last: unanswered }
      if (!answer.ran) return { ...done, last: { good: false, said: answer.said } }
      const strangers = answer.folder?.strangers.length ?? 0
      const good = answer.why === null
      return { ...done, part: good ? 'facts' : state.part, last: { good, said: answer.said }, strangers }
    }
    case 'invited': {
      const { answer, invitation } = action
      const done = { ...state, busy: null, wanting: null }
      if (!answer) return { ...done, last: unanswered }
      if (!answer.ok)
        return {
          ...done,
          last: { good: false, said: answer.said },
          wanting: answer.wantsAuthority ? invitation : null,
        }
      return { ...done, last: null, invited: { told: answer, invitation }, heard: '', unheard: null }
    }
    case 'heard':
      return { ...state, heard: action.heard, unheard: null }
    case 'unheard':
      return { ...state, unheard: action.fault }
    case 'unfound':
      return { ...state, busy: null, last: action.last }
    case 'ended':
      return {
        ...state,
        part: action.last?.good === true ? 'facts' : state.part,
        busy: null,
        last: action.last ?? unanswered,
        invited: null,
        wanting: null,
        asked: false,
      }
  }
}

/** How it stands, in one word: the most pressing. */
export type Stand =
  | 'none'
  | 'stopped'
  | 'revoked'
  | 'refused'
  | 'stalled'
  | 'running'
  | 'delivered'
  | 'empty'
  | 'stick'
  | 'waiting'

/** What is to be said first. Only `delivered` says that nothing is wanting. */
export function standOf(sync: SyncState): Stand {
  if (!sync.hub) return 'none'
  if (sync.stopped) return 'stopped'
  if (sync.revoked) return 'revoked'
  if (sync.refused) return 'refused'
  if (sync.stalled) return 'stalled'
  if (sync.delivered) return 'delivered'
  if (sync.running) return 'running'
  if (sync.waiting === 0) return 'empty'
  return sync.hub.address === null ? 'stick' : 'waiting'
}
