/**
 * The journal: append-only, hash-chained, encrypted, on disk before anyone is told so. This is its door; behind it are
 * the recorder, which writes, and those who ask.
 */
import type { AbandonedCrossing } from '../../shared/domain/crossing/abandoned.ts'
import type { SearchAnswer, SearchQuery } from '../../shared/contract/crossing-line-schemas.ts'
import type { TraceAnswer, TraceQuery } from '../../shared/contract/trace-schemas.ts'
import type { RecordedCrossing } from '../../shared/contract/recorded-schemas.ts'
import type { Day, ScanSource } from '../../shared/contract/schemas.ts'
import type { Crossing, Reason, Undecided } from '../../shared/domain/crossing/crossing.ts'
import type { Mode } from '../../shared/domain/mode.ts'
import type { Verdict } from '../../shared/domain/finding/verdict.ts'
import { localDay } from '../../shared/language/time.ts'
import type { Accesses } from './officers/accesses.ts'
import type { ClosedDays } from './shifts/closed-days.ts'
import type { Issues } from './given-out/issues.ts'
import type { OutlineCounts } from './crossings/outline-counts.ts'
import { assemble, type JournalParts } from './assemble.ts'
import { JournalOfAnotherMode, modeOf } from './chain/begun.ts'
import type { Place } from '../../shared/domain/crossing/reported-crossing.ts'
import { isMendable, type Discord } from '../../shared/ledger/discord.ts'
import type { Evidence } from './chain/clock-evidence.ts'
import type { EventKind } from './chain/content.ts'
import type { Changed, DraftSaved } from './crossings/crossing-writer.ts'
import type { RecentCrossing } from './crossings/crossings.ts'
import { sha256 } from './chain/entry.ts'
import { placeAt, placesOf } from './chain/places.ts'
import { Ledger } from './ledger.ts'
import { lastEvent, type FoundKind } from './chain/last-event.ts'
import type { OfficerBook } from './officers/officer-book.ts'
import { whoPermitted } from './officers/who-permitted.ts'
import { openJournalFile, type JournalPlace, type OpenedFile } from './file/open-journal.ts'
import type { Appended } from './chain/recorder.ts'
import type { Erased, RetentionDays } from './retention.ts'
import type { Shifts } from './shifts/shift.ts'
import type { SignedHead } from './vouched/signed-head.ts'

/** An open journal. One process at a time, one writer. Instants are epoch milliseconds. */
export class Journal {
  /** What is beside the entries and says whose they are: epochs, keys, receipts. */
  readonly ledger: Ledger
  /** Records who looked at whom. */
  readonly accesses: Accesses
  /** What is recorded about officers, and their keys. */
  readonly officers: OfficerBook
  /** Records the reports that are given out. */
  readonly issues: Issues
  /** Shifts, and what is handed from one to the next. */
  readonly shifts: Shifts
  /** Days that were closed. */
  readonly days: ClosedDays
  /** The first numbers of a report. */
  readonly outlines: OutlineCounts
  private readonly parts: JournalParts
  private mended = false
  private lastAt = 0

  /**
   * Opens or makes the journal in a folder. One that an earlier version wrote in the clear is encrypted first.
   * @throws ProfileInUse, JournalFromFuture, JournalKeyWrong, JournalNotWritable, and what the secrets throw
   */
  static async open(place: JournalPlace): Promise<Journal> {
    const opened = await openJournalFile(place)
    try {
      return new Journal(place, opened)
    } catch (error) {
      opened.database.close()
      opened.unlock()
      throw error
    }
  }

  private constructor(place: JournalPlace, opened: OpenedFile) {
    this.parts = assemble(place, opened, (kind, at) => this.wrote(kind, at))
    this.ledger = new Ledger(this.parts)
    this.accesses = this.parts.accesses
    this.officers = this.parts.officers
    this.issues = this.parts.issues
    this.shifts = this.parts.shifts
    this.days = this.parts.days
    this.outlines = this.parts.outlines
  }

  /** What was found not to agree since it was opened, and was not mended: an entry with the next thing that is recorded. */
  get doubts(): readonly Discord[] {
    return this.parts.recorder.doubts.filter((each) => !this.mended || !isMendable(each))
  }

  /**
   * What it is for: recorded once, and from then on the same at every opening.
   * @throws JournalOfAnotherMode
   */
  begin(mode: Mode, at: number): void {
    const begun = modeOf(this.parts.database)
    if (begun === null) this.ledger.beginAs(mode, at)
    else if (begun !== mode) throw new JournalOfAnotherMode(begun)
  }

  /** Records what was found at the opening now, if nothing has been recorded since. */
  recordDoubts(at: number): void {
    this.parts.recorder.recordDoubts(at)
  }

  /**
   * Records one scan. Answers once it is on disk, or why it is not; never throws for a disk that will not take it.
   * The scanned text itself is not kept, only its hash: whoever opens the journal cannot show the code again.
   */
  recordScan(verdict: Verdict, source: ScanSource, at: number): Appended {
    const { text, ...kept } = verdict
    const payload = { source, textHash: sha256(text), ...kept }
    return this.parts.recorder.record({ kind: 'scan.verified', payload }, at)
  }

  /** Records something else that happened, under its kind. Answers as `recordScan` does. */
  recordEvent(kind: EventKind, payload: object, at: number): Appended {
    return this.parts.recorder.record({ kind, payload }, at)
  }

  /** What the last entry of a kind says; null where there is none. */
  lastEvent(kind: FoundKind): unknown {
    return lastEvent(this.parts.database, kind)
  }

