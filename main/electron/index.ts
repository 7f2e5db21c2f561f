/**
 * The Electron shell's composition root. The order matters: the lock before anything is opened, scheme and sandbox
 * before the program is ready, the guards before there is a page to guard against.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app, dialog, ipcMain, Menu, powerSaveBlocker, protocol, safeStorage, session } from 'electron'
import ElectronStore from 'electron-store'
import { serve } from '../../shared/rpc/serve.ts'
import { openApp, profileFolder, type App } from '../app.ts'
import { openingSentence, openSecrets, openSettings, readPageFiles, type PageFiles } from '../shell/index.ts'
import { registerScheme, serveScheme } from './app-protocol.ts'
import { mendProcess, mendWindow } from './crash.ts'
import { ipcWire } from './ipc-wire.ts'
import { openLog } from './log.ts'
import { setUpNavigation } from './navigation.ts'
import { setUpPermissions } from './permissions.ts'
import { profileArgument } from './profile-argument.ts'
import { systemSeal } from './system-seal.ts'
import { openKioskWindow, pageAddress } from './window.ts'

const profile = resolve(profileArgument(process.argv) ?? profileFolder(process.env))
const log = openLog(profile)

// The lock belongs to this folder, so each profile has its own. Electron takes only one that exists.
const userData = join(profile, 'electron')
mkdirSync(userData, { recursive: true })
app.setPath('userData', userData)
if (app.requestSingleInstanceLock()) void run()
else app.exit(0)

async function run(): Promise<void> {
  mendProcess(app, log)
  registerScheme(protocol)
  app.enableSandbox()
  await app.whenReady()
  Menu.setApplicationMenu(null)

  const opened = await open()
  if (opened === null) return app.exit(1)
  setUpPermissions(session.defaultSession)
  setUpNavigation(app, session.defaultSession)
  serveScheme(protocol, opened.files)
  powerSaveBlocker.start('prevent-display-sleep')

  const window = openKioskWindow(join(import.meta.dirname, 'preload.cjs'), app.isPackaged)
  mendWindow(app, window, log)
  const served = serve(ipcWire(ipcMain, window.webContents, log), opened.app.handlers, {
    caller: () => opened.app.caller(),
    onFault: (fault) => log(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)),
  })
  opened.app.subscribe(served.emit)

  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', () => opened.app.close())
  await window.loadURL(pageAddress)
}

/** Opens the page and the profile. A person started the program and is there, so a refusal is shown in a box. */
async function open(): Promise<{ app: App; files: PageFiles } | null> {
  const settings = openSettings((options) => new ElectronStore({ ...options, name: 'settings' }), profile, log)
  try {
    const files = readPageFiles(join(import.meta.dirname, '..', 'renderer'))
    const passphrase = process.env['CHOT_PASSPHRASE'] ?? null
    const secrets = openSecrets({
      profile,
      passphrase: async () => passphrase,
      missing: { makeWith: passphrase },
      system: systemSeal(safeStorage, process.platform, log),
    })
    const ports = { now: Date.now, settings, secrets, log }
    return { files, app: await openApp({ profile, version: app.getVersion(), ports }) }
  } catch (error) {
    const sentence = openingSentence(error, profile)
    if (sentence === null) throw error
    log(sentence)
    dialog.showErrorBox('Chốt', sentence)
    return null
  }
}
