/** The browser shell: opens the program on a profile and serves it on loopback. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Conf from 'conf'
import * as v from 'valibot'
import { endsFolder, openApp } from '../app.ts'
import {
  openSecrets,
  openSettings,
  readPageFiles,
  realPlace,
  sayUnusedPassphrase,
  type PassphraseSource,
} from '../shell/index.ts'
import { openLoopback, type Loopback } from './loopback.ts'

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/**
 * Opens the profile and serves it. Throws what `openApp` throws, `ProfileInUse` above all. `close` on the answer ends
 * the server first and then the program behind it.
 */
export async function openBrowserShell(options: {
  profile: string
  port: number
  passphrase: PassphraseSource
  log: (line: string) => void
  onEntered: (nextAddress: string) => void
}): Promise<Loopback> {
  const { profile, port, passphrase, log, onEntered } = options
  const { version } = v.parse(v.object({ version: v.string() }), JSON.parse(readFileSync(file('package.json'), 'utf8')))
  const files = readPageFiles(file('dist/renderer'))
  const settings = openSettings((store) => new Conf({ ...store, configName: 'settings' }), profile, log)
  const secrets = openSecrets({
    profile,
    passphrase: async () => passphrase.given ?? (await passphrase.typed()),
    // Whoever sets a checkpoint up under a passphrase starts it so for the first time.
    missing: { makeWith: passphrase.given },
    system: null,
  })
  const setUp = { system: null, realPlace: realPlace(process.env) }
  const ports = { now: Date.now, settings, secrets, ends: endsFolder(process.env), log, setUp }
  const app = await openApp({ profile, version, ports })
  sayUnusedPassphrase(profile, passphrase, log)
  try {
    const loopback = await openLoopback({ app, files, port, log, onEntered })
    return {
      ...loopback,
      async close() {
        await loopback.close()
        app.close()
      },
    }
  } catch (error) {
    app.close()
    throw error
  }
}
