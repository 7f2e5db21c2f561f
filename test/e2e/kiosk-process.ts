/** The browser shell as a process of its own, as `npm start` runs it. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { root } from '../../main/setup/node24.mjs'

/** A running browser shell. */
export interface KioskProcess {
  /** Lets one browser in, once: `http://127.0.0.1:PORT/#PASS`. */
  address: string
  /** The one that was printed last. */
  newestAddress(): string
  /** `http://127.0.0.1:PORT` */
  origin: string
  /** Everything it has written so far, for a failing test to show. */
  output(): string
  /** Ends it as Ctrl+C does. */
  stop(): Promise<void>
  /** Ends it as a power cut does. */
  kill(): Promise<void>
}

/** How a browser shell that did not start ended. */
export interface KioskRefusal {
  status: number | null
  output: string
}

/** What a browser shell is held to. */
export interface Bounds {
  /** Epoch milliseconds at which its clock stands still; it runs where this is left out. */
  now?: number | undefined
  /** Files and connections that it may have open at a time. */
  descriptors?: number | undefined
  /** In its environment beside ours. */
  env?: Readonly<Record<string, string>> | undefined
}

const enterAddress = /http:\/\/127\.0\.0\.1:\d+\/#\S+/

/**
 * Starts the browser shell on a profile and any port, and waits until it prints its address or ends without one.
 */
export async function startKiosk(
  profile: string,
  { now, descriptors, env }: Bounds = {},
): Promise<KioskProcess | KioskRefusal> {
  const clock = now === undefined ? [] : ['--import', `data:text/javascript,Date.now=()=>${now}`]
  const args = [...clock, 'main/browser/index.ts', '--profile', profile, '--port', '0']
  const command: [string, string[]] =
    descriptors === undefined
      ? [process.execPath, args]
      : ['sh', ['-c', `ulimit -n ${descriptors}; exec "$0" "$@"`, process.execPath, ...args]]
  const child = spawn(...command, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  // Nothing is left behind when a test is ended in the middle.
  const follow = (): void => void child.kill('SIGKILL')
  process.once('exit', follow)
  child.once('close', () => process.off('exit', follow))
  const lines: string[] = []
  const ended = new Promise<number | null>((resolve) => child.once('close', (status) => resolve(status)))
  const printed = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream).on('line', (line) => {
        lines.push(line)
        const [address] = enterAddress.exec(line) ?? []
        if (address) resolve(address)
      })
    }
  })
  const output = (): string => lines.join('\n')
  const first = await Promise.race([printed, ended.then((status) => ({ status, output: output() }))])
  if (typeof first !== 'string') return first
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    child.kill(signal)
    await ended
  }
  return {
    address: first,
    newestAddress: () => enterAddress.exec(lines.findLast((line) => enterAddress.test(line)) ?? '')?.[0] ?? first,
    origin: new URL(first).origin,
    output,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

/** Starts the browser shell where it has no reason to refuse. */
export async function startKioskOrFail(profile: string, bounds?: Bounds): Promise<KioskProcess> {
  const started = await startKiosk(profile, bounds)
  if ('address' in started) return started
  throw new Error(`the browser shell ended with status ${String(started.status)}:\n${started.output}`)
}
