/** What the frame hands to the rooms: the kiosk, the last scan, the way between rooms, and what they may do to them. */
import { createContext, useContext, useEffect } from 'react'
import type { ShownCrossing } from '../../shared/contract/crossing-schemas.ts'
import type { Kiosk, Settings } from '../../shared/contract/schemas.ts'
import type { CameraView } from '../scanner/camera/use-camera.ts'
import type { KioskState } from './kiosk-state.ts'
import type { LessonRun } from './lesson/use-lesson.ts'
import type { PlaceState, RoomName, Shown } from './place-state.ts'
import type { ScanState } from './scans/scan-state.ts'
import type { Readings, Scans } from './scans/use-scans.ts'
import type { SigningIn } from './session/use-sign-in.ts'

export interface Frame {
  kiosk: KioskState
  scan: ScanState
  readings: Readings
  /** Coming, taking over and going. */
  signIn: SigningIn
  /** The guided lesson of a practice kiosk. */
  lesson: LessonRun
  /** Camera and scanner are being tried: whatever is scanned is the room's. */
  trying: boolean
  place: PlaceState
  camera: {
    /** Runs as long as the page, whatever shows it. */
    video: HTMLVideoElement
    view: CameraView
    /** Turns to the next camera; null where there is no other. */
    turn: (() => void) | null
  }
  /** Pictures of codes: `read` takes chosen files, `hovering` while one is held over the page. */
  pictures: { read: (files: File[]) => void; hovering: boolean }
  /** Goes to a room; `shown`: to show this. */
  go: (room: RoomName, shown?: Shown) => void
  choose: (settings: Partial<Settings>) => void
  confirmClock: () => void
  /** Asks whose session it is; resolves when that is shown. */
  readSession: () => Promise<void>
  /** The checkpoint has another name or lane from now on. */
  rename: (checkpoint: Kiosk['checkpoint']) => void
  takeCrossing: (crossing: ShownCrossing) => void
  newestCrossing: () => ShownCrossing | null
  /** The crossing was decided, or its people rearranged: the verdict that stands is no longer about it. */
  endVerdict: (why: 'decided' | 'outdated') => void
  arm: Scans['arm']
  beforeScan: Scans['beforeScan']
  onCommand: Scans['onCommand']
  hear: Scans['hear']
  /** The room that stays though whoever is there may no longer enter it: it shows what is shown only once. Null: none does. */
  kept: RoomName | null
  keep: (room: RoomName | null) => void
  /** Something is half filled or at work: the room stays, until the answer is called. */
  hold: () => () => void
}

const FrameContext = createContext<Frame | null>(null)

export const FrameProvider = FrameContext.Provider

/** The frame around the room. Throws outside of one. */
export function useFrame(): Frame {
  const frame = useContext(FrameContext)
  if (!frame) throw new Error('useFrame needs a frame around it')
  return frame
}

/** While something is half filled or at work, the room does not give way to the lane by itself. */
export function useHold(held: boolean): void {
  const { hold } = useFrame()
  useEffect(() => (held ? hold() : undefined), [hold, held])
}
