/** Whether a closed day is still as it was, and what its next version is where it is not. */
import { isDeepStrictEqual } from 'node:util'
import type { ClosedDay } from '../../shared/ledger/closed-day.ts'

/** The version behind the last one; null: nothing is different. */
export function nextVersion(last: ClosedDay, now: Pick<ClosedDay, 'head' | 'totals' | 'beside'>): ClosedDay | null {
  return isDeepStrictEqual([last.totals, last.beside], [now.totals, now.beside])
    ? null
    : { day: last.day, version: last.version + 1, ...now }
}
