/**
 * After a fork: the hub has entries of this epoch that this journal never had, for a copy of it was at work elsewhere. What
 * follows the last entry that both have goes there as an epoch of its own; nothing of either branch is lost or renumbered.
 */
import { clearOutbox } from './seal/outbox.ts'
import type { Ground } from './ground.ts'
import { inProfile } from './places.ts'
import { readState, writeState, type SyncState } from './sync-state.ts'

/** What came of it. `after`: the last entry that both have. */
export type EpochBegun = { begun: true; after: number } | { begun: false; why: 'not-stopped' | 'not-recorded' }

/** Begins the epoch. @throws the system's error */
export async function beginEpoch(ground: Ground): Promise<EpochBegun> {
  const { ledger, disk, now } = ground
  const paths = inProfile(ground.profile)
  const state = await readState(disk, paths)
  if (!state.stopped) return { begun: false, why: 'not-stopped' }
  const after = lastCommon(ground, state.stopped)
  // What lies there sealed says that it is of the epoch before. Sealed again from the journal, it is lost to nobody.
  await clearOutbox(disk, paths.out)
  if (!ledger.branch(after, now()).recorded) return { begun: false, why: 'not-recorded' }
  await writeState(disk, paths, { ...state, stopped: null, hubHead: null })
  return { begun: true, after }
}

/**
 * The last entry that the hub certainly has as it is here: up to its receipts, or up to the one before the first that it said
 * differs. That it has the epoch's first entry its knowing the epoch says.
 */
function lastCommon({ ledger }: Ground, { seq }: NonNullable<SyncState['stopped']>): number {
  const receipted = ledger.delivered('integrated')
  const end = ledger.head()?.seq ?? 0
  const epoch = ledger.outgoing.epochs().findLast(({ from }) => from <= receipted + 1)
  const said = seq === null || seq > end ? 0 : seq - 1
  return Math.max(receipted, said, epoch?.from ?? 1)
}
