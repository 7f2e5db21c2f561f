/** Keeps a camera picture running and read: opens it, watches it, and opens it again whenever it is lost. */
import { openDecoder } from '../decoder/decoder.ts'
import { measureDecode, type FrameTiming } from '../scan-timing.ts'
import type { Advice } from './coaching.ts'
import { pumpFrames } from './frames.ts'
import { listCameras, openCamera, type CameraDevice, type CameraProblem } from './open-camera.ts'
import { sight, type Sightings } from './sightings.ts'

export type CameraState = 'starting' | 'live' | CameraProblem

/** What the camera has to tell. */
export interface CameraHearer {
  state: (state: CameraState) => void
  /** The cameras there are, and which one (its `id`) gives the picture. */
  devices: (devices: CameraDevice[], current: string | null) => void
  /** A code that was not in the picture before. */
  code: (text: string, timing: FrameTiming) => void
  advice: (advice: Advice | 'read') => void
  /** The decoding worker fails, or works again. */
  reader: (broken: boolean) => void
}

/** Pause before a camera that could not be opened is tried again. Milliseconds. */
const retryAfter = 3_000

/** A visible picture that stands still for this long (milliseconds) is lost, whatever the device says. */
const frozenAfter = 4_000

/** Shows and reads the camera in `video` until `stop` is aborted. `wanted`: a `deviceId`, or null for any. */
export async function runCamera(
  video: HTMLVideoElement,
  wanted: string | null,
  hearer: CameraHearer,
  stop: AbortSignal,
): Promise<void> {
  const decoder = openDecoder()
  stop.addEventListener('abort', () => decoder.close())
  hearer.state('starting')
  let seen: Sightings = new Map()

  while (!stop.aborted) {
    const opened = await openCamera(wanted)
    if (typeof opened === 'string') {
      if (!stop.aborted) hearer.state(opened)
      await changeOrPause(stop)
      continue
    }
    const session = new AbortController()
    const live = AbortSignal.any([stop, session.signal])
    let lastFrame = performance.now()
    video.srcObject = opened
    // Interrupted when the element is given another stream; then this session is over anyway.
    await video.play().catch(() => undefined)
    pumpFrames(
      video,
      decoder,
      {
        arrived: () => (lastFrame = performance.now()),
        broke: hearer.reader,
        read({ texts, advice, decodeMs }, frameAt) {
          measureDecode({ frameAt, decodeMs })
          const sighted = sight(seen, texts, frameAt)
          seen = sighted.seen
          for (const text of sighted.fresh) hearer.code(text, { frameAt, decodeMs })
          if (texts.length > 0) hearer.advice('read')
          else if (advice) hearer.advice(advice)
        },
      },
      live,
    )
    if (!live.aborted) hearer.state('live')
    await tellDevices(opened, hearer)
    await ended(opened, () => performance.now() - lastFrame, live)
    session.abort()
    for (const track of opened.getTracks()) track.stop()
    if (!stop.aborted) hearer.state('lost')
  }
}

async function tellDevices(stream: MediaStream, hearer: CameraHearer): Promise<void> {
  const devices = await listCameras().catch(() => [])
  hearer.devices(devices, stream.getVideoTracks()[0]?.getSettings().deviceId ?? null)
}

/** Resolves when the device is unplugged, the picture freezes, or `live` is aborted. */
function ended(stream: MediaStream, sinceFrame: () => number, live: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      if (document.visibilityState === 'visible' && sinceFrame() > frozenAfter) finish()
    }, frozenAfter / 4)
    const finish = (): void => {
      clearInterval(watch)
      resolve()
    }
    if (live.aborted) return finish()
    for (const track of stream.getVideoTracks()) track.addEventListener('ended', finish, { signal: live })
    live.addEventListener('abort', finish)
  })
}

/** Resolves when a device comes or goes, after a pause, or when `stop` is aborted. */
function changeOrPause(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const heard = new AbortController()
    const finish = (): void => {
      clearTimeout(timer)
      heard.abort()
      resolve()
    }
    const timer = setTimeout(finish, retryAfter)
    stop.addEventListener('abort', finish, { signal: heard.signal })
    if ('mediaDevices' in navigator) {
      navigator.mediaDevices.addEventListener('devicechange', finish, { signal: heard.signal })
    }
  })
}
