/**
 * `npm start`, once the dependencies are there: builds, makes a practice checkpoint where there is none, opens the best shell
 * that can be had, and says in three lines what it did and why. Progress goes to standard error.
 */
import './require-node24.mjs'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Locale } from '../../shared/language/locale.ts'
import { folderToStart } from '../profile/index.ts'
import { fromStarter, takePassphrase } from '../shell/index.ts'
import { startBrowserShell } from './browser-shell.ts'
import { openBrowserWindow, type BrowserWindow } from './browser-window.ts'
import { ensureBuilt } from './build.ts'
import { chooseShell, type Choice, type Facts } from './choose-shell.ts'
import { ensureDemo, type Demo } from '../checkpoint/index.ts'
import { withoutSecrets } from './environment.mjs'
import { fetchElectron } from './fetch-electron.ts'
import { findBrowser } from './find-browser.ts'
import { findElectronBinary } from './find-electron.ts'
import { root } from './node24.mjs'
import { openWindow } from './open-window.ts'
import { readStartOptions, type StartOptions } from './start-options.ts'
import { startWords } from './start-words.ts'
import { sayUnwritable } from '../files/index.ts'

/** What fails this soon, in milliseconds, never opened a window: the system refused its sandbox, as a rule. */
const tooSoon = 10_000

const asRoot = process.platform === 'linux' && process.getuid?.() === 0

const passphrase = takePassphrase(process.env)

const options = readStartOptions(process.argv.slice(2), process.env)
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
  const { locale, installed } = asked
  const words = startWords[locale]
  console.log(words.setUp({ installed, built: built === 'built', made: demo.created, mode: demo.mode, profile }))

  const facts = factsHere(asked)
  let choice = chooseShell(facts)
  if (choice.open === 'fetch-electron') {
    console.error(`Chốt: ${words.fetching}`)
    choice = chooseShell({ ...facts, electron: await fetchElectron() })
  }
  if (choice.open === 'electron') {
    const status = await runElectron(choice, profile, demo, locale)
    if (status !== 'never-opened') return status
    choice = chooseShell({
      ...facts,
      electron: {
        state: 'unreachable',
        why: { vi: startWords.vi.neverOpened, en: startWords.en.neverOpened },
      },
    })
  }
  if (choice.open === 'browser' || choice.open === 'serve') return serve(choice, asked, profile, demo)
  if (choice.open === 'nothing') console.error(`Chốt: ${words.nothingOpened(choice.why[locale])}`)
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
  locale: Locale,
): Promise<number | 'never-opened'> {
  const began = Date.now()
  const env = { ...withoutSecrets(process.env), ELECTRON_RUN_AS_NODE: undefined }
  const window = openWindow(choice.binary, [root, '--profile', profile, `--${fromStarter}`], env, passphrase)
  onInterrupt(() => window.close())
  const words = startWords[locale]
  console.log(words.shell('Electron', choice.why[locale]))
  console.log(`Chốt: ${words.opensWindow}${describeSheet(demo, words)}`)
  const status = await window.closed
  return status !== 0 && Date.now() - began < tooSoon ? 'never-opened' : (status ?? 0)
}

async function serve(
  choice: ChoiceOf<'browser' | 'serve'>,
  asked: StartOptions,
  profile: string,
  demo: Demo,
): Promise<number> {
  const { locale } = asked
  const words = startWords[locale]
  const browser = choice.open === 'browser' && asked.open ? choice.binary : null
  const now: { window: BrowserWindow | null; unused: string } = { window: null, unused: '' }

  const ready = (address: string): void => {
    now.unused = address
    console.log(words.shell(browser ?? words.serving, choice.why[locale]))
    // What is printed may be kept in a log; our own window needs no address from there.
    console.log(`Chốt: ${browser === null ? address : `${new URL(address).origin}/`}${describeSheet(demo, words)}`)
    if (browser !== null) now.window = open(browser, address)
  }
  const open = (program: string, address: string): BrowserWindow | null => {
    const began = Date.now()
    const opened = openBrowserWindow(program, { profile, address, root: asRoot })
    if ('refused' in opened) {
      console.error(opened.refused)
      console.log(`Chốt: ${address} ${words.byHand}`)
      return null
    }
    const ended = (status: number | null): void => {
      if (status === 0 || Date.now() - began >= tooSoon) return shell.stop()
      console.log(`Chốt: ${words.endedAtOnce(program, status, now.unused)}`)
    }
    void opened.closed.then(ended)
    return opened
  }
  // Our own window used the first address; only who opens it by hand needs another.
  const used = (address: string): void => {
    now.unused = address
    now.window?.entered()
    if (browser === null) console.log(`Chốt: ${address} ${words.forAnother}`)
  }

  const shell = startBrowserShell({ profile, port: asked.port, locale, passphrase }, { ready, used })
  onInterrupt(() => shell.stop())
  const status = await shell.ended
  await now.window?.close()
  return status ?? 0
}

function describeSheet({ sheet }: Demo, words: (typeof startWords)[Locale]): string {
  return sheet === null ? '' : words.sheet(sheet)
}

function onInterrupt(end: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
}
