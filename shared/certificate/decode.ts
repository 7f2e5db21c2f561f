/** Which format is this text? The one place that knows them all. */
import type { Decoded } from './decoded.ts'
import { decodeHc1, hc1Prefix } from './hc1.ts'
import type { Platform } from './platform.ts'

/** Decodes a scanned text by its prefix; null where it is of no format we know. White space at the ends is ignored. */
export function decode(text: string, platform: Platform): Decoded | null {
  const trimmed = text.trim()
  return trimmed.startsWith(hc1Prefix) ? decodeHc1(trimmed, platform) : null
}
