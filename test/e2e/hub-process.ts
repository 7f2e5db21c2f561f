/** A hub as a process of its own, as `npm run hub` runs it, with its own database; shut and opened again on the same port. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { root } from '../../main/setup/node24.mjs'
import { freePort } from './browser.ts'

/** A running hub. */
export interface HubProcess {
  /** `http://127.0.0.1:PORT` */
  address: string
  /** The account that the first opening printed. */
  first: { name: string; password: string }
  /** Everything it has written so far, for a failing test to show. */
  output(): string
  /** Ends it as Ctrl+C does. */
  shut(): Promise<void>
  /** Opens it again where it was. */
  open(): Promise<void>
}

const listens = /listens at (http:\/\/127\.0\.0\.1:\d+)/
const account = /name (\S+), password (\S+)/

/** Opens a hub in a folder that has none yet, and waits until it has printed the first account. */
export async function startHub(data: string): Promise<HubProcess> {
  const port = await freePort()
  const lines: string[] = []
  let child: ChildProcess | null = null
  const kill = (): void => void child?.kill('SIGKILL')
  process.once('exit', kill)
  const output = (): string => lines.join('\n')

  async function open(until: RegExp): Promise<string[]> {
    const args = ['hub/cli.ts', 'serve', '--data', data, '--port', String(port), '--lang', 'en']
    const env = { ...process.env, DATABASE_URL: '' }
    const started = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    child = started
    return new Promise((resolve, reject) => {
      for (const stream of [started.stdout, started.stderr])
        createInterface(stream).on('line', (line) => {
          lines.push(line)
          const found = until.exec(line)
          if (found) resolve(found.slice(1))
        })
      started.once('close', (status) => reject(new Error(`the hub ended with status ${status}:\n${output()}`)))
    })
  }

  const [name = '', password = ''] = await open(account)
  const [, address = ''] = listens.exec(output()) ?? []
  return {
    address,
    first: { name, password },
    output,
    async shut() {
      const ending = child
      if (!ending || ending.exitCode !== null) return
      const ended = new Promise((resolve) => ending.once('close', resolve))
      ending.kill('SIGTERM')
      await ended
    },
    open: async () => void (await open(listens)),
  }
}
