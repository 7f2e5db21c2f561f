/** How an installed browser is opened as the kiosk's window. */

/**
 * The arguments that open `address` as a window of its own. The browser gets its own user data folder, so that it is a
 * separate process that ends with its window, remembers the camera, and shares nothing with the officer's browser. As
 * root Chromium refuses to start with its sandbox.
 */
export function browserArguments(address: string, userData: string, root: boolean): string[] {
  return [
    `--app=${address}`,
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
