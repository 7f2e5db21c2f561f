/** Base45 (RFC 9285): bytes as the 45 characters of a QR code's alphanumeric mode. */
import { Malformed } from './malformed.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** Larger than any digit, with a bit of its own so that one test finds it among several. */
const notADigit = 128

/** Digits by byte. Characters beyond ASCII are several bytes of UTF-8, none of which is a digit. */
const digitOf = new Uint8Array(256).fill(notADigit)
for (let digit = 0; digit < alphabet.length; digit++) digitOf[alphabet.charCodeAt(digit)] = digit

const utf8 = new TextEncoder()

/**
 * Decodes base45, strictly (RFC 9285 §4, §6): foreign characters, impossible lengths and groups that overflow their
 * bytes are refused.
 * @param from where in `text` the base45 begins; what stands before is ASCII
 * @throws Malformed
 */
export function decodeBase45(text: string, from = 0): Uint8Array<ArrayBuffer> {
  const characters = utf8.encode(text)
  const length = characters.length - from
  const rest = length % 3
  if (rest === 1) throw new Malformed('text-damaged', 'impossible base45 length')
  const bytes = new Uint8Array(((length - rest) / 3) * 2 + (rest === 2 ? 1 : 0))
  let at = 0
  let index = from
  for (const end = characters.length - rest; index < end; index += 3) {
    const low = digitOf[characters[index]!]!
    const middle = digitOf[characters[index + 1]!]!
    const high = digitOf[characters[index + 2]!]!
    const value = low + 45 * middle + 2025 * high
    if (((low | middle | high) & notADigit) !== 0) throw new Malformed('text-damaged', `not base45 at ${index}`)
    if (value > 0xffff) throw new Malformed('text-damaged', `base45 group too large at ${index}`)
    bytes[at++] = value >> 8
    bytes[at++] = value & 0xff
  }
  if (rest === 2) {
    const low = digitOf[characters[index]!]!
    const high = digitOf[characters[index + 1]!]!
    if (((low | high) & notADigit) !== 0) throw new Malformed('text-damaged', `not base45 at ${index}`)
    const value = low + 45 * high
    if (value > 0xff) throw new Malformed('text-damaged', `base45 group too large at ${index}`)
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
