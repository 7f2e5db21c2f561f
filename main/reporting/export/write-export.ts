/** Writes an export up to where it only lacks its name: by a job beside the lane, or by a command of its own. */
import type { ReportedCrossing } from '../../../shared/domain/crossing/reported-crossing.ts'
import { isEverything } from '../../../shared/domain/report/scope.ts'
import type { Beside, Totals } from '../../../shared/domain/report/totals.ts'
import { stageFile } from '../../files/index.ts'
import { paperSealer } from '../../journal/index.ts'
import { qrMatrix } from '../../qr/index.ts'
import {
  aboutRows,
  figureRows,
  letterheadOf,
  markingOf,
  separators,
  Tally,
  totalsOf,
  versionRows,
  writePaper,
  writeRows,
  type RowCounts,
} from '../../reports/index.ts'
import { besideOf, countAsked } from '../totals/counted.ts'
import { crossingsOf, type JournalToRead } from '../crossings-of.ts'
import { officersIn } from '../officers-in.ts'
import { asScoped, type ExportOrder, type WrittenExport } from './export-order.ts'
import { readBack } from './read-back.ts'

/** Hears how far it is: crossings read of how many. What it throws ends the writing, and nothing is left. */
export type HearExport = (done: number, total: number) => void

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
  const counted = countAsked(journal, { scope: asked.scope, lane: order.source.lane })
  const heard = (read: number): void => hear(Math.min(read, counted.crossings), counted.crossings)
  heard(0)
  const work = { order, journal, beside: besideOf(counted), heard }
  const { pieces, counts, totals } = asked.format === 'pdf' ? await paper(work) : rows(work, asked.format)
  const { sha256, bytes } = await stageFile(asked.file, pieces)
  await readBack(asked.file, sha256)
  return { sha256, bytes, counts, totals: totals(), beside: work.beside }
}

interface Work {
  order: ExportOrder
  journal: JournalToRead
  beside: Beside
  heard: (read: number) => void
}

/** `counts` and `totals`: of all, once all pieces are taken. */
interface Written {
  pieces: AsyncIterable<string | Uint8Array>
  counts: RowCounts
  totals: () => Totals
}

const readOf = ({ order: { asked, source, head }, journal, heard }: Work) =>
  crossingsOf(journal, { scope: asked.scope, through: head.seq, lane: source.lane }, heard)

function rows(work: Work, format: 'xlsx' | 'csv' | 'jsonl'): Written {
  const { order, beside } = work
  const { asked, source, madeAt, head, closed } = order
  const { scope, semicolon, identities, reason, locale } = asked
  const { kiosk, post, lane, mode } = asScoped(source, scope)
  const marking = markingOf({ practice: mode === 'practice', identities })?.[locale] ?? null
  const { voided, erased } = beside
  const about = {
    post,
    lane,
    kiosk,
    madeAt,
    through: head.seq,
    voided,
    erased,
    identities,
    reason,
    marking,
    from: scope.from,
    to: scope.to,
    filter: isEverything(scope) ? null : scope,
  }
  // Counted as they are written: what the file says of them and what is in it are the same crossings.
  const tally = new Tally()
  function* tallied(): Generator<readonly ReportedCrossing[]> {
    for (const run of readOf(work)) {
      for (const each of run) tally.take(each)
      yield run
    }
  }
  const written = writeRows({
    format,
    separator: semicolon ? separators.semicolon : separators.comma,
    locale,
    identities,
    marking,
    placeOf: ({ place }) => place ?? source,
    crossings: tallied(),
    about(counts) {
      const totals = tally.totals()
      return [
        ...aboutRows(locale, about, counts),
        ...(closed === null ? [] : versionRows(locale, closed, totals, beside)),
        ...figureRows(locale, totals, beside, officersIn(work.journal)),
      ]
    },
  })
  return { ...written, totals: () => tally.totals() }
}

async function paper(work: Work): Promise<Written> {
  const { order, beside } = work
  const { asked, source, madeAt, head, closed } = order
  const { kiosk, post, lane, mode, province, letterhead } = asScoped(source, asked.scope)
  const totals = await totalsOf(readOf(work))
  const seal = paperSealer(work.journal.folder, work.journal.key)
  const pieces = writePaper({
    letterhead: letterheadOf(post, province, letterhead),
    post,
    lane,
    kiosk,
    from: asked.scope.from,
    to: asked.scope.to,
    filter: isEverything(asked.scope) ? null : asked.scope,
    madeAt,
    practice: mode === 'practice',
    totals,
    beside,
    officers: officersIn(work.journal),
    closed,
    head,
    codeOf: (claim) => qrMatrix(seal(claim), 'M'),
    list: asked.appendix ? { crossings: [...readOf(work)].flat(), identities: asked.identities } : null,
  })
  return { pieces, counts: { ...totals.all, guarded: {} }, totals: () => totals }
}
