/**
 * Projections: tables that the screen asks, derived from the entries alone. They are written in the transaction of the
 * entry, and can be made anew from the entries at any time.
 */
import { createHash } from 'node:crypto'
import { retentionOf } from '../../../shared/ledger/entry-kinds.ts'
import { localDay } from '../../../shared/language/time.ts'
import { isProjected, readContent, type Content, type Projected } from './content.ts'
import { CrossingTable, type CrossingFollower } from '../crossings/crossing-table.ts'
import type { Entry } from './entry.ts'
import { EntryTimes } from './entry-times.ts'
import type { Database } from '../file/open-database.ts'
import { ScanTable } from '../scans/scan-table.ts'

const inOneRun = 1000

/** What tables are derived from: of what is no content, nothing. */
function contentOf(kind: string, payload: string | null): Projected | null {
  const content = payload === null ? null : readContent(kind, payload)
  return content === 'unreadable' ? null : content
}

/** All projections of one database. */
export class Projections {
  readonly scans: ScanTable
  readonly crossings: CrossingTable
  readonly times: EntryTimes
  private readonly database: Database
  private readonly entriesAfter

  constructor(database: Database, followers: readonly CrossingFollower[] = []) {
    this.database = database
    database.function('local_day', { deterministic: true }, (at) => localDay(Number(at)))
    database.function('retention_of', { deterministic: true }, (kind) => retentionOf(String(kind)))
    this.scans = new ScanTable(database)
    this.crossings = new CrossingTable(database, followers)
    this.times = new EntryTimes(database)
    this.entriesAfter = database.prepare<[number], Pick<Entry, 'seq' | 'at' | 'kind'> & { payload: string | null }>(
      `SELECT seq, at, kind, payload FROM entries WHERE seq > ? ORDER BY seq LIMIT ${inOneRun}`,
    )
  }

  /** Takes in the entry `seq`. Null: its content is erased or nothing is derived from it; what is counted of it, its erasure says. */
  project(seq: number, at: number, content: Content | null): void {
    this.times.add(seq)
    if (!content || !isProjected(content)) return
    switch (content.kind) {
      case 'scan.verified':
        return this.scans.add(seq, at, content.payload)
      case 'crossing.recorded':
        return this.crossings.add(seq, at, content.payload.crossing)
      case 'crossing.amended':
        return this.crossings.amend(seq, at, content.payload.of, content.payload.crossing)
      case 'crossing.voided':
        return this.crossings.void(seq, at, content.payload.of)
      case 'crossing.noted':
        return this.crossings.note(seq, at, content.payload.of)
      case 'journal.erased':
        this.scans.erase(content.payload)
        return this.crossings.erase(content.payload)
    }
  }

  /** Makes everything anew from the entries; `changed` tells whether anything came out different. Run in a transaction. */
  rebuild(): { entries: number; changed: boolean } {
    const was = this.fingerprint()
    this.crossings.clearFollowers()
    for (const table of this.tables()) this.database.exec(`DELETE FROM ${table}`)
    let [entries, after] = [0, 0]
    // In runs, since nothing can be written while a statement is being stepped through.
    for (;;) {
      const run = this.entriesAfter.all(after)
      for (const { seq, at, kind, payload } of run) this.project(seq, at, contentOf(kind, payload))
      const last = run.at(-1)
      if (!last) break
      entries += run.length
      after = last.seq
    }
    return { entries, changed: this.fingerprint() !== was }
  }

  private tables(): string[] {
    return [this.scans, this.crossings, this.times].flatMap(({ tables }) => tables)
  }

  private fingerprint(): string {
    const hash = createHash('sha256')
    for (const table of this.tables()) {
      hash.update(`${table}\n`)
      for (const row of this.database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).raw().iterate())
        hash.update(`${JSON.stringify(row)}\n`)
    }
    return hash.digest('hex')
  }
}
