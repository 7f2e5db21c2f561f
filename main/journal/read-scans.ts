/** Reads a day's scans back without writing, also while a kiosk has the journal open. */
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** One recorded scan. */
export interface RecordedScan {
  seq: number
  /** Epoch milliseconds. */
  at: number
  /** The entry's payload as it was written; null where retention has erased it. */
  payload: string | null
}

/**
 * The scans of one day in order.
 * @param folder the journal's; throws where there is none
 * @param day in Viet Nam's calendar, `YYYY-MM-DD`
 */
export function* readScans(folder: string, day: string): Generator<RecordedScan> {
  const database = new Database(join(folder, 'journal.sqlite'), { readonly: true, fileMustExist: true })
  try {
    const scans = database.prepare<[string], RecordedScan>(
      'SELECT s.seq, s.at, payload FROM scans s LEFT JOIN payloads p ON p.seq = s.seq WHERE s.day = ? ORDER BY s.seq',
    )
    yield* scans.iterate(day)
  } finally {
    database.close()
  }
}
