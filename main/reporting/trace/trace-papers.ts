/** Traces on paper for the screen, each by a job, so that no scan waits for a page to be set. */
import type { Jobs } from '../../background/index.ts'
import type { JournalToRead } from '../crossings-of.ts'
import type { ExportSource } from '../export/export-order.ts'
import type { reportingJobs } from '../jobs/jobs.ts'
import { openJobs } from '../jobs/open-jobs.ts'
import type { TraceOrder } from './trace-paper.ts'

interface TracePapersParts {
  toRead: JournalToRead
  source: () => ExportSource
  /** Epoch milliseconds. */
  now: () => number
  log: (line: string) => void
}

/** Makes them of one journal. */
export class TracePapers {
  private readonly parts: TracePapersParts
  private readonly jobs: Jobs<typeof reportingJobs>

  constructor(parts: TracePapersParts) {
    this.parts = parts
    this.jobs = openJobs(parts.toRead)
  }

  /** The PDF; null: it was not made, and the log says why. */
  async make(asked: Pick<TraceOrder, 'query' | 'answer' | 'reason'>): Promise<Uint8Array | null> {
    const { source, now, log } = this.parts
    const end = await this.jobs.start('trace', { ...asked, source: source(), madeAt: now() }).ended
    if (end.kind === 'done') return end.output
    log(`reports: a trace was not made: ${end.kind === 'failed' ? end.why : end.kind}`)
    return null
  }

  close(): void {
    void this.jobs.close()
  }
}
