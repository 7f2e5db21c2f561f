/** Why the disk would not take something. */
import { mkdtempSync, rmdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { codeOf } from './open-database.ts'

/** Why an append did not reach the disk. */
export type AppendFailure = 'disk-full' | 'read-only' | 'failed'

/**
 * The reason behind an error of SQLite or of the system. A disk that the system has made read-only after a fault is to
 * SQLite no more than a failed write, so `folder` is asked as well.
 */
export function failureOf(error: unknown, folder: string): AppendFailure {
  const code = codeOf(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full'
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS') return 'read-only'
  return code.startsWith('SQLITE_IOERR') && isReadOnly(folder) ? 'read-only' : 'failed'
}

/** Found out by trying: asked for its rights, such a disk still says that it can be written. */
function isReadOnly(folder: string): boolean {
  try {
    rmdirSync(mkdtempSync(join(folder, 'probe-')))
    return false
  } catch (error) {
    return codeOf(error) === 'EROFS'
  }
}

/** Whether a journal cannot be opened because its folder takes nothing: on such a disk SQLite cannot make its files. */
export function isUnwritable(error: unknown, folder: string): boolean {
  const unwritable = ['SQLITE_CANTOPEN', 'EACCES', 'EPERM']
  // Where it is not made yet, the folder that it would be made in is the one to ask: Node says ENOENT of such a disk.
  const missing = codeOf(error) === 'ENOENT' && isReadOnly(dirname(folder))
  return missing || failureOf(error, folder) !== 'failed' || unwritable.includes(codeOf(error))
}

/** The journal's folder cannot be written at all, so that not even the lock can be taken. */
export class JournalNotWritable extends Error {
  readonly code = 'JOURNAL_NOT_WRITABLE'
  constructor(folder: string, options?: ErrorOptions) {
    super(`the journal in ${folder} cannot be written: the disk is full or read-only`, options)
    this.name = 'JournalNotWritable'
  }
}
