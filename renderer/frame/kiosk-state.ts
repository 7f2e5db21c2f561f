/** What the screen knows of the kiosk behind it: one pure function. Everything that touches the world is in use-kiosk.ts. */
import type { ShownCrossing } from '../../shared/contract/crossing-schemas.ts'
import type { Session } from '../../shared/contract/officers.ts'
import type { Day, Kiosk, Settings, Standing } from '../../shared/contract/schemas.ts'
import type { LinkState } from '../rpc/link.ts'

/**
 * How far a person has come in saying that a doubted clock is right. `asked`: once more is needed; `done` until the
 * next scan.
 */
export type ClockConfirmation = 'none' | 'asked' | 'done' | 'failed'

export interface KioskState {
  link: LinkState
  /** Null until the program has told. */
  kiosk: Kiosk | null
  /** The crossing being built, as the program behind the screen has it. */
  crossing: ShownCrossing | null
  settings: Settings
  /** The last choice of a setting could not be stored. */
  settingsFailed: boolean
  clockConfirmation: ClockConfirmation
}

export type KioskAction =
  | { kind: 'link-changed'; link: LinkState }
  | { kind: 'kiosk-read'; kiosk: Kiosk }
  | { kind: 'day-changed'; day: Day }
  | { kind: 'standing-changed'; standing: Standing }
  | { kind: 'session-changed'; session: Session }
  | { kind: 'renamed'; checkpoint: Kiosk['checkpoint'] }
  | { kind: 'crossing-changed'; crossing: ShownCrossing }
  | { kind: 'settings-chosen'; settings: Partial<Settings> }
  | { kind: 'settings-stored'; stored: boolean }
  | { kind: 'clock-asked' }
  /** The second press did not come. */
  | { kind: 'clock-unanswered' }
  | { kind: 'clock-confirmed'; standing: Standing }
  | { kind: 'clock-failed' }
  /** A code was scanned: what was said of the clock has been read. */
  | { kind: 'scanned' }

export const unknownKiosk: KioskState = {
  link: 'connecting',
  kiosk: null,
  crossing: null,
  settings: { language: 'vi', theme: 'auto', camera: null, scannerPrefix: '' },
  settingsFailed: false,
  clockConfirmation: 'none',
}

/** The state after `action`. */
export function reduceKiosk(state: KioskState, action: KioskAction): KioskState {
  switch (action.kind) {
    case 'link-changed':
      return { ...state, link: action.link }
    case 'kiosk-read': {
      const { kiosk } = action
      return { ...state, kiosk, settings: kiosk.settings, crossing: kiosk.crossing }
    }
    case 'day-changed':
      return state.kiosk ? { ...state, kiosk: { ...state.kiosk, day: action.day } } : state
    case 'standing-changed':
      return withStanding(state, action.standing)
    case 'session-changed':
      return state.kiosk ? { ...state, kiosk: { ...state.kiosk, session: action.session } } : state
    case 'renamed':
      return state.kiosk ? { ...state, kiosk: { ...state.kiosk, checkpoint: action.checkpoint } } : state
    case 'crossing-changed':
      return { ...state, crossing: action.crossing }
    case 'settings-chosen':
      return { ...state, settings: { ...state.settings, ...action.settings } }
    case 'settings-stored':
      return { ...state, settingsFailed: !action.stored }
    case 'clock-asked':
      return canConfirm(state.kiosk?.standing) ? { ...state, clockConfirmation: 'asked' } : state
    case 'clock-unanswered':
      return state.clockConfirmation === 'asked' ? { ...state, clockConfirmation: 'none' } : state
    case 'clock-confirmed':
      return {
        ...withStanding(state, action.standing),
        clockConfirmation: canConfirm(action.standing) ? 'failed' : 'done',
      }
    case 'clock-failed':
      return { ...state, clockConfirmation: 'failed' }
    case 'scanned':
      return state.clockConfirmation === 'asked' ? state : { ...state, clockConfirmation: 'none' }
  }
}

/** A person can vouch for the time on the clock; a wrong zone is to be set right. */
export function canConfirm(standing: Standing | undefined): boolean {
  const doubt = standing?.clock.doubt ?? null
  return doubt !== null && doubt !== 'other-zone'
}

function withStanding(state: KioskState, standing: Standing): KioskState {
  return state.kiosk ? { ...state, kiosk: { ...state.kiosk, standing } } : state
}
