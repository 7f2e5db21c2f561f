/** Asks the browser for a camera, and says in our words why there is none. */

/** Why there is no picture. */
export type CameraProblem = 'missing' | 'denied' | 'busy' | 'lost'

/** A camera that can be chosen. */
export interface CameraDevice {
  id: string
  label: string
}

/** 1280×720: enough for a dense code, and decoded in a few milliseconds. */
const size = { width: { ideal: 1280 }, height: { ideal: 720 } }

/** Opens the wanted camera (a `deviceId`), or any where it is not there. */
export async function openCamera(wanted: string | null): Promise<MediaStream | CameraProblem> {
  // Without a secure context there are no media devices at all.
  if (!('mediaDevices' in navigator)) return 'denied'
  if (wanted === null) return open(size)
  const chosen = await open({ ...size, deviceId: { exact: wanted } })
  return chosen === 'missing' ? open(size) : chosen
}

async function open(video: MediaTrackConstraints): Promise<MediaStream | CameraProblem> {
  try {
    return await navigator.mediaDevices.getUserMedia({ video, audio: false })
  } catch (error) {
    return problemOf(error instanceof Error ? error.name : '')
  }
}

/** The problem that an error of getUserMedia stands for, by its name (Media Capture and Streams §10.2). */
export function problemOf(name: string): CameraProblem {
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied'
    case 'NotReadableError':
    case 'AbortError':
      return 'busy'
    default:
      return 'missing'
  }
}

/** The cameras there are. Labels are empty until the camera has been allowed once. */
export async function listCameras(): Promise<CameraDevice[]> {
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices.filter(({ kind }) => kind === 'videoinput').map(({ deviceId, label }) => ({ id: deviceId, label }))
}
