/** Opens a journal's file: locks the profile, encrypts what is in the clear, brings the tables up to date. */
import type { KeyObject } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { backUp } from './backup.ts'
import { encryptPlainJournal } from './encrypt-plain.ts'
import { isUnwritable, JournalNotWritable } from './failure.ts'
import { formatOf, migrate } from './migrate.ts'
import { openEncrypted, writingOf, type Database } from './open-database.ts'
import { lockProfile } from './profile-lock.ts'
import { kioskKeyFrom } from './signed-head.ts'

/** The keys that a journal needs, from wherever the shell keeps them: 32 secret bytes each. */
export interface Secrets {
  /** Encrypts the journal. */
  journalKey(): Promise<Uint8Array> | Uint8Array
  /** The Ed25519 key with which the kiosk signs (the seed of RFC 8032 §5.1.5). */
  kioskKey(): Promise<Uint8Array> | Uint8Array
}

/** Where a journal is, whose it is, and where it tells what went wrong. */
export interface JournalPlace {
  folder: string
  /** Names this kiosk in every entry. */
  kiosk: string
  secrets: Secrets
  log: (line: string) => void
}

/** Whether a folder holds a journal that only its key opens. */
export function holdsSealedJournal(folder: string): boolean {
  return writingOf(join(folder, 'journal.sqlite')) === 'sealed'
}

/** An open file, this process's alone. */
export interface OpenedFile {
  database: Database
  kioskKey: KeyObject
  /** Lets go of the profile, once the database is closed. */
  unlock: () => void
}

/**
 * Opens or makes the journal in a folder. One that an earlier version wrote in the clear is encrypted first.
 * @throws ProfileInUse, JournalFromFuture, JournalKeyWrong, JournalNotWritable, and what the secrets throw
 */
export async function openJournalFile(folder: string, secrets: Secrets): Promise<OpenedFile> {
  let unlock
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    unlock = lockProfile(folder)
    // Asked for under the lock, so that two first starts at once cannot make two keys.
    const keys = { journal: await secrets.journalKey(), kiosk: await secrets.kioskKey() }
    const file = join(folder, 'journal.sqlite')
    encryptPlainJournal(folder, file, keys.journal)
    const database = openEncrypted(file, keys.journal)
    try {
      // Three crossings of four fit such a page, where of the usual one half stays empty. Only a new file can choose.
      if (formatOf(database) === 0) database.pragma('page_size = 8192')
      // 64 MiB: a search over a year reads some pages of every week.
      database.pragma('cache_size = -65536')
      database.pragma('journal_mode = WAL')
      // Each commit is an fsync.
      database.pragma('synchronous = FULL')
      migrate(database, (name) => backUp(database, folder, name))
      return { database, kioskKey: kioskKeyFrom(keys.kiosk), unlock }
    } catch (error) {
      database.close()
      throw error
    }
  } catch (error) {
    unlock?.()
    throw isUnwritable(error, folder) ? new JournalNotWritable(folder, { cause: error }) : error
  }
}
