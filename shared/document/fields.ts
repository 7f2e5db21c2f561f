/** The fields of a text separated by `|`, as all documents here have them, and what a field of each sort may hold. */

import { nameDamage } from '../domain/person/name-plausibility.ts'
import { isPlaceholder } from '../domain/person/placeholder.ts'

/** Above anything a card carries: the longest QR code holds 4,296 characters. */
const longestText = 4296
const mostFields = 32
const longestName = 128
const longestLine = 512

/** Controls, bidirectional and other invisible formatting, lone surrogates, private use, line breaks, the replacement
 * character of a failed decoding: none belongs in a name or an address, and each can hide or disguise one. */
const unfit = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\uFFFD]/u

const nameLetters = /^\p{L}[\p{L}\p{M} .,'’-]*$/u

/** The text in NFC if it holds nothing but visible characters, else null. */
export function visibleText(text: string): string | null {
  return unfit.test(text) ? null : text.normalize('NFC')
}

/**
 * Splits a code's text at `|`.
 * Null where it is too long, has too many fields, or holds characters that cannot be seen.
 */
export function splitFields(text: string): string[] | null {
  if (text.length > longestText) return null
  const visible = visibleText(text)
  if (visible === null) return null
  const fields = visible.split('|')
  return fields.length <= mostFields ? fields : null
}

/**
 * A person's name with single spaces; null where it is empty, too long or holds what no name does: the bytes of UTF-8 read
 * one by one (`LÃŠ TÃš`) are letters, but nobody's.
 */
export function readName(field: string): string | null {
  const name = field.trim().replace(/\s+/g, ' ')
  if (name.length > longestName || !nameLetters.test(name)) return null
  return nameDamage(name) === 'twice-encoded' ? null : name
}

/** Words that fill a field which has nothing to say. */
const nothing = /^(?:null|undefined|n\/a|không(?: có| rõ)?|chưa (?:có|rõ))$/i

/** A line of free text with single spaces, null where it says nothing; `undefined` where too long to be one. */
export function readLine(field: string): string | null | undefined {
  const line = field.trim().replace(/\s+/g, ' ')
  if (line.length > longestLine) return undefined
  return isPlaceholder(line) || nothing.test(line) ? null : line
}
