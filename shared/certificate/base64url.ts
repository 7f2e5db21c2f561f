/** Base64url (RFC 4648 §5), read strictly: one text for one byte string, but for the padding. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const digitOf = new Uint8Array(128).fill(255)
for (let digit = 0; digit < alphabet.length; digit++) digitOf[alphabet.charCodeAt(digit)] = digit

/** The text without its padding; null where padding is of a length that cannot be. */
function withoutPadding(text: string): string | null {
  const end = text.indexOf('=')
  if (end === -1) return text
  const padding = text.slice(end)
  return (padding === '=' || padding === '==') && text.length % 4 === 0 ? text.slice(0, end) : null
}

/**
 * Decodes base64url with its padding whole or left out. Null for foreign characters (those of plain base64 among
 * them), impossible lengths, and bits beyond the last byte that are not zero (RFC 4648 §3.5).
 */
export function decodeBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  const digits = withoutPadding(text)
  if (digits === null || digits.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  let [at, buffer, bits] = [0, 0, 0]
  for (let index = 0; index < digits.length; index++) {
    const charCode = digits.charCodeAt(index)
    const digit = charCode < 128 ? digitOf[charCode]! : 255
    if (digit === 255) return null
    buffer = ((buffer << 6) | digit) & 0xfff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (buffer >> bits) & 0xff
    }
  }
  return (buffer & ((1 << bits) - 1)) === 0 ? bytes : null
}

/** Encodes bytes as base64url without padding. */
export function encodeBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const three = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const digits = Math.min(bytes.length - at, 3) + 1
    for (let digit = 0; digit < digits; digit++) text += alphabet[(three >> (18 - 6 * digit)) & 63]!
  }
  return text
}
