/** The subcommands of `chot-authority`, in the order `--help` lists them. */
import type { Command } from './command.ts'
import { importKeys } from './import.ts'
import { init } from './init.ts'
import { inspect } from './inspect.ts'
import { issue } from './issue.ts'
import { key } from './key.ts'
import { publish } from './publish.ts'
import { revoke } from './revoke.ts'
import { rules } from './rules.ts'

/** Subcommands by name. */
export const commands: ReadonlyMap<string, Command> = new Map([
  ['init', init],
  ['key', key],
  ['import', importKeys],
  ['revoke', revoke],
  ['rules', rules],
  ['publish', publish],
  ['issue', issue],
  ['inspect', inspect],
])
