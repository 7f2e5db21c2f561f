/**
 * Characters as Windows takes them from Alt and the numeric keypad: Alt down, the digits of a number, Alt up. Scanners
 * send so what their keyboard layout does not bear. The page sees the keys only, and where Windows makes a character of
 * them, that character without a key.
 */
import { lostCharacter } from './keys.ts'

/**
 * What a key adds to what has been typed under Alt; null where that has nothing to do with it. Num Lock does not matter.
 * A plus first makes it hexadecimal.
 */
export function keypadKey(code: string, typed: string): string | null {
  if (code === 'NumpadAdd' && typed === '') return '+'
  const hexadecimal = typed.startsWith('+') ? /^Key([A-F])$/.exec(code)?.[1] : undefined
  return hexadecimal ?? /^Numpad(\d)$/.exec(code)?.[1] ?? null
}

/**
 * The character of a number typed so. `+1EA1` is hexadecimal Unicode; `0224` is of Windows' western code page; above 255
 * a number is Unicode. Between 128 and 255 without a leading zero it is of a code page that only Windows knows, which is
 * `lostCharacter`, as is what is no character.
 */
export function keypadCharacter(typed: string): string {
  if (/^\+[0-9A-F]{1,6}$/i.test(typed)) return unicode(Number.parseInt(typed.slice(1), 16))
  if (!/^\d{1,7}$/.test(typed)) return lostCharacter
  const number = Number(typed)
  if (number > 255 || number < 128) return unicode(number)
  return typed.startsWith('0') ? new TextDecoder('windows-1252').decode(Uint8Array.of(number)) : lostCharacter
}

function unicode(number: number): string {
  const isScalar = number >= 0x20 && number <= 0x10ffff && !(number >= 0xd800 && number <= 0xdfff)
  return isScalar ? String.fromCodePoint(number) : lostCharacter
}
