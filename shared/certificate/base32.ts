/** Base32 (RFC 4648 §6) without padding, read strictly: one text for one byte string. */
import { Malformed } from './malformed.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

const digitOf = new Uint8Array(128).fill(255)
for (let digit = 0; digit < alphabet.length; digit++) digitOf[alphabet.charCodeAt(digit)] = digit

/** Digits that a last group of 1 to 4 bytes takes; 1, 3 and 6 are no number of bytes. */
const impossibleRests = [1, 3, 6]

/**
 * Decodes base32. Lower-case letters, padding, impossible lengths and bits beyond the last byte that are not zero
 * (RFC 4648 §3.5) are refused.
 * @throws Malformed
 */
export function decodeBase32(text: string): Uint8Array<ArrayBuffer> {
  if (impossibleRests.includes(text.length % 8)) throw new Malformed('text-damaged', 'impossible base32 length')
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8))
  let [at, buffer, bits] = [0, 0, 0]
  for (let index = 0; index < text.length; index++) {
    const charCode = text.charCodeAt(index)
    const digit = charCode < 128 ? digitOf[charCode]! : 255
    if (digit === 255) throw new Malformed('text-damaged', `not a base32 character at ${index}`)
    buffer = ((buffer << 5) | digit) & 0xfff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (buffer >> bits) & 0xff
    }
  }
  if ((buffer & ((1 << bits) - 1)) !== 0) throw new Malformed('text-damaged', 'bits beyond the last byte')
  return bytes
}

/** Encodes bytes as base32 without padding. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = ''
  let [buffer, bits] = [0, 0]
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet.charAt((buffer >> bits) & 31)
    }
  }
  return bits > 0 ? text + alphabet.charAt((buffer << (5 - bits)) & 31) : text
}
