/**
 * Sentences: an ICU message and its values become text. One place for the command line, the screen and the reports.
 */
import { IntlMessageFormat } from 'intl-messageformat'
import { findingCodes } from '../domain/finding/finding-codes.ts'
import type { Finding, FindingValues, Outcome } from '../domain/finding/verdict.ts'
import type { Locale } from './locale.ts'
import { sayOnWhat } from './plate-words.ts'
import { quotedText } from './shown-text.ts'
import { formatInstant } from './time.ts'

const compiled = new Map<string, IntlMessageFormat>()

/**
 * Fills an ICU message. Values whose name ends in `At` are instants (epoch milliseconds) and are written in Viet
 * Nam's time; `vehicle` is what a crossing was on (see `vehicleValue`). A text among the values may be a stranger's: it is made fit to be seen (`quotedText`), so that no name
 * breaks out of the sentence that quotes it. Messages are compiled once.
 */
export function say(locale: Locale, message: string, values: FindingValues = {}): string {
  const key = `${locale}\n${message}`
  let format = compiled.get(key)
  if (!format) {
    format = new IntlMessageFormat(message, locale === 'vi' ? 'vi-VN' : 'en-GB')
    compiled.set(key, format)
  }
  const written = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, shownValue(locale, name, value)]),
  )
  return String(format.format(written))
}

function shownValue(locale: Locale, name: string, value: string | number): string | number {
  if (typeof value === 'string') return name === 'vehicle' ? sayOnWhat(locale, quotedText(value)) : quotedText(value)
  return name.endsWith('At') ? formatInstant(value) : value
}

/** The finding's own sentence: what it means, then what to do. */
export function sayFinding(locale: Locale, finding: Finding): string {
  return say(locale, findingCodes[finding.code][locale], finding.values)
}

/** The finding's reason alone, in at most `longestShort` characters: for a row, and for whoever stands far off. */
export function sayShort(locale: Locale, finding: Finding): string {
  return say(locale, findingCodes[finding.code].short[locale], finding.values)
}

/** The one word of each outcome. */
export const outcomeWords: Record<Locale, Record<Outcome, string>> = {
  vi: { accepted: 'HỢP LỆ', check: 'CẦN KIỂM TRA', rejected: 'KHÔNG HỢP LỆ', unreadable: 'KHÔNG ĐỌC ĐƯỢC' },
  en: { accepted: 'VALID', check: 'CHECK', rejected: 'NOT VALID', unreadable: 'UNREADABLE' },
}
