/** Reads a journal for long while a kiosk writes it: in short read transactions, as of the entry that was last at first. */
import { openToRead } from './open-to-read.ts'
import { entryColumns, type EntryRow, type ReadEntry } from './read-entries.ts'

/** Entries in a run: some milliseconds of reading. */
const usualRun = 1000

/**
 * Entries in order, up to the last one there was when the first run was asked for. Between two runs nothing is held, so that
 * the write-ahead log can be emptied into the file however long the reader takes.
 * @throws JournalKeyWrong, JournalFromPast, JournalFromFuture; and where there is no journal
 */
export function* readRuns(folder: string, key: Uint8Array, size: number = usualRun): Generator<ReadEntry[]> {
  const database = openToRead(folder, key)
  try {
    const through = database.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM entries').pluck().get() ?? 0
    const next = database.prepare<[number, number, number], EntryRow>(
      `SELECT ${entryColumns} FROM entries WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?`,
    )
    for (let after = 0; ; ) {
      const rows = next.all(after, through, size)
      const last = rows.at(-1)
      if (!last) return
      after = last.seq
      yield rows.map(({ payload, ...entry }) => ({ entry, payload }))
    }
  } finally {
    database.close()
  }
}
