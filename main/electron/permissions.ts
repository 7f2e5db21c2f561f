/** Wires the permission table into a session. */
import type { Session } from 'electron'
import { grants } from './permission-rule.ts'

/**
 * Chromium asks the check handler first and the request handler then, so both are needed. Devices (serial, HID, USB)
 * have a handler of their own, and get nothing.
 */
export function setUpPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    answer(grants({ permission, media, url: details.requestingUrl, isMainFrame: details.isMainFrame }))
  })
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) => {
    const media = details.mediaType === undefined ? [] : [details.mediaType]
    return grants({ permission, media, url: requestingOrigin, isMainFrame: details.isMainFrame })
  })
  session.setDevicePermissionHandler(() => false)
}
