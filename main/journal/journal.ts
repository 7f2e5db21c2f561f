/**
 * The journal: append-only, hash-chained, encrypted, on disk before anyone is told so. This is its door; behind it are
 * the recorder, which writes, and those who ask.
 */
import type {
  RecordedCrossing,
  SearchAnswer,
  SearchQuery,
  ShiftClosed,
  ShiftReport,
  TraceAnswer,
  TraceQuery,
} from '../../shared/contract/crossing-schemas.ts'
import type { Day, ScanSource } from '../../shared/contract/schemas.ts'
import type { Crossing, Reason } from '../../shared/domain/crossing/crossing.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import { localDay } from '../../shared/language/time.ts'
import { Chain } from './chain.ts'
import { checkAtOpening } from './check/at-opening.ts'
import { isMendable, type Discord } from './check/discord.ts'
import { sayDiscord } from './check/say-discord.ts'
import { ClockEvidence, type Evidence } from './clock-evidence.ts'
import type { Content, EventKind } from './content.ts'
import { Crossings, type RecentCrossing, type Unchangeable } from './crossings.ts'
import type { Receipt } from './delivered.ts'
import { Draft } from './draft.ts'
import { endKeyFrom } from './end-mark.ts'
import { sha256 } from './entry.ts'
import type { AppendFailure } from './failure.ts'
import { lastEvent, type FoundKind } from './last-event.ts'
import { openJournalFile, type JournalPlace, type OpenedFile } from './open-journal.ts'
import type { Database } from './open-database.ts'
import { Projections } from './projections.ts'
import { Recorder, type Appended } from './recorder.ts'
import { Retention, type Erased } from './retention.ts'
import { Search, SearchIndex } from './search/index.ts'
import { Shifts } from './shift.ts'
import { kioskKeyFrom, type SignedHead } from './signed-head.ts'
import { Vouchers } from './vouchers.ts'

/** What came of changing a recorded crossing. */
export type Changed = Appended | { recorded: false; code: Unchangeable }

/** Whether the draft is on disk. */
export type DraftSaved = { saved: true } | { saved: false; code: AppendFailure }

/** An open journal. One process at a time, one writer. Instants are epoch milliseconds. */
export class Journal {
  private readonly database: Database
  private readonly unlock: () => void
  private readonly projections: Projections
  private readonly recorder: Recorder
  private readonly crossings: Crossings
  private readonly draft: Draft
  private readonly evidence: ClockEvidence
  private readonly retention: Retention
  private readonly shifts: Shifts
  private readonly index: SearchIndex
  private readonly finder: Search
  private readonly vouchers: Vouchers
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

  private constructor({ folder, kiosk, log }: JournalPlace, { database, keys, mark, unlock }: OpenedFile) {
    this.database = database
    this.unlock = unlock
    const found = checkAtOpening(database, mark)
    for (const each of found) log(`journal: ${sayDiscord('en', each)}`)
    this.vouchers = new Vouchers({ folder, endKey: endKeyFrom(keys.kiosk), mark, log })
    this.index = new SearchIndex(database)
    this.projections = new Projections(database, [this.index])
    const chain = new Chain(database, kiosk, kioskKeyFrom(keys.kiosk), this.projections)
    const listener = (kind: string, at: number): void => this.wrote(kind, at)
    this.recorder = new Recorder({ database, chain, folder, vouchers: this.vouchers, found, log, listener })
    this.crossings = new Crossings(database, this.projections.crossings)
    this.draft = new Draft(database)
    this.evidence = new ClockEvidence(database, this.projections.times)
    this.retention = new Retention(database, folder, chain, this.projections, this.recorder)
    this.shifts = new Shifts(database, kiosk, this.recorder)
    this.finder = new Search(database, this.index, log)
    this.vouchers.catchUp(database)
    // What the mark says stays until an entry says that it was not so.
    if (found.length === 0) this.vouchers.markEnd(chain.end())
  }

  /** What was found not to agree since it was opened, and was not mended: an entry with the next thing that is recorded. */
  get doubts(): readonly Discord[] {
    return this.recorder.doubts.filter((each) => !this.mended || !isMendable(each))
  }

  /** Records what was found at the opening now, if nothing has been recorded since. */
  recordDoubts(at: number): void {
    this.recorder.recordDoubts(at)
  }

  /**
   * Records one scan. Answers once it is on disk, or why it is not; never throws for a disk that will not take it.
   *
   * The scanned text itself is not kept, only its hash: whoever opens the journal cannot show the code again.
   */
  recordScan(verdict: Verdict, source: ScanSource, at: number): Appended {
    const { text, ...kept } = verdict
    const payload = { source, textHash: sha256(text), ...kept }
    return this.recorder.record({ kind: 'scan.verified', payload }, at)
  }

  /** Records something else that happened, under its kind. Answers as `recordScan` does. */
  recordEvent(kind: EventKind, payload: object, at: number): Appended {
    return this.recorder.record({ kind, payload }, at)
  }

  /** What the last entry of a kind says; null where there is none. */
  lastEvent(kind: FoundKind): unknown {
    return lastEvent(this.database, kind)
  }

  /** Records a crossing with its decision, and in the same instant puts `draft` in place of the one it came from. */
  recordCrossing(crossing: Crossing, at: number, draft: string | null): Appended {
    return this.recorder.record({ kind: 'crossing.recorded', payload: { crossing } }, at, () => this.keepDraft(draft))
  }

