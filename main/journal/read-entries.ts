/** Reads a journal's entries without writing, also while a kiosk has it open. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Entry } from './entry.ts'

/** Every entry's header in order, with its payload's text (null where erased). Throws where there is no journal. */
export function* readEntries(folder: string): Generator<{ entry: Entry; payload: string | null }> {
  const database = new Database(join(folder, 'journal.sqlite'), { readonly: true, fileMustExist: true })
  try {
    const rows = database.prepare<[], Entry & { payload: string | null }>(
      `SELECT e.seq, id, at, kiosk, officer, kind, payload_hash AS payloadHash, previous, hash, payload
       FROM entries e LEFT JOIN payloads p ON p.seq = e.seq ORDER BY e.seq`,
    )
    for (const { payload, ...entry } of rows.iterate()) yield { entry, payload }
  } finally {
    database.close()
  }
}
