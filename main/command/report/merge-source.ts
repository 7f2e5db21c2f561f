/** One export that is to be merged: held to its proof first, and again while it is read. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import type { IssuedReport } from '../../../shared/ledger/issued-report.ts'
import type { Sentences } from '../../../shared/language/locale.ts'
import { openNamedFile, readNamedFile } from '../../files/index.ts'
import { readReportProof, type EntryProof } from '../../journal/index.ts'
import { longestSidecar, sidecarOf } from '../../reporting/index.ts'
import { crossingsOfRows, RowUnreadable, type MergeSource } from '../../reports/index.ts'
import { Failure, status } from '../../terminal/index.ts'
import { readLines } from '../read-lines.ts'

/** Characters of a row: 45 cells, the longest of which is a note. */
const longestRow = 64 * 1024

/** An export whose proof holds. */
export interface ProvenExport extends MergeSource {
  file: string
  report: IssuedReport
  proof: EntryProof
}

const refuse = (code: string, sentences: Sentences, file: string, line = 0): Failure =>
  new Failure(code, sentences, { file, line }, { status: status.input })

const unproven = (file: string): Failure =>
  refuse(
    'export-unproven',
    {
      vi: 'Không gộp {file}: không có {file}.chot.json bên cạnh, hoặc nó đã bị sửa. Xin lại cả hai tệp từ làn đó.',
      en: '{file} is not merged: {file}.chot.json is not beside it, or was changed. Ask that lane for both files again.',
    },
    file,
  )

const changed = (file: string): Failure =>
  refuse(
    'export-changed',
    {
      vi: 'Không gộp {file}: tệp đã bị sửa từ khi xuất. Xin lại tệp gốc từ làn đó.',
      en: '{file} is not merged: it was changed since it was given out. Ask that lane for the original.',
    },
    file,
  )

const unreadableRow = (file: string, line: number): Failure =>
  refuse(
    'export-row',
    {
      vi: 'Không gộp {file}: dòng {line} không đọc được, có thể do bản Chốt khác xuất. Dùng cùng một bản Chốt ở mọi làn rồi xuất lại.',
      en: '{file} is not merged: line {line} cannot be read; another version of Chốt may have written it. Use the same version at each lane and export again.',
    },
    file,
    line,
  )

const otherForm = (file: string): Failure =>
  refuse(
    'export-form',
    {
      vi: 'Không gộp {file}: chỉ gộp tệp xuất dạng JSON Lines. Ở làn đó, xuất lại với --format jsonl.',
      en: '{file} is not merged: only exports as JSON Lines are. Export it again at that lane with --format jsonl.',
    },
    file,
  )

/** Holds a file to the proof beside it. @throws Failure */
export async function provenExport(file: string): Promise<ProvenExport> {
  const sidecar = sidecarOf(file)
  if (!existsSync(sidecar)) throw unproven(file)
  const read = readReportProof(readNamedFile(sidecar, longestSidecar).toString('utf8'))
  if (read.kind !== 'report') throw unproven(file)
  const { proof, report } = read
  if (report.format !== 'jsonl') throw otherForm(file)
  const hash = createHash('sha256')
  for await (const piece of piecesOf(file)) hash.update(piece)
  if (hash.digest('hex') !== report.sha256) throw changed(file)
  const { kiosk, seq: issued, at: issuedAt } = proof.entry
  return {
    file,
    report,
    proof,
    kiosk,
    issued,
    issuedAt,
    from: report.from,
    to: report.to,
    // Where it is not known whose they were, they may have been these.
    erased: report.erased !== 0,
    read: () => rowsOf(file, report.sha256, kiosk),
  }
}

const piecesOf = (file: string) => createReadStream(file, { fd: openNamedFile(file) })

/** Its crossings; what is read is what was proven, or the last of it is refused. */
async function* rowsOf(file: string, sha256: string, kiosk: string) {
  const hash = createHash('sha256')
  const pieces = piecesOf(file)
  pieces.on('data', (piece) => hash.update(piece))
  async function* lines(): AsyncGenerator<string | null> {
    for await (const { text } of readLines(pieces, longestRow)) yield text
  }
  try {
    for await (const crossing of crossingsOfRows(lines())) {
      if (crossing.kiosk !== kiosk) throw unproven(file)
      yield crossing
    }
  } catch (error) {
    throw error instanceof RowUnreadable ? unreadableRow(file, error.line) : error
  }
  if (hash.digest('hex') !== sha256) throw changed(file)
}
