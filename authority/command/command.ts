/** What a subcommand of `chot-authority` is, and what it is given of the machine. */
import type { Locale } from '../../shared/language/locale.ts'

/** The machine as a subcommand sees it; a test brings its own. */
export interface Terminal {
  /** The language of sentences (`--lang`). */
  locale: Locale
  env: Readonly<Record<string, string | undefined>>
  /** Epoch milliseconds. */
  now: () => number
  /** Writes to standard output. */
  print: (text: string) => void
  /** Writes to standard error: warnings and progress. */
  complain: (text: string) => void
  /** Asks the person for a secret without showing it; null where nobody can be asked. */
  askSecret: (question: string) => Promise<string | null>
}

/** A subcommand: `usage` is its part of `--help`, `run` answers the exit status (0 done, 1 refused, 3 wrong usage). */
export interface Command {
  usage: string
  /** @throws Failure where it cannot be done, UsageError where it was called wrongly */
  run(args: readonly string[], terminal: Terminal): Promise<number>
}
