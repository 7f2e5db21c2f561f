/**
 * What a scanned code does: one table of its kind, the room that is shown and whose session it is. A result is always
 * verified, and brings the lane back; nothing that a stranger can print opens, signs in or decides anything.
 */
import type { Caller } from '../../../shared/contract/role.ts'
import type { RoomName } from '../place-state.ts'
import type { ScanKind } from './scan-kind.ts'

/** Codes of this product that a room of their own takes. */
export type RoomScan = 'export' | 'enrolment' | 'doctor'

/** Codes of this product that do nothing where they were scanned. */
export type InertScan = 'badge' | RoomScan

export type ScanRoute =
  /** It is verified and recorded. `turn`: the lane is shown for it. `obeyed`: a command that is marked may be done. */
  | { to: 'lane'; turn: boolean; obeyed: boolean }
  /** The field that is armed for it takes it; nothing is verified. */
  | { to: 'field' }
  /** The room that is shown takes it, and asks before it does anything. `what`: what was scanned. */
  | { to: 'room'; what: RoomScan }
  /** It belongs to another room, which is shown and takes it as if it had been scanned there. */
  | { to: 'other-room'; what: RoomScan; room: RoomName }
  /** It shows that the camera or the scanner reads, and nothing else comes of it. */
  | { to: 'trial'; what: ScanKind }
  /** It names an officer, who is asked for the PIN: to sign in, or to take over from who is signed in. */
  | { to: 'sign-in' }
  | { to: 'nowhere'; what: InertScan }

/** Where one is when a code is scanned. */
export interface ScanPlace {
  room: RoomName
  session: Caller
  /** A field waits for somebody's card. */
  armed: boolean
  /** Camera and scanner of a practice kiosk are being tried: whatever is scanned is about them, and about nobody. */
  tried: boolean
}

/** Where a code of a kind goes. */
export function routeOf(kind: ScanKind, { room, session, armed, tried }: ScanPlace): ScanRoute {
  if (tried) return { to: 'trial', what: kind }
  switch (kind) {
    case 'result':
      return { to: 'lane', turn: true, obeyed: false }
    case 'card':
      return armed ? { to: 'field' } : { to: 'lane', turn: true, obeyed: false }
    case 'command':
      // Elsewhere it is what any code is that cannot be read: on record, and without effect.
      return { to: 'lane', turn: false, obeyed: room === 'lane' }
    case 'badge':
      return { to: 'sign-in' }
    case 'export':
      return room === 'reports' ? { to: 'room', what: kind } : { to: 'nowhere', what: kind }
    case 'enrolment':
      if (session !== 'it' && session !== 'unclaimed') return { to: 'nowhere', what: kind }
      if (room === 'set-up') return { to: 'other-room', what: kind, room: 'sync' }
      return room === 'sync' ? { to: 'room', what: kind } : { to: 'nowhere', what: kind }
    case 'doctor':
      return room === 'set-up' ? { to: 'room', what: kind } : { to: 'nowhere', what: kind }
    case 'other':
      // A poster in the camera's picture takes nobody out of the room they work in.
      return { to: 'lane', turn: false, obeyed: false }
  }
}
