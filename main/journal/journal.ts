/**
 * The journal: append-only, hash-chained, on disk before anyone is told so (SQLite in WAL mode with
 * `synchronous=FULL`: each commit is an fsync).
 */
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import * as v from 'valibot'
import { localDay } from '../../shared/language/time.ts'
import { findingSchema, type Day, type ScanLine, type ScanSource } from '../../shared/contract/schemas.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import { entryHash, genesis, sha256, type Entry } from './entry.ts'
import { migrate } from './migrate.ts'
import { lockProfile } from './profile-lock.ts'

const lastShown = 10

/** What is recorded besides scans. */
export type EventKind = 'trust.updated' | 'trust.refused' | 'trust.damaged' | 'clock.doubted' | 'clock.confirmed'

const confirmationSchema = v.object({ dismissed: v.optional(v.nullable(v.number()), null) })

/** Why an append did not reach the disk. */
export type AppendFailure = 'disk-full' | 'read-only' | 'failed'

/** Where an entry is, once it is on disk. */
export type Appended = { recorded: true; seq: number; at: number } | { recorded: false; code: AppendFailure }

function failureOf(error: unknown): AppendFailure {
  const code = error instanceof Database.SqliteError ? error.code : ''
  if (code === 'SQLITE_FULL') return 'disk-full'
  return code.startsWith('SQLITE_READONLY') ? 'read-only' : 'failed'
}

interface ScanRow {
  seq: number
  at: number
  source: ScanSource
  outcome: Verdict['outcome']
  reason: string
  holder: string | null
}

/** An open journal. One process at a time, one writer. */
export class Journal {
  private readonly database: Database.Database
  private readonly unlock: () => void
  private readonly kiosk: string
  private readonly log: (line: string) => void
  private readonly statements
  private readonly append

  /**
   * Opens or makes the journal in `folder`.
   * @throws ProfileInUse, JournalFromFuture
   */
  constructor(folder: string, kiosk: string, log: (line: string) => void) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.kiosk = kiosk
    this.log = log
    this.unlock = lockProfile(folder)
    try {
      this.database = new Database(join(folder, 'journal.sqlite'))
      this.database.pragma('journal_mode = WAL')
      this.database.pragma('synchronous = FULL')
      migrate(this.database)
    } catch (error) {
      this.unlock()
      throw error
    }
    this.statements = prepare(this.database)
    this.append = this.database.transaction(
      (kind: string, payload: object, at: number, project: (seq: number) => void) => {
        const last = this.statements.last.get()
        // The salt keeps the hash of an erased payload from being guessed back into the payload.
        const text = JSON.stringify({ salt: randomBytes(16).toString('base64'), ...payload })
        const header: Omit<Entry, 'hash'> = {
          seq: (last?.seq ?? 0) + 1,
          id: uuidv7({ msecs: at }),
          at,
          kiosk: this.kiosk,
          officer: null,
          kind,
          payloadHash: sha256(text),
          previous: last?.hash ?? genesis,
        }
        this.statements.insertEntry.run({ ...header, hash: entryHash(header) })
        this.statements.insertPayload.run(header.seq, text)
        project(header.seq)
        return header.seq
      },
    )
  }

  /**
   * Records one scan. Answers once it is on disk, or why it is not; never throws for a disk that will not take it.
   *
   * The scanned text itself is not kept, only its hash: whoever steals the disk cannot show the code again.
   * @param at epoch milliseconds
   */
  recordScan(verdict: Verdict, source: ScanSource, at: number): Appended {
    const { text, ...kept } = verdict
    const row = {
      at,
      day: localDay(at),
      source,
      outcome: verdict.outcome,
      reason: JSON.stringify(verdict.reason),
      holder: verdict.certificate?.holder.name ?? null,
    }
    try {
      const payload = { source, textHash: sha256(text), ...kept }
      const seq = this.append.immediate('scan.verified', payload, at, (entrySeq) =>
        this.statements.insertScan.run({ seq: entrySeq, ...row }),
      )
      return { recorded: true, seq, at }
    } catch (error) {
      this.log(`journal: a scan was not recorded: ${String(error)}`)
      return { recorded: false, code: failureOf(error) }
    }
  }

  /** Records something else that happened, under its kind. Answers as `recordScan` does. @param at epoch milliseconds */
  recordEvent(kind: EventKind, payload: object, at: number): Appended {
    try {
      return { recorded: true, seq: this.append.immediate(kind, payload, at, () => undefined), at }
    } catch (error) {
      this.log(`journal: ${kind} was not recorded: ${String(error)}`)
      return { recorded: false, code: failureOf(error) }
    }
  }

  /**
   * What the journal knows of the time: its latest instant since a person last confirmed the clock, and the instant
   * that was dismissed then. Epoch milliseconds.
   */
  clockEvidence(): { latest: number | null; dismissed: number | null } {
    const confirmed = this.statements.lastConfirmed.get()
    const latest = this.statements.latestSince.get(confirmed?.seq ?? 0)?.latest ?? null
    const payload: unknown = confirmed?.payload ? JSON.parse(confirmed.payload) : {}
    const { dismissed } = v.parse(confirmationSchema, payload)
    return { latest, dismissed }
  }

  /** The day that holds `now` (epoch milliseconds), in Viet Nam's calendar. */
  day(now: number): Day {
    const date = localDay(now)
    const byOutcome = { accepted: 0, check: 0, rejected: 0, unreadable: 0 }
    for (const { outcome, count } of this.statements.countByOutcome.all(date)) byOutcome[outcome] = count
    const total = Object.values(byOutcome).reduce((sum, count) => sum + count, 0)
    const last = this.statements.lastOfDay
      .all(date, lastShown)
      .map((row): ScanLine => ({ ...row, reason: v.parse(findingSchema, JSON.parse(row.reason)) }))
    return { date, total, byOutcome, last }
  }

  close(): void {
    this.database.close()
    this.unlock()
  }
}

