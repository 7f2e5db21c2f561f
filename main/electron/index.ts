/**
 * The Electron shell's composition root: windows, permissions and secrets. The program behind the screen runs in a process
 * of its own. The order matters: the lock before anything is opened, scheme and sandbox before the program is ready, the
 * guards before there is a page to guard against.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  app,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  powerSaveBlocker,
  protocol,
  safeStorage,
  session,
  utilityProcess,
} from 'electron'
import ElectronStore from 'electron-store'
import {
  fromStarter,
  openingSentence,
  openPassphraseSource,
  openSecrets,
  openSettings,
  profileFolder,
  readCheckpoint,
  readPageFiles,
  sayUnusedPassphrase,
  unsealAll,
  type PageFiles,
} from '../shell/index.ts'
import { registerScheme, serveScheme } from './app-protocol.ts'
import { mendProcess, mendWindow, relaunch } from './crash.ts'
import { openLog } from './log.ts'
import { setUpNavigation } from './navigation.ts'
import { openPageDoor, type PageDoor } from './page-door.ts'
import { setUpPermissions } from './permissions.ts'
import { profileArgument } from './profile-argument.ts'
import type { Keys } from './program-message.ts'
import { startProgram } from './program-process.ts'
import { systemSeal } from './system-seal.ts'
import { openKioskWindow, pageAddress } from './window.ts'

const profile = resolve(profileArgument(process.argv) ?? profileFolder(process.env))
const log = openLog(profile)
const system = systemSeal(safeStorage, process.platform, log)
// First of all, so that no process of Chromium inherits it.
const passphraseSource = openPassphraseSource(process.argv.includes(`--${fromStarter}`))

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

  const found = await open()
  if (found === null) return app.exit(1)
  setUpPermissions(session.defaultSession)
  setUpNavigation(app, session.defaultSession)
  serveScheme(protocol, found.files)
  powerSaveBlocker.start('prevent-display-sleep')

  const settings = openSettings((options) => new ElectronStore({ ...options, name: 'settings' }), profile, log)
  const opened = Promise.withResolvers<void>()
  let door: PageDoor | null = null
  const program = startProgram(
    () => utilityProcess.fork(join(import.meta.dirname, 'program.js'), [], { serviceName: 'Chốt' }),
    { kind: 'open', profile, version: app.getVersion(), keys: found.keys, settings: settings.read() },
    {
      opened: () => (door ? door.open() : opened.resolve()),
      ended: () => door?.shut(),
      refused,
      settings: (changed) => void settings.write(changed),
      log,
      system,
      givenUp: () => relaunch(app),
    },
  )
  await opened.promise
  const window = openKioskWindow(join(import.meta.dirname, 'preload.cjs'), app.isPackaged)
  mendWindow(app, window, log)
  door = openPageDoor(ipcMain, window.webContents, {
    channelOf: () => new MessageChannelMain(),
    join: (port) => program.join(port),
    log,
  })
  door.open()

  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    // The profile is closed before the program behind it is ended.
    event.preventDefault()
    void program
      .close()
      .then(() => void (closed = true))
      .finally(() => app.quit())
  })
  await window.loadURL(pageAddress)
}

/** Finds the page and the keys. A person started the program and is there, so a refusal is shown in a box. */
async function open(): Promise<{ files: PageFiles; keys: Keys } | null> {
  try {
    // A profile that is not set up gets no secret.
    readCheckpoint(profile)
    const files = readPageFiles(join(import.meta.dirname, '..', 'renderer'))
    const passphrase = await passphraseSource
    const secrets = openSecrets({
      profile,
      passphrase: async () => passphrase.given ?? (await passphrase.typed()),
      missing: { makeWith: passphrase.given },
      system,
    })
    const keys = await unsealAll(secrets)
    sayUnusedPassphrase(profile, passphrase, log)
    return { files, keys }
  } catch (error) {
    const sentence = openingSentence(error, profile, null)
    if (sentence === null) throw error
    refused(sentence)
    return null
  }
}

function refused(sentence: string): void {
  log(sentence)
  dialog.showErrorBox('Chốt', sentence)
  app.exit(1)
}
