/**
 * People who are kept for longer than they should be. Nothing is erased before a hub has backed it up, so a kiosk that is
 * enrolled nowhere, or delivers nothing, would keep them for ever; that is said, and is IT's to put right.
 */
import type { Standing } from '../../shared/contract/schemas.ts'

/** In milliseconds. */
const day = 86_400_000

/** What is due is erased once a day; whoever is a day late is not late. */
const grace = 1

/** After how many days it is said of a kiosk whose policy says nothing. It erases nothing by that. */
const unsaid = 90

/** What is asked. Instants are epoch milliseconds. */
interface Asked {
  /** When the oldest that is from before an instant was recorded; null: there is none. */
  oldestBefore: (instant: number) => number | null
  /** The policy's; absent: it says nothing. */
  retentionDays: number | undefined
  /** Whether the clock can be right: by one that is ahead everything would be overdue. */
  clockHolds: boolean
  now: number
}

/** By how many days the oldest is overdue, and whether the policy says so; null: nothing is, or nobody can tell. */
export function overdue({ oldestBefore, retentionDays, clockHolds, now }: Asked): Standing['overdue'] | null {
  if (!clockHolds) return null
  const days = retentionDays ?? unsaid
  const oldest = oldestBefore(now - (days + grace) * day)
  return oldest === null ? null : { kept: Math.floor((now - oldest) / day), policy: retentionDays ?? null }
}
