/**
 * A trace leaves as a file only once the journal has an entry of it: nothing is saved before the program has said so.
 */
import type { Output } from '../../../shared/contract/contract.ts'
import type { TraceQuery } from '../../../shared/contract/trace-schemas.ts'
import type { AccessReason } from '../../../shared/domain/access-reason.ts'
import type { Mode } from '../../../shared/domain/mode.ts'
import type { Link } from '../../rpc/link.ts'
import { traceCsv, traceFileName } from './trace-csv.ts'

/** What became of an export: the file that was given out and how many lines it has, or why there is none. */
export type TraceGiven = { saved: true; file: string; lines: number } | { saved: false; fault: ExportFault }

/** Why nothing was saved: the disk did not take the entry, or nobody knows whether it did. */
export type ExportFault = Extract<Output<'crossings.export'>, { recorded: false }>['code'] | 'unanswered'

interface TraceExport {
  query: TraceQuery
  because: AccessReason | null
  mode: Mode
  /** When it is exported, epoch milliseconds. */
  now: number
  /** Gives the person a text as a file. */
  save: (name: string, text: string, type: string) => void
}

/**
 * Asks for what a trace finds now, and saves it. The file holds what the entry names, which may be a line more than is
 * shown.
 */
export async function exportTrace(
  link: Pick<Link, 'call'>,
  { query, because, mode, now, save }: TraceExport,
): Promise<TraceGiven> {
  let given
  try {
    given = await link.call('crossings.export', { ...query, because })
  } catch {
    return { saved: false, fault: 'unanswered' }
  }
  if (!given.recorded) return { saved: false, fault: given.code }
  const file = traceFileName(now, mode)
  save(file, traceCsv(given.answer, mode), 'text/csv;charset=utf-8')
  return { saved: true, file, lines: given.answer.lines.length }
}
