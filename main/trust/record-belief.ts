/** What is believed is an entry: a profile's trust is opened against the last one, and the journal told what changed. */
import { isDeepStrictEqual } from 'node:util'
import type { Journal } from '../journal/index.ts'
import { readBelief } from './belief.ts'
import type { Damage } from './damage.ts'
import { TrustKeeper, type TrustPlace } from './trust-keeper.ts'

/** Damage that is an entry. */
const recorded = new WeakSet<Damage>()

/** Those of which not all is an entry: the disk did not take it. */
const owing = new WeakSet<TrustKeeper>()

/** Whether something that was found or is believed is no entry yet. */
export const owesEntries = (keeper: TrustKeeper): boolean => owing.has(keeper)

/** Records damage that is no entry yet, and what is believed. @param at epoch milliseconds */
export function recordTrust(journal: Journal, keeper: TrustKeeper, at: number): void {
  for (const damage of keeper.damage) {
    if (!recorded.has(damage) && journal.recordEvent('trust.damaged', damage, at).recorded) recorded.add(damage)
  }
  const whole = recordBelief(journal, keeper, at) && keeper.damage.every((each) => recorded.has(each))
  if (whole) owing.delete(keeper)
  else owing.add(keeper)
}

/** Records what is believed where that is not what the journal says already; answers whether it says so now. @param at epoch milliseconds */
export function recordBelief(journal: Journal, { belief }: Pick<TrustKeeper, 'belief'>, at: number): boolean {
  if (belief === null || isDeepStrictEqual(belief, readBelief(journal.lastEvent('trust.believed')))) return true
  return journal.recordEvent('trust.believed', belief, at).recorded
}

/**
 * Opens a profile's trust folder, measured by what was believed last; what does not hold, and what is believed now, is
 * recorded.
 * @param now the guarded clock, epoch milliseconds
 * @throws TrustUnreadable where a plain folder cannot be used
 */
export async function openTrust(place: TrustPlace, journal: Journal, now: () => number): Promise<TrustKeeper> {
  const keeper = await TrustKeeper.open(place, now, readBelief(journal.lastEvent('trust.believed')))
  recordTrust(journal, keeper, now())
  return keeper
}
