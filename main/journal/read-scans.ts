/** Reads a day's scans back without writing, also while a kiosk has the journal open. */
import { join } from 'node:path'
import { openEncrypted } from './open-database.ts'

const dayLength = 86_400_000

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
 * @throws JournalKeyWrong
 */
export function* readScans(folder: string, key: Uint8Array, day: string): Generator<RecordedScan> {
  const database = openEncrypted(join(folder, 'journal.sqlite'), key, { readonly: true, fileMustExist: true })
  const begin = Date.parse(`${day}T00:00:00+07:00`)
  try {
    const scans = database.prepare<[number, number], RecordedScan>(
      `SELECT e.seq, e.at, payload FROM entries e LEFT JOIN payloads p ON p.seq = e.seq
       WHERE e.at >= ? AND e.at < ? AND kind = 'scan.verified' ORDER BY e.seq`,
    )
    yield* scans.iterate(begin, begin + dayLength)
  } finally {
    database.close()
  }
}
