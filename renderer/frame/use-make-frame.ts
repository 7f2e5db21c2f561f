/** Puts the frame together: kiosk, scans, camera, pictures and the way between rooms. */
import { useCallback, useReducer, useState, type Dispatch } from 'react'
import type { Keyboard } from '../keys/keyboard.tsx'
import type { Link } from '../rpc/link.ts'
import { nextCamera, useCamera } from '../scanner/camera/use-camera.ts'
import { newCameraElement } from './camera-picture.tsx'
import { useLesson } from './lesson/use-lesson.ts'
import { atLane, reducePlace, type PlaceAction, type RoomName } from './place-state.ts'
import { useScans } from './scans/use-scans.ts'
import { callerOf } from './session/caller.ts'
import { useSignIn } from './session/use-sign-in.ts'
import { useTouches } from './session/use-touches.ts'
import type { Frame } from './use-frame.ts'
import { useListening } from './use-keyboard.ts'
import { useKiosk } from './use-kiosk.ts'
import { usePictures } from './use-pictures.ts'
import { useReturn } from './use-return.ts'

export function useMakeFrame(link: Link, keyboard: Keyboard): { frame: Frame; place: Dispatch<PlaceAction> } {
  const kiosk = useKiosk(link)
  const [place, dispatch] = useReducer(reducePlace, atLane)
  const { room } = place
  const toLane = useCallback(() => dispatch({ kind: 'went', room: 'lane' }), [])
  const session = kiosk.state.kiosk?.session ?? null
  const signIn = useSignIn(link, session)
  const go: Frame['go'] = (to, shown) => {
    dispatch({ kind: 'went', room: to, ...(shown === undefined ? {} : { shown }) })
    // What a chip or a line leads to is shown to somebody who answers for it: they say who they are, and are there.
    if (shown !== undefined && session !== null && callerOf(session) === 'nobody' && signIn.state.step === 'closed')
      signIn.toggle()
  }
  const scans = useScans({
    link,
    room,
    session: callerOf(session),
    newestCrossing: kiosk.newestCrossing,
    go,
    scanned: () => kiosk.dispatch({ kind: 'scanned' }),
    onBadge: session?.claimed === true ? signIn.badge : null,
  })
  const { settings } = kiosk.state
  useListening(keyboard, settings.scannerPrefix, ({ text, fault }) =>
    fault ? scans.misread(fault) : void scans.take(text, 'scanner'),
  )
  const pictures = usePictures(scans)
  const lesson = useLesson({
    link,
    practice: kiosk.state.kiosk?.mode === 'practice',
    crossing: kiosk.state.crossing,
    scan: (text) => void scans.take(text, 'scanner'),
    toLane,
  })

  const [video] = useState(newCameraElement)
  const wanted = kiosk.state.kiosk ? settings.camera : undefined
  const view = useCamera(video, wanted, (text, timing) => void scans.take(text, 'camera', timing))
  const other = nextCamera(view)
  const turn = other === null ? null : (): void => kiosk.choose({ camera: other })

  const [kept, keep] = useState<RoomName | null>(null)
  const { hold, held } = useReturn(room, toLane)
  useTouches(link, session?.who != null && !session.asleep, held, scans.count)
  const { dispatch: tellScans } = scans
  const endVerdict = useCallback<Frame['endVerdict']>((why) => tellScans({ kind: why }), [tellScans])

  const { dispatch: tellKiosk } = kiosk
  const rename = useCallback<Frame['rename']>((checkpoint) => tellKiosk({ kind: 'renamed', checkpoint }), [tellKiosk])

  const frame: Frame = {
    kiosk: kiosk.state,
    scan: scans.state,
    readings: scans.readings,
    signIn,
    lesson,
    trying: scans.trying,
    place,
    camera: { video, view, turn },
    pictures,
    go,
    choose: kiosk.choose,
    confirmClock: kiosk.confirmClock,
    readSession: kiosk.readSession,
    rename,
    takeCrossing: kiosk.takeCrossing,
    newestCrossing: kiosk.newestCrossing,
    endVerdict,
    arm: scans.arm,
    beforeScan: scans.beforeScan,
    onCommand: scans.onCommand,
    hear: scans.hear,
    kept,
    keep,
    hold,
  }
  return { frame, place: dispatch }
}
