/**
 * The journal: append-only, hash-chained, encrypted, on disk before anyone is told so (SQLite in WAL mode with
 * `synchronous=FULL`: each commit is an fsync).
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Day, ScanSource } from '../../shared/contract/schemas.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import { backUp, removeBackups } from './backup.ts'
import { Chain, type Link } from './chain.ts'
import { encryptPlainJournal } from './encrypt-plain.ts'
import { sha256 } from './entry.ts'
import { personalKind, type Erasure } from './erasure.ts'
import { failureOf, isUnwritable, JournalNotWritable, type AppendFailure } from './failure.ts'
import { appendHead } from './head-file.ts'
import { migrate } from './migrate.ts'
import { openEncrypted, type Database } from './open-database.ts'
import { lockProfile } from './profile-lock.ts'
import { Projections } from './projections.ts'
import { kioskKeyFrom, type SignedHead } from './signed-head.ts'

/** What is recorded besides scans. */
export type EventKind = 'trust.updated' | 'trust.refused' | 'trust.damaged' | 'clock.doubted' | 'clock.confirmed'

const confirmationSchema = v.object({ dismissed: v.optional(v.nullable(v.number()), null) })

/** The keys that a journal needs, from wherever the shell keeps them: 32 secret bytes each. */
export interface Secrets {
  /** Encrypts the journal. */
  journalKey(): Promise<Uint8Array> | Uint8Array
  /** The Ed25519 key with which the kiosk signs (the seed of RFC 8032 §5.1.5). */
  kioskKey(): Promise<Uint8Array> | Uint8Array
}

/** Where an entry is, once it is on disk. */
export type Appended = { recorded: true; seq: number; at: number } | { recorded: false; code: AppendFailure }

/** How many payloads were erased, or why none was. */
export type Erased = { erased: number } | { erased: null; code: AppendFailure }

/** Where a journal is, whose it is, and where it tells what went wrong. */
export interface JournalPlace {
  folder: string
  /** Names this kiosk in every entry. */
  kiosk: string
  secrets: Secrets
  log: (line: string) => void
}

/** An open journal. One process at a time, one writer. */
export class Journal {
  private readonly database: Database
  private readonly unlock: () => void
  private readonly folder: string
  private readonly log: (line: string) => void
  private readonly chain: Chain
  private readonly projections: Projections
  private readonly statements
  private readonly append
  /** What `clockEvidence` answered, kept up to date: it is asked for at every scan. */
  private evidence: { latest: number | null; dismissed: number | null } | null = null
  private lastAt = 0

