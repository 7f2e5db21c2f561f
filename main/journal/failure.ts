/** Why the disk would not take something. */
import { codeOf } from './open-database.ts'

/** Why an append did not reach the disk. */
export type AppendFailure = 'disk-full' | 'read-only' | 'failed'

/** The reason behind an error of SQLite or of the system. */
export function failureOf(error: unknown): AppendFailure {
  const code = codeOf(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full'
  return code.startsWith('SQLITE_READONLY') || code === 'EROFS' ? 'read-only' : 'failed'
}

/** The journal's folder cannot be written at all, so that not even the lock can be taken. */
export class JournalNotWritable extends Error {
  readonly code = 'JOURNAL_NOT_WRITABLE'
  constructor(folder: string, options?: ErrorOptions) {
    super(`the journal in ${folder} cannot be written: the disk is full or read-only`, options)
    this.name = 'JournalNotWritable'
  }
}
