/**
 * Moments as certificates write them: times with or without a zone, and bare dates.
 *
 * A time without a zone is kept as the span of instants that it may mean, so that nothing downstream can take it for
 * UTC unnoticed: at UTC+7 that mistake is worth seven of the seventy-two hours a result is good for.
 */
import { furthestEast, furthestWest, readWrittenTime } from '../domain/time/written-time.ts'
import type { Moment } from './certificate.ts'

const hour = 3_600_000

/** Reads a date or a time (shared/domain/time/written-time.ts). Null where it is none. */
export function readMoment(text: string): Moment | null {
  const time = readWrittenTime(text)
  if (!time) return null
  const { epoch, precision } = time
  const zoned = precision === 'instant'
  const end = precision === 'day' ? epoch + 24 * hour : epoch
  return {
    text: text.trim(),
    earliest: zoned ? epoch : epoch - furthestEast,
    latest: zoned ? epoch : end + furthestWest,
    zoned,
  }
}

/**
 * Reads a validation clock: like `readMoment`, but a time without a zone is UTC, as the public test cases have it.
 * Epoch milliseconds, or null.
 */
export function readClock(text: string): number | null {
  return readWrittenTime(text)?.epoch ?? null
}
