/** The machine as a command sees it; a test brings its own. */
import type { Readable } from 'node:stream'
import type { Locale } from '../../shared/language/locale.ts'

export interface Terminal {
  /** The language of sentences. */
  locale: Locale
  /** The language that was asked for, by `--lang` or `CHOT_LANG`; null: none was, and `locale` is the usual one. */
  chosen: Locale | null
  env: NodeJS.ProcessEnv
  /** Epoch milliseconds. */
  now: () => number
  input: Readable
  /** Writes to standard output. What would command a terminal is written as its escape. */
  print: (text: string) => void
  /** Writes to standard error, in the same way: warnings, progress and faults. */
  complain: (text: string) => void
  /**
   * Waits until there is room to print more; something that prints many lines waits here after each.
   * @throws OutputLost where nobody reads any more or the disk is full, so that the command ends
   */
  drained: () => Promise<void>
  /** Asks the person for a secret without showing it; null where nobody can be asked. */
  askSecret: (question: string) => Promise<string | null>
}
