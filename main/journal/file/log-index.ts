/**
 * Where the index of the write-ahead log lies. As a rule in a file that processes share, so that a check may read beside
 * the kiosk; but making that file takes room. On a full disk the index is kept in memory: the journal can be read, and
 * written as soon as there is room, by this process alone until it shares it again.
 */
import { statfsSync } from 'node:fs'
import { codeOf, openEncrypted, type Database } from './open-database.ts'

/** What sharing needs, in bytes, with some to spare: the first page once more, and 32 KiB of index. */
const roomToShare = 1 << 18

/**
 * Opens a journal's file to write: shared where the disk has room for that, else alone.
 * @throws JournalKeyWrong
 */
export function openToWrite(file: string, key: Uint8Array): Database {
  try {
    return openEncrypted(file, key)
  } catch (error) {
    if (codeOf(error) !== 'SQLITE_IOERR_SHMSIZE') throw error
    return openEncrypted(file, key, {}, 'alone')
  }
}

/** Whether nobody else can read it now. */
export function isAlone(database: Database): boolean {
  return database.pragma('locking_mode', { simple: true }) === 'exclusive'
}

/**
 * Lets others read again; only outside a transaction. Answers whether they may: not while the disk of `folder` has no room
 * for it. The way to the shared index leads out of the log and into it again.
 */
export function share(database: Database, folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < roomToShare) return false
  for (const step of ['journal_mode = DELETE', 'locking_mode = NORMAL', 'journal_mode = WAL']) database.pragma(step)
  return true
}