  /** From now on the crossing that entry `of` recorded is this. What it was stays in the journal. */
  amendCrossing(of: number, crossing: Crossing, why: Reason, at: number): Changed {
    const payload = { of, crossing, why }
    return this.change(of, { kind: 'crossing.amended', payload }, at)
  }

  /** The crossing that entry `of` recorded did not take place so. `draft`, where given, is put back in the same instant. */
  voidCrossing(
    of: number,
    { undone, why }: { undone: boolean; why: Reason | null },
    at: number,
    draft?: string | null,
  ): Changed {
    const payload = { of, undone, why }
    return this.change(of, { kind: 'crossing.voided', payload }, at, draft)
  }

  private change(of: number, content: Content, at: number, draft?: string | null): Changed {
    const code = this.crossings.unchangeable(of)
    if (code) return { recorded: false, code }
    return this.recorder.record(content, at, () => {
      if (draft !== undefined) this.keepDraft(draft)
    })
  }

  /** The crossing that entry `seq` recorded, as it is now; null where there is none, or its content is erased. */
  crossing(seq: number): RecordedCrossing | null {
    return this.crossings.read(seq)
  }

  /** Crossings recorded since an instant as they are now, oldest first; voided ones are not among them. */
  recentCrossings(since: number): RecentCrossing[] {
    return this.crossings.since(since)
  }

  /** Crossings by plate, name, number, certificate, time and decision, newest first. */
  search(query: SearchQuery): SearchAnswer {
    return this.finder.search(query)
  }

  /** Everybody whom a person or vehicle met. */
  trace(query: TraceQuery): TraceAnswer {
    return this.finder.trace(query)
  }

  /**
   * Brings the search index on by a piece, so that no search has to wait for it: takes crossings in (some fifty
   * milliseconds), or joins days of a finished week (some ten). Answers with how many of either; 0: there is nothing to do.
   */
  indexSome(): number {
    const { index } = this
    const answer = this.recorder.attempt('the search index was not written', () => index.index() || index.join())
    return answer.written ? answer.value : 0
  }

  /** Keeps the crossing that is being built, in place of what was kept before; null: there is none. */
  saveDraft(content: string | null): DraftSaved {
    const answer = this.recorder.write('the open crossing was not saved', () => this.keepDraft(content))
    return answer.written ? { saved: true } : { saved: false, code: answer.code }
  }

  /** The crossing that was being built. */
  readDraft(): string | null {
    return this.draft.read()
  }

  /** Whether that was decided about already: then it is not to be gone on with. */
  isDraftDoubted(): boolean {
    return this.draft.isDoubted()
  }

  private keepDraft(content: string | null): void {
    this.draft.write(content, this.recorder.end())
  }

  /** What the journal knows of the time. */
  clockEvidence(): Evidence {
    return this.evidence.read()
  }

  /** The day that holds `now`, in Viet Nam's calendar. */
  day(now: number): Day {
    const { scans } = this.projections
    return { date: localDay(now), ...scans.day(now), crossings: this.crossings.day(now) }
  }

  /** Closes the shift: its counts are an entry, and the chain is signed up to that. */
  closeShift(at: number): ShiftClosed {
    return this.shifts.close(at)
  }

  /** The report of the shift that was closed last; null: none was. */
  lastShift(): ShiftReport | null {
    return this.shifts.lastReport()
  }

  /** Signs the chain as it ends now. Null where there is nothing new to sign, or the disk will not take it. */
  signHead(at: number): SignedHead | null {
    const answer = this.recorder.write('its head was not signed', () => this.recorder.sign(at))
    return answer.written ? answer.value : null
  }

  /** Records that somebody else has the entries up to `through`, whose hash they say is `hash`. */
  recordReceipt({ through, hash }: Receipt, at: number): Appended {
    return this.recorder.record({ kind: 'receipt.received', payload: { through, hash } }, at)
  }

  /** The last entry that somebody else certainly has; 0: none. */
  delivered(): number {
    return this.projections.delivered.through()
  }

  /**
   * Erases what is older than so many days, as far as receipts prove it delivered; null: nothing. Ask only while the
   * clock is beyond doubt, for one that is ahead erases too soon.
   */
  retain(days: number | null, now: number): Erased {
    return days === null ? { erased: 0 } : this.retention.retain(days, now)
  }

  /**
   * Erases what is personal in entries from before an instant, up to the last one that was delivered (`through`). A
   * crossing goes as a whole, once its last entry may go. The chain stays whole, counts stay, and the erasure is an
   * entry. Backups go with it, for they hold what was to be erased.
   */
  erase(before: number, through: number, at: number): Erased {
    return this.retention.erase(before, through, at)
  }

  /**
   * Makes what is derived anew from the entries, and heads.jsonl from its readable lines and the heads in the journal;
   * `changed` tells whether anything that is derived came out different.
   */
  rebuild(): { entries: number; changed: boolean } {
    const rebuilt = this.database.transaction(() => this.projections.rebuild()).immediate()
    // So that the next search does not have to: it is the work of minutes after a year.
    while (this.indexSome() > 0) continue
    this.vouchers.mendHeads(this.database)
    this.mended = true
    return rebuilt
  }

  /** Signs the head and closes: whoever shortens a journal that was closed is always found out. */
  close(): void {
    if (this.lastAt > 0) this.signHead(this.lastAt)
    this.vouchers.close()
    this.database.close()
    this.unlock()
  }

  private wrote(kind: string, at: number): void {
    this.lastAt = at
    this.evidence.wrote(kind, at)
  }
}
