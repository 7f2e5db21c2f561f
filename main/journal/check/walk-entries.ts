/**
 * Walks all entries once, up to the one that was the last at first: the chain, what was signed, and every row that is
 * derived from an entry. In runs of one short read transaction each, so that a kiosk that records meanwhile is not kept
 * from emptying its write-ahead log; what an entry, its rows and the erasures are is read in one and the same. Memory
 * is that of a run, however long the journal.
 */
import type { End } from '../../../shared/ledger/end.ts'
import { covered } from '../chain/entry-times.ts'
import type { Database } from '../file/open-database.ts'
import { entryColumns, type EntryRow } from '../chain/entry-row.ts'
import { readPayload } from '../chain/payload.ts'
import { AppointedSigners } from './appointed-signers.ts'
import { ChainWalk } from './chain-walk.ts'
import { discordSchema, type Discord, type Misfit } from '../../../shared/ledger/discord.ts'
import { emptySpan, EntryRows, widened, type Span } from './entry-rows.ts'
import { Erasures } from './erasures.ts'
import { TotalRows } from './total-rows.ts'

/** Entries in a run: some tens of milliseconds. */
const usualRun = 1000

/** More openings than anybody lets go by with something found. */
const mostEarlier = 100

/** What a walk found: the first entry that does not fit, and the first row that does not agree. */
export interface Walked {
  end: End
  misfit: Discord | null
  row: Discord | null
  /** What was found when the journal was opened earlier, by the entry that says so: the first hundred. */
  earlier: Earlier[]
}

/** What an entry says was found. */
export interface Earlier {
  entry: number
  discord: Discord
}

/** How far a walk has come. */
export type Progress = (entries: number, of: number) => void

/** What a walk is of. */
interface Walk {
  /** The last entry that there was when the check began. */
  end: End
  /** Hashes that the kiosk has signed, by number. */
  signed: ReadonlyMap<number, string>
  /** Entries in a run. */
  size?: number
}

/**
 * Walks the journal from its first entry on, as far as its entries fit. Once a row does not agree, only the chain is
 * walked to its end.
 */
export function walkEntries(database: Database, of: Walk, progress: Progress): Walked {
  const walk = new EntryWalk(database, of)
  const run = database.transaction(() => walk.run())
  while (run()) progress(walk.found.end.seq, of.end.seq)
  progress(walk.found.end.seq, of.end.seq)
  return walk.found
}

class EntryWalk {
  private readonly of: Required<Walk>
  private readonly chain = new ChainWalk()
  private readonly signers = new AppointedSigners()
  private readonly rows: EntryRows
  private readonly totals: TotalRows
  private readonly database: Database
  private readonly statements
  private span: Span = emptySpan
  private erasures: Erasures
  private misfit: Discord | null = null
  private row: Discord | null = null
  private readonly earlier: Earlier[] = []

  constructor(database: Database, { size = usualRun, ...of }: Walk) {
    this.database = database
    this.of = { size, ...of }
    this.rows = new EntryRows(database)
    this.totals = new TotalRows(database)
    this.erasures = new Erasures(database)
    this.statements = {
      next: database.prepare<[number, number, number], EntryRow>(
        `SELECT ${entryColumns} FROM entries WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?`,
      ),
      lastErasure: database
        .prepare<[], number>(`SELECT coalesce(max(seq), 0) FROM entries WHERE kind = 'journal.erased'`)
        .pluck(),
    }
  }

  get found(): Walked {
    const end = this.chain.end.seq > this.of.end.seq ? this.of.end : this.chain.end
    return { end, misfit: this.misfit, row: this.row, earlier: this.earlier }
  }

  /** Takes the next entries; false: there are no more, or one does not fit. Within a transaction. */
  run(): boolean {
    // A kiosk that erases meanwhile takes payloads of entries that are still to come.
    if (this.statements.lastErasure.get() !== (this.erasures.list.at(-1)?.seq ?? 0))
      this.erasures = new Erasures(this.database)
    // What excuses a payload that is gone is believed as a link of the chain alone, so that is walked as far.
    const through = Math.max(this.of.end.seq, this.erasures.list.at(-1)?.seq ?? 0)
    const entries = this.statements.next.all(this.chain.end.seq, through, this.of.size)
    for (const { payload, ...entry } of entries) {
      const why = this.chain.take(entry, payload) ?? this.signers.take(entry, payload) ?? this.misfitOf(entry)
      if (why) this.misfit = { why, seq: entry.seq }
      if (this.misfit) return false
      if (entry.seq <= this.of.end.seq) this.take(entry, payload)
    }
    if (this.chain.end.seq < through && entries.length === this.of.size) return true
    if (this.chain.end.seq < through) this.misfit = { why: 'out-of-order', seq: this.chain.end.seq + 1 }
    else this.row ??= this.totals.compare(this.of.end.seq, this.erasures)
    return false
  }

  /** Whether it is another entry than was signed, or than it was when the check began. */
  private misfitOf({ seq, hash }: Omit<EntryRow, 'payload'>): Misfit | 'not-as-signed' | null {
    const { end, signed } = this.of
    if ((signed.get(seq) ?? hash) !== hash) return 'not-as-signed'
    return seq === end.seq && hash !== end.hash ? 'not-chained' : null
  }

  private take(entry: Omit<EntryRow, 'payload'>, payload: string | null): void {
    if (entry.kind === 'journal.doubted' && payload !== null) this.remember(entry.seq, payload)
    this.row ??= this.compare(entry, payload)
  }

  private remember(entry: number, payload: string): void {
    const discord = readPayload(discordSchema, payload)
    if (discord && this.earlier.length < mostEarlier) this.earlier.push({ entry, discord })
  }

  private compare(entry: Omit<EntryRow, 'payload'>, payload: string | null): Discord | null {
    const { seq, at } = entry
    this.span = widened(this.span, at)
    this.totals.add(entry.kind)
    const wrong = this.rows.compare(entry, payload, this.erasures)
    if (wrong || seq % covered !== 0) return wrong
    const span = this.span
    this.span = emptySpan
    return this.rows.compareTimes(seq, span)
  }
}
