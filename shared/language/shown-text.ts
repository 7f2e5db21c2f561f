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

/** Printable ASCII and the letters that Vietnamese is written with, precomposed, with single spaces. */
const plain = /^[\x21-\x7E\u00C0-\u01B0\u1EA0-\u1EF9]+(?: [\x21-\x7E\u00C0-\u01B0\u1EA0-\u1EF9]+)*$/

/**
 * The text as it may be shown: one line, no control or direction marks, at most `longestShown` characters. What is
 * harmless comes back as it is. Not for comparing: what is compared is the text itself.
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
  const shown = text
    .slice(0, longest * 4)
    .replace(turning, replacement)
    .replace(unseen, '')
    .replace(blanks, ' ')
    .replace(disturbing, replacement)
    .replace(towers, '$1')
    .trim()
    .replace(orphans, '\u25CC')
  // A name of letters that cannot be seen is not one that is missing.
  if (shown === '') return /[\p{L}\p{M}\u2800]/u.test(text.slice(0, longest)) ? replacement : ''
  const characters = Array.from(shown)
  const short = characters.length > longest || text.length > longest * 4
  return short ? `${characters.slice(0, longest - 1).join('')}…` : shown
}
