/**
 * UTF-8 to text, strictly (RFC 3629 §4): overlong forms, surrogates and values beyond U+10FFFF are refused.
 *
 * Our own for the short texts of a certificate: a platform's decoder takes longer to enter than these take to read.
 */
import { Malformed } from './malformed.ts'

/** Beyond this the platform's decoder is quicker. */
const longestShortText = 96

const platform = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function invalid(): Malformed {
  return new Malformed('envelope-damaged', 'invalid UTF-8')
}

function decodeLong(bytes: Uint8Array): string {
  try {
    return platform.decode(bytes)
  } catch {
    throw invalid()
  }
}

/**
 * Decodes the bytes from `from` up to `end`.
 * @throws Malformed
 */
export function decodeUtf8(bytes: Uint8Array, from: number, end: number): string {
  if (end - from > longestShortText) return decodeLong(bytes.subarray(from, end))
  let text = ''
  let at = from
  /** The six bits of the continuation byte at `place`. */
  const continuation = (place: number): number => {
    const byte = place < end ? bytes[place]! : 0
    if ((byte & 0xc0) !== 0x80) throw invalid()
    return byte & 0x3f
  }
  while (at < end) {
    const first = bytes[at]!
    if (first < 0x80) {
      text += String.fromCharCode(first)
      at += 1
    } else if (first < 0xe0) {
      const point = ((first & 0x1f) << 6) | continuation(at + 1)
      if (first < 0xc2) throw invalid()
      text += String.fromCharCode(point)
      at += 2
    } else if (first < 0xf0) {
      const point = ((first & 0x0f) << 12) | (continuation(at + 1) << 6) | continuation(at + 2)
      if (point < 0x800 || (point >= 0xd800 && point <= 0xdfff)) throw invalid()
      text += String.fromCharCode(point)
      at += 3
    } else {
      const high = ((first & 0x07) << 18) | (continuation(at + 1) << 12)
      const point = high | (continuation(at + 2) << 6) | continuation(at + 3)
      if (first > 0xf4 || point < 0x10000 || point > 0x10ffff) throw invalid()
      text += String.fromCodePoint(point)
      at += 4
    }
  }
  return text
}
