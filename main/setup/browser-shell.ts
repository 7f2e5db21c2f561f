/** Starts the browser shell as a process of its own. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Locale } from '../../shared/language/locale.ts'
import { answerShell, fromStarter, type PassphraseSource } from '../shell/index.ts'
import { root } from './node24.mjs'

const messageSchema = v.object({ address: v.string() })

/** The running process. */
export interface BrowserShell {
  /** Resolves with its exit status, null where a signal ended it. */
  ended: Promise<number | null>
  /** Asks it to end; it closes the profile first. */
  stop(): void
}

/**
 * Starts it on a profile. `ready` is told the first address that lets a browser in, `used` the next one each time one
 * has been used. It ends by itself when this process does. What goes wrong it says on standard error.
 */
export function startBrowserShell(
  {
    profile,
    port,
    locale,
    passphrase,
  }: {
    profile: string
    port: string | null
    locale: Locale
    passphrase: PassphraseSource
  },
  hear: { ready: (address: string) => void; used: (nextAddress: string) => void },
): BrowserShell {
  const args = ['--profile', profile, '--lang', locale, `--${fromStarter}`, ...(port === null ? [] : ['--port', port])]
  const child = spawn(process.execPath, [join(root, 'main', 'browser', 'index.ts'), ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  answerShell(child, passphrase)
  let tell = hear.ready
  child.on('message', (message) => {
    const heard = v.safeParse(messageSchema, message)
    if (!heard.success) return
    tell(heard.output.address)
    tell = hear.used
  })
  return {
    ended: new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (status) => resolve(status))
    }),
    stop() {
      if (child.connected) child.disconnect()
    },
  }
}
