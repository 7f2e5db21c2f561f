/**
 * `manifest.jsonl` in the output folder: one line for each certificate issued, in the order of the results file, written
 * when its pictures are on disk. A run that was broken off goes on from it.
 */
import { createHash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { readNamedFile } from '../../../main/files/index.ts'
import { Failure } from '../../../main/terminal/index.ts'
import { appendLines } from '../../repository/durable-write.ts'
import { longestList } from '../../repository/home.ts'

const issuedSchema = v.object({
  /** Counts the certificates of this folder, from 1; printed beside the code. */
  serial: v.number(),
  /** The results file's name, and the line (or JSON entry) in it. */
  file: v.string(),
  row: v.number(),
  name: v.string(),
  birthDate: v.string(),
  sampledAt: v.string(),
  identifier: v.string(),
  /** The result's fingerprint. */
  result: v.string(),
  /** Key identifier, base64. */
  kid: v.string(),
  issuedAt: v.string(),
  expiresAt: v.string(),
  /** In the same folder. */
  files: v.array(v.string()),
})

/** One certificate that has been issued. */
export type Issued = v.InferOutput<typeof issuedSchema>

export const manifestName = 'manifest.jsonl'

function isThere(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0
}

function parseLine(file: string, line: string, number: number): Issued {
  try {
    return v.parse(issuedSchema, JSON.parse(line))
  } catch (error) {
    throw new Failure(
      'manifest-damaged',
      {
        vi: 'Danh sách đã cấp {file} hỏng ở dòng {number}, hoặc do bản cũ ghi. Giữ thư mục đó, chọn --out khác rồi chạy lại.',
        en: 'The list of what was issued, {file}, is damaged in line {number}, or an older version wrote it. Keep that folder, choose another --out and run again.',
      },
      { file, number },
      { cause: error },
    )
  }
}

/** The certificates of a folder. */
export class Manifest {
  private readonly folder: string
  private readonly byResult = new Map<string, Issued>()
  private last = 0

  /** @throws Failure `manifest-damaged` */
  constructor(folder: string) {
    this.folder = folder
    const file = join(folder, manifestName)
    if (!existsSync(file)) return
    // What stands behind the last line feed was cut off by a power cut: its certificate is issued again.
    const lines = readNamedFile(file, longestList).toString('utf8').split('\n').slice(0, -1)
    for (const [index, line] of lines.entries()) this.remember(parseLine(file, line, index + 1))
  }

  /** What was issued for this result by this key, if its files are there. */
  find(result: string, kid: string, files: readonly string[]): Issued | null {
    const issued = this.byResult.get(result)
    const complete =
      issued?.kid === kid && files.every((extension) => issued.files.some((name) => name.endsWith(extension)))
    return complete && issued.files.every((name) => isThere(join(this.folder, name))) ? issued : null
  }

  /** Whether this result was ever issued into the folder. */
  has(result: string): boolean {
    return this.byResult.has(result)
  }

  /** The serial number for a result: the one that it had, or the next. */
  serialFor(result: string): number {
    return this.byResult.get(result)?.serial ?? ++this.last
  }

  add(issued: Issued): void {
    appendLines(join(this.folder, manifestName), `${JSON.stringify(issued)}\n`, false)
    this.remember(issued)
  }

  /** What was issued last for each result, by serial number. */
  all(): Issued[] {
    return [...this.byResult.values()].toSorted((one, other) => one.serial - other.serial)
  }

  private remember(issued: Issued): void {
    this.byResult.set(issued.result, issued)
    this.last = Math.max(this.last, issued.serial)
  }
}

/** What of an identifier stands in the names of its pictures. */
export function nameDigest(identifier: string): string {
  return createHash('sha256').update(identifier).digest('hex').slice(0, 12)
}

/** The digest in the name of a picture that was issued, with its extension or without; null where it is no such name. */
export function digestInName(name: string): string | null {
  return /^\d{5,}-([0-9a-f]{12})(?:\.(?:png|svg))?$/.exec(name)?.[1] ?? null
}

/**
 * The beginning of a certificate's file names. The serial number makes it unique in the folder and the digest tells two
 * folders' files apart; nothing of it is taken from what a file of results says, and it names nobody.
 */
export function fileNameOf(serial: number, identifier: string): string {
  return `${String(serial).padStart(5, '0')}-${nameDigest(identifier)}`
}
