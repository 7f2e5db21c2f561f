/**
 * The text of SMART Health Card codes (SMART Health Cards framework, "Encoding QRs"): `shc:/` and pairs of digits, one
 * a character of the card's JWS, or `shc:/C/N/` before the Cth of N parts of it.
 */
import { Malformed } from './malformed.ts'

/** What one code holds: a whole card (`1` of `1`), or a part of one. */
export interface NumericPart {
  /** From 1. */
  index: number
  total: number
  digits: string
}

/** Twice what the largest QR code holds; anything longer was typed or joined from many. */
const longestCode = 16 * 1024
/** Cards in more codes than this exist nowhere, and nobody would scan them. */
const mostParts = 99

/** The lowest character that a pair stands for, `-`; the highest pair, 77, is `z`. */
const firstCharCode = 45
const highestPair = 77

/** Is this text, damaged perhaps, of this format? Schemes do not mind case (RFC 3986 §3.1), nor does Caps Lock. */
export function isShc(text: string): boolean {
  return /^shc:\//i.test(text)
}

/**
 * Reads the text of one code.
 * @throws Malformed where the numbering is impossible or the digits are no pairs from 00 to 77
 */
export function readNumericPart(text: string): NumericPart {
  if (text.length > longestCode) throw new Malformed('content-too-large', 'text longer than any code')
  const match = /^shc:\/(?:([1-9]\d?)\/([1-9]\d?)\/)?(\d+)$/i.exec(text)
  if (!match) throw new Malformed('text-damaged', 'not numeric')
  const [index, total, digits] = [Number(match[1] ?? 1), Number(match[2] ?? 1), match[3] ?? '']
  if (index > total || total > mostParts) throw new Malformed('text-damaged', `part ${index} of ${total}`)
  decodeDigits(digits)
  return { index, total, digits }
}

/**
 * Pairs of digits as characters.
 * @throws Malformed
 */
export function decodeDigits(digits: string): string {
  if (digits.length % 2 === 1) throw new Malformed('text-damaged', 'an odd number of digits')
  let text = ''
  for (let at = 0; at < digits.length; at += 2) {
    const pair = Number(digits.slice(at, at + 2))
    if (pair > highestPair) throw new Malformed('text-damaged', `pair ${pair} at ${at}`)
    text += String.fromCharCode(firstCharCode + pair)
  }
  return text
}

/** Characters from `-` to `z` as pairs of digits: what a JWS is made of. */
export function encodeDigits(text: string): string {
  return Array.from(text, (character) => String(character.charCodeAt(0) - firstCharCode).padStart(2, '0')).join('')
}
