/** What of reporting is a job: work in a thread of its own, so that no scan waits for it. */
import type { Beside, Totals } from '../../../shared/domain/report/totals.ts'
import type { Job } from '../../background/index.ts'
import type { CrossingsAsked } from '../crossings-of.ts'
import type { ExportOrder, WrittenExport } from '../export/export-order.ts'
import { totalScope } from '../totals/total-scope.ts'
import { traceOnPaper, type TraceOrder } from '../trace/trace-paper.ts'
import { writeExport } from '../export/write-export.ts'

const total: Job<CrossingsAsked, { totals: Totals; beside: Beside }> = {
  run(asked, { journalFolder, journalKey, goOn }) {
    return totalScope({ folder: journalFolder, key: journalKey }, asked, goOn)
  },
}

const write: Job<ExportOrder, WrittenExport> = {
  run(order, { journalFolder, journalKey, progress, goOn }) {
    return writeExport(order, { folder: journalFolder, key: journalKey }, (done, all) => {
      goOn()
      progress(done, all)
    })
  },
}

const trace: Job<TraceOrder, Uint8Array> = {
  async run(order, { journalFolder, journalKey, goOn }) {
    const pieces: Uint8Array[] = []
    for await (const piece of traceOnPaper({ folder: journalFolder, key: journalKey }, order)) {
      goOn()
      pieces.push(piece)
    }
    return Buffer.concat(pieces)
  },
}

/** By name. */
export const reportingJobs = { total, write, trace }
