/**
 * Gives a report out: writes it, says so in the journal, and only then lets the file have its name. Of what could not be
 * recorded nothing is left.
 */
import { rmSync } from 'node:fs'
import type { CheckpointPolicy } from '../../shared/domain/checkpoint-policy.ts'
import type { Locale } from '../../shared/language/locale.ts'
import type { IssuedReport, ReportFormat } from '../../shared/ledger/issued-report.ts'
import { stageFile, writeNewFile } from '../files/index.ts'
import { countRange, readCrossings, type Journal, type RangeCounts } from '../journal/index.ts'
import type { Checkpoint } from '../profile/index.ts'
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
import { Failure, status, type Terminal } from '../terminal/index.ts'
import type { ExportRange } from './export-range.ts'
import { sidecarOf } from './sidecar.ts'

/** What is asked for, and where. */
export interface AskedExport {
  file: string
  format: ReportFormat
  semicolon: boolean
  /** Of paper: whether the list goes along. */
  appendix: boolean
  range: ExportRange
  identities: boolean
  reason: string | null
}

/** Out of which journal. */
export interface ExportSource {
  journal: Journal
  checkpoint: Checkpoint
  folder: string
  key: Uint8Array
  /** As the policy has it; absent: it says nothing of it. */
  letterhead?: CheckpointPolicy['letterhead'] | undefined
}

/** Everything that is known before a byte is written. */
interface Prepared {
  asked: AskedExport
  source: ExportSource
  locale: Locale
  madeAt: number
  head: IssuedReport['head']
  counted: RangeCounts
  left: { voided: number; erased: number }
}

type Pieces = AsyncIterable<string | Uint8Array>

/** As of one entry, however often it is read. */
const crossingsOf = ({ asked, source: { folder, key }, head }: Prepared) =>
  readCrossings(folder, key, asked.range, { through: head.seq })

function rows(prepared: Prepared, format: Exclude<ReportFormat, 'pdf'>): { pieces: Pieces; counts: RowCounts } {
  const { asked, source, locale, madeAt, head, left } = prepared
  const { semicolon, range, identities, reason } = asked
  const { kiosk, name: post, lane, mode } = source.checkpoint
  const marking = markingOf({ practice: mode === 'practice', identities })?.[locale] ?? null
  const about = { post, lane, kiosk, ...range, madeAt, through: head.seq, ...left, identities, reason, marking }
  return writeRows({
    format,
    separator: semicolon ? separators.semicolon : separators.comma,
    locale,
    identities,
    marking,
    placeOf: () => ({ post, lane }),
    crossings: crossingsOf(prepared),
    about: (written) => aboutRows(locale, about, written),
  })
}

async function paper(prepared: Prepared): Promise<{ pieces: Pieces; counts: RowCounts }> {
  const { asked, source, madeAt, head, counted, left } = prepared
  const { kiosk, name: post, lane, mode, province = null } = source.checkpoint
  const totals = await totalsOf(crossingsOf(prepared))
  const scans = counted.scans.reduce((sum, { count }) => sum + count, 0)
  const unreadable = counted.scans.find(({ outcome }) => outcome === 'unreadable')?.count ?? 0
  const pieces = writePaper({
    letterhead: letterheadOf(post, province, source.letterhead),
    post,
    lane,
    kiosk,
    ...asked.range,
    madeAt,
    practice: mode === 'practice',
    totals,
    beside: { ...left, scans, unreadable },
    head,
    codeOf: (claim) => qrMatrix(source.journal.ledger.papers.seal(claim), 'M'),
    list: asked.appendix ? { crossings: [...crossingsOf(prepared)].flat(), identities: asked.identities } : null,
  })
  return { pieces, counts: { ...totals.all, guarded: {} } }
}

/**
 * Gives it out. Answers with the number of its entry, and what is in it.
 * @throws Failure where the journal does not take it; the system's error where the disk does not
 */
export async function issueExport(
  asked: AskedExport,
  source: ExportSource,
  { locale, now }: Terminal,
): Promise<{ seq: number; counts: RowCounts }> {
  const { journal, checkpoint, folder, key } = source
  const { format, range, identities, reason } = asked
  const { name: post, lane, mode } = checkpoint
  const head = journal.ledger.head() ?? { seq: 0, hash: '0'.repeat(64), epoch: null }
  const counted = countRange(folder, key, range)
  const left = { voided: counted.voided, erased: counted.erased.reduce((sum, each) => sum + each.crossings, 0) }
  const prepared = { asked, source, locale, madeAt: now(), head, counted, left }
  const { pieces, counts } = format === 'pdf' ? await paper(prepared) : rows(prepared, format)
  const staged = await stageFile(asked.file, pieces)
  const { sha256, bytes } = staged
  try {
    const said = { format, sha256, bytes, post, lane, mode, ...range, head, ...counts, ...left, identities, reason }
    const issued = journal.issues.issue(said, now())
    if (!issued.recorded) throw notRecorded()
    const sidecar = sidecarOf(asked.file)
    writeNewFile(sidecar, `${JSON.stringify(issued.proof, null, 2)}\n`)
    try {
      staged.keep()
    } catch (error) {
      rmSync(sidecar, { force: true })
      throw error
    }
    return { seq: issued.proof.entry.seq, counts }
  } catch (error) {
    staged.discard()
    throw error
  }
}

const notRecorded = (): Failure =>
  new Failure(
    'export-not-recorded',
    {
      vi: 'Nhật ký không ghi được việc xuất, nên không có tệp nào được xuất. Kiểm tra ổ đĩa còn chỗ rồi chạy lại.',
      en: 'The journal did not take that this was written out, so nothing was. Make sure the disk has room and run this again.',
    },
    {},
    { status: status.system },
  )
