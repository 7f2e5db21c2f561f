/** Opens a journal's file without writing, also while a kiosk has it open. */
import { join } from 'node:path'
import { formatOf, JournalFromFuture, JournalFromPast, migrations } from './migrate.ts'
import { openEncrypted, type Database } from './open-database.ts'

/**
 * Opens the journal in a folder for reading.
 * @throws JournalKeyWrong, JournalFromPast, JournalFromFuture; and where there is no journal
 */
export function openToRead(folder: string, key: Uint8Array): Database {
  const database = openEncrypted(join(folder, 'journal.sqlite'), key, { readonly: true, fileMustExist: true })
  const [format, latest] = [formatOf(database), migrations.at(-1)?.version ?? 0]
  if (format === latest) return database
  database.close()
  throw format > latest ? new JournalFromFuture(format) : new JournalFromPast(format)
}
