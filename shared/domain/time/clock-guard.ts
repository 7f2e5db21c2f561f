/**
 * Is this computer's clock plausible? Every verdict hangs on it, and a laptop's clock is easily wrong: an empty
 * battery sets it back years, a wrong zone that was "corrected" by hand is hours off.
 *
 * The guard knows instants that certainly have passed: what the journal holds, when what we believe was published, and
 * when certificates with a good signature were issued. The clock must not be before them.
 */

const minute = 60_000
const day = 86_400_000

/** What can be wrong. `behind`: before something that has happened. `far-ahead`: longer after it than any post is shut. */
export type ClockDoubt = 'behind' | 'far-ahead' | 'other-zone'

/** What the guard knows. Instants in epoch milliseconds. */
export interface ClockEvidence {
  /** The latest instant that has certainly passed; null where nothing is known yet. */
  highWater: number | null
  /** Minutes east of UTC that the laptop's zone is set to at this moment. */
  zoneMinutes: number
  /** Minutes east of UTC of the checkpoint's place; null: not asked (practice takes place anywhere). */
  expectedZoneMinutes: number | null
}

/** Longer than this without a scan, an update or a publication is not believed of a checkpoint in use. */
const longestGap = 400 * day

/** Judges the clock; null where there is nothing to doubt. */
export function doubtClock(evidence: ClockEvidence, now: number, toleranceMinutes: number): ClockDoubt | null {
  const { highWater, zoneMinutes, expectedZoneMinutes } = evidence
  if (highWater !== null && now < highWater - toleranceMinutes * minute) return 'behind'
  if (highWater !== null && now > highWater + longestGap) return 'far-ahead'
  return expectedZoneMinutes !== null && zoneMinutes !== expectedZoneMinutes ? 'other-zone' : null
}

/**
 * The instant that issue times vouch for: the second latest over issuers, so that one whose own clock is ahead cannot put
 * ours in doubt, however many keys it has.
 * @param newestByIssuer newest issue time of each issuer, of certificates whose signature was good
 */
export function vouchedInstant(newestByIssuer: ReadonlyMap<string, number>): number | null {
  return [...newestByIssuer.values()].toSorted((a, b) => b - a)[1] ?? null
}
