/** The part of an update that takes long: fetched, verified, judged and put on the disk. Run in a thread of its own. */
import type { Mode } from '../../../shared/domain/mode.ts'
import type { Sentences } from '../../../shared/language/locale.ts'
import type { Belief } from '../belief.ts'
import { stoppableSource, watchedSource, type Progress, type UpdateOutcome } from '../repository/index.ts'
import { TrustKeeper } from '../trust-keeper.ts'
import { givenSource, type GivenPlace } from './given-source.ts'

/** What an update starts from. */
export interface UpdateOrder {
  given: GivenPlace
  folder: string
  mode: Mode
  /** What was believed last, by the journal. */
  last: Belief | null
  /** Through which an address is reached; undefined: as the computer's environment says. */
  proxy: string | undefined
  /** The guarded clock, epoch milliseconds. */
  now: number
}

/** How it ended. `place`: what was given is no place to update from; `none`: this profile has nothing to update. */
export type UpdateEnd =
  | { kind: 'outcome'; outcome: UpdateOutcome }
  | { kind: 'place'; said: Sentences }
  | { kind: 'none' }

/** Hears of an update, and stops it: nothing of it is believed then. */
export interface UpdateHearing {
  tell: (progress: Progress) => void
  signal: AbortSignal
}

/** Does it. Never throws for what a stick, a server or a disk can do. */
export async function runUpdate(order: UpdateOrder, { tell, signal }: UpdateHearing): Promise<UpdateEnd> {
  const { folder, given, last, mode, now, proxy } = order
  const source = givenSource(given, proxy)
  if ('vi' in source) return { kind: 'place', said: source }
  const keeper = await TrustKeeper.open({ folder, mode }, () => now, last)
  const outcome = await keeper.update(watchedSource(stoppableSource(source, signal), tell))
  return outcome ? { kind: 'outcome', outcome } : { kind: 'none' }
}
