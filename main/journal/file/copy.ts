/** A whole copy of a journal, taken while a kiosk may be writing it, and sealed with the same key. */
import type { End } from '../../../shared/ledger/end.ts'
import { endOf } from '../vouched/end-mark.ts'
import { openEncrypted } from './open-database.ts'
import { openToRead } from './open-to-read.ts'

/**
 * Writes the journal in a folder to a new file, as it is at one instant.
 * @returns where it ends
 * @throws JournalKeyWrong, JournalFromPast, JournalFromFuture, JournalNotShared, and what the disk says
 */
export function copyJournal(folder: string, key: Uint8Array, to: string): End {
  const database = openToRead(folder, key)
  try {
    database.prepare('VACUUM INTO ?').run(to)
  } finally {
    database.close()
  }
  return endOfCopy(to, key)
}

/** Where a copy ends. */
function endOfCopy(file: string, key: Uint8Array): End {
  const copy = openEncrypted(file, key, { readonly: true, fileMustExist: true })
  try {
    return endOf(copy)
  } finally {
    copy.close()
  }
}
