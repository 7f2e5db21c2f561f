/** Catalogues of what the screen says: Vietnamese sets the keys, every other language must have the same. */
import type { FindingValues } from '../../shared/domain/finding/verdict.ts'
import type { Locale } from '../../shared/language/locale.ts'
import { say } from '../../shared/language/say.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

export type MessageKey = keyof typeof vi
export type Catalogue = Record<MessageKey, string>

export const catalogues: Record<Locale, Catalogue> = { vi, en }

/** Says a message of the catalogue. Values whose name ends in `At` are instants (epoch milliseconds). */
export type Speak = (key: MessageKey, values?: FindingValues) => string

/** A `Speak` in one language. */
export function speakIn(locale: Locale): Speak {
  return (key, values) => say(locale, catalogues[locale][key], values)
}
