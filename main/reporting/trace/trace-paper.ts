/** A contact trace on paper, out of a journal: the same for a command and for the job beside the lane. */
import type { TraceAnswer, TraceQuery } from '../../../shared/contract/trace-schemas.ts'
import { journalEnd, paperSealer } from '../../journal/index.ts'
import { qrMatrix } from '../../qr/index.ts'
import { letterheadOf, writeTrace } from '../../reports/index.ts'
import type { JournalToRead } from '../crossings-of.ts'
import type { ExportSource } from '../export/export-order.ts'

/** What it is to say. `reason` null: a kiosk without officers asks nobody for one; `madeAt`: epoch milliseconds. */
export interface TraceOrder {
  query: TraceQuery
  answer: TraceAnswer
  reason: string | null
  source: ExportSource
  madeAt: number
}

/**
 * The bytes of it, as they come.
 * @throws what opening a journal to read throws
 */
export function traceOnPaper(
  { folder, key }: JournalToRead,
  { source, ...asked }: TraceOrder,
): AsyncGenerator<Uint8Array> {
  const { kiosk, post, lane, mode, province, letterhead } = source
  const seal = paperSealer(folder, key)
  return writeTrace({
    ...asked,
    kiosk,
    post,
    lane,
    letterhead: letterheadOf(post, province, letterhead),
    practice: mode === 'practice',
    head: journalEnd(folder, key),
    codeOf: (claim) => qrMatrix(seal(claim), 'M'),
  })
}
