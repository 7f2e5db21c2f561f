/** What the journal knows of the time. It is asked for at every scan, so what was read once is kept up to date. */
import * as v from 'valibot'
import type { EntryTimes } from './entry-times.ts'
import type { Database } from '../file/open-database.ts'
import { readPayload } from './payload.ts'

/** Epoch milliseconds. */
export interface Evidence {
  /** The latest instant since a person last confirmed the clock, that entry included. */
  latest: number | null
  /** The instant that was dismissed then. */
  dismissed: number | null
}

const confirmationSchema = v.object({ dismissed: v.optional(v.nullable(v.number()), null) })

/** The evidence of one journal. */
export class ClockEvidence {
  private readonly times: EntryTimes
  private readonly lastConfirmed
  private evidence: Evidence | null = null

  constructor(database: Database, times: EntryTimes) {
    this.times = times
    this.lastConfirmed = database.prepare<[], { seq: number; payload: string | null }>(
      `SELECT seq, payload FROM entries WHERE kind = 'clock.confirmed' ORDER BY seq DESC LIMIT 1`,
    )
  }

  read(): Evidence {
    this.evidence ??= this.readAnew()
    return this.evidence
  }

  /** An entry was written. There is one writer: nothing else can have changed. */
  wrote(kind: string, at: number): void {
    // A confirmation starts the evidence anew.
    if (kind === 'clock.confirmed') this.evidence = null
    else if (this.evidence) this.evidence = { ...this.evidence, latest: Math.max(at, this.evidence.latest ?? at) }
  }

  private readAnew(): Evidence {
    const confirmed = this.lastConfirmed.get()
    const dismissed = readPayload(confirmationSchema, confirmed?.payload)?.dismissed ?? null
    return { latest: this.times.latestFrom(confirmed?.seq ?? 0), dismissed }
  }
}
