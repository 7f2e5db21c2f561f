/**
 * Composition root: opens a profile, wires the rooms, and answers the contract's handlers. Shells import this and
 * nothing deeper.
 */
import type { Emit, Event, EventPayload, Handlers } from '../shared/contract/contract.ts'
import type { Caller } from '../shared/contract/role.ts'
import type { CommandAnswer, ScanAnswer, ScanSource, Settings, Standing } from '../shared/contract/schemas.ts'
import { collectPart, type CollectedParts } from '../shared/certificate/shc-chunks.ts'
import { artefactAges } from '../shared/domain/freshness.ts'
import type { Verdict } from '../shared/domain/verdict.ts'
import { localDay, startOfLocalDay } from '../shared/language/time.ts'
import { ClockWatch } from './clock-watch.ts'
import { Journal, type Secrets as JournalSecrets } from './journal/index.ts'
import { CommandMarks, Corrections, Lane, LaneMemory, remembered, suggestPlates } from './lane/index.ts'
import { profilePaths, readCheckpoint, type Checkpoint } from './profile.ts'
import type { TrustKeeper } from './trust/index.ts'
import { openTrust, recordBelief } from './trust-record.ts'
import { judgeCommand, judgePart, verifyWithIssuer } from './verify/index.ts'

export { profileFolder } from './profile.ts'

/** The screen's settings, kept by the shell. */
export interface SettingsStore {
  read(): Settings
  /** Changes some; answers with all. */
  write(change: Partial<Settings>): Settings
}

/** The keys of a profile: 32 secret bytes each, of which none tells anything of another. */
export interface Secrets extends JournalSecrets {
  /** Marks the kiosk's command codes. */
  commandKey(): Promise<Uint8Array> | Uint8Array
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
  /** Whose session it is. */
  caller(): Caller
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

/** What an app is made of, opened. */
interface AppParts {
  checkpoint: Checkpoint
  version: string
  ports: Ports
  journal: Journal
  trust: TrustKeeper
  marks: CommandMarks
}

class RunningApp implements App {
  readonly handlers: Handlers
  private readonly listeners = new Set<Emit>()
  private readonly ports: Ports
  private readonly journal: Journal
  private readonly trust: TrustKeeper
  private readonly clock: ClockWatch
  private readonly lane: Lane
  private readonly marks: CommandMarks
  private readonly timer: NodeJS.Timeout
  private parts: CollectedParts | null = null
  private day: string
  private told = ''
  private retainedOn = ''

  constructor({ checkpoint, version, ports, journal, trust, marks }: AppParts) {
    this.ports = ports
    this.marks = marks
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
    const memory = new LaneMemory()
    for (const earlier of journal.recentCrossings(ports.now() - remembered)) memory.remember(earlier)
    const corrections = new Corrections(journal, memory, ports.now)
    this.lane = new Lane({
      now: ports.now,
      journal,
      memory,
      trust: () => trust.store,
      place: `${checkpoint.name}, làn ${checkpoint.lane}`,
      lane: checkpoint.lane,
      changed: (crossing) => this.emit('crossing.changed', crossing),
      log: ports.log,
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
        crossing: this.lane.shown(),
      }),
      'scan.verify': ({ text, source, obeyed }) => this.scan(text, source, obeyed),
      'crossing.edit': (edit) => this.lane.edit(edit),
      'crossing.decide': ({ decision, reason }) => this.counted(this.lane.decide(decision, reason)),
      'crossing.undo': () => this.counted(this.lane.takeBack()),
      'crossing.read': ({ seq }) => corrections.read(seq),
      'crossing.amend': ({ of, decision, vehicle, why }) =>
        this.corrected(of, corrections.amend(of, decision, vehicle, why)),
      'crossing.void': ({ of, why }) => this.corrected(of, corrections.void(of, why)),
      'plates.suggest': ({ text }) => suggestPlates(text, memory.since(startOfLocalDay(ports.now()))),
      'crossings.search': (query) => journal.search(query),
      'crossings.trace': (query) => journal.trace(query),
      'shift.close': () => journal.closeShift(ports.now()),
      'shift.last': () => journal.lastShift(),
      'clock.confirm': () => {
        this.clock.confirm()
        this.announceStanding()
        return this.standing()
      },
      'settings.write': (change) => ports.settings.write(change),
    }
  }

