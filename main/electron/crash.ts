/** A kiosk mends itself: no dialog, for nobody may be there to answer it. */
import { setTimeout as wait } from 'node:timers/promises'
import type { App, BrowserWindow } from 'electron'
import { isCrash, remedyFor } from './crash-rule.ts'

/** Starts the program over. */
export function relaunch(app: App): void {
  app.relaunch()
  app.exit(1)
}

/** Loads the page again when its process dies, and starts the program over when that does not help. */
export function mendWindow(app: App, window: BrowserWindow, log: (line: string) => void): void {
  const crashes: number[] = []
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (!isCrash(reason)) return
    const now = Date.now()
    crashes.push(now)
    const remedy = remedyFor(crashes, now)
    log(`The page ended: ${reason}, status ${exitCode}; ${remedy.do}.`)
    if (remedy.do === 'relaunch') relaunch(app)
    else void wait(remedy.delay).then(() => void (window.isDestroyed() || window.webContents.reload()))
  })
  window.webContents.on('preload-error', (_event, file, error) => log(`${file}: ${error.message}`))
  window.on('unresponsive', () => log('The page does not answer.'))
}

/** Logs what the main process itself did not catch, and starts over: what it left behind cannot be trusted. */
export function mendProcess(app: App, log: (line: string) => void): void {
  const failed = (error: unknown): void => {
    log(error instanceof Error ? (error.stack ?? error.message) : String(error))
    relaunch(app)
  }
  process.on('uncaughtException', failed)
  process.on('unhandledRejection', failed)
  app.on('child-process-gone', (_event, { type, reason }) => log(`A ${type} process ended: ${reason}.`))
}
