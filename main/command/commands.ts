/** The commands of `chot` by their names, and how one is found on a command line. */
import { cardCommand } from './card.ts'
import type { Command } from './command.ts'
import { explainCommand } from './explain.ts'
import { journalExport, journalRebuild, journalTail, journalVerify } from './journal.ts'
import type { Values } from './options.ts'
import { rulesSimulate } from './rules-simulate.ts'
import { rulesTest } from './rules-test.ts'
import { trustInit } from './trust-init.ts'
import { trustShow } from './trust-show.ts'
import { trustUpdate } from './trust-update.ts'
import { UsageError } from './usage.ts'
import { verifyCommand } from './verify.ts'

const commands: ReadonlyMap<string, Command> = new Map([
  ['verify', verifyCommand],
  ['explain', explainCommand],
  ['rules test', rulesTest],
  ['rules simulate', rulesSimulate],
  ['trust init', trustInit],
  ['trust show', trustShow],
  ['trust update', trustUpdate],
  ['journal verify', journalVerify],
  ['journal export', journalExport],
  ['journal rebuild', journalRebuild],
  ['journal tail', journalTail],
  ['card', cardCommand],
])

/** What a group of commands takes as its second word. */
function members(group: string): string[] {
  return [...commands.keys()].flatMap((name) => (name.startsWith(`${group} `) ? [name.slice(group.length + 1)] : []))
}

function named(words: readonly string[]): { name: string; command: Command; rest: readonly string[] } {
  const [first, second = ''] = words
  if (first === undefined) throw new UsageError('a command is missing')
  for (const name of [first, `${first} ${second}`]) {
    const command = commands.get(name)
    if (command) return { name, command, rest: words.slice(name === first ? 1 : 2) }
  }
  const known = members(first)
  throw new UsageError(known.length > 0 ? `${first} takes: ${known.join(', ')}` : `there is no command "${first}"`)
}

/**
 * Finds the command that words name, and the words that are left for it.
 * @throws UsageError where there is none, or it does not take an option that is given
 */
export function findCommand(words: readonly string[], values: Values): { command: Command; rest: readonly string[] } {
  const { name, command, rest } = named(words)
  const taken: readonly string[] = command.takes
  const stranger = Object.keys(values).find((option) => !taken.includes(option))
  if (stranger !== undefined) throw new UsageError(`"${name}" does not take --${stranger}`)
  return { command, rest }
}
