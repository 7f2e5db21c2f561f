/**
 * The end of a journal, marked once more in the folder of this user's settings: a profile that is put back whole, its own
 * mark with it, is told by this one. It goes by the epoch, so that a profile that was restored on purpose has a new one. It
 * is written with every signed head and at the end of the program, so it lags behind by less than a hundred entries.
 */
import type { KeyObject } from 'node:crypto'
import type { End } from '../../shared/ledger/end.ts'
import { EndMark, farMarkFile, readMark, type Mark } from './end-mark.ts'
import { epochsOf } from './epoch.ts'
import type { Database } from './open-database.ts'

/** Reads the far mark of the epoch that a journal is in. */
export function readFarMark(database: Database, ends: string, key: KeyObject): Mark {
  const epoch = epochsOf(database).at(-1)?.epoch
  return epoch === undefined ? { found: 'missing' } : readMark(farMarkFile(ends, epoch), key)
}

/** The writing end. Its calls throw where the disk will not take it. */
export class FarEnd {
  private readonly database: Database
  private readonly ends: string
  private readonly key: KeyObject
  private mark: { epoch: string; written: EndMark } | null = null

  constructor(database: Database, ends: string, key: KeyObject) {
    this.database = database
    this.ends = ends
    this.key = key
  }

  /** Marks where the journal ends now, and waits until that is on disk. */
  write(end: End): void {
    const epoch = epochsOf(this.database).at(-1)?.epoch
    if (epoch === undefined) return
    if (this.mark?.epoch !== epoch) {
      this.mark?.written.close()
      const file = farMarkFile(this.ends, epoch)
      this.mark = { epoch, written: new EndMark(file, this.key, readMark(file, this.key).found) }
    }
    this.mark.written.write(end)
    this.mark.written.sync()
  }

  close(): void {
    this.mark?.written.close()
    this.mark = null
  }
}
