/**
 * Composition root: opens a profile, wires the rooms, and answers the contract's handlers. Shells import this and
 * nothing deeper.
 */
import type { Emit, Handlers } from '../shared/contract/contract.ts'
import type { ScanAnswer, ScanSource, Settings, Standing } from '../shared/contract/schemas.ts'
import { collectPart, type CollectedParts } from '../shared/certificate/shc-chunks.ts'
import { artefactAges } from '../shared/domain/freshness.ts'
import type { Verdict } from '../shared/domain/verdict.ts'
import { localDay } from '../shared/language/time.ts'
import { ClockWatch } from './clock-watch.ts'
import { Journal, type Secrets } from './journal/index.ts'
import { profilePaths, readCheckpoint, type Checkpoint } from './profile.ts'
import { TrustKeeper } from './trust/index.ts'
import { judgePart, verifyWithKey } from './verify/index.ts'

export { profileFolder } from './profile.ts'
export type { Secrets } from './journal/index.ts'

/** The screen's settings, kept by the shell. */
export interface SettingsStore {
  read(): Settings
  /** Changes some; answers with all. */
  write(change: Partial<Settings>): Settings
}

/** What differs between shells, and between a checkpoint and a test. */
export interface Ports {
  /** Epoch milliseconds. */
  now: () => number
  settings: SettingsStore
  secrets: Secrets
  log: (line: string) => void
}

/** A running checkpoint. */
export interface App {
  handlers: Handlers
  /** Hears every event; the answer stops it. */
  subscribe(emit: Emit): () => void
  close(): void
}

/** How often the day, the ages and the clock are looked at when nothing else happens, in milliseconds. */
const heartbeat = 60_000

/** Minutes east of UTC that the laptop's zone is set to. */
function zoneMinutesAt(now: number): number {
  return -new Date(now).getTimezoneOffset()
}

class RunningApp implements App {
  readonly handlers: Handlers
  private readonly listeners = new Set<Emit>()
  private readonly ports: Ports
  private readonly journal: Journal
  private readonly trust: TrustKeeper
  private readonly clock: ClockWatch
  private readonly timer: NodeJS.Timeout
  private parts: CollectedParts | null = null
  private day: string
  private told = ''

  constructor(checkpoint: Checkpoint, version: string, ports: Ports, journal: Journal, trust: TrustKeeper) {
    this.ports = ports
    this.journal = journal
    this.trust = trust
    this.day = localDay(ports.now())
    this.clock = new ClockWatch({
      now: ports.now,
      zoneMinutes: () => zoneMinutesAt(ports.now()),
      expectedZoneMinutes: checkpoint.zoneMinutes ?? null,
      journal,
      trust: () => trust.store,
    })
    this.timer = setInterval(() => this.beat(), heartbeat)
    this.timer.unref()
    this.handlers = {
      'kiosk.read': () => ({
        version,
        checkpoint: { name: checkpoint.name, lane: checkpoint.lane },
        demo: checkpoint.demo,
        standing: this.standing(),
        settings: ports.settings.read(),
        day: journal.day(ports.now()),
      }),
      'scan.verify': ({ text, source }) => this.scan(text, source),
      'clock.confirm': () => {
        this.clock.confirm()
        this.announceStanding()
        return this.standing()
      },
      'settings.write': (change) => ports.settings.write(change),
    }
  }

  subscribe(emit: Emit): () => void {
    this.listeners.add(emit)
    return () => this.listeners.delete(emit)
  }

  close(): void {
    clearInterval(this.timer)
    this.journal.close()
  }

  private scan(text: string, source: ScanSource): ScanAnswer {
    const verdict = this.judge(text)
    const record = this.journal.recordScan(verdict, source, this.ports.now())
    if (record.recorded) this.announceDay()
    this.announceStanding()
    return { verdict, record }
  }

  /** A card in several codes is collected first, in any order; any other code is judged at once. */
  private judge(text: string): Verdict {
    const collected = collectPart(this.parts, text)
    if (collected.kind === 'more') {
      this.parts = collected.parts
      return judgePart(text, collected.missing)
    }
    if (collected.kind === 'complete') this.parts = null
    const whole = collected.kind === 'complete' ? collected.text : text
    const circumstances = { trust: this.trust.store, now: this.ports.now(), rules: true, clock: this.clock.finding() }
    const { verdict, verifiedBy } = verifyWithKey(whole, circumstances)
    const issuedAt = verdict.certificate?.issuedAt ?? null
    if (verifiedBy !== null && issuedAt !== null) this.clock.witness(verifiedBy, issuedAt)
    return verdict
  }

  private standing(): Standing {
    const { keys, policy, published } = this.trust.store
    const ages = artefactAges(published, policy.ages, this.ports.now())
    return { trust: { keys: keys.size, ages }, clock: this.clock.standing() }
  }

  private announceDay(): void {
    const day = this.journal.day(this.ports.now())
    for (const emit of this.listeners) emit('day.changed', day)
  }

  private announceStanding(): void {
    const standing = this.standing()
    const telling = JSON.stringify(standing)
    if (telling === this.told) return
    this.told = telling
    for (const emit of this.listeners) emit('standing.changed', standing)
  }

  /** Time alone changes things: the day ends, keys grow old, somebody copies newer ones or sets the clock. */
  private beat(): void {
    try {
      this.trust.refresh()
    } catch (error) {
      this.ports.log(`trust: ${error instanceof Error ? error.message : String(error)}`)
    }
    const today = localDay(this.ports.now())
    if (today !== this.day) {
      this.day = today
      this.announceDay()
    }
    this.announceStanding()
  }
}

/**
 * Opens a profile and everything in it.
 * @throws ProfileInUse, JournalFromFuture, JournalKeyWrong, JournalNotWritable, CheckpointUnreadable, TrustUnreadable,
 *   and what the secrets throw
 */
export async function openApp({
  profile,
  version,
  ports,
}: {
  profile: string
  version: string
  ports: Ports
}): Promise<App> {
  const paths = profilePaths(profile)
  const checkpoint = readCheckpoint(profile)
  const { secrets, log } = ports
  const journal = await Journal.open({ folder: paths.journal, kiosk: checkpoint.kiosk, secrets, log })
  try {
    const trust = await TrustKeeper.open(paths.trust, ports.now)
    for (const damage of trust.damage) journal.recordEvent('trust.damaged', { damage }, ports.now())
    return new RunningApp(checkpoint, version, ports, journal, trust)
  } catch (error) {
    journal.close()
    throw error
  }
}
