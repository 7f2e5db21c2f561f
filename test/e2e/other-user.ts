/** Another user of the same laptop, where the tests may start a process as one. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { root } from '../../main/setup/node24.mjs'

/** `nobody` on every Linux. */
const uid = 65_534

/** Why there is no other user here; null: there is one. */
export const noOtherUser =
  process.platform === 'linux' && process.getuid?.() === 0 ? null : 'only root can start a process as another user'

/** A program that another user runs. */
export interface OtherProgram {
  /** What it got hold of so far, one JSON value an item. */
  got: unknown[]
  /** Resolves with its exit status. */
  ended: Promise<number | null>
  stop(): Promise<void>
}

/** Starts other-user-stand-in.mjs as another user, and waits until it says that it is ready, or has ended. */
export async function asOtherUser(...args: string[]): Promise<OtherProgram> {
  const child = spawn(process.execPath, ['test/e2e/other-user-stand-in.mjs', ...args], {
    cwd: root,
    uid,
    gid: uid,
    env: {},
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const follow = (): void => void child.kill('SIGKILL')
  process.once('exit', follow)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const got: unknown[] = []
  const ready = new Promise<void>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      const said: unknown = JSON.parse(line)
      if (said === 'ready') resolve()
      else got.push(said)
    })
  })
  await Promise.race([ready, ended])
  return {
    got,
    ended,
    async stop() {
      child.kill('SIGKILL')
      await ended
      process.off('exit', follow)
    },
  }
}
