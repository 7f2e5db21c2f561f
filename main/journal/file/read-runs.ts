/** Reads a journal for long while a kiosk writes it: in short read transactions, as of the entry that was last at first. */
import type { StoredEntry } from '../../../shared/ledger/entry.ts'
import { openToRead } from './open-to-read.ts'
import { entryColumns, type EntryRow } from '../chain/entry-row.ts'

/** An entry, as it was read. */
export type ReadEntry = StoredEntry

/** Entries in a run: some milliseconds of reading. */
const usualRun = 1000

/**
 * Entries in order, or the `last` so many, up to the last one there was when the first run was asked for. Between two runs nothing is held, so that
 * the write-ahead log can be emptied into the file however long the reader takes.
 * @throws JournalKeyWrong, JournalFromPast, JournalFromFuture; and where there is no journal
 */
export function* readRuns(
  folder: string,
  key: Uint8Array,
  { size = usualRun, last = Number.MAX_SAFE_INTEGER }: { size?: number; last?: number } = {},
): Generator<ReadEntry[]> {
  const database = openToRead(folder, key)
  try {
    const through = database.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM entries').pluck().get() ?? 0
    const next = database.prepare<[number, number, number], EntryRow>(
      `SELECT ${entryColumns} FROM entries WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?`,
    )
    for (let after = Math.max(0, through - last); ; ) {
      const rows = next.all(after, through, size)
      const newest = rows.at(-1)
      if (!newest) return
      after = newest.seq
      yield rows.map(({ payload, ...entry }) => ({ entry, payload }))
    }
  } finally {
    database.close()
  }
}
