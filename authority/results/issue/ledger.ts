/**
 * The ledger: every identifier that this authority ever gave to a certificate, in whatever folder it lies now. Two people
 * with one identifier would be revoked together, so that an identifier is unique over all of it.
 *
 * One line each, added and flushed before the certificate is signed: the identifier, the result's fingerprint, its two
 * likenesses, and when and into which folder it was first issued (percent-encoded; lines of older versions end before
 * these). Nobody is named, but whoever knows a result can find out whether it is there: the file is the authority's
 * own (0600) and is never published. A line that is there reserves its identifier for its result for ever, also where the
 * run was broken off.
 */
import { closeSync, existsSync, readSync } from 'node:fs'
import { openNamedFile } from '../../../main/files/index.ts'
import { status, Failure } from '../../../main/terminal/index.ts'
import { appendLines } from '../../repository/durable-write.ts'

/** One reservation. `result` and `likenesses` as fingerprint.ts has them. */
export interface Reserved {
  identifier: string
  result: string
  likenesses: readonly [string, string]
  /** Of the run that reserved it; null where an older version did. */
  first: FirstIssue | null
}

/** When (RFC 3339) and into which folder (its real path) a result was first issued. */
export interface FirstIssue {
  at: string
  folder: string
}

const linePattern =
  /^(URN:UVCI:\S{1,71}) ([0-9a-f]{64}) ([0-9a-f]{32}) ([0-9a-f]{32})(?: (\d{4}-\d\d-\d\dT\S{1,20}Z) (\S+))?$/

function firstIssue(at: string | undefined, folder: string | undefined): FirstIssue | null {
  return at === undefined || folder === undefined ? null : { at, folder: decodeURIComponent(folder) }
}

/** Bytes read at a time: an authority's years are millions of lines. */
const chunkLength = 1024 * 1024

/** The whole lines of a file; what stands behind the last line feed is none. */
function* linesOf(file: string): Generator<string> {
  const handle = openNamedFile(file)
  try {
    const chunk = Buffer.alloc(chunkLength)
    let rest = ''
    for (let length = readSync(handle, chunk); length > 0; length = readSync(handle, chunk)) {
      const lines = (rest + chunk.toString('latin1', 0, length)).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } finally {
    closeSync(handle)
  }
}

function damaged(file: string, line: number): Failure {
  return new Failure(
    'ledger-damaged',
    {
      vi: 'Sổ mã đã cấp {file} hỏng ở dòng {line}. Chưa cấp gì: mã có thể trùng. Lấy lại tệp từ bản sao lưu.',
      en: 'The ledger of issued identifiers {file} is damaged in line {line}. Nothing was issued: identifiers could be given twice. Restore it from a backup.',
    },
    { file, line },
    { status: status.setup },
  )
}

/** Every reservation, one after the other. @throws Failure `ledger-damaged` */
function* reservations(file: string): Generator<Reserved> {
  if (!existsSync(file)) return
  let number = 0
  for (const line of linesOf(file)) {
    number++
    const [, identifier, result, one, other, at, folder] = linePattern.exec(line) ?? []
    if (identifier === undefined || result === undefined || one === undefined || other === undefined)
      throw damaged(file, number)
    yield { identifier, result, likenesses: [one, other], first: firstIssue(at, folder) }
  }
}

/** Every identifier that was ever given, one after the other. @throws Failure `ledger-damaged` */
export function* ledgerIdentifiers(file: string): Generator<string> {
  for (const { identifier } of reservations(file)) yield identifier
}

/**
 * The reservations that have any of the identifiers, fingerprints or likenesses asked for. Reads the whole ledger and
 * keeps what was asked for only.
 * @throws Failure `ledger-damaged`
 */
export function readLedger(file: string, asked: ReadonlySet<string>): Reserved[] {
  const found: Reserved[] = []
  for (const each of reservations(file))
    if ([each.identifier, each.result, ...each.likenesses].some((name) => asked.has(name))) found.push(each)
  return found
}

/** Adds reservations; they are on the disk when this returns. To be called under the authority's lock. */
export function reserve(file: string, added: readonly Reserved[]): void {
  if (added.length === 0) return
  const lines = added.map(({ identifier, result, likenesses, first }) => {
    const issue = first ? [first.at, encodeURIComponent(first.folder)] : []
    return `${[identifier, result, ...likenesses, ...issue].join(' ')}\n`
  })
  appendLines(file, lines.join(''), true)
}
