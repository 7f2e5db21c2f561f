/** Retention: what is personal is erased when its time is over, and never before somebody else certainly has it. */
import { removeBackups } from './file/backup.ts'
import type { Chain } from './chain/chain.ts'
import type { AppendFailure } from './file/failure.ts'
import { untabled } from './chain/index-conditions.ts'
import type { Database } from './file/open-database.ts'
import type { Projections } from './chain/projections.ts'
import type { Receipts } from './given-out/receipts.ts'
import type { Recorder } from './chain/recorder.ts'
import { dayLength } from '../../shared/language/time.ts'

/** How many payloads were erased, or why none was. */
export type Erased = { erased: number } | { erased: null; code: AppendFailure }

/** For how many days payloads are kept: those about people, and those about who looked at whom. */
export interface RetentionDays {
  personal: number
  access: number
}

/** What an erasure takes: payloads from before these instants (epoch milliseconds), up to an entry. */
export interface Erasing {
  before: number
  /** Absent: none of who looked at whom. */
  accessBefore?: number
  through: number
}

interface RetentionParts {
  database: Database
  folder: string
  chain: Chain
  projections: Projections
  receipts: Receipts
  recorder: Recorder
}

/** Erases from one journal. */
export class Retention {
  private readonly parts: RetentionParts
  private readonly oldest
  /** From which entry on the first personal one that stands in no table and has its payload is looked for. */
  private firstKept = 1

  constructor(parts: RetentionParts) {
    this.parts = parts
    this.oldest = prepareOldest(parts.database)
  }

  /** Erases what is older than so many days, as far as receipts prove it backed up. @param now epoch milliseconds */
  retain({ personal, access }: RetentionDays, now: number): Erased {
    const through = this.parts.receipts.through('backed-up')
    if (through === 0) return { erased: 0 }
    return this.erase({ before: now - personal * dayLength, accessBefore: now - access * dayLength, through }, now)
  }

  /**
   * When the oldest payload about a person that is from before an instant was recorded, epoch milliseconds; null: there is
   * none. Asked of tables and indices: it costs the same however long the journal.
   */
  oldestBefore(before: number): number | null {
    const found = [...this.oldest.tabled.map((statement) => statement.get({ before })), this.oldestUntabled(before)]
    const instants = found.filter((at) => typeof at === 'number')
    return instants.length > 0 ? Math.min(...instants) : null
  }

  /**
   * The same of what stands in no table: crossings that were given up, and what a newer version has recorded. The first that
   * still has its payload is looked for once, for nothing before it gets one again; where the clock went back, a later one
   * may be older, and is told once this one is gone.
   */
  private oldestUntabled(before: number): number | null {
    const first = this.oldest.untabled.get({ from: this.firstKept })
    this.firstKept = first?.seq ?? this.parts.chain.end().seq + 1
    return first && first.at < before ? first.at : null
  }

  /** Erases payloads. @param at epoch milliseconds */
  erase(erasing: Erasing, at: number): Erased {
    const { recorder, database } = this.parts
    const answer = recorder.write('nothing was erased', () => this.eraseNow(erasing, at))
    if (!answer.written) return { erased: null, code: answer.code }
    if (answer.value > 0) {
      // The write-ahead log still holds the pages as they were.
      recorder.attempt('its log was not emptied', () => database.pragma('wal_checkpoint(TRUNCATE)'))
    }
    return { erased: answer.value }
  }

  private eraseNow(erasing: Erasing, at: number): number {
    const { projections, chain, recorder, folder } = this.parts
    const { scans, crossings } = projections
    const { before, accessBefore, through } = erasing
    const counts = scans.countsToErase(before, through)
    const crossingCounts = crossings.countsToErase(before, through)
    crossings.forgetErasable(before, through)
    const accesses = accessBefore === undefined ? 0 : chain.eraseUntabled('access', accessBefore, through)
    const erased = chain.erase(before, through) + accesses
    if (erased === 0) return erased
    recorder.append({ kind: 'journal.erased', payload: { ...erasing, counts, crossings: crossingCounts } }, at)
    // Before it is final: a power cut now must not leave copies that nobody would remove any more.
    removeBackups(folder)
    return erased
  }
}

/** The oldest of what an erasure would take by its age. */
function prepareOldest(database: Database) {
  const oldest = (sql: string) => database.prepare<[{ before: number }], number>(sql).pluck()
  return {
    tabled: [
      oldest('SELECT at FROM scans WHERE at < @before ORDER BY at LIMIT 1'),
      oldest('SELECT at FROM crossings WHERE at < @before AND last_at < @before ORDER BY at LIMIT 1'),
    ],
    untabled: database.prepare<[{ from: number }], { seq: number; at: number }>(
      `SELECT seq, at FROM entries INDEXED BY entries_untabled
       WHERE ${untabled} AND retention_of(kind) = 'personal' AND payload IS NOT NULL AND seq >= @from
       ORDER BY seq LIMIT 1`,
    ),
  }
}
