/**
 * Projections: tables that the screen asks, derived from the entries alone. They are written in the transaction of the
 * entry, and can be made anew from the entries at any time.
 */
import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { findingSchema, scanSourceSchema, type Day, type ScanLine } from '../../shared/contract/schemas.ts'
import { outcomes } from '../../shared/domain/verdict.ts'
import { localDay } from '../../shared/language/time.ts'
import type { Entry } from './entry.ts'
import { erasureSchema } from './erasure.ts'
import type { Database } from './open-database.ts'

const lastShown = 10

/** What of a scan's payload is projected. */
const scanSchema = v.object({
  source: scanSourceSchema,
  outcome: v.picklist(outcomes),
  reason: findingSchema,
  certificate: v.nullable(v.object({ holder: v.object({ name: v.string() }) })),
  document: v.nullish(v.object({ name: v.string() })),
})

type Outcome = (typeof outcomes)[number]
type ScanRow = Omit<ScanLine, 'reason'> & { reason: string }

/** Writes and reads the projections of one database. */
export class Projections {
  private readonly database: Database
  private readonly statements

  constructor(database: Database) {
    this.database = database
    this.statements = prepare(database)
  }

  /** Takes one entry in. An entry whose payload is erased leaves nothing: what is counted of it, its erasure says. */
  project({ seq, at, kind }: Pick<Entry, 'seq' | 'at' | 'kind'>, payload: string | null): void {
    if (payload === null) return
    if (kind === 'scan.verified') {
      const { source, outcome, reason, certificate, document } = v.parse(scanSchema, JSON.parse(payload))
      const holder = certificate?.holder.name ?? document?.name ?? null
      const day = localDay(at)
      this.statements.insertScan.run({ seq, at, day, source, outcome, reason: JSON.stringify(reason), holder })
    } else if (kind === 'journal.erased') {
      const { before, through, counts } = v.parse(erasureSchema, JSON.parse(payload))
      this.statements.eraseScans.run(through, before)
      for (const { day, outcome, count } of counts) this.statements.addErased.run(day, outcome, count)
    }
  }

  /** The day that holds `now` (epoch milliseconds), in Viet Nam's calendar. */
  day(now: number): Day {
    const date = localDay(now)
    const byOutcome = { accepted: 0, check: 0, rejected: 0, unreadable: 0 }
    for (const { outcome, count } of this.statements.countByOutcome.all(date, date)) byOutcome[outcome] += count
    const total = Object.values(byOutcome).reduce((sum, count) => sum + count, 0)
    const last = this.statements.lastOfDay
      .all(date, lastShown)
      .map((row): ScanLine => ({ ...row, reason: v.parse(findingSchema, JSON.parse(row.reason)) }))
    return { date, total, byOutcome, last }
  }

  /** Scans of each day and outcome among those that an erasure takes. */
  countsToErase(through: number, before: number): { day: string; outcome: Outcome; count: number }[] {
    return this.statements.countsToErase.all(through, before)
  }

  /** Makes everything anew from the entries; `changed` tells whether anything came out different. Run in a transaction. */
  rebuild(): { entries: number; changed: boolean } {
    const was = this.fingerprint()
    this.database.exec('DELETE FROM scans; DELETE FROM erased_counts')
    let [entries, after] = [0, 0]
    // In runs, since nothing can be written while a statement is being stepped through.
    for (;;) {
      const run = this.statements.entriesAfter.all(after)
      for (const { payload, ...entry } of run) this.project(entry, payload)
      const last = run.at(-1)
      if (!last) break
      entries += run.length
      after = last.seq
    }
    return { entries, changed: this.fingerprint() !== was }
  }

  private fingerprint(): string {
    const hash = createHash('sha256')
    for (const table of ['scans', 'erased_counts']) {
      for (const row of this.database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).raw().iterate())
        hash.update(`${JSON.stringify(row)}\n`)
    }
    return hash.digest('hex')
  }
}

function prepare(database: Database) {
  return {
    insertScan: database.prepare<[ScanRow & { day: string }]>(
      `INSERT INTO scans (seq, at, day, source, outcome, reason, holder)
       VALUES (@seq, @at, @day, @source, @outcome, @reason, @holder)`,
    ),
    eraseScans: database.prepare<[number, number]>('DELETE FROM scans WHERE seq <= ? AND at < ?'),
    addErased: database.prepare<[string, string, number]>(
      `INSERT INTO erased_counts (day, outcome, count) VALUES (?, ?, ?)
       ON CONFLICT (day, outcome) DO UPDATE SET count = count + excluded.count`,
    ),
    countsToErase: database.prepare<[number, number], { day: string; outcome: Outcome; count: number }>(
      'SELECT day, outcome, count(*) AS count FROM scans WHERE seq <= ? AND at < ? GROUP BY day, outcome',
    ),
    countByOutcome: database.prepare<[string, string], { outcome: Outcome; count: number }>(
      `SELECT outcome, count(*) AS count FROM scans WHERE day = ? GROUP BY outcome
       UNION ALL SELECT outcome, count FROM erased_counts WHERE day = ?`,
    ),
    lastOfDay: database.prepare<[string, number], ScanRow>(
      'SELECT seq, at, source, outcome, reason, holder FROM scans WHERE day = ? ORDER BY seq DESC LIMIT ?',
    ),
    entriesAfter: database.prepare<[number], Pick<Entry, 'seq' | 'at' | 'kind'> & { payload: string | null }>(
      `SELECT e.seq, at, kind, payload FROM entries e LEFT JOIN payloads p ON p.seq = e.seq
       WHERE e.seq > ? ORDER BY e.seq LIMIT 1000`,
    ),
  }
}
