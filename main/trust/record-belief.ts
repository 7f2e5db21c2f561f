/** What is believed is an entry: a profile's trust is opened against the last one, and the journal told what changed. */
import { isDeepStrictEqual } from 'node:util'
import type { Journal } from '../journal/index.ts'
import { readBelief } from './belief.ts'
import { TrustKeeper } from './trust-keeper.ts'

/** Records what is believed where that is not what the journal says already. @param at epoch milliseconds */
export function recordBelief(journal: Journal, { belief }: Pick<TrustKeeper, 'belief'>, at: number): void {
  if (belief === null || isDeepStrictEqual(belief, readBelief(journal.lastEvent('trust.believed')))) return
  journal.recordEvent('trust.believed', belief, at)
}

/**
 * Opens a profile's trust folder, measured by what was believed last; what does not hold, and what is believed now, is
 * recorded.
 * @param now the guarded clock, epoch milliseconds
 * @throws TrustUnreadable where a plain folder cannot be used
 */
export async function openTrust(folder: string, journal: Journal, now: () => number): Promise<TrustKeeper> {
  const keeper = await TrustKeeper.open(folder, now, readBelief(journal.lastEvent('trust.believed')))
  for (const damage of keeper.damage) journal.recordEvent('trust.damaged', damage, now())
  recordBelief(journal, keeper, now())
  return keeper
}