  /** Nobody signs in yet. */
  caller(): Caller {
    return 'nobody'
  }

  subscribe(emit: Emit): () => void {
    this.listeners.add(emit)
    return () => this.listeners.delete(emit)
  }

  close(): void {
    clearInterval(this.timer)
    this.lane.close()
    this.journal.close()
  }

  /** The scanner and the camera are held to the same rule: a command needs the lane, this kiosk's mark, and no reason. */
  private scan(text: string, source: ScanSource, obeyed: boolean): ScanAnswer | CommandAnswer {
    const command = this.marks.read(text)
    if (obeyed && command && this.lane.allows(command)) return { kind: 'command', command }
    const verdict = command ? judgeCommand(text, 'command-departs') : this.judge(text)
    const answer = this.lane.take(verdict, source)
    if (answer.record.recorded) this.announceDay()
    this.announceStanding()
    return answer
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
    const { originZone } = this.lane
    const clock = this.clock.finding()
    const circumstances = { trust: this.trust.store, now: this.ports.now(), rules: true, originZone, clock }
    const { verdict, vouchedBy } = verifyWithIssuer(whole, circumstances)
    const issuedAt = verdict.certificate?.issuedAt ?? null
    if (vouchedBy !== null && issuedAt !== null) this.clock.witness(vouchedBy, issuedAt)
    return verdict
  }

  private standing(): Standing {
    const { keys, policy, published } = this.trust.store
    const ages = artefactAges(published, policy.ages, this.ports.now())
    const damaged = this.trust.damage.length > 0
    const journal = this.journal.doubts.length > 0 ? ({ journal: 'doubted' } as const) : {}
    return { trust: { keys: keys.size, ages, damaged }, clock: this.clock.standing(), ...journal }
  }

  /** After what may have changed the day's crossings. */
  private counted<Answer>(answer: Answer): Answer {
    this.announceDay()
    return answer
  }

  private corrected<Answer>(of: number, answer: Answer): Answer {
    this.lane.corrected(of)
    return this.counted(answer)
  }

  private emit<E extends Event>(event: E, payload: EventPayload<E>): void {
    for (const listener of this.listeners) listener(event, payload)
  }

  private announceDay(): void {
    this.emit('day.changed', this.journal.day(this.ports.now()))
  }

  private announceStanding(): void {
    const standing = this.standing()
    const telling = JSON.stringify(standing)
    if (telling === this.told) return
    this.told = telling
    this.emit('standing.changed', standing)
  }

  /**
   * Personal data that is delivered and older than the policy allows is erased, once a day; never by a clock in doubt,
   * which may be ahead.
   */
  private retain(today: string): void {
    if (this.clock.standing().doubt !== null) return
    this.retainedOn = today
    this.journal.retain(this.trust.store.policy.retentionDays ?? null, this.ports.now())
  }

  /** Time alone changes things: the day ends, keys grow old, somebody copies newer ones or sets the clock. */
  private beat(): void {
    try {
      if (this.trust.refresh()) recordBelief(this.journal, this.trust, this.ports.now())
    } catch (error) {
      this.ports.log(`trust: ${error instanceof Error ? error.message : String(error)}`)
    }
    this.journal.indexSome()
    const today = localDay(this.ports.now())
    if (today !== this.retainedOn) this.retain(today)
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
  if (checkpoint.zoneMinutes === undefined && !checkpoint.demo) {
    log(
      'checkpoint.json không có zoneMinutes nên múi giờ của máy không được kiểm tra. Hãy thêm "zoneMinutes": 420 cho giờ Hà Nội. / ' +
        'checkpoint.json has no zoneMinutes, so the zone of this machine is not checked. Add "zoneMinutes": 420 for Hanoi time.',
    )
  }
  const journal = await Journal.open({ folder: paths.journal, kiosk: checkpoint.kiosk, secrets, log })
  try {
    journal.recordDoubts(ports.now())
    const trust = await openTrust(paths.trust, journal, ports.now)
    const marks = new CommandMarks(await secrets.commandKey())
    return new RunningApp({ checkpoint, version, ports, journal, trust, marks })
  } catch (error) {
    journal.close()
    throw error
  }
}
