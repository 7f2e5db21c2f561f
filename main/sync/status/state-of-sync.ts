/** How far the hub has the journal, as the screen and `chot sync status --json` are told of it. */
import type { SyncState } from '../../../shared/contract/sync.ts'
import { sayClock } from './said-clock.ts'
import { sayReason, syncReasons } from './said-reasons.ts'
import type { SyncStatus } from './sync-status.ts'
import type { Try } from '../sync-state.ts'

/** What is known of a kiosk that is open; a command that has the profile to itself knows none of it. */
export interface Underway {
  running: SyncState['running']
  nextAt: number | null
  /** A trip is under way and nothing comes of it. */
  quiet: boolean
  /** When the kiosk was opened, epoch milliseconds. */
  since: number
}

/** Without a receipt for so long something is wrong, in milliseconds: over the wire; by sticks, which somebody has to carry. */
const patience = { wire: 10 * 60_000, stick: 3 * 86_400_000 }

const told = ({ at, way, why }: Try): NonNullable<SyncState['last']> => ({
  at,
  way,
  why,
  said: why === null ? null : sayReason(why),
})

function isStalled({ hub, oldest, receiptAt }: SyncStatus, underway: Underway | null, now: number): boolean {
  if (underway?.quiet === true) return true
  if (!hub || !oldest) return false
  const since = Math.max(oldest.at, receiptAt ?? 0, underway?.since ?? 0)
  return now - since > (hub.address === null ? patience.stick : patience.wire)
}

/** Puts together what is told. @param now epoch milliseconds */
export function stateOfSync(status: SyncStatus, underway: Underway | null, now: number): SyncState {
  const { tries, hubHead, last, refused, offset, ...rest } = status
  return {
    ...rest,
    hubHead: hubHead && { seq: hubHead.seq, at: hubHead.at },
    refused: refused && { why: refused.why, at: refused.at, said: syncReasons[refused.why] },
    clock: sayClock(offset),
    last: last && told(last),
    tries: tries.toReversed().map(told),
    stalled: isStalled(status, underway, now),
    running: underway?.running ?? null,
    nextAt: underway?.nextAt ?? null,
  }
}
