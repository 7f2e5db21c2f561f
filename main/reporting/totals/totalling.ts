/** All numbers of a time, by a job: one at a time, and what is asked later comes first, for it is what is looked at. */
import type { ReportScope } from '../../../shared/domain/report/scope.ts'
import type { Beside, Totals } from '../../../shared/domain/report/totals.ts'
import type { Jobs } from '../../background/index.ts'
import type { Journal } from '../../journal/index.ts'
import type { ExportSource } from '../export/export-order.ts'
import type { reportingJobs } from '../jobs/jobs.ts'

/** What came of it. */
export type Counted =
  | { kind: 'totalled'; through: number; totals: Totals; beside: Beside }
  | { kind: 'overtaken' | 'failed' }

export class Totalling {
  private readonly jobs: Jobs<typeof reportingJobs>
  private readonly journal: Pick<Journal, 'ledger'>
  private readonly source: () => Pick<ExportSource, 'lane'>
  private readonly log: (line: string) => void
  private running: { cancel(): void } | null = null

  constructor(parts: {
    jobs: Jobs<typeof reportingJobs>
    journal: Pick<Journal, 'ledger'>
    source: () => Pick<ExportSource, 'lane'>
    log: (line: string) => void
  }) {
    this.jobs = parts.jobs
    this.journal = parts.journal
    this.source = parts.source
    this.log = parts.log
  }

  /** Counts what stands in the journal now. */
  async ask(scope: ReportScope): Promise<Counted> {
    this.running?.cancel()
    const through = this.journal.ledger.head()?.seq ?? 0
    const job = this.jobs.start('total', { scope, through, lane: this.source().lane })
    this.running = job
    const end = await job.ended
    if (this.running === job) this.running = null
    switch (end.kind) {
      case 'done':
        return { kind: 'totalled', through, ...end.output }
      case 'cancelled':
        return { kind: 'overtaken' }
      case 'failed':
        this.log(`reports: the totals were not counted: ${end.why}`)
        return { kind: 'failed' }
    }
  }
}