  /** Records a crossing with its decision, and in the same instant puts `draft` in place of the one it came from. */
  recordCrossing(crossing: Crossing, at: number, draft: string | null): Appended {
    return this.parts.writer.record(crossing, at, draft)
  }

  /** Records that a crossing was given up undecided, and in the same instant puts `draft` in its place. */
  abandonCrossing(crossing: Undecided, at: number, draft: string | null): Appended {
    return this.parts.writer.abandon(crossing, at, draft)
  }

  /** From now on the crossing that entry `of` recorded is this. What it was stays in the journal. */
  amendCrossing(of: number, crossing: Crossing, why: Reason, at: number): Changed {
    return this.parts.writer.amend(of, crossing, why, at)
  }

  /** The crossing that entry `of` recorded did not take place so. `draft`, where given, is put back in the same instant. */
  voidCrossing(of: number, told: { undone: boolean; why: Reason | null }, at: number, draft?: string | null): Changed {
    return this.parts.writer.void(of, told, at, draft)
  }

  /** A note on the crossing that entry `of` recorded, voided or not. */
  noteCrossing(of: number, text: string, at: number): Changed {
    return this.parts.writer.note(of, text, at)
  }

  /** The crossing that entry `seq` recorded, as it is now; null where there is none, or its content is erased. */
  crossing(seq: number): RecordedCrossing | null {
    const read = this.parts.crossings.read(seq)
    return read && { ...read, above: whoPermitted(read.crossing.above ?? null, () => this.officers.entries()) }
  }

  /** How post and lane were called when entry `seq` was recorded; null: as they are called now. */
  placeAt(seq: number): Place | null {
    return placeAt(placesOf(this.parts.database), seq)
  }

  /** Crossings recorded since an instant as they are now, oldest first; voided ones are not among them. */
  recentCrossings(since: number): RecentCrossing[] {
    return this.parts.crossings.since(since)
  }

  /** Crossings given up since an instant, oldest first, with what was in them. */
  abandonedCrossings(since: number): AbandonedCrossing[] {
    return this.parts.crossings.abandonedSince(since)
  }

  /** Crossings by plate, name, number, certificate, time and decision, newest first. */
  search(query: SearchQuery): SearchAnswer {
    return this.parts.finder.search(query)
  }

  /** Everybody whom a person or vehicle met. */
  trace(query: TraceQuery): TraceAnswer {
    return this.parts.finder.trace(query)
  }

  /**
   * Brings the search index on by a piece, so that no search has to wait for it: takes crossings in (some fifty
   * milliseconds), or joins days of a finished week (some ten). Answers with how many of either; 0: there is nothing to do.
   */
  indexSome(): number {
    const { index, recorder } = this.parts
    const answer = recorder.attempt('the search index was not written', () => index.index() || index.join())
    return answer.written ? answer.value : 0
  }

  /** Keeps the crossing that is being built, in place of what was kept before; null: there is none. */
  saveDraft(content: string | null): DraftSaved {
    return this.parts.writer.saveDraft(content)
  }

  /** The crossing that was being built. */
  readDraft(): string | null {
    return this.parts.draft.read()
  }

  /** Whether that was decided about already: then it is not to be gone on with. */
  isDraftDoubted(): boolean {
    return this.parts.draft.isDoubted()
  }

  /** What the journal knows of the time. */
  clockEvidence(): Evidence {
    return this.parts.evidence.read()
  }

  /** What was done on the day that holds `now`, in Viet Nam's calendar. */
  day(now: number): Omit<Day, 'openReferrals'> {
    const { projections, crossings } = this.parts
    return { date: localDay(now), ...projections.scans.day(now), crossings: crossings.day(now) }
  }

  /** Signs the chain as it ends now. Null where there is nothing new to sign, or the disk will not take it. */
  signHead(at: number): SignedHead | null {
    const answer = this.parts.recorder.write('its head was not signed', () => this.parts.recorder.sign(at))
    return answer.written ? answer.value : null
  }

  /**
   * Erases what is older than so many days, as far as receipts prove it backed up; null: nothing. Ask only while the clock
   * is beyond doubt, for one that is ahead erases too soon.
   */
  retain(days: RetentionDays | null, now: number): Erased {
    return days === null ? { erased: 0 } : this.parts.retention.retain(days, now)
  }

  /**
   * Erases what is personal in entries from before an instant, up to the last one that was delivered (`through`). A
   * crossing goes as a whole, once its last entry may go. The chain stays whole, counts stay, and the erasure is an
   * entry. Backups go with it, for they hold what was to be erased.
   */
  erase(before: number, through: number, at: number): Erased {
    return this.parts.retention.erase({ before, through }, at)
  }

  /**
   * Makes what is derived anew from the entries, and heads.jsonl from its readable lines and the heads in the journal;
   * `changed` tells whether anything that is derived came out different.
   */
  rebuild(): { entries: number; changed: boolean } {
    const { database, projections, vouchers } = this.parts
    const rebuilt = database.transaction(() => projections.rebuild()).immediate()
    // So that the next search does not have to: it is the work of minutes after a year.
    while (this.indexSome() > 0) continue
    vouchers.mendHeads(database)
    this.mended = true
    return rebuilt
  }

  /** Signs the head and closes: whoever shortens a journal that was closed is always found out. */
  close(): void {
    if (this.lastAt > 0) this.signHead(this.lastAt)
    const { vouchers, database, unlock } = this.parts
    vouchers.close()
    database.close()
    unlock()
  }

  private wrote(kind: string, at: number): void {
    this.lastAt = at
    this.parts.evidence.wrote(kind, at)
  }
}
