/** The permission table, and it has one line: the camera, for our own page's main frame. */
import { isKioskUrl } from './origin.ts'

/** What is asked for, as Electron's two handlers describe it. `media`: the kinds of media, none known is none. */
export interface PermissionQuestion {
  permission: string
  media: readonly string[]
  /** The asking frame's address or origin. */
  url: string | undefined
  isMainFrame: boolean
}

/** Whether to grant it. */
export function grants({ permission, media, url, isMainFrame }: PermissionQuestion): boolean {
  return (
    permission === 'media' &&
    media.length > 0 &&
    media.every((kind) => kind === 'video') &&
    isMainFrame &&
    isKioskUrl(url)
  )
}
