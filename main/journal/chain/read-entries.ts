/** Reads a journal without writing, also while a kiosk has it open. */
import { readRuns, type ReadEntry } from '../file/read-runs.ts'

/**
 * Entries in order: all of them, or the `last` so many, as of the one that was last when the first was asked for. However
 * slowly they are taken, no read transaction is held meanwhile. Throws where there is no journal.
 * @throws JournalKeyWrong, JournalFromPast, JournalFromFuture
 */
export function* readEntries(folder: string, key: Uint8Array, last?: number): Generator<ReadEntry> {
  for (const run of readRuns(folder, key, last === undefined ? {} : { last })) yield* run
}
