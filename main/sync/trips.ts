/**
 * The trips of a kiosk that is open: one at a time, made by themselves over the wire, and by a person whichever way. Nothing
 * in the lane waits for one.
 */
import type { Travelled } from './travel.ts'
import { after, fresh, isDue, untilFirst, untilNext, type Rhythm } from './wire/rhythm.ts'

/** What trips are made with. */
interface TripParts {
  travel: (folder: string | null) => Promise<Travelled>
  /** Entries without a receipt; null: there is nothing to be done by wire by itself. */
  waiting: () => number | null
  /** Addresses that lead out of this computer, as one text. */
  network: () => string
  /** Told when a trip begins, when it has ended, and when the next is known. */
  changed: () => void
  /** After a trip by wire on which the hub was heard, and after each with a stick. */
  arrived: (folder: string | null) => Promise<void>
  log: (line: string) => void
  /** Epoch milliseconds. */
  now: () => number
  /** From 0 up to 1. */
  chance: () => number
  /** Does something after so many milliseconds; the answer keeps it from being done. */
  later: (milliseconds: number, act: () => void) => () => void
}

/** How long nothing may come of a trip before it has stalled, in milliseconds. */
const longestQuiet = 2 * 60_000

/** The trips of one kiosk. Instants are epoch milliseconds. */
export class Trips {
  running: { way: 'wire' | 'folder'; since: number } | null = null
  nextAt: number | null = null
  private readonly parts: TripParts
  private rhythm: Rhythm = fresh
  private cancel: () => void = () => undefined
  private seen: string
  private progressedAt = 0
  private closed = false

  constructor(parts: TripParts) {
    this.parts = parts
    this.seen = parts.network()
    this.plan(untilFirst(parts.chance()))
  }

  /** Makes one now; null: another is under way. */
  async run(folder: string | null): Promise<Travelled | null> {
    if (this.running || this.closed) return null
    const { now, travel, changed, chance, arrived } = this.parts
    this.running = { way: folder === null ? 'wire' : 'folder', since: now() }
    this.progressedAt = now()
    this.unplan()
    changed()
    let travelled: Travelled | null = null
    try {
      travelled = await travel(folder)
      if (folder === null) this.rhythm = after(this.rhythm, { why: travelled.why, now: now() })
      if (!this.closed && (folder !== null || travelled.why === null)) await arrived(folder)
      return travelled
    } finally {
      this.running = null
      if (!this.closed) {
        this.plan(untilNext(this.rhythm, chance(), folder === null ? (travelled?.retryAfter ?? null) : null))
        changed()
      }
    }
  }

  /** Something came of the trip that is under way. */
  progressed(): void {
    this.progressedAt = this.parts.now()
  }

  /** Whether a trip is under way and nothing has come of it for long. */
  isQuiet(): boolean {
    return this.running !== null && this.parts.now() - this.progressedAt > longestQuiet
  }

  /** Looks whether the network has come or changed: then it is tried soon, however long the pause would have been. */
  beat(): void {
    const addresses = this.parts.network()
    if (addresses === this.seen) return
    this.seen = addresses
    if (addresses !== '' && !this.running) this.soon()
  }

  /** Tries soon: it is enrolled now, or what stood in the way is gone. */
  soon(): void {
    this.rhythm = { ...this.rhythm, failures: 0 }
    this.unplan()
    this.plan(untilFirst(this.parts.chance()))
    this.parts.changed()
  }

  close(): void {
    this.closed = true
    this.unplan()
  }

  private unplan(): void {
    this.cancel()
    this.nextAt = null
  }

  private plan(wait: number): void {
    if (this.closed || this.parts.waiting() === null) return
    this.nextAt = this.parts.now() + wait
    this.cancel = this.parts.later(wait, () => this.look())
  }

  private look(): void {
    const { waiting, now, chance, log } = this.parts
    const many = waiting()
    if (many === null) return this.unplan()
    if (!isDue(this.rhythm, many, now())) return this.plan(untilNext(this.rhythm, chance(), null))
    void this.run(null).catch((error: unknown) =>
      log(`sync: ${error instanceof Error ? error.message : String(error)}`),
    )
  }
}
