/**
 * Walks all entries once: the chain, what was signed, and every row that is derived from an entry. In runs of one short
 * read transaction each, so that a kiosk that records meanwhile is not kept from emptying its write-ahead log; what an
 * entry and its rows are is read in one and the same. Memory is that of a run, however long the journal.
 */
import * as v from 'valibot'
import type { End } from '../../../shared/ledger/end.ts'
import { covered } from '../entry-times.ts'
import type { Database } from '../open-database.ts'
import { entryColumns, type EntryRow } from '../entry-row.ts'
import { ChainWalk } from './chain-walk.ts'
import { discordSchema, type Discord } from '../../../shared/ledger/discord.ts'
import { emptySpan, EntryRows, widened, type Span } from './entry-rows.ts'
import { Erasures } from './erasures.ts'
import { TotalRows } from './total-rows.ts'

const inOneRun = 1000

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

/**
 * Walks the journal from its first entry on, as far as its entries fit. Once a row does not agree, only the chain is
 * walked to its end.
 * @param signed hashes that the kiosk has signed, by number
 */
export function walkEntries(database: Database, signed: ReadonlyMap<number, string>, progress: Progress): Walked {
  const walk = new EntryWalk(database, signed)
  const run = database.transaction(() => walk.run())
  const last = database.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM entries').pluck()
  while (run()) progress(walk.found.end.seq, Math.max(walk.found.end.seq, last.get() ?? 0))
  return walk.found
}

class EntryWalk {
  private readonly signed: ReadonlyMap<number, string>
  private readonly chain = new ChainWalk()
  private readonly rows: EntryRows
  private readonly totals: TotalRows
  private readonly database: Database
  private readonly statements
  private span: Span = emptySpan
  private erasures: Erasures
  private misfit: Discord | null = null
  private row: Discord | null = null
  private readonly earlier: Earlier[] = []

  constructor(database: Database, signed: ReadonlyMap<number, string>) {
    this.database = database
    this.signed = signed
    this.rows = new EntryRows(database)
    this.totals = new TotalRows(database)
    this.erasures = new Erasures(database)
    this.statements = {
      next: database.prepare<[number], EntryRow>(
        `SELECT ${entryColumns} FROM entries WHERE seq > ? ORDER BY seq LIMIT ${inOneRun}`,
      ),
      lastErasure: database
        .prepare<[], number>(`SELECT coalesce(max(seq), 0) FROM entries WHERE kind = 'journal.erased'`)
        .pluck(),
    }
  }

  get found(): Walked {
    return { end: this.chain.end, misfit: this.misfit, row: this.row, earlier: this.earlier }
  }

  /** Takes the next entries; false: there are no more, or one does not fit. Within a transaction. */
  run(): boolean {
    if (this.statements.lastErasure.get() !== (this.erasures.list.at(-1)?.seq ?? 0))
      this.erasures = new Erasures(this.database)
    const entries = this.statements.next.all(this.chain.end.seq)
    for (const { payload, ...entry } of entries) {
      const why = this.chain.take(entry, payload)
      if (why) this.misfit = { why, seq: entry.seq }
      else if ((this.signed.get(entry.seq) ?? entry.hash) !== entry.hash)
        this.misfit = { why: 'not-as-signed', seq: entry.seq }
      if (this.misfit) return false
      if (entry.kind === 'journal.doubted' && payload !== null) this.remember(entry.seq, payload)
      this.row ??= this.compare(entry, payload)
    }
    if (entries.length < inOneRun) this.row ??= this.totals.compare(this.erasures)
    return entries.length === inOneRun
  }

  private remember(entry: number, payload: string): void {
    const read = v.safeParse(discordSchema, JSON.parse(payload))
    if (read.success && this.earlier.length < mostEarlier) this.earlier.push({ entry, discord: read.output })
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
