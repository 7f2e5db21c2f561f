/**
 * `npm start`, once the dependencies are there: builds, makes a demo checkpoint the first time, opens the best shell
 * that can be had, and says in three lines what it did and why. Progress goes to standard error.
 */
import './require-node24.mjs'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { profileFolder } from '../app.ts'
import { browserArguments } from './browser-arguments.ts'
import { startBrowserShell } from './browser-shell.ts'
import { ensureBuilt } from './build.ts'
import { chooseShell, type Choice, type Facts } from './choose-shell.ts'
import { ensureDemo, type Demo } from './demo.ts'
import { fetchElectron } from './fetch-electron.ts'
import { findBrowser } from './find-browser.ts'
import { findElectronBinary } from './find-electron.ts'
import { root } from './node24.mjs'
import { openWindow, type Window } from './open-window.ts'
import { readStartOptions, usage, type StartOptions } from './start-options.ts'

/** What fails this soon, in milliseconds, never opened a window: the system refused its sandbox, as a rule. */
const tooSoon = 10_000

const asRoot = process.platform === 'linux' && process.getuid?.() === 0

const options = readStartOptions(process.argv.slice(2))
if ('error' in options) {
  console.error(`${options.error}\n${usage}`)
  process.exitCode = 2
} else process.exitCode = await start(options)

/** Answers with the exit status once the kiosk has ended. */
async function start(asked: StartOptions): Promise<number> {
  const profile = resolve(asked.profile ?? profileFolder(process.env))
  const built = await ensureBuilt()
  const demo = await ensureDemo(profile)
  const setup = [
    asked.installed ? 'dependencies installed' : 'dependencies were there',
    built ? 'screen built' : 'build was up to date',
    demo.created ? `demo checkpoint made in ${profile}` : `checkpoint in ${profile}`,
  ]
  console.log(`Set-up: ${setup.join(', ')}.`)

  const facts = factsHere(asked)
  let choice = chooseShell(facts)
  if (choice.open === 'fetch-electron') {
    console.error("Chốt: fetching Electron's binary (about 120 MB, once)…")
    choice = chooseShell({ ...facts, electron: await fetchElectron() })
  }
  if (choice.open === 'electron') {
    const status = await runElectron(choice, profile, demo)
    if (status !== 'never-opened') return status
    choice = chooseShell({
      ...facts,
      electron: { state: 'unreachable', why: 'Electron ended before it opened a window' },
    })
  }
  if (choice.open === 'browser' || choice.open === 'serve') return serve(choice, asked, profile, demo)
  console.error(`Chốt: nothing was opened: ${choice.open === 'nothing' ? choice.why : 'no shell was found'}.`)
  return 1
}

function factsHere(asked: StartOptions): Facts {
  const { env, platform } = process
  const display = platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
  const browser = findBrowser({ platform, env, exists: existsSync })
  return { requested: asked.shell, display, root: asRoot, electron: findElectronBinary(), browser }
}

type ChoiceOf<Open extends Choice['open']> = Extract<Choice, { open: Open }>

async function runElectron(
  choice: ChoiceOf<'electron'>,
  profile: string,
  demo: Demo,
): Promise<number | 'never-opened'> {
  const began = Date.now()
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: undefined }
  const window = openWindow(choice.binary, [root, '--profile', profile], env)
  onInterrupt(() => window.close())
  console.log(`Shell: Electron, because ${choice.why}.`)
  console.log(`Chốt: opening its window.${describeSheet(demo)}`)
  const status = await window.closed
  return status !== 0 && Date.now() - began < tooSoon ? 'never-opened' : (status ?? 0)
}

async function serve(
  choice: ChoiceOf<'browser' | 'serve'>,
  asked: StartOptions,
  profile: string,
  demo: Demo,
): Promise<number> {
  const browser = choice.open === 'browser' && asked.open ? choice.binary : null
  const windows: Window[] = []
  let unused = ''

  const ready = (address: string): void => {
    unused = address
    console.log(`Shell: ${browser ?? 'serving on loopback'}, because ${choice.why}.`)
    console.log(`Chốt: ${address}${describeSheet(demo)}`)
    if (browser === null) return
    const began = Date.now()
    const window = openWindow(browser, browserArguments(address, join(profile, 'browser'), asRoot))
    windows.push(window)
    const ended = (status: number | null): void => {
      if (status === 0 || Date.now() - began >= tooSoon) shell.stop()
      else console.log(`Chốt: ${browser} ended at once (status ${String(status)}); open ${unused} in another browser.`)
    }
    void window.closed.then(ended)
  }
  // Our own window used the first address; only who opens it by hand needs another.
  const used = (address: string): void => {
    unused = address
    if (browser === null) console.log(`Chốt: ${address} (for another window)`)
  }

  const shell = startBrowserShell(profile, asked.port, { ready, used })
  onInterrupt(() => shell.stop())
  const status = await shell.ended
  for (const window of windows) window.close()
  return status ?? 0
}

function describeSheet({ sheet }: Demo): string {
  return sheet === null ? '' : ` Demo QR codes: ${sheet}`
}

function onInterrupt(end: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
}
