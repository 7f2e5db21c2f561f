/**
 * A trace leaves as a file only once the journal has an entry of it: nothing is saved before the program has said so.
 */
import type { Output } from '../../../../shared/contract/contract.ts'
import type { TraceQuery } from '../../../../shared/contract/trace-schemas.ts'
import type { AccessReason } from '../../../../shared/domain/officer/access-reason.ts'
import type { Mode } from '../../../../shared/domain/mode.ts'
import type { Link } from '../../../rpc/link.ts'
import type { saveFile } from '../../../ui/save-file.ts'
import { traceCsv, traceFileName } from './trace-csv.ts'

/** The list for a spreadsheet, or the report to be signed. */
export type TraceForm = 'csv' | 'pdf'

/** What became of an export: the file that was given out and how many lines it has, or why there is none. */
export type TraceGiven = { saved: true; file: string; lines: number } | { saved: false; fault: ExportFault }

/** Why nothing was saved: the disk did not take the entry, the report was not made, or nobody knows whether it was. */
export type ExportFault = Extract<Output<'crossings.paper'>, { recorded: false }>['code'] | 'unanswered'

interface TraceExport {
  query: TraceQuery
  because: AccessReason | null
  mode: Mode
  form: TraceForm
  /** When it is exported, epoch milliseconds. */
  now: number
  /** Gives the person a text, or bytes, as a file. */
  save: typeof saveFile
}

/**
 * Asks for what a trace finds now, and saves it. The file holds what the entry names, which may be a line more than is
 * shown.
 */
export async function exportTrace(link: Pick<Link, 'call'>, asked: TraceExport): Promise<TraceGiven> {
  const { query, because, mode, form, now, save } = asked
  let given
  try {
    given = await (form === 'pdf'
      ? link.call('crossings.paper', { ...query, because })
      : link.call('crossings.export', { ...query, because }))
  } catch {
    return { saved: false, fault: 'unanswered' }
  }
  if (!given.recorded) return { saved: false, fault: given.code }
  const file = traceFileName(now, mode, form)
  if ('pdf' in given) {
    save(file, bytesOf(given.pdf), 'application/pdf')
    return { saved: true, file, lines: given.lines }
  }
  save(file, traceCsv(given.answer, mode), 'text/csv;charset=utf-8')
  return { saved: true, file, lines: given.answer.lines.length }
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
