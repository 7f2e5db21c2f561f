/**
 * What vouches for a journal outside its own file: the mark of its end, and its signed heads in heads.jsonl. Entries are
 * on disk before any of it is written, so that it fails is no reason to refuse them: it is in the log, what stands there
 * is behind as after a power cut, and the next opening brings it on. No call throws.
 */
import type { KeyObject } from 'node:crypto'
import { EndMark, markFile, type Mark } from './end-mark.ts'
import type { FarEnd } from './far-end.ts'
import type { End } from '../../../shared/ledger/end.ts'
import { HeadFile } from './head-file.ts'
import { headsAfter, mendHeads } from './mend-heads.ts'
import type { Database } from '../file/open-database.ts'
import type { SignedHead } from './signed-head.ts'

/** Where it lies, the key of the marks, what was read of the near one, and where faults are told. */
interface Parts {
  folder: string
  endKey: KeyObject
  mark: Mark
  /** The far one; null: there is none. */
  farEnd: FarEnd | null
  log: (line: string) => void
}

/** Writes what vouches for one journal. */
export class Vouchers {
  private readonly folder: string
  private readonly log: (line: string) => void
  private readonly mark: EndMark
  private readonly farEnd: FarEnd | null
  private readonly headFile: HeadFile
  /** Where the journal ends, as far as it is to be marked. */
  private end: End | null = null
  private due: NodeJS.Immediate | null = null

  constructor({ folder, endKey, mark, farEnd, log }: Parts) {
    this.folder = folder
    this.log = log
    this.mark = new EndMark(markFile(folder), endKey, mark.found)
    this.farEnd = farEnd
    this.headFile = new HeadFile(folder)
  }

  /** After a crash or a power cut: heads.jsonl is brought to where the journal is. */
  catchUp(database: Database): void {
    this.attempt('heads.jsonl was not opened', () => {
      const { last, torn } = this.headFile.open()
      if (torn)
        this.say('heads.jsonl ended in the middle of a line, as a power cut leaves it; that piece was taken off')
      const missing = headsAfter(database, last)
      if (missing.length > 0) this.keepHeads(missing)
    })
  }

  /**
   * Marks where the journal ends, once whoever waits for the entry has been answered: nothing that is acknowledged rests on
   * the mark. Entries of one turn of the event loop are marked together.
   */
  markEnd(end: End): void {
    this.end = end
    this.due ??= setImmediate(() => this.markNow())
  }

  /** Keeps signed heads, and waits until they and the mark are on disk. */
  keepHeads(heads: readonly SignedHead[]): void {
    this.attempt('heads.jsonl did not take a head; it will be written with the next', () => {
      const late = this.headFile.append(heads)
      if (late > 0) this.say(`heads.jsonl has ${late} heads that it did not take before`)
    })
    this.syncMarks()
  }

  /** Gives the journal and heads.jsonl the heads that either has. */
  mendHeads(database: Database): void {
    this.headFile.close()
    this.attempt('heads.jsonl was not written anew', () => mendHeads(database, this.folder))
  }

  /** Waits until all of it is on disk, and lets go of the files. */
  close(): void {
    this.headFile.close()
    this.syncMarks()
    this.mark.close()
    this.farEnd?.close()
  }

  private markNow(): void {
    if (this.due) clearImmediate(this.due)
    this.due = null
    const { end } = this
    if (end) this.attempt('its end was not marked', () => this.mark.write(end))
  }

  private syncMarks(): void {
    this.markNow()
    this.attempt('the mark of its end was not synced', () => this.mark.sync())
    const { end, farEnd } = this
    if (end) this.attempt('its end was not marked in the settings of this user', () => farEnd?.write(end))
  }

  private attempt(failure: string, act: () => void): void {
    try {
      act()
    } catch (error) {
      this.say(`${failure}: ${String(error)}`)
    }
  }

  private say(line: string): void {
    this.log(`journal: ${line}`)
  }
}
