/** Base45 (RFC 9285): bytes as the 45 characters of a QR code's alphanumeric mode. */
import { freshBytes } from './fresh-bytes.ts'
import { Malformed } from './malformed.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** What no group of digits comes to: one character that is none takes its whole group beyond 16 bits. */
const notADigit = 1 << 20

/** What a character stands for at the place of a group that weighs this much, by its code. */
function digitsTimes(weight: number): Int32Array {
  const values = new Int32Array(256).fill(notADigit)
  for (let digit = 0; digit < alphabet.length; digit++) values[alphabet.charCodeAt(digit)] = digit * weight
  return values
}
const first = digitsTimes(1)
const second = digitsTimes(45)
const third = digitsTimes(2025)

function damagedAt(index: number): Malformed {
  return new Malformed('text-damaged', `not base45 at ${index}`)
}

/**
 * Decodes base45, strictly (RFC 9285 §4, §6): foreign characters, impossible lengths and groups that overflow their
 * bytes are refused.
 * @param from where in `text` the base45 begins
 * @throws Malformed
 */
export function decodeBase45(text: string, from = 0): Uint8Array<ArrayBuffer> {
  const length = text.length - from
  const rest = length % 3
  if (rest === 1) throw new Malformed('text-damaged', 'impossible base45 length')
  const bytes = freshBytes(((length - rest) / 3) * 2 + (rest === 2 ? 1 : 0))
  let at = 0
  let index = from
  for (const end = text.length - rest; index < end; index += 3) {
    const low = text.charCodeAt(index)
    const middle = text.charCodeAt(index + 1)
    const high = text.charCodeAt(index + 2)
    if ((low | middle | high) > 0xff) throw damagedAt(index)
    const value = first[low]! + second[middle]! + third[high]!
    if (value > 0xffff) throw damagedAt(index)
    bytes[at++] = value >> 8
    bytes[at++] = value & 0xff
  }
  if (rest === 2) {
    const low = text.charCodeAt(index)
    const high = text.charCodeAt(index + 1)
    const value = (low | high) > 0xff ? notADigit : first[low]! + second[high]!
    if (value > 0xff) throw damagedAt(index)
    bytes[at] = value
  }
  return bytes
}

/** Encodes bytes as base45 (RFC 9285 §4). */
export function encodeBase45(bytes: Uint8Array): string {
  let text = ''
  for (let index = 0; index + 1 < bytes.length; index += 2) {
    const value = (bytes[index]! << 8) | bytes[index + 1]!
    text +=
      alphabet.charAt(value % 45) +
      alphabet.charAt(Math.floor(value / 45) % 45) +
      alphabet.charAt(Math.floor(value / 2025))
  }
  if (bytes.length % 2 === 1) {
    const value = bytes[bytes.length - 1]!
    text += alphabet.charAt(value % 45) + alphabet.charAt(Math.floor(value / 45))
  }
  return text
}
