/** What a journal says of officers, read beside whoever has it open: for who must know whether there are any. */
import { applyAccount, type Account } from '../../../shared/ledger/officers.ts'
import { officerEntriesAfter, officerEntryOf, type OfficerRow } from './officer-book.ts'
import type { Database } from '../file/open-database.ts'
import { openToRead } from '../file/open-to-read.ts'

/**
 * Everybody who was ever appointed in the journal in a folder, by number.
 * @throws what opening a journal to read throws
 */
export function readAccounts(folder: string, key: Uint8Array): ReadonlyMap<string, Account> {
  const database = openToRead(folder, key)
  try {
    return accountsOf(database)
  } finally {
    database.close()
  }
}

/** The same of an open journal. */
export function accountsOf(database: Database): Map<string, Account> {
  const accounts = new Map<string, Account>()
  for (const row of database.prepare<[number], OfficerRow>(officerEntriesAfter).iterate(0))
    applyAccount(accounts, officerEntryOf(row))
  return accounts
}
