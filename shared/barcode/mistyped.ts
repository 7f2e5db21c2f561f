/** Codes whose text a keyboard or a clipboard has altered: what it may have been, and what it seems to be. */
import { mostInside, signedInside } from './inner-text.ts'
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
  return foreignInside.some((pattern) => pattern.test(text)) || hasLostPlus(text)
}

/** Of codes with so many signs of base45 one in 90 has no plus by chance. */
const withoutPlus = /^HC1:[^+]{200,}$/

/** Pluses and spaces are nine of 200 signs on the average. */
const spacesOfPluses = 6

/** What takes a code for part of an address makes a space of each plus; which were pluses, nothing tells. */
function hasLostPlus(text: string): boolean {
  return withoutPlus.test(text) && text.split(' ').length > spacesOfPluses
}

/** Such a mark is no part of JSON either, but where a text has it escaped; what it says is signed, so that nothing else fits. */
const json = /^\{\s*"(?:data|sig)"/

/** A signed code without the marks inside and behind that are none of its text; null where there are none. */
function withoutMarks(code: string): string | null {
  const isJson = json.test(code)
  if (!isJson && !onlyAscii.test(code)) return null
  const unmarked = code.replaceAll(/[\p{Cc}\p{Cf}]+/gu, '')
  const bare = isJson ? unmarked : unmarked.replaceAll('\u00A0', ' ').replace(strayEnd, '')
  return bare === code ? null : bare
}

/** Whoever breaks a text into lines puts a break in the place of a space, and base45 has spaces; null: it has no breaks. */
function wrappedAtSpaces(code: string): string | null {
  if (!/^HC1:/i.test(code) || !/[\r\n]/.test(code)) return null
  const spaced = code.replaceAll(/\r\n|[\r\n]/g, ' ')
  return withoutMarks(spaced) ?? spaced
}

/** Neither base45 nor base32 has small letters; null: it has none either. */
function inCapitals(code: string): string | null {
  if (!/^(?:HC1:|NZCP:\/)/.test(code) || !/[a-z]/.test(code)) return null
  return code.replaceAll(/[a-z]+/g, (letters) => letters.toUpperCase())
}

/**
 * What a text may have been before it was altered: without marks inside or behind a signed code or a word before it, the
 * codes inside it, and with each keyboard layout undone that made something else of such a code's beginning. At most
 * `mostReadings`. None is certain: whoever takes one must find that its content can be read, and the signature decides.
 */
export function otherReadings(code: string): string[] {
  const bare = withoutMarks(code) ?? withoutWordBefore(code)
  const further = [wrappedAtSpaces(code), inCapitals(code)].filter((each) => each !== null)
  const start = code.slice(0, tellingLength)
  const isSigned = (keyed: string): boolean => keyed !== start && signed.test(unwrapTransport(keyed))
  const ways = firstKeys.has(code.charAt(0)) ? waysBack.filter((way) => isSigned(way(start))) : []
  const undone = ways.map((way) => unwrapTransport(way(code)))
  return [...new Set([...(bare === null ? [] : [bare]), ...further, ...undone, ...signedInside(code)])]
}

/** How many readings a text has at most, whatever it is: that is how often a scan is decoded in vain. */
export const mostReadings = 3 + waysBack.length + mostInside

/** Signed codes of which a layout is undone that we know only in part: any symbol stands for any other. */
const nearlySigned =
  /^(?:hc1[^a-z0-9\s].{20}|shc[^a-z0-9\s]{1,2}\d{20}|nzcp[^a-z0-9\s]{1,2}1[^a-z0-9\s].{20}|\{"(?:data|sig)":\{)/iu

/** Six fields or more, the first of which is the number of a citizen card or of a health-insurance card. */
const identity = /^(?:\d{12}|\d{10}|[A-Z]{2}\d{13})\|(?:[^|]*\|){4}/

/** A number and its bar that came as they are came on the right layout, whatever else the text is. */
const numberIntact = /^(?:\d{12}|\d{10}|[A-Z]{2}\d{13})\|/

/**
 * Identity codes whose separators are one other sign, whatever layout made it of the bar: twelve digits, then the dates of
 * birth and of issue; an insured person's number, then a name in hexadecimal digits and the sex; any number, then a birth
 * date, the declarer and a long number.
 */
const separatedOtherwise: readonly RegExp[] = [
  /^\d{12}([^|\d\s])(?:\d{9}|\d{12})?\1[^]*\1(?:\d{4}|\d{6}|\d{8})\1[^]*\1\d{8}(?:\1|$)/u,
  /^(?:[A-Z]{2}\d{13}|\d{10})([^|\p{L}\p{N}\s])(?:[0-9A-F]{2}){2,64}\1[^\p{L}]{4,10}\1[12]\1/iu,
  /^[A-Z0-9*]{7,14}([^|\p{L}\p{N}\s])[\p{L} ]{2,64}\1\d{4}(?:[^\p{L}\d]\d\d[^\p{L}\d]\d\d)?\1[01]\1\d{10,20}/u,
]

/** JSON of a VDS-NC by its pattern alone: brace, mark, word, mark, colon, brace, mark. */
const bracedOtherwise = /^(\S)(\S)(?:data|sig)\2(\S)\1\2(?:hdr|alg|msg|cer)\2\3/iu

/** Enough for the first fields of a card; whatever the length of a text, no more of it is undone to see what it seems to be. */
const longestLooked = 256

/** What a text seems to be that was typed on another keyboard layout; null where nothing says so. */
export function seemsMistyped(code: string): 'certificate' | 'identity' | null {
  const start = code.slice(0, longestLooked)
  if (separatedOtherwise.some((pattern) => pattern.test(start))) return 'identity'
  if (bracedOtherwise.test(start) && !start.startsWith('{"')) return 'certificate'
  for (const undone of waysBack) {
    const keyed = unwrapTransport(undone(start))
    if (keyed === start) continue
    if (nearlySigned.test(keyed)) return 'certificate'
    if (identity.test(keyed) && !numberIntact.test(start)) return 'identity'
  }
  return null
}
