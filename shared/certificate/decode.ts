/** Which format is this text? The one place that knows them all. */
import type { Decoded } from './decoded.ts'
import { decodeHc1, hc1Prefix } from './hc1.ts'
import { decodeNzcp, nzcpPrefix } from './nzcp.ts'
import { decodeShc } from './shc.ts'
import { isShc } from './shc-numeric.ts'
import { decodeVdsNc, isVdsNc } from './vds-nc.ts'

/** Decodes a scanned text by its prefix; null where it is of no format we know. White space at the ends is ignored. */
export function decode(text: string): Decoded | null {
  const trimmed = text.trim()
  if (trimmed.startsWith(hc1Prefix)) return decodeHc1(trimmed)
  if (isShc(trimmed)) return decodeShc(trimmed)
  if (trimmed.startsWith(nzcpPrefix)) return decodeNzcp(trimmed)
  return isVdsNc(trimmed) ? decodeVdsNc(trimmed) : null
}
