/** How the kiosk's window is made. */
import type { BrowserWindowConstructorOptions } from 'electron'

/**
 * The window's options. `packaged`: installed at a checkpoint, so it fills the screen and has no developer tools; else
 * it is an ordinary window of the size of a checkpoint's laptop. `preload` is the preload script's file.
 */
export function windowOptions(preload: string, packaged: boolean): BrowserWindowConstructorOptions {
  return {
    width: 1366,
    height: 768,
    kiosk: packaged,
    show: false,
    title: 'Chốt',
    // The page's own ground at night, so that opening it does not dazzle.
    backgroundColor: '#0b0f14',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      devTools: !packaged,
      spellcheck: false,
      navigateOnDragDrop: false,
      // A queue waits while the window is covered too.
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  }
}
