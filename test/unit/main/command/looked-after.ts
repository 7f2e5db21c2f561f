/** A profile looked after by command: `chot` run on it, its key, and what its journal says of it. */
import { join } from 'node:path'
import { openSecrets } from '../../../../main/checkpoint/index.ts'
import { readEntries } from '../../../../main/journal/index.ts'
import type { Terminal } from '../../../../main/terminal/index.ts'
import { runCommand, type Ran } from './run-command.ts'

export const at = Date.parse('2026-11-22T07:00:00Z')

export const chot = (profile: string, commandLine: readonly string[], given: Partial<Terminal> = {}): Promise<Ran> =>
  runCommand([...commandLine, '--profile', profile, '--lang', 'en'], at, '', given)

export const keyOf = (profile: string, passphrase: string | null = null) =>
  openSecrets({ profile, passphrase: async () => passphrase, missing: 'refuse', system: null }).journalKey()

export const kindsOf = async (profile: string, passphrase: string | null = null): Promise<string[]> =>
  [...readEntries(join(profile, 'journal'), await keyOf(profile, passphrase))].map(({ entry }) => entry.kind)

export const fileIn = (profile: string, name: string): string => join(profile, name)
