/** What each key of the keyboard means in the lane. */
import type { Decision } from '../../../shared/domain/crossing/crossing.ts'
import type { Form } from './desk-state.ts'

export type LaneDeed =
  | { kind: 'decide'; decision: Decision }
  /** The reason on this digit. */
  | { kind: 'reason'; digit: string }
  /** To the traveller one row up or down. */
  | { kind: 'row'; step: -1 | 1 }
  | { kind: Simple }

type Simple =
  | 'details'
  | 'return'
  | 'picture'
  | 'clock'
  | 'camera'
  | 'theme'
  | 'language'
  | 'records'
  | 'leave'
  | 'turn'
  | 'next'
  | 'same-person'
  | 'undo'
  | 'press'

/** Where the keyboard is: a field has the focus, or a form is open. */
export interface KeySituation {
  inField: boolean
  form: Form | null
}

const anywhere: Readonly<Record<string, LaneDeed>> = {
  F1: { kind: 'decide', decision: 'admitted' },
  F2: { kind: 'decide', decision: 'refused' },
  F3: { kind: 'decide', decision: 'referred' },
  F4: { kind: 'details' },
  F5: { kind: 'return' },
  F6: { kind: 'picture' },
  F7: { kind: 'clock' },
  F8: { kind: 'camera' },
  F9: { kind: 'theme' },
  F10: { kind: 'language' },
  F12: { kind: 'records' },
  'Ctrl+F': { kind: 'records' },
  Escape: { kind: 'leave' },
}

/** Keys that a field needs for itself. */
const outsideFields: Readonly<Record<string, LaneDeed>> = {
  Home: { kind: 'turn' },
  '+': { kind: 'next' },
  '=': { kind: 'same-person' },
  Backspace: { kind: 'undo' },
  ArrowUp: { kind: 'row', step: -1 },
  ArrowDown: { kind: 'row', step: 1 },
  ' ': { kind: 'press' },
}

/** The meaning of a key; null where it has none and belongs to the page. */
export function deedOf(key: string, { inField, form }: KeySituation): LaneDeed | null {
  if (Object.hasOwn(anywhere, key)) return anywhere[key] ?? null
  if (inField) return null
  if (form?.kind === 'reason' && /^\d$/.test(key)) return { kind: 'reason', digit: key }
  return Object.hasOwn(outsideFields, key) ? (outsideFields[key] ?? null) : null
}
