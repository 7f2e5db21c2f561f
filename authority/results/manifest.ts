/**
 * `manifest.jsonl` in the output folder: one line for each certificate issued, written when its pictures are on disk.
 * A run that was broken off goes on from it, and what has been issued is not issued again under another identifier.
 */
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { LabResult } from './result.ts'

const issuedSchema = v.object({
  identifier: v.string(),
  /** SHA-256 of the result, hexadecimal. */
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

/** What makes a result the same result on another run: every field of it. */
export function fingerprint(result: LabResult): string {
  return createHash('sha256').update(JSON.stringify(result)).digest('hex')
}

function isThere(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0
}

/** A line that a power cut left half-written does not count: its certificate is issued again. */
function parseLine(line: string): Issued | null {
  try {
    return v.parse(issuedSchema, JSON.parse(line))
  } catch {
    return null
  }
}

/** The certificates of a folder. */
export class Manifest {
  private readonly folder: string
  private readonly byResult = new Map<string, Issued>()
  private readonly byIdentifier = new Map<string, Issued>()

  constructor(folder: string) {
    this.folder = folder
    const file = join(folder, manifestName)
    if (!existsSync(file)) return
    const text = readFileSync(file, 'utf8')
    for (const line of text.split('\n')) {
      const issued = parseLine(line)
      if (issued) this.remember(issued)
    }
    if (text !== '' && !text.endsWith('\n')) appendFileSync(file, '\n')
  }

  /** What was issued for this result by this key, if its files are there. */
  find(result: string, kid: string, files: readonly string[]): Issued | null {
    const issued = this.byResult.get(result)
    const complete =
      issued?.kid === kid && files.every((extension) => issued.files.some((name) => name.endsWith(extension)))
    return complete && issued.files.every((name) => isThere(join(this.folder, name))) ? issued : null
  }

  /** The result that has this identifier, or null. */
  resultOf(identifier: string): string | null {
    return this.byIdentifier.get(identifier)?.result ?? null
  }

  /** The identifier that this result had on an earlier run, whatever became of its files. */
  identifierOf(result: string): string | null {
    return this.byResult.get(result)?.identifier ?? null
  }

  add(issued: Issued): void {
    appendFileSync(join(this.folder, manifestName), `${JSON.stringify(issued)}\n`)
    this.remember(issued)
  }

  private remember(issued: Issued): void {
    this.byResult.set(issued.result, issued)
    this.byIdentifier.set(issued.identifier, issued)
  }
}

/** The beginning of a certificate's file names: its identifier in letters that every file system has. */
export function fileNameOf(identifier: string): string {
  const plain = identifier.replace(/^URN:UVCI:\d\d:/, '').replaceAll(/[^A-Z0-9-]/g, '_')
  // Two identifiers that differ in a separator only must not share a file; the country in front keeps off CON and NUL.
  const ambiguous = identifier.replace(/^URN:UVCI:\d\d:[A-Z]{2}:/, '').search(/[^A-Z0-9-]/) >= 0
  return ambiguous ? `${plain}-${createHash('sha256').update(identifier).digest('hex').slice(0, 8)}` : plain
}
