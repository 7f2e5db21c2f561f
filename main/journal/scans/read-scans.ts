/** Reads a day's scans back without writing, also while a kiosk has the journal open. */
import { stretchesBetween, type Stretch } from '../chain/entry-times.ts'
import { openToRead } from '../file/open-to-read.ts'
import { dayLength } from '../../../shared/language/time.ts'

/** One recorded scan. */
export interface RecordedScan {
  seq: number
  /** Epoch milliseconds. */
  at: number
  /** The entry's payload as it was written; null where retention has erased it. */
  payload: string | null
}

/**
 * The scans of one day in order, those whose payload was erased included, as of the entry that was the last when the first was
 * asked for. They are read by the hundred entries, and between two of those no read transaction is held, however slowly they
 * are taken.
 * @param folder the journal's; throws where there is none
 * @param day in Viet Nam's calendar, `YYYY-MM-DD`
 * @throws JournalKeyWrong, JournalFromPast, JournalFromFuture
 */
export function* readScans(folder: string, key: Uint8Array, day: string): Generator<RecordedScan> {
  const database = openToRead(folder, key)
  const from = Date.parse(`${day}T00:00:00+07:00`)
  const to = from + dayLength
  try {
    // The `+` keeps SQLite from the indices of single kinds: entries are looked up by their numbers.
    const scans = database.prepare<[Stretch & { from: number; to: number }], RecordedScan>(
      `SELECT seq, at, payload FROM entries WHERE seq > @after AND seq <= @through AND at >= @from AND at < @to
         AND +kind = 'scan.verified' ORDER BY seq`,
    )
    for (const stretch of stretchesBetween(database, from, to)) yield* scans.all({ ...stretch, from, to })
  } finally {
    database.close()
  }
}
