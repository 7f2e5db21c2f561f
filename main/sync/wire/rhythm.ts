/**
 * When a kiosk that is open sets out to its hub by itself: pure, so that every kind of day can be tried. A trip that brought
 * everything is followed by another soon where there is something new, and by a sign of life where there is not.
 */
import { firstTryIn, nextTryIn } from './retry.ts'

const minute = 60_000

/** Between two looks whether something waits, before half of it more or less. */
const look = minute
/** A kiosk of which a hub hears nothing for 7 minutes looks lost to the province. */
const signOfLife = 4 * minute

/** How trips went since the kiosk was opened. */
export interface Rhythm {
  /** In a row. */
  failures: number
  /** The last trip after which all was delivered, epoch milliseconds; null: none yet. */
  goodAt: number | null
}

export const fresh: Rhythm = { failures: 0, goodAt: null }

/** Milliseconds until the first trip after a start, or after the network came up. @param chance from 0 up to 1 */
export const untilFirst = firstTryIn

/** After a trip. `why` null: all was delivered. @param now epoch milliseconds */
export function after({ failures, goodAt }: Rhythm, { why, now }: { why: string | null; now: number }): Rhythm {
  return why === null ? { failures: 0, goodAt: now } : { failures: failures + 1, goodAt }
}

/** Milliseconds until the next look. @param retryAfter what the hub asked for, in milliseconds; null: nothing */
export function untilNext({ failures }: Rhythm, chance: number, retryAfter: number | null): number {
  if (failures > 0 || retryAfter !== null) return nextTryIn(Math.max(failures, 1), chance, retryAfter)
  return Math.round(look * (0.5 + chance))
}

/** Whether a look becomes a trip. @param waiting entries without a receipt */
export function isDue({ failures, goodAt }: Rhythm, waiting: number, now: number): boolean {
  return failures > 0 || waiting > 0 || goodAt === null || now - goodAt >= signOfLife || now < goodAt
}
