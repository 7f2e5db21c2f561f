/** Opens a journal's file without writing, also while a kiosk has it open. */
import { join } from 'node:path'
import { formatOf, JournalFromFuture, JournalFromPast, migrations } from './migrate.ts'
import { codeOf, openEncrypted, type Database } from './open-database.ts'

/** A kiosk has it open that found the disk full, and shares it as soon as there is room; see log-index.ts. */
export class JournalNotShared extends Error {
  readonly code = 'JOURNAL_NOT_SHARED'
  constructor(folder: string, options?: ErrorOptions) {
    super(`the journal in ${folder} was opened on a full disk and cannot be read beside it`, options)
    this.name = 'JournalNotShared'
  }
}

/**
 * Opens the journal in a folder for reading.
 * @throws JournalKeyWrong, JournalFromPast, JournalFromFuture, JournalNotShared; and where there is no journal
 */
export function openToRead(folder: string, key: Uint8Array): Database {
  const database = opened(folder, key)
  const [format, latest] = [formatOf(database), migrations.at(-1)?.version ?? 0]
  if (format === latest) return database
  database.close()
  throw format > latest ? new JournalFromFuture(format) : new JournalFromPast(format)
}

function opened(folder: string, key: Uint8Array): Database {
  try {
    return openEncrypted(join(folder, 'journal.sqlite'), key, { readonly: true, fileMustExist: true })
  } catch (error) {
    throw codeOf(error) === 'SQLITE_BUSY' ? new JournalNotShared(folder, { cause: error }) : error
  }
}
