/** Asks for the passphrase of a profile where there is somebody to ask. */
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/**
 * The passphrase in `CHOT_PASSPHRASE`, else what a person types at the terminal, unseen; null where there is neither.
 */
export async function askPassphrase(env: NodeJS.ProcessEnv): Promise<string | null> {
  if (env['CHOT_PASSPHRASE']) return env['CHOT_PASSPHRASE']
  if (!process.stdin.isTTY) return null
  process.stderr.write('Mật khẩu của hồ sơ / Passphrase of the profile: ')
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: unseen, terminal: true })
  try {
    return await terminal.question('')
  } catch {
    // Ctrl+C or Ctrl+D: nobody says it.
    return null
  } finally {
    terminal.close()
    process.stderr.write('\n')
  }
}