function prepare(database: Database.Database) {
  return {
    last: database.prepare<[], { seq: number; hash: string }>(
      'SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1',
    ),
    insertEntry: database.prepare<[Entry]>(
      `INSERT INTO entries (seq, id, at, kiosk, officer, kind, payload_hash, previous, hash)
       VALUES (@seq, @id, @at, @kiosk, @officer, @kind, @payloadHash, @previous, @hash)`,
    ),
    lastConfirmed: database.prepare<[], { seq: number; payload: string | null }>(
      `SELECT e.seq, payload FROM entries e LEFT JOIN payloads p ON p.seq = e.seq
       WHERE kind = 'clock.confirmed' ORDER BY e.seq DESC LIMIT 1`,
    ),
    // Ordered so that the index on the time answers it at once: almost always the first row is recent enough.
    latestSince: database.prepare<[number], { latest: number }>(
      'SELECT at AS latest FROM entries WHERE seq >= ? ORDER BY at DESC LIMIT 1',
    ),
    insertPayload: database.prepare<[number, string]>('INSERT INTO payloads (seq, payload) VALUES (?, ?)'),
    insertScan: database.prepare<[ScanRow & { day: string }]>(
      `INSERT INTO scans (seq, at, day, source, outcome, reason, holder)
       VALUES (@seq, @at, @day, @source, @outcome, @reason, @holder)`,
    ),
    countByOutcome: database.prepare<[string], { outcome: Verdict['outcome']; count: number }>(
      'SELECT outcome, count(*) AS count FROM scans WHERE day = ? GROUP BY outcome',
    ),
    lastOfDay: database.prepare<[string, number], ScanRow>(
      'SELECT seq, at, source, outcome, reason, holder FROM scans WHERE day = ? ORDER BY seq DESC LIMIT ?',
    ),
  }
}
