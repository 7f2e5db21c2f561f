/**
 * What stands around a code's text and is none of it. Scanners put their marks before and their line ends behind,
 * clipboards and files bring byte order marks and zero-width marks, and Caps Lock turns the case over. All of it is taken
 * off here, for every kind of code, before anybody asks what the text is.
 */

/** What a reader tells of the symbol: `]Q1` (ISO/IEC 15424 §4.2), and a program behind it once more. */
const symbologyIdentifier = /^(?:\][A-Za-z][0-9A-Za-z]){1,2}/

/** A byte order mark that was read as Latin letters. */
const orderMark = /^(?:ï»¿|ÿþ|þÿ)/

/** Where a reader tells of a character set, by its number below a thousand: `\000026` (AIM ITS/04-001). */
const interpretation = /\\000\d{3}/g

/** Another mark of the scanner before what is certainly a signed code; whose text it is, the signature tells. */
const strangePrefix = /^[^\s:]{1,8}(?=HC1:|shc:\/|NZCP:\/1\/)/i

/**
 * What somebody's software or list puts before a code: a few letters, digits or signs and a separator (`QR:`, `00123 `),
 * where a known beginning follows. A separator keeps it from being part of a card's number.
 */
const wordBefore =
  /^[^\s:|]{1,8}[\s:;,=-]{1,2}(?=[A-Z]{2}\d:|shc:\/|NZCP:\/\d|\{\s*"|(?:shl|vhl)ink:\/|(?:\d{12}|[A-Z]{2}\d{13}|\*{6}[A-Z0-9]{2,9})\|)/i

/** Controls, spaces and marks without a width: none of them begins or ends the text of a code. */
function isAround(character: string): boolean {
  return character <= ' ' || (character > '~' && /[\p{Cc}\p{Cf}\p{Z}\uFFFE]/u.test(character))
}

/** Without regular expressions, which look at long runs of spaces from each of their places. */
function trimmed(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isAround(text.charAt(start))) start++
  while (end > start && isAround(text.charAt(end - 1))) end--
  return text.slice(start, end)
}

const capitals = (text: string): string => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase())

function turnedOver(text: string): string {
  return Array.from(text, (letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()))
    .join('')
    .normalize('NFC')
}

/** A field of an identity code whose words all begin small and go on in capitals, as nobody writes them: `nAM`. */
const turnedField = /\|\s*\p{Ll}\p{Lu}+(?: \p{Ll}\p{Lu}*)*\s*\|/u
const uprightSex = /\|\s*(?:Nam|NAM|Nữ|NỮ)\s*\|/

function isTurnedIdentity(text: string): boolean {
  if (!/^[\dA-Za-z*]{7,15}\|/.test(text)) return false
  const composed = text.normalize('NFC')
  return /^[a-z]+\d{6,13}\|/.test(composed) || (turnedField.test(composed) && !uprightSex.test(composed))
}

/** Texts that Caps Lock has turned over, each with its way back. Base45 and base32 have no small letters to lose. */
const turned: ReadonlyArray<readonly [(text: string) => boolean, (text: string) => string]> = [
  [(text) => /^(?:HC1:|NZCP:\/)/i.test(text) && !/^(?:HC1|NZCP)/.test(text), capitals],
  [(text) => /^[a-z]{2}\d:[^A-Z]{20,}$/.test(text), capitals],
  [(text) => /^(?:\[\s*)?\{\s*"(?:DATA|SIG)"/.test(text), turnedOver],
  [isTurnedIdentity, turnedOver],
]

/** An HC1 code as it is, which is what most scans are: begins and ends as base45 does. */
function isBare(scanned: string): boolean {
  const last = scanned.charAt(scanned.length - 1)
  return scanned.startsWith('HC1:') && last > ' ' && last <= 'Z'
}

/**
 * The text of a code without what transport has put around it. A text that is nothing but such marks comes back as it is.
 */
export function unwrapTransport(scanned: string): string {
  if (isBare(scanned)) return scanned
  const marked = trimmed(trimmed(scanned.replaceAll(interpretation, '')).replace(orderMark, ''))
  const text = trimmed(marked.replace(symbologyIdentifier, '')).replace(strangePrefix, '')
  if (text === '') return scanned
  const way = turned.find(([isTurned]) => isTurned(text))
  return way ? way[1](text) : text
}

/**
 * A code's text without a word before it; null where there is none. It may be part of the text after all: whoever takes
 * what is left must find that it can be read.
 */
export function withoutWordBefore(text: string): string | null {
  const rest = text.replace(wordBefore, '')
  return rest === text ? null : unwrapTransport(rest)
}
