/** The keys of a profile, for a command. */
import type { Secrets } from '../../app.ts'
import type { Terminal } from '../../terminal/index.ts'
import { askPassphrase, openSecrets } from '../../shell/index.ts'

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

/** For a command that only reads: where there is no secret, it makes none. */
export function readingSecrets(profile: string, { env }: Pick<Terminal, 'env'>): Secrets {
  return commandSecrets(profile, env, 'refuse')
}
