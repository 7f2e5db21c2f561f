/** What a command of `chot` or `chot-authority` is: how it runs, and what its own page says. */
import type { Sentences } from '../../shared/language/locale.ts'
import { UsageError } from './failure.ts'
import { readOptions, type Options, type Values } from './option.ts'
import type { Status } from './statuses.ts'
import type { Terminal } from './terminal.ts'

/** The words that a command takes after its name. */
export interface Words {
  /** How the page writes them: `FILE|TEXT…`. */
  says: Sentences
  least: number
  most: number
}

/** Its page in every language. */
export interface Described {
  /** In a few words, for the list of commands. */
  summary: Sentences
  /** Whole sentences. An empty line parts paragraphs. */
  about: Sentences
  /** Whole command lines. */
  examples?: readonly Sentences[]
  /** Absent: it takes none. */
  words?: Words
}

/** A command by its name in a tool. */
export interface Command extends Described {
  options: Options
  /** What each status that it answers means for it. */
  statuses: Statuses
  /**
   * Runs it on the arguments after its name; answers the exit status.
   * @throws UsageError where it is called wrongly, Failure where it cannot be done
   */
  run(args: readonly string[], terminal: Terminal): Promise<Status>
}

type Statuses = Readonly<Partial<Record<Status, Sentences>>>

interface Definition<O extends Options, S extends Statuses> extends Described {
  options: O
  statuses: S
  run(words: readonly string[], values: Values<O>, terminal: Terminal): Promise<Answer<S>>
}

/** A status that the page explains. */
type Answer<S extends Statuses> = NoInfer<keyof S & Status>

function checkWords(words: readonly string[], taken: Words | undefined): void {
  const { least = 0, most = 0, says = { vi: '', en: '' } } = taken ?? {}
  const values = { vi: says.vi, en: says.en, word: words[most] ?? '' }
  if (words.length < least) throw new UsageError({ vi: 'thiếu {vi}', en: '{en} is missing' }, values)
  if (words.length <= most) return
  throw most === 0
    ? new UsageError(
        { vi: 'lệnh này không nhận "{word}"', en: 'this command takes no arguments, "{word}" was given' },
        values,
      )
    : new UsageError(
        { vi: 'lệnh này chỉ nhận {vi}; thừa "{word}"', en: 'this command takes {en}; "{word}" is too much' },
        values,
      )
}

/**
 * A command: its options and words are read and checked here, before it runs, and it answers no status that its page
 * does not explain.
 */
export function defineCommand<O extends Options, S extends Statuses>(definition: Definition<O, S>): Command {
  return {
    ...definition,
    async run(args, terminal) {
      const { values, words } = readOptions(args, definition.options)
      checkWords(words, definition.words)
      return definition.run(words, values, terminal)
    },
  }
}

/** For `most`: as many as there are. */
export const anyNumber = Number.POSITIVE_INFINITY
