/** What may reach a terminal, whatever was printed. */
import { changeBesideIsolates } from '../../shared/language/shown-text.ts'

/**
 * What commands a terminal, or makes it show text in another order or on another line: control characters but for the
 * line feed and the tab, line and paragraph separators, and the marks that turn the direction (Unicode UAX #9).
 */
const commanding = /[^\P{Cc}\n\t]|[\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu

/**
 * The text with everything that would command a terminal written as its escape (`\\u009b`). In JSON that is the same
 * value, so a program that reads the output loses nothing. Foreign text in a sentence goes through `shownText` before
 * it comes here: this is the last door, which no command can forget. What that isolated, because it is written from right
 * to left, stays isolated.
 */
export function printable(text: string): string {
  return changeBesideIsolates(text, (each) =>
    each.replace(commanding, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`),
  )
}
