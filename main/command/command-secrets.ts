/** The keys of a profile, for a command. */
import type { Secrets } from '../app.ts'
import { askPassphrase, openSecrets } from '../shell/index.ts'

/** Asks for the passphrase where one is needed; `make` as a shell would at the first start, `refuse` to only read. */
export function commandSecrets(profile: string, env: NodeJS.ProcessEnv, missing: 'make' | 'refuse'): Secrets {
  const make = { makeWith: env['CHOT_PASSPHRASE'] ?? null }
  return openSecrets({
    profile,
    passphrase: () => askPassphrase(env),
    missing: missing === 'make' ? make : 'refuse',
    system: null,
  })
}
