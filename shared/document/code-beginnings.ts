/**
 * How the codes begin that a kiosk is there to read, its own command card included: enough of each that no plate, name
 * or number typed by a hand begins so. A keyboard scanner is known by it, however slowly its keys come.
 */

/** Alternatives of one pattern, anchored. A scanner or Caps Lock may have changed the case. */
const beginnings: readonly string[] = [
  // European health certificates of any version.
  'HC[0-9A-Z]:',
  // Other countries' codes of the same form: two letters, a digit, base45. More of it is wanted, as notes have "QL1: …".
  '[A-Z]{2}[0-9]:[0-9A-Z$%*+./:-]{6}',
  'shc:/',
  '[SV]HLINK:/',
  'NZCP:/',
  // Cards of commands; badges and printed papers.
  'CHOT(?:-[A-Z]+)?:',
  // 2D-DOC: mark, version, authority and certificate; longer than any plate.
  'DC0[1-4][A-Z0-9]{8}',
  // VDS-NC, and whatever else is JSON.
  String.raw`(?:\[\s*)?\{\s*"`,
  // Citizen card, health-insurance card, personal code with its masked number.
  String.raw`(?:\d{12}|[A-Z]{2}\d{13})\|`,
  String.raw`\*{6}[A-Z0-9]`,
  // What a scanner tells of the symbol before its text: AIM (ISO/IEC 15424), an escaped character set.
  String.raw`\][A-Z]\d`,
  String.raw`\\000\d{3}`,
]

const known = new RegExp(`^(?:${beginnings.join('|')})`, 'i')

/** The longest text that one of the beginnings may need, with white space to spare. Characters. */
export const longestBeginning = 24

/** What some of them are until they are whole: those that are longer than what a scanner is known by at its pace alone. */
const unfinished = [
  '[A-Z]{2}[0-9]:[0-9A-Z$%*+./:-]{0,5}',
  'DC0[1-4][A-Z0-9]{0,7}',
  String.raw`\d{1,12}`,
  String.raw`[A-Z]{2}\d{0,13}`,
]

const beginning = new RegExp(`^(?:${unfinished.join('|')})$`, 'i')

/** Is the text, at a scanner's pace, what a code that we know may yet go on from? */
export function mayBeginCode(text: string): boolean {
  return beginning.test(text)
}

/** Does the text begin as a code that we know, so that nobody has typed it? */
export function beginsLikeCode(text: string): boolean {
  return known.test(text)
}
