/** The crossings that a report is of, out of a journal, in runs. */
import type { ReportedCrossing } from '../../shared/domain/crossing/reported-crossing.ts'
import { isEverything, passes, type ReportScope } from '../../shared/domain/report/scope.ts'
import { readCrossings } from '../journal/index.ts'

/** Where a journal lies, and what opens it. */
export interface JournalToRead {
  folder: string
  key: Uint8Array
}

/** Which of them. `through`: as of this entry, however often it is read; `lane`: how it is called now. */
export interface CrossingsAsked {
  scope: ReportScope
  through: number
  lane: string
}

/**
 * Reads them.
 * @param heard told after each run how many were read, those that are left out among them
 */
export function* crossingsOf(
  { folder, key }: JournalToRead,
  { scope, through, lane }: CrossingsAsked,
  heard: (read: number) => void = () => undefined,
): Generator<ReportedCrossing[]> {
  let read = 0
  for (const run of readCrossings(folder, key, scope, { through })) {
    yield isEverything(scope) ? run : run.filter((each) => passes(scope, each, each.place?.lane ?? lane))
    read += run.length
    heard(read)
  }
}
