/**
 * Who was referred and is waited for, by the very rule that the lane goes by. Of all crossings only those are kept that were
 * referred, and what somebody of them did afterwards.
 */
import { openReferrals } from '../../../shared/domain/crossing/referrals.ts'
import { personKeys, type EarlierCrossing } from '../../../shared/domain/crossing/repeats.ts'
import type { ReportedCrossing } from '../../../shared/domain/crossing/reported-crossing.ts'

export class ReferralTally {
  /** Newest last. */
  private readonly kept: EarlierCrossing[] = []
  /** Of each key of somebody who was referred, the crossings that have it, newest last. */
  private readonly byKey = new Map<string, EarlierCrossing[]>()

  /** Takes crossings in the order of their time. */
  take({ seq, at, crossing }: ReportedCrossing): void {
    const each: EarlierCrossing = { seq, at, crossing }
    const keys = new Set(crossing.travellers.flatMap(personKeys))
    const isReferred = crossing.decision === 'referred'
    if (isReferred) for (const key of keys) if (!this.byKey.has(key)) this.byKey.set(key, [])
    for (const key of keys) this.byKey.get(key)?.push(each)
    if (isReferred) this.kept.push(each)
  }

  /** How many people. */
  open(): number {
    const ofPerson = (keys: readonly string[]): EarlierCrossing[] =>
      [...new Set(keys.flatMap((key) => this.byKey.get(key) ?? []))].toSorted(
        (one, other) => other.at - one.at || other.seq - one.seq,
      )
    return openReferrals(this.kept.toReversed(), (traveller) => ofPerson(personKeys(traveller))).length
  }
}
