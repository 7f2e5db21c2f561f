/** Reads a journal without writing, also while a kiosk has it open. */
import type { Entry } from './entry.ts'
import { readHead } from './head-file.ts'
import { openToRead } from './open-to-read.ts'
import type { SignedHead } from './signed-head.ts'

/** An entry's header, with its payload's text (null where erased). */
export interface ReadEntry {
  entry: Entry
  payload: string | null
}

/**
 * Entries in order: all of them, or the `last` so many. Throws where there is no journal.
 * @throws JournalKeyWrong, JournalFromPast, JournalFromFuture
 */
export function* readEntries(folder: string, key: Uint8Array, last?: number): Generator<ReadEntry> {
  const database = openToRead(folder, key)
  try {
    const rows = database.prepare<[number], Entry & { payload: string | null }>(
      `SELECT seq, id, at, kiosk, officer, kind, payload_hash AS payloadHash, previous, hash, payload
       FROM entries WHERE seq > (SELECT coalesce(max(seq), 0) FROM entries) - ? ORDER BY seq`,
    )
    for (const { payload, ...entry } of rows.iterate(last ?? Number.MAX_SAFE_INTEGER)) yield { entry, payload }
  } finally {
    database.close()
  }
}

/** The signed heads in the journal itself, oldest first; what is no head is counted as unreadable. */
export function readKeptHeads(folder: string, key: Uint8Array): { heads: SignedHead[]; unreadable: number } {
  const database = openToRead(folder, key)
  try {
    const texts = database.prepare<[], string>('SELECT head FROM heads ORDER BY seq').pluck().all()
    const heads = texts.map(readHead).filter((head) => head !== null)
    return { heads, unreadable: texts.length - heads.length }
  } finally {
    database.close()
  }
}
