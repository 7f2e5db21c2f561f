/**
 * Foreign text made fit to be seen. Names, plates, addresses, file names and key identifiers come from codes, files and
 * sticks that a stranger wrote: one such text must stay one line, keep its order, and command neither a terminal, a
 * spreadsheet nor a printer. Every place that shows text which is not ours takes it through here: screen, terminal, CSV
 * and print.
 */

/** Longer than any name, address or identifier has reason to be; the rest is cut off, and an ellipsis says so. */
export const longestShown = 300

/** A sentence may quote a path, or another sentence that itself quotes a name. */
const longestQuoted = 1_000

/** Vietnamese needs two marks on a letter, no living script more than four; a tower of them covers the lines above. */
const mostMarks = 4

/** Marks that turn the direction of what stands around them (Unicode UAX #9), and the deprecated ones beside them. */
const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u206F]/gu

/** What takes no room and says nothing: zero-width marks, soft hyphen, joiners, variation selectors, tags. */
const unseen = /\p{Default_Ignorable_Code_Point}/gu

/** White space of every kind, line and paragraph separators among it; U+2800 is a blank that is called a letter. */
const blanks = /[\s\u0085\u2800]+/gu

/** Control and format characters, halves of surrogate pairs, private use, what is no character at all. */
const disturbing = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu

/** What is shown in place of what would change the text around it, so that something is seen to be wrong. */
const replacement = '\uFFFD'

/** Marks at the beginning would stand on what is shown before the text; a dotted circle carries them (Unicode §5.13). */
const orphans = /^(?=\p{M})/u

const towers = new RegExp(`(\\p{M}{${mostMarks}})\\p{M}+`, 'gu')

/**
 * Letters that are written from right to left (the blocks of Bidi_Class R and AL, Unicode UAX #9): figures that stand
 * beside them change sides, so that a year of birth behind a name can read as part of it.
 */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** FSI and PDI (UAX #9 §2.4.2): what is between them has a direction of its own and moves nothing around it. */
const [isolate, endOfIsolate] = ['\u2068', '\u2069']

/** What stands between the two, with them, and has no such mark in it. */
const isolated = new RegExp(`(${isolate}[^\\u2066-\\u2069]*${endOfIsolate})`, 'u')

/** Printable ASCII and the letters that Vietnamese is written with, precomposed, with single spaces. */
const plain = /^[\x21-\x7E\u00C0-\u01B0\u1EA0-\u1EF9]+(?: [\x21-\x7E\u00C0-\u01B0\u1EA0-\u1EF9]+)*$/

/**
 * The text as it may be shown: one line, no control or direction marks, at most `longestShown` characters; isolated from
 * what stands around it where it is written from right to left. What is harmless comes back as it is. Not for comparing,
 * and not for what is typed on: what is compared, or changed, is the text itself.
 */
export function shownText(text: string): string {
  return fit(text, longestShown)
}

/** The same of what a sentence quotes, which may be a sentence itself: at most `longestQuoted` characters. */
export function quotedText(text: string): string {
  return fit(text, longestQuoted)
}

function fit(text: string, longest: number): string {
  if (text.length <= longest && plain.test(text)) return text
  // Cut before, for the patterns' sake, and after, for the reader's: a character may take two units.
  const shown = withIsolates(text.slice(0, longest * 4)).trim()
  // A name of letters that cannot be seen is not one that is missing.
  if (shown === '') return /[\p{L}\p{M}\u2800]/u.test(text.slice(0, longest)) ? replacement : ''
  const characters = Array.from(shown)
  const short = characters.length > longest || text.length > longest * 4
  return short ? cut(characters, longest - 1) : shown
}

/** What was shown before, in a sentence that is shown again, stays isolated; nothing is isolated twice. */
function withIsolates(text: string): string {
  const pieces = text.split(isolated).map((piece, index) => {
    const inner = harmless(index % 2 === 1 ? piece.slice(1, -1) : piece)
    if (index % 2 === 0) return { inner, apart: false }
    // Marks that isolate nothing from right to left are marks like any other.
    return rightToLeft.test(inner) ? { inner, apart: true } : { inner: harmless(piece), apart: false }
  })
  const moves = pieces.some(({ inner, apart }) => !apart && rightToLeft.test(inner))
  if (moves) return between(harmless(pieces.map(({ inner }) => inner).join('')).trim())
  return pieces.map(({ inner, apart }) => (apart ? between(inner) : inner)).join('')
}

const between = (text: string): string => `${isolate}${text}${endOfIsolate}`

function harmless(text: string): string {
  return text
    .replace(turning, replacement)
    .replace(unseen, '')
    .replace(blanks, ' ')
    .replace(disturbing, replacement)
    .replace(towers, '$1')
    .replace(orphans, '\u25CC')
}

/** At most so many characters and an ellipsis. An isolate that is cut in two is none; its text is isolated again. */
function cut(characters: readonly string[], length: number): string {
  const room = rightToLeft.test(characters.join('')) ? 2 : 0
  const kept = characters.slice(0, length - room)
  const opened = kept.lastIndexOf(isolate)
  if (opened > kept.lastIndexOf(endOfIsolate)) kept.splice(opened, 1)
  return `${withIsolates(kept.join(''))}…`
}

/** Changes a text, but not the marks around what is isolated in it because it is written from right to left. */
export function changeBesideIsolates(text: string, change: (text: string) => string): string {
  const pieces = text.split(isolated).map((piece, index) => {
    const kept = index % 2 === 1 && rightToLeft.test(piece)
    return kept ? between(change(piece.slice(1, -1))) : change(piece)
  })
  return pieces.join('')
}
