/** Retention: what is personal is erased when its time is over, and never before somebody else certainly has it. */
import { removeBackups } from './backup.ts'
import type { Chain } from './chain.ts'
import type { AppendFailure } from './failure.ts'
import type { Database } from './open-database.ts'
import type { Projections } from './projections.ts'
import type { Recorder } from './recorder.ts'
import { dayLength } from './scan-table.ts'

/** How many payloads were erased, or why none was. */
export type Erased = { erased: number } | { erased: null; code: AppendFailure }

/** Erases from one journal. */
export class Retention {
  private readonly database: Database
  private readonly folder: string
  private readonly chain: Chain
  private readonly projections: Projections
  private readonly recorder: Recorder

  constructor(database: Database, folder: string, chain: Chain, projections: Projections, recorder: Recorder) {
    this.database = database
    this.folder = folder
    this.chain = chain
    this.projections = projections
    this.recorder = recorder
  }

  /** Erases what is older than so many days, as far as receipts prove it delivered. @param now epoch milliseconds */
  retain(days: number, now: number): Erased {
    const through = this.projections.delivered.through()
    return through === 0 ? { erased: 0 } : this.erase(now - days * dayLength, through, now)
  }

  /** Erases the payloads from before an instant, up to an entry. Times in epoch milliseconds. */
  erase(before: number, through: number, at: number): Erased {
    const { scans, crossings } = this.projections
    const answer = this.recorder.write('nothing was erased', () => {
      const counts = scans.countsToErase(before, through)
      const crossingCounts = crossings.countsToErase(before, through)
      crossings.forgetErasable(before, through)
      const erased = this.chain.erase(before, through)
      const payload = { before, through, counts, crossings: crossingCounts }
      if (erased === 0) return erased
      this.recorder.append({ kind: 'journal.erased', payload }, at)
      // Before it is final: a power cut now must not leave copies that nobody would remove any more.
      removeBackups(this.folder)
      return erased
    })
    if (!answer.written) return { erased: null, code: answer.code }
    if (answer.value > 0) {
      // The write-ahead log still holds the pages as they were.
      this.recorder.attempt('its log was not emptied', () => this.database.pragma('wal_checkpoint(TRUNCATE)'))
    }
    return { erased: answer.value }
  }
}
