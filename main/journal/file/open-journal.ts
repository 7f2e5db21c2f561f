/** Opens a journal's file: locks the profile, encrypts what is in the clear, brings the tables up to date. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { backUp } from './backup.ts'
import { encryptPlainJournal } from './encrypt-plain.ts'
import { isUnwritable, JournalNotWritable } from './failure.ts'
import { emptyEnd, EndMark, endKeyFrom, endOf, markFile, readMark, type Mark } from '../vouched/end-mark.ts'
import { demandSchema } from './schema.ts'
import { openToWrite } from './log-index.ts'
import { formatOf, migrate } from './migrate.ts'
import { finishSettingAside } from '../set-aside.ts'
import { renewCipher } from './older-cipher.ts'
import { JournalKeyWrong, writingOf, type Database } from './open-database.ts'
import type { Signer } from '../chain/entry-signature.ts'
import { lockProfile } from './profile-lock.ts'
import { keysFrom, type Keys, type Secrets } from './secrets.ts'

/** Where a journal is, whose it is, and where it tells what went wrong. */
export interface JournalPlace {
  folder: string
  /** Names this kiosk in every entry. */
  kiosk: string
  secrets: Secrets
  log: (line: string) => void
  /** The folder of this user's settings, where the end is marked once more; absent: nowhere. */
  ends?: string
  /** Whoever has signed in, asked for with every entry that is an officer's deed; absent: nobody ever does. */
  signer?: () => Signer | null
}

/** Whether a folder holds a journal that only its key opens. */
export function holdsSealedJournal(folder: string): boolean {
  return writingOf(join(folder, 'journal.sqlite')) === 'sealed'
}

/** An open file, this process's alone. */
export interface OpenedFile {
  database: Database
  keys: Keys
  /** What the mark of its end said when it was opened. */
  mark: Mark
  /** Lets go of the profile, once the database is closed. */
  unlock: () => void
}

/** Journals of earlier formats have no mark of their end until they are brought up to date. */
const firstMarked = 60

/**
 * Opens or makes the journal in a folder. One that an earlier version wrote in the clear is encrypted first. One that is
 * there and up to date is opened on a full disk too.
 * @throws ProfileInUse, JournalFromFuture, JournalKeyWrong, JournalSchemaAltered, JournalNotWritable, and what the secrets
 * throw
 */
export async function openJournalFile({ folder, secrets }: JournalPlace): Promise<OpenedFile> {
  let unlock
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    unlock = lockProfile(folder)
    finishSettingAside(folder)
    // Asked for under the lock, so that two first starts at once cannot make two keys.
    const keys = await keysFrom(secrets)
    const file = join(folder, 'journal.sqlite')
    encryptPlainJournal(folder, file, keys.journal)
    const database = openSealed(file, keys.journal)
    try {
      // Before anything is written: that something is doubted is an entry too, which a trigger could alter.
      demandSchema(database)
      const format = formatOf(database)
      // Three crossings of four fit such a page, where of the usual one half stays empty. Only a new file can choose.
      if (format === 0) database.pragma('page_size = 8192')
      // 64 MiB: a search over a year reads some pages of every week.
      database.pragma('cache_size = -65536')
      database.pragma('journal_mode = WAL')
      // Each commit is an fsync.
      database.pragma('synchronous = FULL')
      const mark =
        format < firstMarked ? firstMark(folder, database, keys) : readMark(markFile(folder), endKeyFrom(keys.kiosk))
      migrate(database, (name) => backUp(database, folder, name))
      return { database, keys, mark, unlock }
    } catch (error) {
      database.close()
      throw error
    }
  } catch (error) {
    unlock?.()
    throw isUnwritable(error, folder) ? new JournalNotWritable(folder, { cause: error }) : error
  }
}

/** Opens a file, sealed anew first where an earlier version did so in another way. @throws JournalKeyWrong */
function openSealed(file: string, key: Uint8Array): Database {
  try {
    return openToWrite(file, key)
  } catch (error) {
    if (!(error instanceof JournalKeyWrong) || !renewCipher(file, key)) throw error
    return openToWrite(file, key)
  }
}

/**
 * The mark of a journal that may never have had one: made now, before the format says that there is one. A mark that is
 * there all the same is compared like any other.
 */
function firstMark(folder: string, database: Database, keys: Keys): Mark {
  const key = endKeyFrom(keys.kiosk)
  const file = markFile(folder)
  const found = readMark(file, key)
  if (found.found !== 'missing') return found
  const mark = new EndMark(file, key, 'missing')
  try {
    mark.write(formatOf(database) === 0 ? emptyEnd : endOf(database))
  } finally {
    mark.close()
  }
  return readMark(file, key)
}
