/** Base45 (RFC 9285): bytes as the 45 characters of a QR code's alphanumeric mode. */
import { Malformed } from './malformed.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

const digitOf = new Uint8Array(128).fill(255)
for (let digit = 0; digit < alphabet.length; digit++) digitOf[alphabet.charCodeAt(digit)] = digit

function digitAt(text: string, index: number): number {
  const charCode = text.charCodeAt(index)
  const digit = charCode < 128 ? digitOf[charCode]! : 255
  if (digit === 255) throw new Malformed('text-damaged', `not a base45 character at ${index}`)
  return digit
}

/**
 * Decodes base45, strictly (RFC 9285 §4, §6): foreign characters, impossible lengths and groups that overflow their
 * bytes are refused.
 * @throws Malformed
 */
export function decodeBase45(text: string): Uint8Array<ArrayBuffer> {
  const rest = text.length % 3
  if (rest === 1) throw new Malformed('text-damaged', 'impossible base45 length')
  const bytes = new Uint8Array(((text.length - rest) / 3) * 2 + (rest === 2 ? 1 : 0))
  let at = 0
  let index = 0
  for (; index + 3 <= text.length; index += 3) {
    const value = digitAt(text, index) + 45 * digitAt(text, index + 1) + 2025 * digitAt(text, index + 2)
    if (value > 0xffff) throw new Malformed('text-damaged', `base45 group too large at ${index}`)
    bytes[at++] = value >> 8
    bytes[at++] = value & 0xff
  }
  if (rest === 2) {
    const value = digitAt(text, index) + 45 * digitAt(text, index + 1)
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
