/** A tool with its commands (`chot`, `chot-authority`), and how a command is found in it. */
import type { Sentences } from '../../shared/language/locale.ts'
import type { Command } from './command.ts'
import { UsageError } from './failure.ts'
import { nearest } from './nearest.ts'
import type { Options } from './option.ts'

export interface Tool {
  name: string
  version: string
  /** What it is for, in a few words. */
  summary: Sentences
  /** What holds for several of its commands: variables of the environment. */
  about: Sentences
  /** By name, of one to three words, in the order of its help. */
  commands: ReadonlyMap<string, Command>
}

/** Every option that any command of a tool takes. */
export function everyOption(tool: Tool): Options {
  return Object.assign({}, ...[...tool.commands.values()].map(({ options }) => options))
}

/** A command by its name, or several whose names begin alike (`trust`), or all (an empty name). */
export type Found = { name: string; command: Command } | { name: string; members: string[] }

/** Words in the longest name of a command. */
const longestName = 3

/** What the longest name that the words begin with stands for; null where they begin with none. */
export function findBeginning(tool: Tool, words: readonly string[]): Found | null {
  for (let length = Math.min(longestName, words.length); length > 0; length--) {
    const name = words.slice(0, length).join(' ')
    const command = tool.commands.get(name)
    if (command) return { name, command }
    const members = [...tool.commands.keys()].filter((each) => each.startsWith(`${name} `))
    if (members.length > 0) return { name, members }
  }
  return null
}

/** How many words a name has. */
export const lengthOf = (name: string): number => (name === '' ? 0 : name.split(' ').length)

function unknown(tool: Tool, typed: string, near: string | null): UsageError {
  return near === null
    ? new UsageError({ vi: 'không có lệnh "{typed}"', en: 'there is no command "{typed}"' }, { typed })
    : new UsageError(
        {
          vi: 'không có lệnh "{typed}"; có phải "{tool} {near}" không?',
          en: 'there is no command "{typed}"; did you mean "{tool} {near}"?',
        },
        { tool: tool.name, typed, near },
      )
}

/** What may follow the beginning of a name. */
function needsMember(name: string, members: readonly string[]): UsageError {
  const rest = members.map((member) => member.slice(name.length + 1)).join(', ')
  return new UsageError({ vi: 'sau "{name}" là một trong: {rest}', en: '{name} takes: {rest}' }, { name, rest })
}

/**
 * What words name: a command, a group of commands, or all of them where there are no words.
 * @throws UsageError where there is no such command
 */
export function findNamed(tool: Tool, words: readonly string[]): Found {
  const all = [...tool.commands.keys()]
  if (words.length === 0) return { name: '', members: all }
  const found = findBeginning(tool, words)
  if (!found) {
    const first = [...new Set(all.map((name) => name.split(' ')[0]!))]
    throw unknown(tool, words[0]!, nearest(words.slice(0, 2).join(' '), all) ?? nearest(words[0]!, first))
  }
  if ('command' in found || lengthOf(found.name) === words.length) return found
  const typed = words.slice(0, lengthOf(found.name) + 1).join(' ')
  const near = nearest(typed, found.members)
  throw near === null ? needsMember(found.name, found.members) : unknown(tool, typed, near)
}

/**
 * The command that words name.
 * @throws UsageError where there is none, or only the beginning of a name
 */
export function findCommand(tool: Tool, words: readonly string[]): { name: string; command: Command } {
  const found = findNamed(tool, words)
  if ('command' in found) return found
  if (found.name === '') throw new UsageError({ vi: 'thiếu tên lệnh', en: 'a command is missing' })
  throw needsMember(found.name, found.members)
}
