/** The room of officers, as far as somebody has come in it: one pure function. */
import type { AccountLine, OfficersChanged, OfficersRefusal } from '../../../shared/contract/officers.ts'
import type { Who } from '../../../shared/ledger/officers.ts'

/** What may be done to who is an officer. */
export type OfficersDeed = 'appoint' | 'change' | 'renew' | 'remove' | 'unlock'

/** A form that is open. */
export type OfficersTask = { kind: 'appoint' } | { kind: 'change' | 'renew'; of: AccountLine }

/** Why something was not done. `unanswered`: nobody knows whether it was. */
export type Refused = OfficersRefusal | 'disk-full' | 'read-only' | 'unanswered'

/** What is shown only once: somebody's badge, or that the kiosk has its first officer. */
export interface Given {
  who: Who
  /** The badge's text; null where there is none. */
  badge: string | null
  /** They are the first of this kiosk. */
  first: boolean
  printed: boolean
  /** It was to be put away unprinted; once more is needed. */
  asked: boolean
}

export interface OfficersState {
  list: readonly AccountLine[] | 'asked' | 'failed'
  /** The number of whom the keys are about. */
  chosen: string | null
  task: OfficersTask | null
  /** Whom the key for removing was pressed for; once more is needed. */
  removing: string | null
  busy: boolean
  refused: Refused | null
  /** What was done last, until something else is begun. */
  done: { deed: OfficersDeed; who: Who } | null
  given: Given | null
}

export type OfficersAction =
  | { kind: 'listed'; list: readonly AccountLine[] }
  | { kind: 'unlisted' }
  | { kind: 'chosen'; number: string }
  /** The arrows. */
  | { kind: 'moved'; step: -1 | 1 }
  | { kind: 'began'; task: 'appoint' | 'change' | 'renew' }
  /** A form is left, or the second press did not come. */
  | { kind: 'left' }
  | { kind: 'remove-pressed' }
  /** Something is typed: what was said of the last try has been read. */
  | { kind: 'typed' }
  | { kind: 'sent' }
  | { kind: 'answered'; deed: OfficersDeed; who: Who; answer: OfficersChanged; first: boolean }
  | { kind: 'unanswered' }
  | { kind: 'printed' }
  /** The key that puts a badge away. */
  | { kind: 'put-away' }

export const unreadOfficers: OfficersState = {
  list: 'asked',
  chosen: null,
  task: null,
  removing: null,
  busy: false,
  refused: null,
  done: null,
  given: null,
}

/** Whom the keys are about; null: nobody. */
export function chosenOf({ list, chosen }: Pick<OfficersState, 'list' | 'chosen'>): AccountLine | null {
  return typeof list === 'string' ? null : (list.find(({ number }) => number === chosen) ?? null)
}

/** Is there one supervisor alone, who has nobody to give them another PIN? */
export const hasOneSupervisor = ({ list }: Pick<OfficersState, 'list'>): boolean =>
  typeof list !== 'string' && list.filter(({ role, removed }) => role === 'supervisor' && !removed).length === 1

const quiet = { removing: null, refused: null, done: null } as const

/** The state after `action`. */
export function reduceOfficers(state: OfficersState, action: OfficersAction): OfficersState {
  switch (action.kind) {
    case 'listed':
      return withList(state, action.list)
    case 'unlisted':
      return typeof state.list === 'string' ? { ...state, list: 'failed' } : state
    case 'chosen':
      return { ...state, ...quiet, chosen: action.number }
    case 'moved':
      return moved(state, action.step)
    case 'began':
      return began(state, action.task)
    case 'left':
      return { ...state, removing: null, ...(state.busy ? {} : { task: null, refused: null }) }
    case 'remove-pressed':
      return { ...state, ...quiet, removing: state.chosen }
    case 'typed':
      return state.refused === null ? state : { ...state, refused: null }
    case 'sent':
      return { ...state, ...quiet, busy: true }
    case 'answered':
      return answered({ ...state, busy: false }, action)
    case 'unanswered':
      return { ...state, busy: false, refused: 'unanswered' }
    case 'printed':
      return state.given ? { ...state, given: { ...state.given, printed: true, asked: false } } : state
    case 'put-away':
      return putAway(state)
  }
}

/** Whoever was chosen stays so; else it is the first. */
function withList(state: OfficersState, list: readonly AccountLine[]): OfficersState {
  const chosen = list.find(({ number }) => number === state.chosen) ?? list[0]
  return { ...state, list, chosen: chosen?.number ?? null }
}

function moved(state: OfficersState, step: -1 | 1): OfficersState {
  const { list, chosen } = state
  if (typeof list === 'string') return state
  const at = list.findIndex(({ number }) => number === chosen)
  const next = list[Math.min(Math.max(at + step, 0), list.length - 1)]
  return { ...state, ...quiet, chosen: next?.number ?? null }
}

function began(state: OfficersState, kind: OfficersTask['kind']): OfficersState {
  if (state.busy) return state
  if (kind === 'appoint') return { ...state, ...quiet, task: { kind } }
  const of = chosenOf(state)
  return of && !of.removed ? { ...state, ...quiet, task: { kind, of } } : state
}

function answered(state: OfficersState, action: Extract<OfficersAction, { kind: 'answered' }>): OfficersState {
  const { deed, who, answer, first } = action
  if (!answer.ok) {
    const { why, code } = answer
    return { ...state, refused: code === 'disk-full' || code === 'read-only' ? code : why }
  }
  const { badge, officers } = answer
  const shown = badge !== null || first
  return {
    ...withList({ ...state, chosen: who.number }, officers),
    task: null,
    refused: null,
    done: { deed, who },
    given: shown ? { who, badge, first, printed: false, asked: false } : null,
  }
}

function putAway(state: OfficersState): OfficersState {
  const { given } = state
  if (!given) return state
  const asks = given.badge !== null && !given.printed && !given.asked
  return { ...state, given: asks ? { ...given, asked: true } : null }
}
