/** What the page alone can see of what a checkpoint stands on: whether the camera delivers, whether the scanner has read. */
import type { Check } from '../../../../shared/contract/set-up.ts'
import type { Readings } from '../../../frame/scans/use-scans.ts'
import type { CameraView } from '../../../scanner/camera/use-camera.ts'
import type { MessageKey } from '../../../i18n/catalogue.ts'
import type { FindingValues } from '../../../../shared/domain/finding/verdict.ts'

export interface PageCheck {
  what: 'camera' | 'scanner'
  state: Check['state']
  message: MessageKey
  values: FindingValues
}

/** The camera: is one there, is it allowed, does it deliver a picture, are codes read in it. */
export function cameraCheck(view: Pick<CameraView, 'state' | 'readerBroken'>, { camera }: Readings): PageCheck {
  const check = { what: 'camera' as const, values: {} }
  if (view.readerBroken) return { ...check, state: 'bad', message: 'camera.reader' }
  if (view.state === 'starting') return { ...check, state: 'look', message: 'camera.starting' }
  if (view.state !== 'live') return { ...check, state: 'bad', message: `camera.${view.state}` }
  if (camera === undefined) return { ...check, state: 'good', message: 'setUp.camera.live' }
  return { what: 'camera', state: 'good', message: 'setUp.camera.read', values: { readAt: camera } }
}

/** The scanner is a keyboard: nobody knows of it before it types. */
export function scannerCheck({ scanner }: Readings): PageCheck {
  if (scanner === undefined) return { what: 'scanner', state: 'look', message: 'setUp.scanner.silent', values: {} }
  return { what: 'scanner', state: 'good', message: 'setUp.scanner.read', values: { readAt: scanner } }
}
