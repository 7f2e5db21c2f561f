/** Reads a journal without writing, also while a kiosk has it open. */
import type { Entry } from './entry.ts'
import { openToRead } from './open-to-read.ts'

/** An entry's header, with its payload's text (null where erased). */
export interface ReadEntry {
  entry: Entry
  payload: string | null
}

/** A row of the table `entries`. */
export type EntryRow = Entry & { payload: string | null }

/** The columns of `EntryRow`. */
export const entryColumns =
  'seq, id, at, kiosk, officer, kind, payload_hash AS payloadHash, previous, hash, signer, signature, payload'

/**
 * Entries in order: all of them, or the `last` so many. Throws where there is no journal.
 * @throws JournalKeyWrong, JournalFromPast, JournalFromFuture
 */
export function* readEntries(folder: string, key: Uint8Array, last?: number): Generator<ReadEntry> {
  const database = openToRead(folder, key)
  try {
    const rows = database.prepare<[number], EntryRow>(
      `SELECT ${entryColumns} FROM entries WHERE seq > (SELECT coalesce(max(seq), 0) FROM entries) - ? ORDER BY seq`,
    )
    for (const { payload, ...entry } of rows.iterate(last ?? Number.MAX_SAFE_INTEGER)) yield { entry, payload }
  } finally {
    database.close()
  }
}
