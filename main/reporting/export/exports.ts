/** Exports while the kiosk is open: one at a time, written by a job, given out by the journal's own thread. */
import { existsSync } from 'node:fs'
import { dirname, isAbsolute } from 'node:path'
import type { ExportAnswer, ExportInput } from '../../../shared/contract/reporting.ts'
import type { Emit } from '../../../shared/contract/contract.ts'
import type { Sentences } from '../../../shared/language/locale.ts'
import type { Jobs } from '../../background/index.ts'
import type { Journal } from '../../journal/index.ts'
import { orderNow } from './export-from-here.ts'
import { asScoped, type AskedExport, type ExportOrder, type ExportSource } from './export-order.ts'
import { exportFileName } from './export-places.ts'
import { giveOut } from './give-out.ts'
import type { reportingJobs } from '../jobs/jobs.ts'
import { busy, notRecorded, sayNotWritten, stopped } from '../refusals.ts'
import { sidecarOf } from './sidecar.ts'

interface ExportParts {
  jobs: Jobs<typeof reportingJobs>
  journal: Pick<Journal, 'ledger' | 'issues' | 'days'>
  source: () => ExportSource
  /** Epoch milliseconds. */
  now: () => number
  log: (line: string) => void
  emit: Emit
}

const refused = (said: Sentences): ExportAnswer => ({ outcome: 'refused', said })

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error ? String(error.code) : null

export class Exports {
  private readonly parts: ExportParts
  private running: { cancel(): void } | null = null

  constructor(parts: ExportParts) {
    this.parts = parts
  }

  /** Asks the one that is running to end. Whether one is. */
  stop(): boolean {
    this.running?.cancel()
    return this.running !== null
  }

  /** Writes one, and answers when it has its name, or never will have. */
  async run(input: ExportInput): Promise<ExportAnswer> {
    if (this.running) return { outcome: 'busy', said: busy }
    const { journal, jobs, source, now, emit } = this.parts
    const asked = askedOf(input, source())
    if (asked === null) return refused(sayNotWritten('ENOENT', input.target.path))
    const folder = dirname(asked.file)
    if (existsSync(asked.file) || existsSync(sidecarOf(asked.file))) return refused(sayNotWritten('EEXIST', folder))
    const order = orderNow(journal, asked, source(), now())
    const job = jobs.start('write', order, (done, total) => emit('reports.progress', { done, total: total ?? done }))
    this.running = job
    try {
      const end = await job.ended
      switch (end.kind) {
        case 'cancelled':
          return { outcome: 'stopped', said: stopped }
        case 'failed':
          this.parts.log(`reports: ${asked.file} was not written: ${end.why}`)
          return refused(sayNotWritten(end.code, folder))
        case 'done':
          return this.give(order, end.output)
      }
    } finally {
      this.running = null
    }
  }

  private give(order: ExportOrder, written: Parameters<typeof giveOut>[2]): ExportAnswer {
    const { file } = order.asked
    try {
      const given = giveOut(this.parts.journal, order, written)
      if (!given.recorded) return refused(notRecorded)
      const { crossings, people } = written.counts
      const practice = order.source.mode === 'practice'
      return { outcome: 'written', file, sidecar: sidecarOf(file), seq: given.seq, crossings, people, practice }
    } catch (error) {
      this.parts.log(`reports: ${file} was not given out: ${String(error)}`)
      return refused(sayNotWritten(codeOf(error), dirname(file)))
    }
  }
}

/** Null: there is no such folder. */
function askedOf({ target, language, from, to, ...input }: ExportInput, source: ExportSource): AskedExport | null {
  const { officer, direction, decision, lane, ...asked } = input
  const scope = { from, to, officer, direction, decision, lane }
  const folder = target.kind === 'folder' ? target.path : dirname(target.path)
  if (!isAbsolute(folder) || !existsSync(folder)) return null
  const file =
    target.kind === 'file'
      ? target.path
      : exportFileName(folder, { scope, format: asked.format }, asScoped(source, scope))
  return { ...asked, scope, file, locale: language }
}
