/** The running camera as a component sees it. */
import { useEffect, useEffectEvent, useState } from 'react'
import type { FrameTiming } from '../scan-timing.ts'
import type { Advice } from './coaching.ts'
import type { CameraDevice } from './open-camera.ts'
import { runCamera, type CameraState } from './run-camera.ts'

export interface CameraView {
  state: CameraState
  advice: Advice | 'read'
  readerBroken: boolean
  devices: CameraDevice[]
  /** `deviceId` of the camera whose picture is shown. */
  current: string | null
}

const dark: CameraView = { state: 'starting', advice: 'aim', readerBroken: false, devices: [], current: null }

/** Runs the camera in `video`. `wanted`: a `deviceId`, null for any, undefined while it is not known yet. */
export function useCamera(
  video: HTMLVideoElement,
  wanted: string | null | undefined,
  onCode: (text: string, timing: FrameTiming) => void,
): CameraView {
  const [view, setView] = useState(dark)
  const code = useEffectEvent(onCode)

  useEffect(() => {
    if (wanted === undefined) return
    const stop = new AbortController()
    /** Sets one part, and renders only when it is a change: the camera reports with every frame. */
    const set = <K extends keyof CameraView>(part: K, value: CameraView[K]): void =>
      setView((before) => (before[part] === value ? before : { ...before, [part]: value }))
    void runCamera(
      video,
      wanted,
      {
        state: (state) => set('state', state),
        devices(devices, current) {
          set('devices', devices)
          set('current', current)
        },
        code: (text, timing) => code(text, timing),
        advice: (advice) => set('advice', advice),
        reader: (broken) => set('readerBroken', broken),
      },
      stop.signal,
    )
    return () => stop.abort()
  }, [video, wanted])

  return view
}

/** The camera after the present one, by its `deviceId`; null where there is no other. */
export function nextCamera({ devices, current }: CameraView): string | null {
  if (devices.length < 2) return null
  const index = devices.findIndex(({ id }) => id === current)
  return devices[(index + 1) % devices.length]?.id ?? null
}
