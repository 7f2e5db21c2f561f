/** The files of a trust folder, read once: what was hashed and checked is what is used. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { readForeignFileIfThere } from '../files/index.ts'
import { trustTargetLimits } from './limits.ts'
import { TrustUnreadable } from './trust-unreadable.ts'

/** One file. `path` is what it is called to people; `changedAt` epoch milliseconds, null where nobody says. */
export interface TrustFile {
  path: string
  bytes: Buffer
  /** Hexadecimal. */
  sha256: string
  changedAt: number | null
}

/** By name: those of `trustTargetLimits` that are there. */
export type TrustFiles = ReadonlyMap<string, TrustFile>

/** SHA-256 in hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** One hash over all of the files and their names, in the order of `trustTargetLimits`. */
export function hashOver(files: TrustFiles): string {
  return sha256([...files].map(([name, file]) => `${name} ${file.sha256}\n`).join(''))
}

/**
 * The files of a plain folder; each as old as its date on the disk.
 * @throws TrustUnreadable
 */
export function readTrustFiles(folder: string): TrustFiles {
  const files = new Map<string, TrustFile>()
  for (const [name, limit] of trustTargetLimits) {
    const path = join(folder, name)
    try {
      const file = readForeignFileIfThere(path, limit)
      if (file) files.set(name, { path, sha256: sha256(file.bytes), ...file })
    } catch (error) {
      throw new TrustUnreadable(path, error)
    }
  }
  return files
}
