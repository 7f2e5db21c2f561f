/** Which format is this text? The one place that knows them all. */
import { otherReadings } from '../barcode/mistyped.ts'
import { unwrapTransport } from '../barcode/transport.ts'
import type { Decoded } from './decoded.ts'
import { decodeHc1, hc1Prefix } from './hc1.ts'
import { decodeNzcp, isNzcp } from './nzcp.ts'
import { decodeShc } from './shc.ts'
import { isShc } from './shc-numeric.ts'
import { decodeVdsNc, isVdsNc } from './vds-nc.ts'

function decodeByPrefix(text: string): Decoded | null {
  if (text.startsWith(hc1Prefix)) return decodeHc1(text)
  if (isShc(text)) return decodeShc(text)
  if (isNzcp(text)) return decodeNzcp(text)
  return isVdsNc(text) ? decodeVdsNc(text) : null
}

/**
 * Decodes a scanned text by its prefix; null where it is of no format we know. What transport has put around it is no part
 * of it, and what a keyboard or a clipboard has altered inside is undone where the content can then be read.
 */
export function decode(scanned: string): Decoded | null {
  const text = unwrapTransport(scanned)
  const decoded = decodeByPrefix(text)
  if (decoded?.claims) return decoded
  for (const reading of otherReadings(text)) {
    const other = decodeByPrefix(reading)
    if (other?.claims) return other
  }
  return decoded
}
