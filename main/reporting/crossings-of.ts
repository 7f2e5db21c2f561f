/** The crossings that a report is of, out of a journal, in runs. */
import type { ReportedCrossing } from '../../shared/domain/crossing/reported-crossing.ts'
import { isEverything, passes, type ReportScope } from '../../shared/domain/report/scope.ts'
import { readCrossings } from '../journal/index.ts'

/** Where a journal lies, and what opens it. */
export interface JournalToRead {
  folder: string
  key: Uint8Array
}

/**
 * As of one entry, however often it is read.
 * @param heard told after each run how many were read, those that are left out among them
 */
export function* crossingsOf(
  { folder, key }: JournalToRead,
  scope: ReportScope,
  through: number,
  heard: (read: number) => void = () => undefined,
): Generator<ReportedCrossing[]> {
  let read = 0
  for (const run of readCrossings(folder, key, scope, { through })) {
    yield isEverything(scope) ? run : run.filter((each) => passes(scope, each))
    read += run.length
    heard(read)
  }
}
