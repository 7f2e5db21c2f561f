/** How an installed browser is opened as the kiosk's window. */
import type { WindowFolder } from './window-folder.ts'

/**
 * The arguments that open a window of its own. The browser gets its own user data folder, so that it is a separate
 * process that ends with its window, and shares nothing with the officer's browser or with the window before. None of
 * them is secret: every user of the machine can read them. As root Chromium refuses to start with its sandbox.
 */
export function browserArguments(
  { entrance, userData }: Pick<WindowFolder, 'entrance' | 'userData'>,
  root: boolean,
): string[] {
  return [
    `--app=${entrance}`,
    `--user-data-dir=${userData}`,
    '--window-size=1366,768',
    '--window-position=0,0',
    '--autoplay-policy=no-user-gesture-required',
    '--auto-accept-camera-and-microphone-capture',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--password-store=basic',
    ...(root ? ['--no-sandbox'] : []),
  ]
}
