/** Writes an export up to where it only lacks its name: by a job beside the lane, or by a command of its own. */
import { isEverything } from '../../shared/domain/report/scope.ts'
import { stageFile } from '../files/index.ts'
import { countRange, paperSealer } from '../journal/index.ts'
import { qrMatrix } from '../qr/index.ts'
import {
  aboutRows,
  letterheadOf,
  markingOf,
  separators,
  totalsOf,
  writePaper,
  writeRows,
  type RowCounts,
} from '../reports/index.ts'
import { besideOf } from './counted.ts'
import { crossingsOf, type JournalToRead } from './crossings-of.ts'
import type { ExportOrder, WrittenExport } from './export-order.ts'
import { readBack } from './read-back.ts'

/** Hears how far it is: crossings read of how many. What it throws ends the writing, and nothing is left. */
export type HearExport = (done: number, total: number) => void

type Pieces = AsyncIterable<string | Uint8Array>

/**
 * Writes it, and reads it back as it lies on the disk.
 * @throws NotReadBack, the system's error where the disk does not take it, and whatever `hear` throws
 */
export async function writeExport(
  order: ExportOrder,
  journal: JournalToRead,
  hear: HearExport,
): Promise<WrittenExport> {
  const { asked } = order
  const counted = countRange(journal.folder, journal.key, asked.scope)
  const { voided, erased, ...scanned } = besideOf(counted)
  const left = { voided, erased }
  const heard = (read: number): void => hear(Math.min(read, counted.crossings), counted.crossings)
  heard(0)
  const work = { order, journal, left, scanned, heard }
  const { pieces, counts } = asked.format === 'pdf' ? await paper(work) : rows(work, asked.format)
  const { sha256, bytes } = await stageFile(asked.file, pieces)
  await readBack(asked.file, sha256)
  return { sha256, bytes, counts, left }
}

interface Work {
  order: ExportOrder
  journal: JournalToRead
  left: WrittenExport['left']
  scanned: { scans: number; unreadable: number }
  heard: (read: number) => void
}

const readOf = ({ order: { asked, head }, journal, heard }: Work) => crossingsOf(journal, asked.scope, head.seq, heard)

function rows(work: Work, format: 'xlsx' | 'csv' | 'jsonl'): { pieces: Pieces; counts: RowCounts } {
  const { order, left } = work
  const { asked, source, madeAt, head } = order
  const { scope, semicolon, identities, reason, locale } = asked
  const { kiosk, post, lane, mode } = source
  const marking = markingOf({ practice: mode === 'practice', identities })?.[locale] ?? null
  const about = {
    ...{ post, lane, kiosk, madeAt, through: head.seq, ...left, identities, reason, marking },
    ...{ from: scope.from, to: scope.to, filter: isEverything(scope) ? null : scope },
  }
  return writeRows({
    format,
    separator: semicolon ? separators.semicolon : separators.comma,
    locale,
    identities,
    marking,
    placeOf: () => ({ post, lane }),
    crossings: readOf(work),
    about: (written) => aboutRows(locale, about, written),
  })
}

async function paper(work: Work): Promise<{ pieces: Pieces; counts: RowCounts }> {
  const { order, left, scanned } = work
  const { asked, source, madeAt, head } = order
  const { kiosk, post, lane, mode, province, letterhead } = source
  const totals = await totalsOf(readOf(work))
  const seal = paperSealer(work.journal.folder, work.journal.key)
  const pieces = writePaper({
    letterhead: letterheadOf(post, province, letterhead),
    post,
    lane,
    kiosk,
    from: asked.scope.from,
    to: asked.scope.to,
    madeAt,
    practice: mode === 'practice',
    totals,
    beside: { ...left, ...scanned },
    head,
    codeOf: (claim) => qrMatrix(seal(claim), 'M'),
    list: asked.appendix ? { crossings: [...readOf(work)].flat(), identities: asked.identities } : null,
  })
  return { pieces, counts: { ...totals.all, guarded: {} } }
}
