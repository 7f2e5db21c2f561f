/**
 * Collects a SMART Health Card that is spread over several codes ("Chunking Larger SHCs"): scanned in any order, some
 * of them twice. Nothing in a part says which card it belongs to, so parts of two cards are told apart only where they
 * contradict each other; a mixture that does not fails to decode, and its codes are scanned again.
 */
import { otherReadings } from '../barcode/mistyped.ts'
import { unwrapTransport } from '../barcode/transport.ts'
import { attempt } from './malformed.ts'
import { isShc, readNumericPart, type NumericPart } from './shc-numeric.ts'

/** What has been collected of one card; JSON-safe, to be kept between scans. */
export interface CollectedParts {
  /** In order; null where the part is still missing. Its length is how many parts there are. */
  digits: readonly (string | null)[]
}

/** What a scanned text did to the collection. */
export type Collected =
  /** No part of several: a whole card, or no health card at all. The collection stands as it was. */
  | { kind: 'not-a-part' }
  /** A part that is damaged: scan it again. The collection stands as it was. */
  | { kind: 'damaged' }
  /** More are needed; `restarted` where this one belongs to another card, which is now the one collected. */
  | { kind: 'more'; parts: CollectedParts; missing: number[]; restarted: boolean }
  /** All are there: the text as if it had been a single code. */
  | { kind: 'complete'; text: string }

function belongsTo({ index, total, digits }: NumericPart, parts: CollectedParts): boolean {
  const known = parts.digits[index - 1]
  return parts.digits.length === total && (known === null || known === digits)
}

function isPart(text: string): boolean {
  return isShc(text) && attempt(() => readNumericPart(text)).ok
}

/** The part's own text, without what transport has put around it or a keyboard has made of it. */
function partText(scanned: string): string {
  const text = unwrapTransport(scanned)
  return isPart(text) ? text : (otherReadings(text).find(isPart) ?? text)
}

/**
 * Adds one scanned text.
 * @param parts what is collected so far, null at first and after `complete`
 */
export function collectPart(parts: CollectedParts | null, scanned: string): Collected {
  const text = partText(scanned)
  if (!isShc(text)) return { kind: 'not-a-part' }
  const read = attempt(() => readNumericPart(text))
  if (!read.ok) return { kind: 'damaged' }
  const part = read.value
  if (part.total === 1) return { kind: 'not-a-part' }
  const restarted = parts !== null && !belongsTo(part, parts)
  const before = parts && !restarted ? parts.digits : Array.from({ length: part.total }, () => null)
  const digits = before.with(part.index - 1, part.digits)
  const missing = digits.flatMap((known, at) => (known === null ? [at + 1] : []))
  return missing.length > 0
    ? { kind: 'more', parts: { digits }, missing, restarted }
    : { kind: 'complete', text: `shc:/${digits.join('')}` }
}
