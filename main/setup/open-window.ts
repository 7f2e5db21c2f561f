/** Opens the kiosk's window in another program, and waits for it to be closed. */
import { spawn } from 'node:child_process'
import { answerShell, type PassphraseSource } from '../shell/index.ts'

/** A window that was opened. */
export interface Window {
  /** The program's exit status once the window is closed; null where a signal ended it or it could not start. */
  closed: Promise<number | null>
  close(): void
}

/**
 * Starts `binary`. What it writes is not ours to show: browsers talk to developers there. A shell of ours gets a channel
 * on which it may ask for the `passphrase`.
 */
export function openWindow(
  binary: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  passphrase: PassphraseSource | null = null,
): Window {
  const stdio = ['ignore', 'ignore', 'ignore', ...(passphrase ? ['ipc' as const] : [])] as const
  const child = spawn(binary, args, { stdio: [...stdio], env })
  if (passphrase) answerShell(child, passphrase)
  return {
    closed: new Promise((resolve) => {
      child.once('error', () => resolve(null))
      child.once('exit', (status) => resolve(status))
    }),
    close: () => void child.kill(),
  }
}
