/** A sentence in both languages with what it quotes, before it is known in which language it will be read. */
import type { FindingValues } from '../../../shared/domain/finding/verdict.ts'
import type { Locale, Sentences } from '../../../shared/language/locale.ts'
import { say } from '../../../shared/language/say.ts'
import { shownText } from '../../../shared/language/shown-text.ts'

export interface Said {
  sentences: Sentences
  values: FindingValues
}

/** What a sentence quotes comes from a laboratory's file: it is made fit to be seen. */
export function shownValues(values: FindingValues): FindingValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? shownText(value) : value]),
  )
}

/** The sentence in a language. */
export function saidIn(locale: Locale, { sentences, values }: Said): string {
  return say(locale, sentences[locale], shownValues(values))
}
