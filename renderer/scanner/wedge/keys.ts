/** What kind of key was pressed, and which character its place bears on the keyboard that scanners are set to. */
import type { FieldText } from './field-text.ts'

/**
 * Stands for a character that a key gave and that did not reach the page. A noncharacter (Unicode §23.7): no code and
 * no keyboard has it.
 */
export const lostCharacter = '\uFFFF'

/** One key that went down, or one character that came without a key. */
export interface KeyPress {
  /** KeyboardEvent.key; `lostCharacter` where that does not say which; `Ctrl+J` for a chord. */
  key: string
  /** What a US keyboard has in that place; null where there is no place, and the character itself counts. */
  place: string | null
  /** An input method keeps the character to itself. */
  ofMethod: boolean
  /** The event's timeStamp: milliseconds on performance.now()'s clock. */
  at: number
  /** A field has the focus, and gets the key unless it is claimed. */
  inField: boolean
  /** What the field with the focus held before the key, or the field that typing would go to; null where there is none. */
  before: FieldText | null
}

/** Keys that scanners end a scan with. */
export const isSuffix = (key: string): boolean => key === 'Enter' || key === 'Tab' || key === 'Escape'
export const isCharacter = (key: string): boolean => /^.$/su.test(key)
export const isModifier = (key: string): boolean => modifiers.has(key)

const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'CapsLock', 'NumLock'])

/** The character that a chord with Ctrl stands for among the controls (ISO 646): scanners send separators so. */
export function controlOf(key: string): string | null {
  const [letter] = /^Ctrl\+([@-_])$/.exec(key)?.slice(1) ?? []
  return letter === undefined ? null : String.fromCharCode(letter.charCodeAt(0) & 0x1f)
}

/** Places beside letters and digits: what they bear without and with Shift. */
const marks: Readonly<Record<string, string>> = {
  Space: '  ',
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Semicolon: ';:',
  Quote: `'"`,
  Backquote: '`~',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
}

const digitsShifted = ')!@#$%^&*('

/**
 * What a US keyboard bears in a place (KeyboardEvent.code): what a scanner that is set to it has sent, whatever Caps
 * Lock, the layout of Windows or an input method made of it. Null where the place bears no character there.
 */
export function usCharacter(code: string, shift: boolean): string | null {
  const [, letter, digit] = /^(?:Key([A-Z])|Digit(\d))$/.exec(code) ?? []
  if (letter !== undefined) return shift ? letter : letter.toLowerCase()
  if (digit !== undefined) return shift ? digitsShifted.charAt(Number(digit)) : digit
  return Object.hasOwn(marks, code) ? (marks[code]?.charAt(shift ? 1 : 0) ?? null) : null
}
