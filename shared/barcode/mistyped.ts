/** Codes whose text a keyboard or a clipboard has altered: what it may have been, and what it seems to be. */
import { keyboardLayouts, unitedStates, waysBack } from './keyboard-layouts.ts'
import { unwrapTransport, withoutWordBefore } from './transport.ts'

/** How the texts of signed codes begin, and how many characters show it, a scanner's own mark before them among these. */
const signed = /^(?:HC1:|shc:\/\d|NZCP:\/1\/|\{"(?:data|sig)":\{)/i
const tellingLength = 24

/** What any keyboard gives for the first key of such a text, or of a scanner's mark before it: most texts begin otherwise. */
const firstKeys = new Set(
  Object.values(keyboardLayouts).flatMap((keys) =>
    Array.from('hsnHSN{]', (key) => keys.charAt(unitedStates.indexOf(key))),
  ),
)

/** In these a mark without a width, a control or a line break is never part of the text; nor is a space that never breaks. */
const onlyAscii = /^(?:HC1:|shc:\/|NZCP:\/)/i

/** Signs behind a signed code that none of them ends with, such as the bracket on a key beside Enter. */
const strayEnd = /[^\p{L}\p{N} $%*+\-./:]{1,8}$/u

/** Where a signed code holds a character that its alphabet does not have: base45, decimal digits, base32. */
const foreignInside: readonly RegExp[] = [
  /^HC1:[0-9A-Z $%*+\-./:]*[^0-9A-Z $%*+\-./:]/,
  /^shc:\/[\d/]*[^\d/]/i,
  /^NZCP:\/1\/[A-Z2-7=]*[^A-Z2-7=]/,
]

/**
 * Whether a signed code holds characters that no issuer can have put there. A keyboard, an input method such as Telex or
 * a clipboard made them: where such a code cannot be read, that says nothing about the certificate.
 */
export function isAltered(scanned: string): boolean {
  const text = unwrapTransport(scanned)
  return foreignInside.some((pattern) => pattern.test(text))
}

/** A signed code without the marks inside and behind that are none of its text; null where there are none. */
function withoutMarks(code: string): string | null {
  if (!onlyAscii.test(code)) return null
  const bare = code
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, '')
    .replaceAll('\u00A0', ' ')
    .replace(strayEnd, '')
  return bare === code ? null : bare
}

/**
 * What a text may have been before it was altered, where it begins like a signed code: without marks inside or behind or a word before it, and with
 * each keyboard layout undone that made something else of this beginning. At most one a layout and one more. None is
 * certain: whoever takes one must find that its content can be read, and the signature decides.
 */
export function otherReadings(code: string): string[] {
  const bare = withoutMarks(code) ?? withoutWordBefore(code)
  const start = code.slice(0, tellingLength)
  const isSigned = (keyed: string): boolean => keyed !== start && signed.test(unwrapTransport(keyed))
  const ways = firstKeys.has(code.charAt(0)) ? waysBack.filter((undone) => isSigned(undone(start))) : []
  return [...(bare === null ? [] : [bare]), ...ways.map((undone) => unwrapTransport(undone(code)))]
}

/** Signed codes of which a layout is undone that we know only in part: any symbol stands for any other. */
const nearlySigned =
  /^(?:hc1[^a-z0-9\s].{20}|shc[^a-z0-9\s]{1,2}\d{20}|nzcp[^a-z0-9\s]{1,2}1[^a-z0-9\s].{20}|\{"(?:data|sig)":\{)/iu

/** Six fields or more, the first of which is the number of a citizen card or of a health-insurance card. */
const identity = /^(?:\d{12}|\d{10}|[A-Z]{2}\d{13})\|(?:[^|]*\|){4}/

/**
 * A citizen card whose separators are one other sign, whatever layout made it of the bar: twelve digits, then the dates of
 * birth and of issue between the same sign.
 */
const separatedOtherwise = /^\d{12}([^|\d\s])(?:\d{9}|\d{12})?\1[^]*\1(?:\d{4}|\d{6}|\d{8})\1[^]*\1\d{8}(?:\1|$)/u

/** Enough for the first fields of a card; whatever the length of a text, no more of it is undone to see what it seems to be. */
const longestLooked = 256

/** What a text seems to be that was typed on another keyboard layout; null where nothing says so. */
export function seemsMistyped(code: string): 'certificate' | 'identity' | null {
  const start = code.slice(0, longestLooked)
  if (separatedOtherwise.test(start)) return 'identity'
  for (const undone of waysBack) {
    const keyed = unwrapTransport(undone(start))
    if (keyed === start) continue
    if (nearlySigned.test(keyed)) return 'certificate'
    if (identity.test(keyed) && !identity.test(start)) return 'identity'
  }
  return null
}
