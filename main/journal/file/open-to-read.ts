/** Opens a journal's file without writing, also while a kiosk has it open. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { JournalNotWritable } from './failure.ts'
import { formatOf, JournalFromPast, migrations } from './migrate.ts'
import { demandSchema } from './schema.ts'
import { codeOf, openEncrypted, type Database } from './open-database.ts'

/** A kiosk has it open that found the disk full, and shares it as soon as there is room; see log-index.ts. */
export class JournalNotShared extends Error {
  readonly code = 'JOURNAL_NOT_SHARED'
  constructor(folder: string, options?: ErrorOptions) {
    super(`the journal in ${folder} was opened on a full disk and cannot be read beside it`, options)
    this.name = 'JournalNotShared'
  }
}

/** A file that no journal was ever begun in, or that somebody emptied: there is nothing in it to read. */
export class JournalEmpty extends Error {
  readonly code = 'JOURNAL_EMPTY'
  constructor(folder: string) {
    super(`the journal's file in ${folder} has nothing in it`)
    this.name = 'JournalEmpty'
  }
}

/**
 * Opens the journal in a folder for reading.
 * @throws JournalKeyWrong, JournalEmpty, JournalFromPast, JournalFromFuture, JournalSchemaAltered, JournalNotShared, JournalNotWritable; and
 * where there is no journal
 */
export function openToRead(folder: string, key: Uint8Array): Database {
  const database = opened(folder, key)
  try {
    demandSchema(database)
    const format = formatOf(database)
    if (format === 0) throw new JournalEmpty(folder)
    if (format < (migrations.at(-1)?.version ?? 0)) throw new JournalFromPast(format)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function opened(folder: string, key: Uint8Array): Database {
  const file = join(folder, 'journal.sqlite')
  try {
    return openEncrypted(file, key, { readonly: true, fileMustExist: true })
  } catch (error) {
    const code = codeOf(error)
    if (code === 'SQLITE_BUSY') throw new JournalNotShared(folder, { cause: error })
    // On a disk that takes nothing SQLite cannot make the file by which readers share the log.
    throw code === 'SQLITE_CANTOPEN' && existsSync(file) ? new JournalNotWritable(folder, { cause: error }) : error
  }
}
