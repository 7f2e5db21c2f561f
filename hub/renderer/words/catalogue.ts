/** What the page says: Vietnamese sets the keys, English must have the same. */
import type { FindingValues } from '../../../shared/domain/finding/verdict.ts'
import type { Locale } from '../../../shared/language/locale.ts'
import { say } from '../../../shared/language/say.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

export type MessageKey = keyof typeof vi

/** All that is said, by language. */
export const hubCatalogues: Record<Locale, Record<MessageKey, string>> = { vi, en }

/** Says a message. Values whose name ends in `At` are instants (epoch milliseconds). */
export type Speak = (key: MessageKey, values?: FindingValues) => string

/** A `Speak` in one language. */
export function speakIn(locale: Locale): Speak {
  return (key, values) => say(locale, hubCatalogues[locale][key], values)
}
