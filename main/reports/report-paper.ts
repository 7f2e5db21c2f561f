/** A report on paper: the bytes of a PDF, as they come. */
import type { DailyReport } from './paper/daily-content.ts'
import type { HandoverPaper } from './paper/handover-paper.ts'
import type { TracePaper } from './paper/trace-paper.ts'

/** What sets letters is loaded for this alone: it is large, and few commands print. */
export async function* writePaper(report: DailyReport): AsyncGenerator<Uint8Array> {
  const { dailyReport } = await import('./paper/daily-report.ts')
  yield* await dailyReport(report)
}

/** The handover record of a shift, in the same form. */
export async function* writeHandover(paper: HandoverPaper): AsyncGenerator<Uint8Array> {
  const { handoverPaper } = await import('./paper/handover-paper.ts')
  yield* await handoverPaper(paper)
}

/** A contact trace, in the same form. */
export async function* writeTrace(paper: TracePaper): AsyncGenerator<Uint8Array> {
  const { tracePaper } = await import('./paper/trace-paper.ts')
  yield* await tracePaper(paper)
}
