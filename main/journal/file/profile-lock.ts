/**
 * One process a profile. The lock is an open transaction on a file of its own, so the operating system lets go of it
 * when the process ends, however it ends: there is never a stale lock to clear by hand.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { demandDatabaseFiles } from './open-database.ts'

/** Another process has this profile open. */
export class ProfileInUse extends Error {
  readonly code = 'PROFILE_IN_USE'
  constructor(folder: string, options?: ErrorOptions) {
    super(`another Chốt has this profile open (${folder}); use that window, or close it first`, options)
    this.name = 'ProfileInUse'
  }
}

/** Whether a process has the profile of `folder` open now. It asks and does not wait. @throws OwnFileReplaced */
export function isProfileInUse(folder: string): boolean {
  const file = join(folder, 'lock.sqlite')
  if (!existsSync(file)) return false
  demandDatabaseFiles(file)
  const database = new Database(file, { timeout: 0, readonly: true })
  try {
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    return false
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return true
    throw error
  } finally {
    database.close()
  }
}

/**
 * Takes the lock in `folder`; the answer lets go of it.
 * @throws ProfileInUse, OwnFileReplaced
 */
export function lockProfile(folder: string): () => void {
  const file = join(folder, 'lock.sqlite')
  demandDatabaseFiles(file)
  const database = new Database(file, { timeout: 0 })
  try {
    // Nothing is ever written to it; with its rollback journal on the disk even the lock would need room there.
    database.pragma('journal_mode = MEMORY')
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY')
      throw new ProfileInUse(folder, { cause: error })
    throw error
  }
  return () => database.close()
}
