/** Watches the clock against everything that certainly has happened, and remembers when a person vouched for it. */
import { doubtClock, vouchedInstant, type ClockDoubt } from '../../shared/domain/time/clock-guard.ts'
import { finding } from '../../shared/domain/finding/finding.ts'
import type { Finding } from '../../shared/domain/finding/verdict.ts'
import type { Journal } from '../journal/index.ts'
import type { TrustStore } from '../trust/index.ts'

/** What is doubted, and the instant that makes it doubtful. */
export interface ClockStanding {
  doubt: ClockDoubt | null
  /** Epoch milliseconds. */
  knownAt: number | null
}

/** What the watch asks of the world. */
export interface ClockSources {
  now: () => number
  /** Minutes east of UTC that the laptop's zone is set to. */
  zoneMinutes: () => number
  expectedZoneMinutes: number | null
  journal: Journal
  trust: () => TrustStore
}

/** A clock's watch. */
export class ClockWatch {
  private readonly sources: ClockSources
  private readonly newestByIssuer = new Map<string, number>()
  private marked: ClockDoubt | null = null

  constructor(sources: ClockSources) {
    this.sources = sources
  }

  /** A certificate with a good signature was issued then, by this issuer. */
  witness(issuer: string, issuedAt: number): void {
    this.newestByIssuer.set(issuer, Math.max(issuedAt, this.newestByIssuer.get(issuer) ?? -Infinity))
  }

  /** Judges the clock now. A new doubt is marked in the journal once. */
  standing(): ClockStanding {
    const { now, zoneMinutes, expectedZoneMinutes, trust, journal } = this.sources
    const knownAt = this.highWater()
    const evidence = { highWater: knownAt, zoneMinutes: zoneMinutes(), expectedZoneMinutes }
    const doubt = doubtClock(evidence, now(), trust().policy.clockToleranceMinutes)
    const isNew = doubt !== null && doubt !== this.marked
    // One that the disk did not take is marked when it does.
    if (!isNew || journal.recordEvent('clock.doubted', { doubt, knownAt }, now()).recorded) this.marked = doubt
    return { doubt, knownAt }
  }

  /** The `clock` finding of a verdict given now. */
  finding(): Finding {
    const { doubt, knownAt } = this.standing()
    if (doubt === null) return finding('clock-plausible')
    return knownAt === null ? finding(`clock-${doubt}`) : finding(`clock-${doubt}`, { knownAt })
  }

  /** A person has looked and says that the clock is right: what contradicted it so far no longer counts. */
  confirm(): void {
    const { journal, now } = this.sources
    journal.recordEvent('clock.confirmed', { dismissed: this.highWater() }, now())
  }

  /** The latest instant that has certainly passed, but for what a person has dismissed. */
  private highWater(): number | null {
    const { journal, trust } = this.sources
    const { latest, dismissed } = journal.clockEvidence()
    const told = [...Object.values(trust().published), vouchedInstant(this.newestByIssuer)]
    const counting = told.filter((instant) => instant !== null && (dismissed === null || instant > dismissed))
    const instants = [latest, ...counting].filter((instant) => instant !== null)
    return instants.length > 0 ? Math.max(...instants) : null
  }
}
