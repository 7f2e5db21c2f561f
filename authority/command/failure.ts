/** How a subcommand of `chot-authority` says that it cannot go on. */
import type { FindingValues } from '../../shared/domain/verdict.ts'
import type { Locale } from '../../shared/language/locale.ts'
import { say } from '../../shared/language/say.ts'

/** What a person reads: what went wrong, then what to do. May quote values (`{file}`). */
export type Sentences = Readonly<Record<Locale, string>>

/** Something that the person at the terminal can put right. `code` is stable. Exit status 1. */
export class Failure extends Error {
  readonly code: string
  readonly sentences: Sentences
  readonly values: FindingValues

  constructor(code: string, sentences: Sentences, values: FindingValues = {}, options?: ErrorOptions) {
    super(say('en', sentences.en, values), options)
    this.name = 'Failure'
    this.code = code
    this.sentences = sentences
    this.values = values
  }

  /** The sentence in a language. */
  in(locale: Locale): string {
    return say(locale, this.sentences[locale], this.values)
  }
}

/** Wrong usage; shown with a pointer to --help. Exit status 3. */
export class UsageError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'UsageError'
  }
}
