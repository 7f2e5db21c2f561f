/** The browser the end-to-end tests and the benchmarks drive, and how it is started. */
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { chromium, type Browser } from '@playwright/test'
import { findBrowser } from '../../main/setup/find-browser.ts'
import { bundledChromium, type Executable } from './bundled-chromium.ts'

const isRoot = process.platform === 'linux' && process.getuid?.() === 0

const installed = (): string | null => findBrowser({ platform: process.platform, env: process.env, exists: existsSync })

/**
 * A browser to test in: the one that `CHOT_BROWSER` names, the one from the npm registry, an installed one, or, as root
 * on Debian, one that is installed now. Answers with the executable, or a sentence that says what to do. `say` is told
 * what takes long.
 */
export async function findTestBrowser(say: (line: string) => void): Promise<Executable | string> {
  const named = process.env['CHOT_BROWSER']
  if (named)
    return existsSync(named) ? { file: named, env: {} } : `CHOT_BROWSER names ${named}, and there is no such file.`
  const bundled = await bundledChromium()
  if (bundled) return bundled
  const found = installed() ?? (installChromium(say) ? installed() : null)
  return found
    ? { file: found, env: {} }
    : 'No browser was found to test in. Install Chromium, Chrome or Edge, or name one in CHOT_BROWSER, and run this again.'
}

const apt = (...args: string[]): boolean => spawnSync('apt-get', args, { stdio: ['ignore', 2, 2] }).status === 0

function installChromium(say: (line: string) => void): boolean {
  if (!isRoot || !existsSync('/etc/debian_version')) return false
  say('No browser was found to test in: installing Debian’s chromium (about 110 MB)…')
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium')
}

/** What a test gives a browser: a camera that plays the file `y4m`, and a port for keys to come in by. */
export interface Devices {
  y4m: string
  debuggingPort: number
}

/** Starts the browser. It asks nobody for anything and calls no home. */
export function launchBrowser(executable: string, devices: Devices): Promise<Browser> {
  return chromium.launch({
    executablePath: executable,
    // Chromium's sandbox does not work for root.
    chromiumSandbox: !isRoot,
    args: [
      ...deviceFlags(devices),
      '--autoplay-policy=no-user-gesture-required',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
    ],
  })
}

/** The same flags for both shells. The camera is always granted. */
export function deviceFlags({ y4m, debuggingPort }: Devices): string[] {
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${y4m}`,
    `--remote-debugging-port=${debuggingPort}`,
  ]
}

/** A port of loopback that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('listening, and on no port')
  return address.port
}
