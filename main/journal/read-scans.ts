/** Reads a day's scans back without writing, also while a kiosk has the journal open. */
import { entriesBetween } from './entry-times.ts'
import { openToRead } from './open-to-read.ts'
import { dayLength } from './scan-table.ts'

/** One recorded scan. */
export interface RecordedScan {
  seq: number
  /** Epoch milliseconds. */
  at: number
  /** The entry's payload as it was written; null where retention has erased it. */
  payload: string | null
}

/**
 * The scans of one day in order, those whose payload was erased included.
 * @param folder the journal's; throws where there is none
 * @param day in Viet Nam's calendar, `YYYY-MM-DD`
 * @throws JournalKeyWrong, JournalFromPast, JournalFromFuture
 */
export function* readScans(folder: string, key: Uint8Array, day: string): Generator<RecordedScan> {
  const database = openToRead(folder, key)
  const from = Date.parse(`${day}T00:00:00+07:00`)
  try {
    const scans = database.prepare<[{ kind: string; from: number; to: number }], RecordedScan>(entriesBetween)
    yield* scans.iterate({ kind: 'scan.verified', from, to: from + dayLength })
  } finally {
    database.close()
  }
}
