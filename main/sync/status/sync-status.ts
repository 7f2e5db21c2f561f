/** How far the hub has the journal: asked of the journal and its receipts each time, never of how a request went. */
import { fingerprintOf } from '../../../shared/sync/invitation.ts'
import type { Journal } from '../../journal/index.ts'
import type { Disk } from '../disk.ts'
import { nodeMeans } from '../means.ts'
import { inProfile } from '../places.ts'
import { tripHead } from '../seal/seal-next.ts'
import { isEnrolled, readState, type SyncState, type Try } from '../sync-state.ts'

/** What there is to know of a kiosk's sync. Instants are epoch milliseconds. */
export interface SyncStatus {
  /** Null: it is enrolled with none. */
  hub: { hub: string; enrolment: string | null; address: string | null; fingerprint: string; confirmed: boolean } | null
  /** The journal's last entry; 0: it has none. */
  head: number
  /** The hub has every entry up to this one, as its receipts prove. */
  receipted: number
  /** The same of the hub's backups: only what lies before it may ever be erased here. */
  backedUp: number
  waiting: number
  /** The oldest entry that has no receipt. */
  oldest: { seq: number; at: number } | null
  /** How far the hub itself said it is. */
  hubHead: SyncState['hubHead']
  /** The hub once gave a receipt for more than it says it has now: it was put back to an older state. */
  hubWentBack: boolean
  /** When something last got its receipt; null: nobody knows. */
  receiptAt: number | null
  /** Why nothing more is sent until a supervisor begins an epoch; null: nothing stands in the way. */
  stopped: 'fork' | 'unknown-head' | null
  /** The hub has withdrawn this enrolment. */
  revoked: boolean
  /** Why the hub did not take what a stick brought, as it said on one; null: it was heard to refuse nothing since. */
  refused: SyncState['refused']
  /** By how many milliseconds this clock was ahead of the hub's when that last answered by wire; null: it never did. */
  offset: number | null
  last: Try | null
  tries: readonly Try[]
  /** Every entry has its receipt. */
  delivered: boolean
}

/** Asks the journal, and what is remembered. */
export async function syncStatus({
  profile,
  ledger,
  disk,
}: {
  profile: string
  ledger: Journal['ledger']
  disk: Disk
}): Promise<SyncStatus> {
  const state = await readState(disk, inProfile(profile))
  const hub = ledger.hub()
  const end = tripHead(ledger)
  const head = end?.seq ?? 0
  const receipted = ledger.delivered('integrated')
  const waiting = ledger.outgoing.header(receipted + 1)
  const { hubHead, tries } = state
  return {
    hub: hub && {
      hub: hub.hub,
      enrolment: hub.enrolment ?? null,
      address: hub.address ?? null,
      fingerprint: fingerprintOf(nodeMeans, hub.key),
      confirmed: isEnrolled(state, hub),
    },
    head,
    receipted,
    backedUp: ledger.delivered('backed-up'),
    waiting: head - receipted,
    oldest: waiting && { seq: waiting.seq, at: waiting.at },
    hubHead,
    hubWentBack: hubHead !== null && hubHead.epoch === end?.epoch && hubHead.seq < receipted,
    receiptAt: state.receiptAt,
    stopped: state.stopped?.why ?? null,
    revoked: state.revoked,
    refused: state.refused?.settled === false ? state.refused : null,
    offset: state.offset,
    last: tries.at(-1) ?? null,
    tries,
    delivered: hub !== null && head > 0 && receipted === head,
  }
}
