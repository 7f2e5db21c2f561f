/** Text written as the hexadecimal digits of its UTF-8 bytes, as the health-insurance card has names and addresses. */
import { visibleText } from './fields.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text behind the digits; null where they are not hexadecimal, not UTF-8, or hold what cannot be seen. */
export function decodeHexText(digits: string): string | null {
  if (!/^(?:[0-9A-Fa-f]{2})+$/.test(digits)) return null
  const bytes = new Uint8Array(digits.length / 2)
  for (let index = 0; index < bytes.length; index++)
    bytes[index] = Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16)
  try {
    return visibleText(utf8.decode(bytes))
  } catch {
    return null
  }
}
