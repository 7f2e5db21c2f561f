/** Opens the kiosk's window on the page. */
import { BrowserWindow } from 'electron'
import { swallows } from './key-rule.ts'
import { origin } from './origin.ts'
import { windowOptions } from './window-options.ts'

/** Opens the window and begins to load the page; it shows itself once there is something to see. */
export function openKioskWindow(preload: string, packaged: boolean): BrowserWindow {
  const window = new BrowserWindow(windowOptions(preload, packaged))
  window.removeMenu()
  window.webContents.setIgnoreMenuShortcuts(true)
  window.webContents.on('before-input-event', (event, key) => {
    if (swallows(key, packaged)) event.preventDefault()
  })
  // Pinching on a touch screen must not push the verdict off it.
  void window.webContents.setVisualZoomLevelLimits(1, 1)
  window.once('ready-to-show', () => window.show())
  return window
}

/** The address of the page. */
export const pageAddress = `${origin}/`
