/**
 * `npm start`, once the dependencies are there: builds, makes a practice checkpoint where there is none, opens the best shell
 * that can be had, and says in three lines what it did and why. Progress goes to standard error.
 */
import './require-node24.mjs'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { folderToStart } from '../profile-place.ts'
import { fromStarter, takePassphrase } from '../shell/index.ts'
import { startBrowserShell } from './browser-shell.ts'
import { openBrowserWindow, type BrowserWindow } from './browser-window.ts'
import { ensureBuilt } from './build.ts'
import { chooseShell, type Choice, type Facts } from './choose-shell.ts'
import { ensureDemo, type Demo } from './demo.ts'
import { withoutSecrets } from './environment.mjs'
import { fetchElectron } from './fetch-electron.ts'
import { findBrowser } from './find-browser.ts'
import { findElectronBinary } from './find-electron.ts'
import { root } from './node24.mjs'
import { openWindow } from './open-window.ts'
import { readStartOptions, type StartOptions } from './start-options.ts'
import { sayUnwritable } from './unwritable.ts'

/** What fails this soon, in milliseconds, never opened a window: the system refused its sandbox, as a rule. */
const tooSoon = 10_000

const asRoot = process.platform === 'linux' && process.getuid?.() === 0

const passphrase = takePassphrase(process.env)

const options = readStartOptions(process.argv.slice(2))
if ('help' in options) process.stdout.write(options.help)
else if ('error' in options) {
  process.stderr.write(options.error)
  process.exitCode = 2
} else process.exitCode = await start(options)

/** Answers with the exit status once the kiosk has ended. */
async function start(asked: StartOptions): Promise<number> {
  const profile = resolve(asked.profile ?? folderToStart(process.env))
  const built = await buildIfNeeded()
  if (built === 'failed') return 1
  const demo = await ensureDemo(profile)
  if ('refused' in demo) {
    console.error(demo.refused)
    return 1
  }
  const setup = [
    asked.installed ? 'dependencies installed' : 'dependencies were there',
    built === 'built' ? 'screen built' : 'build was up to date',
    sayProfile(demo, profile),
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

async function buildIfNeeded(): Promise<'built' | 'ready' | 'failed'> {
  try {
    return (await ensureBuilt()) ? 'built' : 'ready'
  } catch (error) {
    const sentence = sayUnwritable(root, String(error))
    if (sentence === null) throw error
    console.error(sentence)
    return 'failed'
  }
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
  const env = { ...withoutSecrets(process.env), ELECTRON_RUN_AS_NODE: undefined }
  const window = openWindow(choice.binary, [root, '--profile', profile, `--${fromStarter}`], env, passphrase)
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
  const now: { window: BrowserWindow | null; unused: string } = { window: null, unused: '' }

  const ready = (address: string): void => {
    now.unused = address
    console.log(`Shell: ${browser ?? 'serving on loopback'}, because ${choice.why}.`)
    // What is printed may be kept in a log; our own window needs no address from there.
    console.log(`Chốt: ${browser === null ? address : `${new URL(address).origin}/`}${describeSheet(demo)}`)
    if (browser !== null) now.window = open(browser, address)
  }
  const open = (program: string, address: string): BrowserWindow | null => {
    const began = Date.now()
    const opened = openBrowserWindow(program, { profile, address, root: asRoot })
    if ('refused' in opened) {
      console.error(opened.refused)
      console.log(`Chốt: ${address} (to be opened by hand)`)
      return null
    }
    const ended = (status: number | null): void => {
      if (status === 0 || Date.now() - began >= tooSoon) return shell.stop()
      console.log(`Chốt: ${program} ended at once (status ${String(status)}); open ${now.unused} in another browser.`)
    }
    void opened.closed.then(ended)
    return opened
  }
  // Our own window used the first address; only who opens it by hand needs another.
  const used = (address: string): void => {
    now.unused = address
    now.window?.entered()
    if (browser === null) console.log(`Chốt: ${address} (for another window)`)
  }

  const shell = startBrowserShell({ profile, port: asked.port, passphrase }, { ready, used })
  onInterrupt(() => shell.stop())
  const status = await shell.ended
  await now.window?.close()
  return status ?? 0
}

function sayProfile({ created, mode }: Demo, profile: string): string {
  return `${mode === 'practice' ? 'practice ' : ''}checkpoint ${created ? 'made ' : ''}in ${profile}`
}

function describeSheet({ sheet }: Demo): string {
  return sheet === null ? '' : ` Demo QR codes: ${sheet}`
}

function onInterrupt(end: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
}
