/** Opens the kiosk's window in another program, and waits for it to be closed. */
import { spawn } from 'node:child_process'

/** A window that was opened. */
export interface Window {
  /** The program's exit status once the window is closed; null where a signal ended it or it could not start. */
  closed: Promise<number | null>
  close(): void
}

/** Starts `binary`. What it writes is not ours to show: browsers talk to developers there. */
export function openWindow(binary: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Window {
  const child = spawn(binary, args, { stdio: 'ignore', env })
  return {
    closed: new Promise((resolve) => {
      child.once('error', () => resolve(null))
      child.once('exit', (status) => resolve(status))
    }),
    close: () => void child.kill(),
  }
}
