/** When a kiosk tries its hub again: pure, so that a hundred kiosks whose hub went down do not come back in one second. */

const second = 1000

/** The first try after a start or after the network came up: spread, in milliseconds. */
const firstSpread = 120 * second
const firstWait = 30 * second
const longestWait = 15 * 60 * second
/** How long one try may take. */
export const timeLimit = 30 * second
/** A hub may ask for patience, and not for silence. */
const longestAsked = 24 * 60 * 60 * second

/** @param chance from 0 up to 1 */
export const firstTryIn = (chance: number): number => Math.floor(chance * firstSpread)

/**
 * Milliseconds until the next try after so many failures in a row: 30 s × 2ⁿ, at most 15 minutes, and only then half of
 * that more or less. What the hub asks for goes before.
 * @param failures 1 after the first
 * @param chance from 0 up to 1
 * @param retryAfter what the hub's answer said, in milliseconds; null: nothing
 */
export function nextTryIn(failures: number, chance: number, retryAfter: number | null): number {
  if (retryAfter !== null) return Math.min(Math.max(retryAfter, 0), longestAsked)
  const wait = Math.min(firstWait * 2 ** Math.min(failures - 1, 30), longestWait)
  return Math.round(wait * (0.5 + chance))
}

/** What a Retry-After header says (RFC 9110 §10.2.3), in milliseconds from now; null where it says nothing. */
export function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * second
  const date = Date.parse(header)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}
