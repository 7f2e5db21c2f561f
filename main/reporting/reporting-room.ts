/** What is answered about reports: numbers for the screen, files that are given out, days that are closed. */
import type { Emit } from '../../shared/contract/contract.ts'
import type { reportingMethods } from '../../shared/contract/reporting.ts'
import type { Journal } from '../journal/index.ts'
import type { Room } from '../room.ts'
import { Closings } from './totals/closings.ts'
import { dayOf } from './totals/day-scope.ts'
import type { ExportSource } from './export/export-order.ts'
import { exportPlaces } from './export/export-places.ts'
import { Exports } from './export/exports.ts'
import { lanesIn } from './lanes-in.ts'
import { officersIn } from './officers-in.ts'
import { openJobs } from './jobs/open-jobs.ts'
import { outlineOf } from './totals/outline.ts'
import { Totalling } from './totals/totalling.ts'

/** Opens the room. */
export function reportingRoom(parts: {
  journal: Journal
  /** Where the journal lies, and what opens it to be read. */
  toRead: { folder: string; key: Uint8Array }
  source: () => ExportSource
  /** Epoch milliseconds. */
  now: () => number
  log: (line: string) => void
  emit: Emit
}): Room<keyof typeof reportingMethods> {
  const { journal, toRead, now } = parts
  const jobs = openJobs(toRead)
  const totalling = new Totalling({ ...parts, jobs })
  const exports = new Exports({ ...parts, jobs })
  // What a supervisor closes is not overtaken by what somebody looks at.
  const closing = new Totalling({ ...parts, jobs })
  const closings = new Closings({ journal, now, count: (scope) => closing.ask(scope) })
  return {
    handlers: {
      'reports.count': (scope) => outlineOf(journal, scope, { at: now(), lane: parts.source().lane }),
      async 'reports.total'(scope) {
        const at = now()
        const counted = await totalling.ask(scope)
        if (counted.kind !== 'totalled') return { kind: counted.kind }
        const { through, totals, beside } = counted
        const day = dayOf(scope)
        return {
          kind: 'totalled',
          totalled: { at, through, totals, beside, day: day === null ? null : closings.read(day) },
        }
      },
      'reports.shifts': () => journal.shifts.spans(),
      'reports.officers': () => officersIn(toRead),
      'reports.lanes': () => lanesIn(toRead, parts.source().lane),
      'reports.places': () => exportPlaces(),
      'reports.export': (input) => exports.run(input),
      'reports.stop': () => ({ stopped: exports.stop() }),
      'reports.close': ({ day }) => closings.close(day),
    },
    close: () => void jobs.close(),
  }
}
