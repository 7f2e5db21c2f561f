/**
 * When a kiosk that is sent away comes back. Fifty that were sent away together would come together again; so each has its own
 * place in the minute, which follows from its enrolment, and a little chance for those that share one.
 */
import { readSealed } from '../shared/sync/seal.ts'

/** Seconds. */
const least = 5
const spread = 55
const jitter = 5

/**
 * Seconds from now, for `Retry-After`.
 * @param body what it sent; whoever sends no sealed file has a place by chance
 * @param chance from 0 up to 1
 */
export function comeBackAfter(body: unknown, chance: number): number {
  const file = body instanceof Uint8Array ? readSealed(body) : 'not-sealed'
  const place = typeof file === 'string' ? chance : Number.parseInt(file.outer.enrolment.slice(0, 8), 16) / 2 ** 32
  return least + Math.floor(place * spread + chance * jitter)
}
