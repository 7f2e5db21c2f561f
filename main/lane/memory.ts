/**
 * The crossings of the last hours, by plate, certificate and person: what the lane asks at every scan, from memory and
 * not from the disk.
 */
import {
  personKeys,
  plateKeys,
  type EarlierCrossing,
  type EarlierOfTraveller,
} from '../../shared/domain/crossing/repeats.ts'
import { rejectedIn, type AbandonedCrossing } from '../../shared/domain/crossing/abandoned.ts'
import type { Traveller, Undecided } from '../../shared/domain/crossing/crossing.ts'
import type { Person } from '../../shared/domain/crossing/person.ts'
import { mostEarlier } from '../../shared/domain/limits.ts'
import type { Journal } from '../journal/index.ts'

/** How far back the lane remembers, in milliseconds: a result is commonly good for two or three days. */
export const remembered = 72 * 3_600_000

const keyOfPlate = (plate: string): string => `plate ${plate}`
const keyOfCertificate = (digest: string): string => `certificate ${digest}`

function keysOf(crossing: Pick<Undecided, 'vehicle'>, travellers: readonly Traveller[]): string[] {
  const ofTravellers = travellers.flatMap((traveller) => [
    ...personKeys(traveller),
    ...(traveller.certificate?.digest ? [keyOfCertificate(traveller.certificate.digest)] : []),
  ])
  return [...new Set([...plateKeys(crossing).map(keyOfPlate), ...ofTravellers])]
}

const newestFirst = (one: EarlierCrossing, other: EarlierCrossing): number => other.at - one.at || other.seq - one.seq

/** What the lane remembers. */
export class LaneMemory {
  private readonly bySeq = new Map<number, EarlierCrossing>()
  private readonly byKey = new Map<string, Set<EarlierCrossing>>()
  /** The last that was given up, by whoever in it must not pass, and by the plates. */
  private readonly givenUp = new Map<string, AbandonedCrossing>()
  private count = 0

  /** Another number whenever something else is remembered than before. */
  get changes(): number {
    return this.count
  }

  /** Takes a crossing in, in the place of what was known of it. */
  remember(earlier: EarlierCrossing): void {
    this.forget(earlier.seq)
    this.count += 1
    this.bySeq.set(earlier.seq, earlier)
    for (const key of keysOf(earlier.crossing, earlier.crossing.travellers)) {
      const known = this.byKey.get(key)
      if (known) known.add(earlier)
      else this.byKey.set(key, new Set([earlier]))
    }
  }

  /** Forgets a crossing: it was voided. */
  forget(seq: number): void {
    const earlier = this.bySeq.get(seq)
    if (!earlier) return
    this.count += 1
    this.bySeq.delete(seq)
    for (const key of keysOf(earlier.crossing, earlier.crossing.travellers)) {
      const known = this.byKey.get(key)
      known?.delete(earlier)
      if (known?.size === 0) this.byKey.delete(key)
    }
  }

  /** Takes in a crossing that was given up, for the sake of those in it who must not pass. */
  rememberAbandoned(abandoned: AbandonedCrossing): void {
    const rejected = rejectedIn(abandoned.crossing)
    if (rejected.length === 0) return
    for (const key of keysOf(abandoned.crossing, rejected)) this.givenUp.set(key, abandoned)
  }

  /** Forgets what is older than `remembered`. @param now epoch milliseconds */
  prune(now: number): void {
    for (const { seq, at } of this.bySeq.values()) if (at < now - remembered) this.forget(seq)
    for (const [key, { at }] of this.givenUp) if (at < now - remembered) this.givenUp.delete(key)
  }

  /** The crossing that this entry recorded. */
  get(seq: number): EarlierCrossing | null {
    return this.bySeq.get(seq) ?? null
  }

  /** Crossings of a vehicle with any of these plates (keys), newest first. */
  ofPlates(plates: readonly string[]): EarlierCrossing[] {
    return this.under(plates.map(keyOfPlate))
  }

  /** Crossings with this person, and with the certificate of this digest. */
  ofTraveller(person: Person, digest: string | null): EarlierOfTraveller {
    return {
      ofPerson: this.under(personKeys(person)),
      ofCertificate: digest === null ? [] : this.under([keyOfCertificate(digest)]),
      abandoned: this.lastGivenUp([...personKeys(person), ...(digest === null ? [] : [keyOfCertificate(digest)])]),
    }
  }

  /** The last crossing of a vehicle with any of these plates that was given up with somebody rejected in it. */
  abandonedOfPlates(plates: readonly string[]): AbandonedCrossing | null {
    return this.lastGivenUp(plates.map(keyOfPlate))
  }

  private lastGivenUp(keys: readonly string[]): AbandonedCrossing | null {
    const found = keys.flatMap((key) => this.givenUp.get(key) ?? [])
    return found.toSorted((one, other) => other.at - one.at)[0] ?? null
  }

  /** All since an instant (epoch milliseconds), newest first. */
  since(instant: number): EarlierCrossing[] {
    return [...this.bySeq.values()].filter(({ at }) => at >= instant).toSorted(newestFirst)
  }

  /** The newest first, and no more than a scan looks at. */
  private under(keys: readonly string[]): EarlierCrossing[] {
    const found = new Set(keys.flatMap((key) => [...(this.byKey.get(key) ?? [])]))
    return [...found].toSorted(newestFirst).slice(0, mostEarlier)
  }
}

/** What a journal knows of the last hours. @param now epoch milliseconds */
export function recallCrossings(journal: Journal, now: number): LaneMemory {
  const memory = new LaneMemory()
  for (const earlier of journal.recentCrossings(now - remembered)) memory.remember(earlier)
  for (const abandoned of journal.abandonedCrossings(now - remembered)) memory.rememberAbandoned(abandoned)
  return memory
}
