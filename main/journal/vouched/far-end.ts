/**
 * The end of a journal, marked once more in the folder of this user's settings: a profile that is put back whole, its own
 * mark with it, is told by this one. It goes by the epoch, so that a profile that was restored on purpose has a new one. It
 * is written with every signed head and at the end of the program, so it lags behind by less than a hundred entries.
 */
import type { KeyObject } from 'node:crypto'
import { accessSync, constants, mkdirSync } from 'node:fs'
import type { End } from '../../../shared/ledger/end.ts'
import { EndMark, farMarkFile, readMark, type Mark } from './end-mark.ts'
import { epochsOf } from '../chain/epoch.ts'
import type { Database } from '../file/open-database.ts'

/** Reads the far mark of the epoch that a journal is in. */
export function readFarMark(database: Database, ends: string, key: KeyObject): Mark {
  const epoch = epochsOf(database).at(-1)?.epoch
  return epoch === undefined ? { found: 'missing' } : readMark(farMarkFile(ends, epoch), key)
}

/**
 * Whether a journal was worked in by somebody else than this user of this laptop, so that it was carried here as it is: heads of
 * the epoch that it is in were signed, and each signing marks the far end, yet there is no mark here. One of a version that
 * kept none has no keys of its own yet. Where no mark can be kept, nothing can be told.
 */
export function wasElsewhere(database: Database, ends: string, far: Mark): boolean {
  if (far.found !== 'missing' || !canKeepMarks(ends)) return false
  const from = epochsOf(database).at(-1)?.from ?? 1
  const signed = database.prepare<[number]>('SELECT 1 FROM heads WHERE seq >= ? LIMIT 1').get(from)
  const keyed = database.prepare<[]>("SELECT 1 FROM kiosk_keys WHERE use = 'sign' LIMIT 1").get()
  return signed !== undefined && keyed !== undefined
}

function canKeepMarks(ends: string): boolean {
  try {
    mkdirSync(ends, { recursive: true, mode: 0o700 })
    accessSync(ends, constants.W_OK)
    return true
  } catch {
    return false
  }
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
