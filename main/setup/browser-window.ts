/** The kiosk's own window in an installed browser, with a folder of its own. */
import { browserArguments } from './browser-arguments.ts'
import { withoutSecrets } from './environment.mjs'
import { openWindow } from './open-window.ts'
import { sayUnwritable } from '../files/index.ts'
import { openWindowFolder, type WindowFolder } from './window-folder.ts'

/** An open window. */
export interface BrowserWindow {
  /** The browser's exit status; null where a signal ended it or it could not start. */
  closed: Promise<number | null>
  /** The window has entered: what it was opened on is of no use any more. */
  entered(): void
  /** Closes it, and resolves once it is closed and what it kept is gone. */
  close(): Promise<void>
}

/**
 * Opens `address` in `program`; a sentence in both languages where no disk takes what that needs.
 * @param root whether this process runs as root, where Chromium's sandbox does not work
 */
export function openBrowserWindow(
  program: string,
  { profile, address, root }: { profile: string; address: string; root: boolean },
): BrowserWindow | { refused: string } {
  let folder: WindowFolder
  try {
    folder = openWindowFolder(profile, address)
  } catch (error) {
    const refused = sayUnwritable(profile, String(error))
    if (refused === null) throw error
    return { refused }
  }
  const window = openWindow(program, browserArguments(folder, root), withoutSecrets(process.env))
  return {
    closed: window.closed,
    entered: () => folder.shut(),
    async close() {
      window.close()
      await window.closed
      folder.remove()
    },
  }
}
