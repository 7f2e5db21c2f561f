/** How a command says that it cannot go on. */
import type { FindingValues } from '../../shared/domain/finding/verdict.ts'
import type { Locale, Sentences } from '../../shared/language/locale.ts'
import { say } from '../../shared/language/say.ts'
import { status, type Status } from './statuses.ts'
import { systemReason } from './system-error.ts'

/** What a failure may bring beside its sentence. */
interface FailureOptions extends ErrorOptions {
  /** The exit status; `status.no` where nothing else is said. */
  status?: Status
}

/** Fills a sentence; `{why}` is what its cause says, unless it is given. */
function written(locale: Locale, sentences: Sentences, values: FindingValues, cause: unknown): string {
  const why = cause === undefined ? {} : { why: systemReason(cause, locale) }
  return say(locale, sentences[locale], { ...why, ...values })
}

/**
 * Something that the person at the terminal can put right: what went wrong, then what to do. `code` is stable. A
 * sentence that quotes `{why}` gets it from the error's `cause`.
 */
export class Failure extends Error {
  readonly code: string
  readonly sentences: Sentences
  readonly values: FindingValues
  readonly status: Status

  constructor(code: string, sentences: Sentences, values: FindingValues = {}, options: FailureOptions = {}) {
    super(written('en', sentences, values, options.cause), options)
    this.name = 'Failure'
    this.code = code
    this.sentences = sentences
    this.values = values
    this.status = options.status ?? status.no
  }

  /** The sentence in a language. */
  in(locale: Locale): string {
    return written(locale, this.sentences, this.values, this.cause)
  }
}

/** Wrong usage: shown with a pointer to the page of the command that was meant. */
export class UsageError extends Failure {
  constructor(sentences: Sentences, values: FindingValues = {}, options: ErrorOptions = {}) {
    super('usage', sentences, values, { ...options, status: status.usage })
    this.name = 'UsageError'
  }
}
