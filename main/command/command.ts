/** What a command of `chot` is, and what it is run with. */
import type { Readable, Writable } from 'node:stream'
import type { OptionName, Values } from './options.ts'

/** Where a command reads, prints and complains. */
export interface Terminal {
  input: Readable
  output: Writable
  errors: Writable
  env: NodeJS.ProcessEnv
  /** Epoch milliseconds. */
  now: () => number
}

/** One command. */
export interface Command {
  /** The options that it takes; another is wrong usage, never ignored. */
  takes: readonly OptionName[]
  /**
   * Runs it on the words after its name; answers the exit status.
   * @throws UsageError
   */
  run(words: readonly string[], values: Values, terminal: Terminal): number | Promise<number>
}