  /**
   * Opens or makes the journal in a folder. One that an earlier version wrote in the clear is encrypted first.
   * @throws ProfileInUse, JournalFromFuture, JournalKeyWrong, JournalNotWritable, and what the secrets throw
   */
  static async open({ folder, kiosk, secrets, log }: JournalPlace): Promise<Journal> {
    let unlock
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      unlock = lockProfile(folder)
      // Asked for under the lock, so that two first starts at once cannot make two keys.
      const keys = { journal: await secrets.journalKey(), kiosk: await secrets.kioskKey() }
      const file = join(folder, 'journal.sqlite')
      encryptPlainJournal(folder, file, keys.journal)
      const database = openEncrypted(file, keys.journal)
      try {
        database.pragma('journal_mode = WAL')
        database.pragma('synchronous = FULL')
        migrate(database, (name) => backUp(database, folder, name))
        const projections = new Projections(database)
        const chain = new Chain(database, kiosk, kioskKeyFrom(keys.kiosk), projections)
        return new Journal({ database, unlock, folder, log, chain, projections })
      } catch (error) {
        database.close()
        throw error
      }
    } catch (error) {
      unlock?.()
      throw isUnwritable(error, folder) ? new JournalNotWritable(folder, { cause: error }) : error
    }
  }

  private constructor(parts: {
    database: Database
    unlock: () => void
    folder: string
    log: (line: string) => void
    chain: Chain
    projections: Projections
  }) {
    this.database = parts.database
    this.unlock = parts.unlock
    this.folder = parts.folder
    this.log = parts.log
    this.chain = parts.chain
    this.projections = parts.projections
    this.statements = prepare(parts.database)
    this.append = parts.database.transaction((kind: string, payload: object, at: number) =>
      parts.chain.append(kind, payload, at),
    )
  }

  /**
   * Records one scan. Answers once it is on disk, or why it is not; never throws for a disk that will not take it.
   *
   * The scanned text itself is not kept, only its hash: whoever opens the journal cannot show the code again.
   * @param at epoch milliseconds
   */
  recordScan(verdict: Verdict, source: ScanSource, at: number): Appended {
    const { text, ...kept } = verdict
    return this.record(personalKind, { source, textHash: sha256(text), ...kept }, at)
  }

  /** Records something else that happened, under its kind. Answers as `recordScan` does. @param at epoch milliseconds */
  recordEvent(kind: EventKind, payload: object, at: number): Appended {
    return this.record(kind, payload, at)
  }

  /**
   * What the journal knows of the time: its latest instant since a person last confirmed the clock, and the instant
   * that was dismissed then. Epoch milliseconds.
   */
  clockEvidence(): { latest: number | null; dismissed: number | null } {
    this.evidence ??= this.readClockEvidence()
    return this.evidence
  }

  private readClockEvidence(): { latest: number | null; dismissed: number | null } {
    const confirmed = this.statements.lastConfirmed.get()
    const latest = this.statements.latestSince.get(confirmed?.seq ?? 0)?.latest ?? null
    const payload: unknown = confirmed?.payload ? JSON.parse(confirmed.payload) : {}
    const { dismissed } = v.parse(confirmationSchema, payload)
    return { latest, dismissed }
  }

  /** The day that holds `now` (epoch milliseconds), in Viet Nam's calendar. */
  day(now: number): Day {
    return this.projections.day(now)
  }

  /**
   * Signs the chain as it ends now, for paper or for the close of a shift. Null where there is nothing new to sign, or
   * the disk will not take it.
   * @param at epoch milliseconds
   */
  signHead(at: number): SignedHead | null {
    try {
      const head = this.database.transaction(() => this.chain.sign(at)).immediate()
      if (head) this.keepHead(head)
      return head
    } catch (error) {
      this.log(`journal: its head was not signed: ${String(error)}`)
      return null
    }
  }

  /**
   * Erases what is personal in entries from before an instant, up to the last one that was delivered. The chain stays
   * whole, counts stay, and the erasure is an entry. Backups go with it, for they hold what was to be erased.
   * @param before epoch milliseconds
   * @param through the last entry's number that somebody else certainly has
   * @param at epoch milliseconds of now
   */
  erase(before: number, through: number, at: number): Erased {
    try {
      const { erased, link } = this.database
        .transaction(() => {
          const counts = this.projections.countsToErase(through, before)
          const removed = this.chain.erase(personalKind, through, before)
          const erasure: Erasure = { before, through, counts }
          return { erased: removed, link: removed > 0 ? this.chain.append('journal.erased', erasure, at) : null }
        })
        .immediate()
      if (link?.head) this.keepHead(link.head)
      if (erased > 0) {
        removeBackups(this.folder)
        // The write-ahead log still holds the pages as they were.
        this.database.pragma('wal_checkpoint(TRUNCATE)')
      }
      return { erased }
    } catch (error) {
      this.log(`journal: nothing was erased: ${String(error)}`)
      return { erased: null, code: failureOf(error, this.folder) }
    }
  }

  /** Makes the projections anew from the entries; `changed` tells whether anything came out different. */
  rebuild(): { entries: number; changed: boolean } {
    return this.database.transaction(() => this.projections.rebuild()).immediate()
  }

  /** Signs the head and closes: whoever shortens a journal that was closed is always found out. */
  close(): void {
    if (this.lastAt > 0) this.signHead(this.lastAt)
    this.database.close()
    this.unlock()
  }

  private record(kind: string, payload: object, at: number): Appended {
    let link: Link
    try {
      link = this.append.immediate(kind, payload, at)
    } catch (error) {
      this.log(`journal: ${kind} was not recorded: ${String(error)}`)
      return { recorded: false, code: failureOf(error, this.folder) }
    }
    this.lastAt = at
    // One writer: what it has just written is all that can have changed. A confirmation starts the evidence anew.
    if (kind === 'clock.confirmed') this.evidence = null
    else if (this.evidence) this.evidence = { ...this.evidence, latest: Math.max(at, this.evidence.latest ?? at) }
    if (link.head) this.keepHead(link.head)
    return { recorded: true, seq: link.seq, at }
  }

  /** The head is in the journal already; that its second copy fails is no reason to refuse the entry. */
  private keepHead(head: SignedHead): void {
    try {
      appendHead(this.folder, head)
    } catch (error) {
      this.log(`journal: heads.jsonl did not take a head: ${String(error)}`)
    }
  }
}

function prepare(database: Database) {
  return {
    lastConfirmed: database.prepare<[], { seq: number; payload: string | null }>(
      `SELECT e.seq, payload FROM entries e LEFT JOIN payloads p ON p.seq = e.seq
       WHERE kind = 'clock.confirmed' ORDER BY e.seq DESC LIMIT 1`,
    ),
    // Ordered so that the index on the time answers it at once: almost always the first row is recent enough.
    latestSince: database.prepare<[number], { latest: number }>(
      'SELECT at AS latest FROM entries WHERE seq >= ? ORDER BY at DESC LIMIT 1',
    ),
  }
}
